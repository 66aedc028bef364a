import type { Bound, Expr } from '../../expression/node.js';
import type { Span } from '../../text/span.js';
import type { Parser } from './parser.js';
import { isRelation } from './relation.js';

/** What stands below and above the sign. */
interface Limits {
  readonly lower: Parser | null;
  readonly upper: Parser | null;
}

/** `\int_a^b f(x) \, dx`: what lies between the sign and its `dx`; the letter is in a fraction in `\int \frac{dx}{x}`. */
export function parseIntegral(parser: Parser, limits: Limits, head: Span): Expr {
  const start = head.start;
  const low = limits.lower ? limits.lower.grammar.whole(limits.lower) : null;
  const high = limits.upper ? limits.upper.grammar.whole(limits.upper) : null;
  const over = (index: Expr, body: Expr): Expr => ({
    kind: 'big',
    op: 'int',
    bounds: [boundOf(index, low, high)],
    swapped: false,
    body,
    head,
    span: parser.spanFrom(start),
  });
  while (parser.peek().kind === 'quad') parser.next();
  const close = closing(parser);
  if (close !== null) {
    const inner = parser.inner(parser.at, close);
    const at = parser.peek().start;
    const written = inner.finished() ? null : inner.grammar.whole(inner);
    parser.at = close + 1;
    const index = variable(parser);
    // `\int dx \, f(x)`: the letter may as well come first.
    const body =
      written ?? (parser.grammar.startsUnit(parser) ? parser.grammar.product(parser) : one(at));
    return over(index, body);
  }
  const body = parser.grammar.product(parser);
  const taken = takenOut(body);
  return taken ? over(taken.index, taken.body) : parser.hole('\\int', start);
}

function boundOf(index: Expr, low: Expr | null, high: Expr | null): Bound {
  if (low && high) return { index, from: low, to: high };
  if (!low) return high ? { index, set: high } : { index };
  const line = low.kind === 'sym' && low.font === 'bb' && low.base === 'R';
  return line
    ? {
        index,
        from: { kind: 'neg', target: infinity(low.span), span: low.span },
        to: infinity(low.span),
      }
    : { index, set: low };
}

function infinity(span: Span): Expr {
  return { kind: 'sym', base: '\\infty', accents: [], font: 'plain', span };
}

function one(at: number): Expr {
  return { kind: 'num', text: '1', span: { start: at, end: at } };
}

/** Where the `d` stands that ends this integral; those of integrals inside come before it. */
function closing(parser: Parser): number | null {
  let depth = 0;
  let open = 1;
  for (let at = parser.at; at < parser.tokens.length; at++) {
    const token = parser.tokens[at];
    if (!token || token.kind === 'break') return null;
    if (/^(\(|\[|\{|\\\{|\\langle)$/.test(token.text)) depth++;
    if (/^(\)|\]|\}|\\\}|\\rangle)$/.test(token.text) && --depth < 0) return null;
    if (depth > 0) continue;
    if (isRelation(token.text) && token.kind !== 'word') return null;
    if (token.text === '\\int') open++;
    if (token.kind === 'letter' && token.text === 'd' && startsName(parser, at + 1) && --open === 0)
      return at;
  }
  return null;
}

function startsName(parser: Parser, at: number): boolean {
  const token = parser.tokens[at];
  if (token?.kind === 'letter') return true;
  return (
    token?.kind === 'command' &&
    !/^\\(frac|cdot|times|odot|int|sum|left|right|partial)$/.test(token.text)
  );
}

/** One letter with its font, accent and subscript: never a call, as in `dx (1 + y)`. */
function variable(parser: Parser): Expr {
  const from = parser.at;
  const group = (): void => {
    if (parser.is('{')) parser.at = parser.matching();
    parser.at++;
  };
  const styled = parser.is('{', 1);
  parser.at++;
  if (styled) group();
  if (parser.is('_')) {
    parser.at++;
    group();
  }
  const inner = parser.inner(from, Math.min(parser.at, parser.tokens.length));
  return inner.grammar.unit(inner) ?? parser.hole('d', parser.peek().start);
}

/** `\frac{dx}{x}` as the letter and `\frac{1}{x}`. */
function takenOut(node: Expr): { readonly index: Expr; readonly body: Expr } | null {
  if (node.kind === 'div') {
    const inner = takenOut(node.top);
    return inner && { index: inner.index, body: { ...node, top: inner.body } };
  }
  if (node.kind !== 'mul') return null;
  const at = node.factors.findIndex((factor) => factor.kind === 'sym' && factor.base === 'd');
  const index = at < 0 ? undefined : node.factors[at + 1];
  if (index && ['sym', 'sub'].includes(index.kind) && node.signs[at] === '') {
    const rest = node.factors.filter((_, k) => k !== at && k !== at + 1);
    const [only = one(node.span.start)] = rest;
    if (rest.length < 2) return { index, body: only };
    const signs = node.signs.filter((_, k) => k !== at && k !== at + 1).slice(0, rest.length - 1);
    return { index, body: { ...node, factors: rest, signs } };
  }
  for (const [k, factor] of node.factors.entries()) {
    const inner = factor.kind === 'div' ? takenOut(factor) : null;
    if (!inner) continue;
    const factors = node.factors.map((other, m) => (m === k ? inner.body : other));
    return { index: inner.index, body: { ...node, factors } };
  }
  return null;
}
