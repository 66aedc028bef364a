import type { Expr, Tuple } from '../../expression/node.js';
import type { Parser } from './parser.js';

const CLOSERS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '\\langle': '\\rangle',
  '\\lfloor': '\\rfloor',
  '\\lceil': '\\rceil',
};

/** `( )`, `[ ]`, `\langle \rangle`, `\lfloor \rfloor`: a group, a tuple, an interval or a row such as `(7 \ 9)`. */
export function parseBracket(parser: Parser): Expr {
  const start = parser.peek().start;
  const open = parser.next().text;
  const row = spacedRow(parser, CLOSERS[open] ?? ')');
  if (row) return { kind: 'matrix', rows: [row], fence: 'plain', span: parser.spanFrom(start) };
  const hidden = parser.bars.splice(0);
  const items = parseList(parser, [CLOSERS[open] ?? ')', ')', ']']);
  parser.bars.push(...hidden);
  const span = parser.spanFrom(start);
  if (open === '\\lfloor' || open === '\\lceil') {
    const fn: Expr = {
      kind: 'sym',
      base: open === '\\lfloor' ? 'floor' : 'ceil',
      accents: [],
      font: 'upright',
      span,
    };
    return { kind: 'call', fn, args: items, certain: true, span };
  }
  const only = items[0];
  if (items.length === 1 && only && open === '[') {
    const between = parseBetween(parser, only, start);
    if (between) return between;
  }
  if (items.length === 1 && only) return only.kind === 'tuple' ? only : { ...only, span };
  return { kind: 'tuple', items, fence: open === '(' ? '(' : open === '[' ? '[' : '<', span };
}

/** `[F(x)]_0^1`: what `F` gains between two points. `[v]_i^2` is the square of an entry. */
export function parseBetween(parser: Parser, target: Expr, start: number): Expr | null {
  const before = parser.at;
  const below = parser.is('_');
  if (!below && !parser.is('^')) return null;
  parser.next();
  const first = parser.group();
  const a = first.grammar.whole(first);
  if (!parser.take(below ? '^' : '_')) {
    parser.at = before;
    return null;
  }
  const second = parser.group();
  const b = second.grammar.whole(second);
  const [condition, to] = below ? [a, b] : [b, a];
  if (isEnd(condition) && isEnd(to))
    return { kind: 'at', target, condition, to, span: parser.spanFrom(start) };
  parser.at = before;
  return null;
}

/** No index letter, and no transpose. */
function isEnd(node: Expr): boolean {
  if (node.kind === 'rel' || node.kind === 'tuple' || node.kind === 'text') return false;
  return !(node.kind === 'sym' && (/^[i-np-tT]$/.test(node.base) || node.base === '\\top'));
}

/** `\{ ... \}`: a set, or a bracket when it holds one thing. */
export function parseBraces(parser: Parser): Expr {
  const start = parser.next().start;
  const hidden = parser.bars.splice(0);
  const items = parseList(parser, ['\\}']);
  parser.bars.push(...hidden);
  const span = parser.spanFrom(start);
  const only = items[0];
  if (items.length === 1 && only && only.kind !== 'num') return { ...only, span };
  return { kind: 'tuple', items, fence: '{', span } satisfies Tuple;
}

/** `|x|` and `\|x\|_p`. */
export function parseBars(parser: Parser): Expr {
  const start = parser.peek().start;
  const bar = parser.next().text;
  parser.bars.push(bar);
  const target = parser.grammar.sum(parser);
  parser.bars.pop();
  if (!parser.take(bar)) return parser.hole(bar, start);
  let p = '';
  if (bar === '\\|' && parser.is('_')) {
    parser.next();
    p = parser
      .group()
      .tokens.map((token) => token.text)
      .join('');
  }
  return { kind: bar === '|' ? 'abs' : 'norm', target, p, span: parser.spanFrom(start) };
}

/** Items between separators up to a closing token, which is taken. A `|` or `;` separates too, as in `p(y | x)`. */
export function parseList(parser: Parser, closers: readonly string[]): Expr[] {
  const items: Expr[] = [];
  const open = parser.bars.length;
  parser.bars.push(...lonelyBars(parser, closers));
  // After a comma a bar opens what follows.
  const separates = (bar: string): boolean => parser.is(bar) && parser.bars.includes(bar);
  while (!parser.finished() && !closers.some((text) => parser.is(text))) {
    const before = parser.at;
    items.push(loneSign(parser, closers) ?? parser.grammar.relation(parser));
    while (
      parser.is(',') ||
      parser.is(';') ||
      separates('|') ||
      separates('\\|') ||
      parser.is('\\parallel') ||
      parser.is(':') ||
      parser.peek().kind === 'quad'
    )
      parser.next();
    if (parser.at === before) {
      const token = parser.next();
      items.push({ kind: 'hole', text: token.text, span: { start: token.start, end: token.end } });
    }
  }
  parser.bars.splice(open);
  if (!parser.finished()) parser.next();
  return items;
}

/** `P(+ \mid D)`: a sign by itself is the name of an outcome. */
function loneSign(parser: Parser, closers: readonly string[]): Expr | null {
  const { text, start, end } = parser.peek();
  const next = parser.peek(1).text;
  if (!/^[+-]$/.test(text) || !(closers.includes(next) || /^(\||,|;)$/.test(next))) return null;
  parser.next();
  return { kind: 'sym', base: text, accents: [], font: 'upright', span: { start, end } };
}

/** A bar without a partner before the bracket closes separates: `p(y | x)`, `D(p \| q)`. */
function lonelyBars(parser: Parser, closers: readonly string[]): string[] {
  const counts = new Map<string, number>();
  let depth = 0;
  for (let ahead = 0; ahead < 200; ahead++) {
    const { text, kind } = parser.peek(ahead);
    if (kind === 'eof' || (depth === 0 && closers.includes(text))) break;
    if (/^[([{]$/.test(text)) depth++;
    if (/^[)\]}]$/.test(text)) depth--;
    if (depth === 0 && (text === '|' || text === '\\|'))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count % 2 === 1).map(([bar]) => bar);
}

/** Numbers (or signed numbers) set apart by white space alone: a row vector, never their product. */
function spacedRow(parser: Parser, closer: string): Expr[] | null {
  const row: Expr[] = [];
  let at = 0;
  for (;;) {
    const token = parser.peek(at);
    if (row.length > 1 && token.text === closer) {
      // `(0.91 -1)` is a difference; `(1 -2 3)` cannot be.
      if (row.length === 2 && row[1]?.kind === 'neg') return null;
      for (let i = 0; i <= at; i++) parser.next();
      return row;
    }
    const negative = token.text === '-';
    const number = negative ? parser.peek(at + 1) : token;
    if (negative && number.spaced) return null;
    if (number.kind !== 'number' || (row.length > 0 && !token.spaced && token.kind !== 'quad'))
      return null;
    const num: Expr = {
      kind: 'num',
      text: number.text,
      span: { start: number.start, end: number.end },
    };
    row.push(
      negative ? { kind: 'neg', target: num, span: { start: token.start, end: number.end } } : num,
    );
    at += negative ? 2 : 1;
    while (parser.peek(at).kind === 'quad' || parser.peek(at).kind === 'amp') at++;
  }
}
