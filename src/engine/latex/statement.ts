import type { Expr, RelationSign } from '../expression/node.js';
import type { Span } from '../text/span.js';
import type { MacroTable } from './macros.js';
import { expandMacros } from './macros.js';
import { withoutAsides } from './asides.js';
import { spellOut } from './dots/spellOut.js';
import { isUnit } from './parse/atom.js';
import { endOfEnvironment } from './parse/environment.js';
import { newParser } from './parse/grammar.js';
import type { Parser } from './parse/parser.js';
import { isRelation, peekRelation, takeRelation } from './parse/relation.js';
import { isConnective } from './parse/words.js';
import type { Token } from './token.js';
import { tidy } from './tidy.js';
import { tokenize } from './tokenize.js';

/** What stands between a statement and the one before it. */
export type Link = 'start' | 'row' | 'beside' | 'comma' | 'implies' | 'iff' | 'words';

export interface Relation {
  readonly sign: RelationSign;
  readonly span: Span;
}

/** A chain `a = b = c`, or one expression. `items[0]` is null when the text begins with a relation. */
export interface Statement {
  readonly items: readonly (Expr | null)[];
  readonly relations: readonly Relation[];
  readonly link: Link;
  /** The prose right before it, inside the formula: `si`, `para`. */
  readonly words: string;
  readonly span: Span;
  /** Tokens were left over that could not be read. */
  readonly broken: boolean;
}

const TRANSPARENT_ENVIRONMENTS = new Set([
  'aligned',
  'align',
  'align*',
  'split',
  'gather',
  'gather*',
  'gathered',
  'equation',
  'equation*',
  'multline',
  'multline*',
  'alignat',
  'alignat*',
  'alignedat',
  'eqnarray',
  'eqnarray*',
  'flalign',
  'flalign*',
  'displaymath',
  'math',
  'subequations',
  'IEEEeqnarray',
]);

/** Reads a formula into statements. Total: unreadable parts are holes or `broken`. Spans are in the document's offsets. */
export function parseFormula(latex: string, offset: number, macros: MacroTable): Statement[] {
  const read = tidy(expandMacros(tokenize(latex, offset, macros), macros));
  const tokens = withoutAsides(joinRows(flatten(read)));
  const parser = newParser(tokens);
  const statements: Statement[] = [];
  let link: Link = 'start';
  let words = '';
  while (!parser.finished()) {
    const separator = readSeparator(parser);
    if (separator) {
      link = strongest(link, separator.link, statements.length);
      words = `${words} ${separator.words}`.trim();
      continue;
    }
    statements.push(readStatement(parser, link, words));
    link = 'beside';
    words = '';
  }
  return statements;
}

const STRENGTH: readonly Link[] = ['beside', 'comma', 'start', 'row', 'words', 'iff', 'implies'];

function strongest(a: Link, b: Link, count: number): Link {
  if (count === 0 && b !== 'implies' && b !== 'words') return a;
  return STRENGTH.indexOf(b) >= STRENGTH.indexOf(a) || a === 'beside' ? b : a;
}

function readSeparator(parser: Parser): { link: Link; words: string } | null {
  const token = parser.peek();
  const simple = (link: Link, words = ''): { link: Link; words: string } => {
    parser.next();
    return { link, words };
  };
  if (token.kind === 'quad' || token.kind === 'amp') return simple('beside');
  if (token.kind === 'break') return simple('row');
  if (token.kind === 'word' && token.prose === true && (isConnective(token.text) || isUnit(parser)))
    return simple('words', token.text);
  switch (token.text) {
    case ',':
    case ';':
    case '\\&':
    case '\\wedge':
      return simple('comma');
    case '.':
      return simple('beside');
    case ':':
      return simple('words', ':');
    case '\\Rightarrow':
    case '\\therefore':
      return simple('implies');
    case '\\Leftrightarrow':
      return simple('iff');
    case '\\forall':
      return simple('words', 'para todo');
    default:
      return null;
  }
}

function readStatement(parser: Parser, link: Link, words: string): Statement {
  const start = parser.peek().start;
  const before = parser.at;
  const items: (Expr | null)[] = [];
  const relations: Relation[] = [];
  if (peekRelation(parser)) items.push(null);
  else items.push(parser.grammar.sum(parser));
  for (let sign = peekRelation(parser); sign; sign = peekRelation(parser)) {
    const from = parser.peek();
    takeRelation(parser);
    relations.push({ sign, span: { start: from.start, end: from.end } });
    skipRowBreak(parser);
    items.push(parser.grammar.sum(parser));
  }
  let broken = false;
  if (parser.at === before) {
    parser.next();
    broken = true;
  } else if (!atSeparator(parser)) {
    broken = true;
    while (!parser.finished() && !atSeparator(parser)) skipUnit(parser);
  }
  return {
    items: items.map((item) => item && spellOut(item)),
    relations,
    link,
    words,
    span: parser.spanFrom(start),
    broken,
  };
}

/** What stands in an environment is no statement of its own. */
function skipUnit(parser: Parser): void {
  if (parser.next().kind === 'begin')
    parser.at = Math.min(endOfEnvironment(parser.tokens, parser.at) + 1, parser.tokens.length);
}

/** `a = \\ b`: the right-hand side stands on the next row. */
function skipRowBreak(parser: Parser): void {
  while (['break', 'amp', 'quad'].includes(parser.peek().kind)) parser.next();
}

function atSeparator(parser: Parser): boolean {
  if (parser.finished()) return true;
  const token = parser.peek();
  if (token.kind === 'quad' || token.kind === 'break' || token.kind === 'amp') return true;
  if (token.kind === 'word')
    return token.prose === true && (isConnective(token.text) || isUnit(parser));
  return [
    ',',
    ';',
    '.',
    ':',
    '\\&',
    '\\wedge',
    '\\Rightarrow',
    '\\Leftrightarrow',
    '\\forall',
    '\\therefore',
  ].includes(token.text);
}

/** Takes away environments and boxes that only lay out rows. */
function flatten(tokens: readonly Token[]): Token[] {
  const drop = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === 'begin' && TRANSPARENT_ENVIRONMENTS.has(token.text))
      dropEnvironment(tokens, at, drop);
    if (token?.text === '\\boxed' || token?.text === '\\fbox') dropBox(tokens, at, drop);
    if (token?.kind === 'begin' && token.text === 'array' && isOutermostArray(tokens, at))
      dropEnvironment(tokens, at, drop);
  }
  return tokens.filter((_, at) => !drop.has(at));
}

function dropEnvironment(tokens: readonly Token[], at: number, drop: Set<number>): void {
  drop.add(at);
  drop.add(endOfEnvironment(tokens, at + 1));
  const name = tokens[at]?.text ?? '';
  if (!/^(alignat|alignedat|array|IEEEeqnarray)/.test(name) || tokens[at + 1]?.text !== '{') return;
  for (let i = at + 1; i < tokens.length; i++) {
    drop.add(i);
    if (tokens[i]?.text === '}') return;
  }
}

function dropBox(tokens: readonly Token[], at: number, drop: Set<number>): void {
  if (tokens[at + 1]?.text !== '{') return;
  const probe = newParser(tokens.slice(at + 1));
  drop.add(at);
  drop.add(at + 1);
  drop.add(at + 1 + probe.matching());
}

/** `\begin{array}{rcl} a & = & b \\ ... \end{array}` as the whole formula lays out rows. */
function isOutermostArray(tokens: readonly Token[], at: number): boolean {
  if (at !== 0) return false;
  const end = endOfEnvironment(tokens, 1);
  return (
    end >= tokens.length - 2 &&
    tokens.some((token, i) => token.kind === 'amp' && tokens[i + 1]?.text === '=')
  );
}

/** A row that begins with `+`, `-` or a product sign goes on with the row before it. */
function joinRows(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'begin') depth++;
    if (token.kind === 'end') depth--;
    if (depth === 0 && token.kind === 'amp') {
      if (endsColumn(tokens, at, out.at(-1))) out.push({ ...token, kind: 'quad' });
      continue;
    }
    if (depth === 0 && token.kind === 'break' && continues(tokens, at + 1)) {
      at = nextMeaning(tokens, at + 1) - 1;
      continue;
    }
    out.push(token);
  }
  return out;
}

/** `a &= b && \text{(why)}`, `a &= b & c &= d`: what comes after this sign is beside what was before it. */
function endsColumn(tokens: readonly Token[], at: number, before: Token | undefined): boolean {
  const after = tokens[at + 1];
  if (!before || !after || ['break', 'quad'].includes(before.kind) || isRelation(before.text))
    return false;
  return tokens[at - 1]?.kind === 'amp' || (after.kind === 'word' && after.prose === true);
}

function nextMeaning(tokens: readonly Token[], from: number): number {
  let at = from;
  while (
    ['amp', 'quad'].includes(tokens[at]?.kind ?? '') ||
    (tokens[at]?.text === '{' && tokens[at + 1]?.text === '}')
  )
    at += tokens[at]?.text === '{' ? 2 : 1;
  return at;
}

function continues(tokens: readonly Token[], from: number): boolean {
  const at = nextMeaning(tokens, from);
  return ['+', '-', '\\cdot', '\\times', '\\odot', '*'].includes(tokens[at]?.text ?? '');
}
