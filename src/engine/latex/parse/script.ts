import type { Expr } from '../../expression/node.js';
import { parseArguments } from './call.js';
import { parseBetween } from './fence.js';
import type { Parser } from './parser.js';

/** Subscripts, superscripts, primes, a call's bracket, `!`, and `|_{x=0}` after an atom. */
export function parseScripts(parser: Parser, atom: Expr, start: number): Expr {
  let node = atom;
  for (;;) {
    if (parser.is('_')) {
      parser.next();
      node = withIndices(node, parseIndices(parser.group()), parser.spanFrom(start));
    } else if (parser.is('^')) {
      parser.next();
      node = parseSuperscript(parser, node, start);
    } else if (parser.is("'")) {
      let order = 0;
      while (parser.take("'")) order++;
      node = { kind: 'prime', target: node, order, span: parser.spanFrom(start) };
    } else if (parser.is('!') && node.kind !== 'hole') {
      parser.next();
      const span = parser.spanFrom(start);
      node = {
        kind: 'call',
        fn: { kind: 'sym', base: 'factorial', accents: [], font: 'upright', span },
        args: [node],
        certain: true,
        span,
      };
    } else if (parser.is('|') && parser.is('_', 1) && !isInsideBars(parser)) {
      node = parseEvaluated(parser, node, start);
    } else if (parser.is('(') && canBeCalled(node)) {
      node = parseArguments(parser, node, start);
    } else if (
      (parser.is('[') || parser.is('\\{')) &&
      (node.kind === 'sym' || node.kind === 'sub') &&
      isExpectation(node)
    ) {
      node = parseArguments(parser, node, start);
    } else {
      return node;
    }
  }
}

/** Below what stands above: `x^2_i` is printed as `x_i^2` is. `A^\top_{ij}` is an entry of the transpose. */
function withIndices(target: Expr, indices: readonly Expr[], span: Expr['span']): Expr {
  // `(X^{-1})_{ji}`, `X^{-1}_{ji}`, `(A^2)_{ij}`: entries of the inverse, of the square.
  if (target.kind === 'pow' && (span.start < target.base.span.start || isInverse(target, indices)))
    return { kind: 'sub', target, indices, span };
  if (target.kind === 'pow' && isName(target.base))
    return { ...target, base: { kind: 'sub', target: target.base, indices, span }, span };
  if (target.kind === 'transpose' && isName(target.target) && indices.length === 1)
    return { ...target, target: { kind: 'sub', target: target.target, indices, span }, span };
  return { kind: 'sub', target, indices, span };
}

function isInverse({ exponent }: Expr & { kind: 'pow' }, indices: readonly Expr[]): boolean {
  const negative = exponent.kind === 'neg' && exponent.target.kind === 'num';
  return negative && indices.length === 2;
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || (node.kind === 'mark' && isName(node.target));
}

/** `\mathbb{E}`, `E_x`, and indicators: what take square brackets and braces too. */
function isExpectation(node: Expr): boolean {
  if (node.kind === 'sub') return node.target.kind === 'sym' && isExpectation(node.target);
  if (node.kind !== 'sym' || node.accents.length > 0) return false;
  if (node.base === '1' && node.font !== 'plain') return true;
  return node.font === 'bb' ? /^[EVPI]$/.test(node.base) : /^(E|Var|Cov|\\?Pr)$/.test(node.base);
}

function isInsideBars(parser: Parser): boolean {
  return parser.bars.includes('|');
}

/** What may stand before the bracket of a call; whether it is one is decided with the whole document in view. */
function canBeCalled(node: Expr): boolean {
  switch (node.kind) {
    case 'sym':
      return true;
    case 'sub':
    case 'mark':
    case 'prime':
      return canBeCalled(node.target);
    case 'pow':
      return canBeCalled(node.base) && node.base.kind !== 'call' && node.exponent.kind === 'num';
    default:
      return false;
  }
}

function parseEvaluated(parser: Parser, target: Expr, start: number): Expr {
  parser.next();
  const between = parseBetween(parser, target, start);
  if (between) return between;
  parser.next();
  const condition = parser.grammar.whole(parser.group());
  return { kind: 'at', target, condition, span: parser.spanFrom(start) };
}

/** `x_{(1)}`, `x_{(n)}`: the least and the greatest of all x, not the first and the last. */
function orderLabel(inner: Parser): Expr | null {
  const texts = inner.tokens.slice(inner.at).map(({ text }) => text);
  const [open, rank, close] = texts;
  if (texts.length !== 3 || open !== '(' || close !== ')' || !/^([0-9]|[nNmk])$/.test(rank ?? ''))
    return null;
  const start = inner.next().start;
  inner.next();
  inner.next();
  return { kind: 'text', text: `(${rank ?? ''})`, span: inner.spanFrom(start) };
}

/** `e_{(i)}`, as `e_{-i}`: without the i-th; in order statistics it is no x_i either. */
function leftOut(inner: Parser): Expr | null {
  const texts = inner.tokens.slice(inner.at).map(({ text }) => text);
  if (!/^\(-?[ij]\)$/.test(texts.join(''))) return null;
  const { start } = inner.peek();
  const signed = texts.length === 4 ? 2 : 1;
  for (let k = 0; k < signed; k++) inner.next();
  const { text: base, start: at, end } = inner.next();
  inner.next();
  const letter: Expr = { kind: 'sym', base, accents: [], font: 'plain', span: { start: at, end } };
  return { kind: 'neg', target: letter, span: inner.spanFrom(start) };
}

/** `\lambda_{\max}`, `H_{\min}`: the greatest, not an operator. */
function extremumLabel(inner: Parser): Expr | null {
  const [only, ...more] = inner.tokens.slice(inner.at);
  const word = /^\\?(max|min|sup|inf)$/.exec(only?.text ?? '')?.[1];
  if (word === undefined || more.length > 0) return null;
  const start = inner.next().start;
  return { kind: 'text', text: word, span: inner.spanFrom(start) };
}

/** `h_{-}`, `x_+`: the one before or on one side; nothing is added. */
function signLabel(inner: Parser): Expr | null {
  const [only, ...more] = inner.tokens.slice(inner.at);
  if (!only || more.length > 0 || !/^[+-]$/.test(only.text)) return null;
  const start = inner.next().start;
  return { kind: 'text', text: only.text, span: inner.spanFrom(start) };
}

/** `_{2,ij}`, `_{i+1}`, `_{out}`, `_{\text{in}}`, `_{i,:}`: a list, split where letters and digits stand side by side. */
function parseIndices(inner: Parser): Expr[] {
  const label = orderLabel(inner) ?? leftOut(inner) ?? extremumLabel(inner) ?? signLabel(inner);
  if (label) return [label];
  const indices: Expr[] = [];
  while (!inner.finished()) {
    if (
      inner.is(',') ||
      inner.is(';') ||
      inner.is('|') ||
      inner.is(':') ||
      inner.peek().kind === 'quad'
    ) {
      if (inner.is(':'))
        indices.push({
          kind: 'text',
          text: ':',
          span: { start: inner.peek().start, end: inner.peek().end },
        });
      inner.next();
      continue;
    }
    const before = inner.at;
    const item = inner.grammar.relation(inner);
    indices.push(...splitIndex(item));
    if (inner.at === before) inner.next();
  }
  return indices;
}

function splitIndex(item: Expr): Expr[] {
  if (item.kind === 'mul' && item.signs.every((sign) => sign === ''))
    return item.factors.flatMap(splitIndex);
  if (item.kind === 'tuple') return item.items.flatMap(splitIndex);
  return [item];
}

function parseSuperscript(parser: Parser, node: Expr, start: number): Expr {
  const inner = parser.group();
  const texts = inner.tokens.map((token) => token.text);
  const joined = texts.join('');
  const span = parser.spanFrom(start);
  if (joined === '\\top') return { kind: 'transpose', target: node, sign: 'top', span };
  if (joined === 'T') return { kind: 'transpose', target: node, sign: 'T', span };
  if (joined === "'" || joined === "''")
    return { kind: 'prime', target: node, order: joined.length, span };
  if (/^(\*|\\dagger|\+|-|\\#|\\odot|opt|\\natural)$/.test(joined))
    return { kind: 'mark', target: node, mark: joined === 'opt' ? '*' : joined, span };
  if (/^-(T|\\top)$/.test(joined)) {
    const inverse: Expr = { kind: 'pow', base: node, exponent: minusOne(span), span };
    return { kind: 'transpose', target: inverse, sign: 'top', span };
  }
  const labelled = parseLabels(inner, node, span);
  if (labelled) return labelled;
  const turned = splitTranspose(inner, node, span);
  if (turned) return turned;
  if (inner.tokens.length === 1 && inner.tokens[0]?.kind === 'word')
    return { kind: 'mark', target: node, mark: joined, span };
  const exponent = inner.grammar.whole(inner);
  const upright = inner.tokens.length === 1 && inner.tokens[0]?.upright === true;
  return {
    kind: 'pow',
    base: node,
    exponent: upright && exponent.kind === 'sym' ? { ...exponent, font: 'upright' } : exponent,
    span,
  };
}

/** `W^{(l)}`, `a^{[l](i)}`, `W^{[2]T}`, `g^{[l]\prime}`: labels in brackets, and then a transpose or a prime. */
function parseLabels(inner: Parser, node: Expr, span: Expr['span']): Expr | null {
  const texts = inner.tokens.map((token) => token.text);
  let out = node;
  let at = 0;
  while (/^[([]$/.test(texts[at] ?? '')) {
    const end = closing(texts, at);
    if (end < at + 2) return null;
    const index = inner.grammar.whole(inner.inner(at + 1, end));
    out = { kind: 'mark', target: out, mark: 'layer', index, span };
    at = end + 1;
  }
  if (at === 0) return null;
  const rest = texts.slice(at).join('');
  if (rest === '') return out;
  if (rest === 'T' || rest === '\\top')
    return { kind: 'transpose', target: out, sign: rest === 'T' ? 'T' : 'top', span };
  return /^'+$/.test(rest) ? { kind: 'prime', target: out, order: rest.length, span } : null;
}

/** Where the bracket that opens at a place closes, or -1. */
function closing(texts: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < texts.length; at++) {
    if (/^[([]$/.test(texts[at] ?? '')) depth++;
    if (/^[)\]]$/.test(texts[at] ?? '') && --depth === 0) return at;
  }
  return -1;
}

/** `w^{*\top}`, `w^{*\prime}`, `X^{2T}`: a mark or a power, and a transpose, in one superscript. */
function splitTranspose(inner: Parser, node: Expr, span: Expr['span']): Expr | null {
  const [first, last, ...more] = inner.tokens;
  if (first?.text === '*' && last?.text === "'" && more.length === 0)
    return {
      kind: 'prime',
      target: { kind: 'mark', target: node, mark: '*', span },
      order: 1,
      span,
    };
  if (!first || !last || more.length > 0 || !/^(?:T|\\top)$/.test(last.text)) return null;
  const sign = last.text === 'T' ? 'T' : 'top';
  if (first.text === '*')
    return {
      kind: 'transpose',
      target: { kind: 'mark', target: node, mark: '*', span },
      sign,
      span,
    };
  if (first.kind !== 'number') return null;
  const exponent = inner.grammar.whole(inner.inner(0, 1));
  return { kind: 'transpose', target: { kind: 'pow', base: node, exponent, span }, sign, span };
}

function minusOne(span: Expr['span']): Expr {
  return { kind: 'neg', target: { kind: 'num', text: '1', span }, span };
}
