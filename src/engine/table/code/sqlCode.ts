import { pyString, pyText } from './python.js';
import type { Screen } from './screen.js';
import { snippet, type Desk, type Snippet } from './snippet.js';
import { sourceSnippet } from './source.js';

/** A question in SQL, asked of the data frames by the same database; the whole answer is `answer`. */
export function sqlCode(
  { question, name, others = [] }: Extract<Screen, { kind: 'sql' }>,
  desk: Desk,
): readonly Snippet[] {
  const read = others.map(({ source }, at) => sourceSnippet(source, otherFrame(at), desk.comments));
  const called = [
    `duckdb.register(${pyString(name)}, ${desk.frame})`,
    ...others.map((other, at) => `duckdb.register(${pyString(other.name)}, ${otherFrame(at)})`),
  ];
  return [
    ...read,
    snippet(desk, 'sqlInstall', [], ['import duckdb']),
    snippet(desk, 'sqlNames', called),
    snippet(desk, 'sql', [`answer = duckdb.sql(${pyText(question)}).df()`]),
  ];
}

function otherFrame(at: number): string {
  return at === 0 ? 'other' : `other_${at + 1}`;
}
