import type { Expr, Mul, ProductSign } from '../../expression/node.js';
import { MAX_DEPTH, type Parser } from './parser.js';

const PRODUCT_SIGNS: Readonly<Record<string, ProductSign>> = {
  '\\cdot': 'cdot',
  '\\times': 'times',
  '*': 'star',
  '\\odot': 'odot',
  '\\otimes': 'otimes',
  '\\bullet': 'cdot',
};

/** Terms joined by `+` and `-`. */
export function parseSum(parser: Parser): Expr {
  const start = parser.peek().start;
  if (parser.depth > MAX_DEPTH) {
    parser.at = parser.tokens.length;
    return parser.hole('depth', start);
  }
  parser.depth++;
  let left = parseSigned(parser);
  for (;;) {
    const sign = plusOrMinus(parser);
    if (!sign) break;
    parser.next();
    const right = parseProduct(parser);
    left = { kind: 'add', op: sign, left, right, span: parser.spanFrom(start) };
  }
  parser.depth--;
  return left;
}

function plusOrMinus(parser: Parser): '+' | '-' | null {
  if (parser.is('+')) return '+';
  return parser.is('-') ? '-' : null;
}

function parseSigned(parser: Parser): Expr {
  const start = parser.peek().start;
  if (parser.is('+')) {
    parser.next();
    return parseProduct(parser);
  }
  if (!parser.is('-')) return parseProduct(parser);
  parser.next();
  const target = parseProduct(parser);
  return { kind: 'neg', target, span: parser.spanFrom(start) };
}

/** Factors side by side or joined by a product sign; `a / b` divides by the next factor alone. */
export function parseProduct(parser: Parser): Expr {
  const start = parser.peek().start;
  const factors: Expr[] = [];
  const signs: ProductSign[] = [];
  for (;;) {
    const sign: ProductSign | null = factors.length === 0 ? '' : nextSign(parser);
    if (sign === null) break;
    const factor = parseFactor(parser);
    if (!factor) {
      if (factors.length === 0) return parser.hole(parser.peek().text, start);
      if (sign !== '') factors.push(parser.hole(parser.peek().text, parser.peek().start));
      if (sign !== '') signs.push(sign);
      break;
    }
    if (factors.length > 0) signs.push(sign);
    factors.push(factor);
    while (parser.is('/') || parser.is('\\div')) divideLast(parser, factors);
  }
  const only = factors[0];
  if (factors.length === 1 && only) return only;
  return { kind: 'mul', factors, signs, span: parser.spanFrom(start) } satisfies Mul;
}

function nextSign(parser: Parser): ProductSign | null {
  const token = parser.peek();
  if (token.kind !== 'word' && Object.hasOwn(PRODUCT_SIGNS, token.text)) {
    parser.next();
    return PRODUCT_SIGNS[token.text] ?? null;
  }
  return parser.grammar.startsUnit(parser) ? '' : null;
}

function parseFactor(parser: Parser): Expr | null {
  const start = parser.peek().start;
  // A sign after a product sign: `6*-1`.
  if ((parser.is('-') || parser.is('+')) && parser.at > 0) {
    const negative = parser.next().text === '-';
    const target = parser.grammar.unit(parser);
    if (!target) return null;
    return negative ? { kind: 'neg', target, span: parser.spanFrom(start) } : target;
  }
  return parser.grammar.unit(parser);
}

function divideLast(parser: Parser, factors: Expr[]): void {
  const top = factors.pop();
  if (!top) return;
  parser.next();
  const bottom = parseFactor(parser) ?? parser.hole('/', parser.peek().start);
  factors.push(divide(top, bottom, parser));
}

/** `\partial L / \partial W` is a derivative; anything else a quotient. */
function divide(top: Expr, bottom: Expr, parser: Parser): Expr {
  const span = parser.spanFrom(top.span.start);
  if (isDifferential(top) && isDifferential(bottom)) {
    return {
      kind: 'deriv',
      style: 'partial',
      top: top.args[0] ?? null,
      wrt: [{ name: bottom.args[0] ?? bottom, order: 1 }],
      span,
    };
  }
  return { kind: 'div', top, bottom, span };
}

function isDifferential(node: Expr): node is Expr & { kind: 'call' } {
  return node.kind === 'call' && node.fn.kind === 'sym' && node.fn.base === '\\partial';
}
