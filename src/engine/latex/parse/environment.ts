import type { Cases, Expr } from '../../expression/node.js';
import type { Token } from '../token.js';
import type { Parser } from './parser.js';
import { isConnective } from './words.js';

const MATRICES: ReadonlySet<string> = new Set([
  'matrix',
  'pmatrix',
  'bmatrix',
  'Bmatrix',
  'vmatrix',
  'Vmatrix',
  'smallmatrix',
  'psmallmatrix',
  'bsmallmatrix',
  'array',
]);
const CASES: ReadonlySet<string> = new Set(['cases', 'dcases', 'rcases', 'cases*', 'numcases']);
const MAX_CELLS = 1600;

/** A matrix, an array or cases; other environments stand for their contents. */
export function parseEnvironment(parser: Parser): Expr {
  const start = parser.peek().start;
  const name = parser.next().text;
  const from = parser.at;
  const to = endOfEnvironment(parser.tokens, from);
  parser.at = Math.min(to + 1, parser.tokens.length);
  const span = parser.spanFrom(start);
  const body = parser.inner(name === 'array' ? skipColumns(parser.tokens, from) : from, to);
  if (CASES.has(name)) return { kind: 'cases', rows: readCases(body), span };
  if (!MATRICES.has(name)) return { ...body.grammar.whole(body), span };
  const rows = splitCells(body.tokens).map((cells) =>
    cells.map((tokens) => readCell(body, tokens)),
  );
  if (name === 'array' && rows.every((row) => row.length === 2) && looksLikeCases(rows)) {
    return { kind: 'cases', rows: readCases(body), span };
  }
  return { kind: 'matrix', rows, fence: name === 'vmatrix' ? 'vertical' : 'plain', span };
}

function looksLikeCases(rows: readonly (readonly Expr[])[]): boolean {
  return rows.some((row) => {
    const last = row[1];
    return last?.kind === 'rel' || last?.kind === 'text';
  });
}

/** Index of the `end` that closes the environment whose body begins at `from`. */
export function endOfEnvironment(tokens: readonly Token[], from: number): number {
  let depth = 1;
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]?.kind === 'begin') depth++;
    if (tokens[at]?.kind === 'end' && --depth === 0) return at;
  }
  return tokens.length;
}

/** `{ccc|c}` after `\begin{array}`. */
function skipColumns(tokens: readonly Token[], from: number): number {
  if (tokens[from]?.text !== '{') return from;
  const close = tokens.findIndex((token, at) => at > from && token.text === '}');
  return close < 0 ? from : close + 1;
}

function splitCells(tokens: readonly Token[]): Token[][][] {
  const rows: Token[][][] = [[[]]];
  let depth = 0;
  let cells = 1;
  for (const token of tokens) {
    if (token.kind === 'begin' || (token.kind === 'symbol' && token.text === '{')) depth++;
    if (token.kind === 'end' || (token.kind === 'symbol' && token.text === '}')) depth--;
    if (depth === 0 && (token.kind === 'amp' || token.kind === 'break') && cells++ < MAX_CELLS) {
      if (token.kind === 'break') rows.push([[]]);
      else rows.at(-1)?.push([]);
    } else {
      rows.at(-1)?.at(-1)?.push(token);
    }
  }
  const last = rows.at(-1);
  if (last?.length === 1 && last[0]?.length === 0) rows.pop();
  return rows;
}

function readCell(body: Parser, tokens: readonly Token[]): Expr {
  const cell = body.inner(0, 0);
  (cell.tokens as Token[]).push(...tokens);
  if (tokens.length === 0)
    return { kind: 'text', text: '', span: { start: body.peek().start, end: body.peek().start } };
  return cell.grammar.whole(cell);
}

function readCases(body: Parser): Cases['rows'] {
  return splitCells(body.tokens).map((cells) => {
    const [first, ...rest] = cells.length > 1 ? cells : splitAtProse(cells[0] ?? []);
    const value = readCell(body, trimPunctuation(first ?? []));
    const tokens = trimPunctuation(rest.flat());
    const words = tokens
      .filter((token) => token.kind === 'word')
      .map((token) => token.text.toLowerCase());
    const condition = tokens.filter((token) => token.kind !== 'word' || !isConnective(token.text));
    // A condition left in words is `otherwise`, unless it holds mathematics of its own.
    if (condition.length === 0) return { value, condition: wordsOnly(words) };
    return { value, condition: readCell(body, condition) };
  });
}

function wordsOnly(words: readonly string[]): Expr | null {
  const text = words.join(' ');
  return text === '' ||
    /otherwise|otro caso|else|demás|contrario|resto|elsewhere|sino|(?:si|if) no/.test(text)
    ? null
    : { kind: 'hole', text, span: { start: 0, end: 0 } };
}

function splitAtProse(tokens: readonly Token[]): Token[][] {
  const at = tokens.findIndex(
    (token) =>
      token.kind === 'quad' ||
      (token.kind === 'word' && isConnective(token.text)) ||
      token.text === ',',
  );
  return at < 0 ? [[...tokens]] : [tokens.slice(0, at), tokens.slice(at)];
}

function trimPunctuation(tokens: readonly Token[]): Token[] {
  const out = tokens.filter((token) => token.kind !== 'quad');
  while (/^[,.;]$/.test(out.at(-1)?.text ?? '')) out.pop();
  while (/^[,.;]$/.test(out[0]?.text ?? '')) out.shift();
  return out;
}
