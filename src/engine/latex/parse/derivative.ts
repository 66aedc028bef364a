import type { Deriv, Expr } from '../../expression/node.js';
import type { Parser } from './parser.js';

type Wrt = Deriv['wrt'][number];

/** `\frac{a}{b}`: a derivative when both halves begin with `\partial` or `d`, else a quotient. */
export function parseFraction(parser: Parser): Expr {
  const start = parser.next().start;
  const top = parser.group();
  const bottom = parser.group();
  const partial = bottom.is('\\partial');
  if (partial || isTotal(top, bottom)) {
    const derivative = readDerivative(top, bottom, partial ? 'partial' : 'total', parser, start);
    if (derivative) return derivative;
  }
  const node: Expr = {
    kind: 'div',
    top: top.grammar.whole(top),
    bottom: bottom.grammar.whole(bottom),
    span: parser.spanFrom(start),
  };
  return node;
}

/** `d f / d x`: the top begins with `d` (or is `d` or `d^2`), the bottom is `d` and a name and nothing else. */
function isTotal(top: Parser, bottom: Parser): boolean {
  if (!isD(bottom) || bottom.tokens.length < 2) return false;
  if (!isD(top)) return false;
  const second = bottom.peek(1);
  if (second.kind !== 'letter' && second.kind !== 'command' && second.kind !== 'word') return false;
  return !bottom.tokens.some((token) => ['+', '-', '(', '='].includes(token.text));
}

function isD(parser: Parser): boolean {
  const token = parser.peek();
  return (token.kind === 'letter' && token.text === 'd') || token.text === '\\mathrm d';
}

function readDerivative(
  top: Parser,
  bottom: Parser,
  style: 'partial' | 'total',
  parser: Parser,
  start: number,
): Expr | null {
  const sign = style === 'partial' ? '\\partial' : 'd';
  const wrt = readBottom(bottom, sign);
  if (wrt.length === 0) return null;
  const broken = !top.is(sign);
  let order = 1;
  if (!broken) {
    top.next();
    order = readOrder(top);
  }
  const total = wrt.reduce((sum, entry) => sum + entry.order, 0);
  const [only] = wrt;
  // `\frac{\partial L}{\partial \sigma^2}`, once above and twice below: by the square itself.
  if (!broken && order === 1 && total === 2 && only?.square)
    wrt[0] = { name: only.square, order: 1 };
  if (!broken && wrt.length === 1 && wrt[0] && order > 1 && total === 1)
    wrt[0] = { ...wrt[0], order };
  const target = top.finished() ? null : top.grammar.whole(top);
  const span = parser.spanFrom(start);
  const node: Deriv = {
    kind: 'deriv',
    style,
    top: target,
    wrt: wrt.map(({ name, order: times }) => ({ name, order: times })),
    ...(broken ? { broken } : {}),
    span,
  };
  if (target || broken) return node;
  return applyOperator(parser, node, start);
}

/** `\partial x \partial y^2`, `dx^2`, `\partial z^\top`. */
function readBottom(bottom: Parser, sign: string): (Wrt & { readonly square?: Expr })[] {
  const wrt: (Wrt & { readonly square?: Expr })[] = [];
  while (bottom.is(sign)) {
    bottom.next();
    const unit = bottom.grammar.unit(bottom);
    if (!unit) return [];
    if (unit.kind === 'pow' && unit.exponent.kind === 'num' && unit.exponent.text !== '1') {
      const order = Number(unit.exponent.text) || 1;
      wrt.push({ name: unit.base, order, ...(order === 2 ? { square: unit } : {}) });
    } else {
      // `\partial x^\top` only says how the result is laid out.
      wrt.push({ name: unit.kind === 'transpose' ? unit.target : unit, order: 1 });
    }
  }
  return bottom.finished() ? wrt : [];
}

function readOrder(top: Parser): number {
  if (!top.is('^')) return 1;
  top.next();
  const group = top.group();
  return Number(group.peek().text) || 1;
}

/** `\frac{d}{dx}[f]`: acts on the bracket, or on the whole product that follows. */
function applyOperator(parser: Parser, node: Deriv, start: number): Expr {
  if (!parser.grammar.startsUnit(parser)) {
    if (!['\\cdot', '\\sum', '\\prod'].some((text) => parser.is(text))) return node;
  }
  const top = operand(parser);
  return { ...node, top, span: parser.spanFrom(start) };
}

function operand(parser: Parser, product = true): Expr {
  const open = parser.is('(') || parser.is('[') || parser.is('\\{');
  if (!open && product) return parser.grammar.product(parser);
  const unit = parser.grammar.unit(parser);
  return unit ?? parser.hole('', parser.peek().start);
}

/** `\partial x` standing alone: kept as a call, so that `\partial L / \partial x` and `\partial |w|` can be understood. */
export function parsePartial(parser: Parser): Expr {
  const start = parser.peek().start;
  parser.next();
  let wrt: Expr | null = null;
  if (parser.is('_')) {
    parser.next();
    const group = parser.group();
    wrt = group.grammar.whole(group);
  }
  const unit = parser.grammar.unit(parser) ?? parser.hole('\\partial', start);
  const span = parser.spanFrom(start);
  if (wrt)
    return { kind: 'deriv', style: 'partial', top: unit, wrt: [{ name: wrt, order: 1 }], span };
  return {
    kind: 'call',
    fn: { kind: 'sym', base: '\\partial', accents: [], font: 'plain', span },
    args: [unit],
    certain: true,
    span,
  };
}

/** `\nabla_w L`, `\nabla f(x)`, `\nabla^2 f`. */
export function parseNabla(parser: Parser): Expr {
  const start = parser.next().start;
  let wrt: Expr | null = null;
  let order = 1;
  while (parser.is('_') || parser.is('^')) {
    const below = parser.next().text === '_';
    const group = parser.group();
    if (below) wrt = group.grammar.whole(group);
    else order = Number(group.peek().text) || 1;
  }
  const target = nablaOperand(parser);
  const span = parser.spanFrom(start);
  // `\nabla f(x)^\top` transposes the gradient, not the function.
  if (target.kind === 'transpose') {
    return { ...target, target: { kind: 'nabla', wrt, order, target: target.target, span }, span };
  }
  return { kind: 'nabla', wrt, order, target, span };
}

/** One factor, unless it is a number or a sum, which cannot be all that is meant. */
function nablaOperand(parser: Parser): Expr {
  const before = parser.at;
  const unit = operand(parser, false);
  const constant = unit.kind === 'num' || (unit.kind === 'div' && unit.top.kind === 'num');
  if (!constant) return unit;
  parser.at = before;
  return parser.grammar.product(parser);
}
