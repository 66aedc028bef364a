import type { Column } from '../column.js';
import type { Comments, CommentCode } from './screen.js';
import { pyList, pyString, type Python } from './python.js';

/** Lines of Python with the imports that they need. */
export interface Snippet {
  readonly imports: readonly string[];
  readonly lines: readonly string[];
}

/** What every emitter knows: the frame's variable, its columns, and how to comment. */
export interface Desk {
  readonly frame: string;
  readonly columns: readonly Column[];
  readonly comments: Comments;
}

export const PANDAS = 'import pandas as pd';

/** Lines under a comment. */
export function snippet(
  desk: Desk,
  comment: CommentCode,
  lines: readonly string[],
  imports: readonly string[] = [],
): Snippet {
  return { imports, lines: [commentLine(desk, comment), ...lines] };
}

export function joinSnippets(snippets: readonly Snippet[]): Snippet {
  return {
    imports: [...new Set(snippets.flatMap(({ imports }) => imports))],
    lines: snippets.flatMap(({ lines }, at) => (at === 0 ? lines : ['', ...lines])),
  };
}

/** The whole text: imports in their order, a blank line, the rest. */
export function snippetText({ imports, lines }: Snippet): string {
  const sorted = [...imports].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return [...sorted, '', ...lines, ''].join('\n');
}

/** One line, whatever the sentence holds. */
function commentLine({ comments }: Desk, code: CommentCode): string {
  return `# ${comments[code].replace(/\s+/g, ' ')}`;
}

/** `df['x']`. */
export function cellsOf({ frame }: Desk, name: string): Python {
  return `${frame}[${pyString(name)}]`;
}

/**
 * The columns as a frame of numbers: named one by one, unless they are all that pandas holds as numbers. Columns that
 * pandas holds as text or truths become numbers.
 */
export function numbersOf(desk: Desk, names: readonly string[]): Python {
  const numeric = desk.columns.filter(({ kind }) => kind === 'integer' || kind === 'real');
  const all = new Set(numeric.map(({ name }) => name));
  const some = new Set(names);
  if (names.length === all.size && names.every((name) => all.has(name))) {
    return `${desk.frame}.select_dtypes('number')`;
  }
  const left = [...all].filter((name) => !some.has(name));
  if (names.length > MANY && left.length <= MANY && names.every((name) => all.has(name))) {
    const dropped = pyList(left.map(pyString));
    return `${desk.frame}.select_dtypes('number').drop(columns=${dropped})`;
  }
  const plain = names.every((name) => all.has(name)) ? '' : '.astype(float)';
  return `${desk.frame}[${pyList(names.map(pyString))}]${plain}`;
}

/** More names than a line has room for. */
const MANY = 8;

/** Python's own modules first, as people write them. */
function rank(line: string): number {
  return /^import (?:io|json)$/.test(line) ? 0 : 1;
}
