import { numberAt } from '../../expression/numberAt.js';
import type { Expr, Mul } from '../../expression/node.js';
import { sameTree } from '../../expression/sameTree.js';
import { forgottenRoot } from './powers.js';
import { isTurnable, timesFirst, turned, type AddEdit, type Stock } from './edit.js';

/** Slips in a product: a factor too many, the order, the kind of product, the transposes. */
export function productEdits(node: Mul, stock: Stock, add: AddEdit): void {
  const { factors, signs, span } = node;
  factors.forEach((factor, at) => {
    const rest = factors.filter((_, k) => k !== at);
    const left = signs.filter((_, k) => k !== Math.max(0, at - 1));
    const [only] = rest;
    if (rest.length === 1 && only) add('fix.factor', 3, node, { ...only, span });
    else add('fix.factor', 3, node, { ...node, factors: rest, signs: left });
    // Of a matrix and a vector the matrix is the one whose transpose was forgotten.
    if (isTurnable(factor))
      add(
        'fix.transpose',
        factor.kind === 'add' ? 2.35 : isCapital(factor) ? 2.45 : 2.5,
        factor,
        turned(factor, stock),
      );
    if (at > 0) {
      const swapped = [...factors];
      [swapped[at - 1], swapped[at]] = [factor, factors[at - 1] ?? factor];
      const odd = isSmall(factors[at - 1]) && isCapital(factor);
      add('fix.order', odd ? 2.4 : 2.7, node, { ...node, factors: swapped });
      const sign = signs[at - 1] ?? '';
      add('fix.product', sign === 'odot' || stock.odot ? 2 : 3, node, {
        ...node,
        signs: signs.map((other, k) => (k === at - 1 ? (sign === 'odot' ? '' : 'odot') : other)),
      });
      // `\delta \odot h` for `\delta h^\top`.
      if (sign === 'odot' && isTurnable(factor))
        add('fix.product', 2.3, node, {
          ...node,
          factors: factors.map((other) => (other === factor ? turned(other, stock) : other)),
          signs: signs.map((other, k) => (k === at - 1 ? '' : other)),
        });
    }
  });
  // `(X^\top X) X^\top y`: the inverse of a bracket was forgotten.
  factors.forEach((factor) => {
    if (factor.kind !== 'mul' && factor.kind !== 'add') return;
    const minus: Expr = { kind: 'neg', target: numberAt('1', factor), span: factor.span };
    add(
      'fix.power',
      2.9,
      factor,
      {
        kind: 'pow',
        base: factor,
        exponent: minus,
        span: factor.span,
      },
      true,
    );
  });
  reciprocals(node, add);
  sharedPowers(node, add);
  turnedPairs(node, stock, add);
  symmetricEdit(node, stock, add);
  const [a, b, ...more] = factors;
  // `\log p \log q` for the sum of the two.
  if (a?.kind === 'call' && b?.kind === 'call' && more.length === 0)
    add('fix.sign', 3, node, { kind: 'add', op: '+', left: a, right: b, span }, true);
}

/** `\sqrt{d} B K` for `\frac{1}{\sqrt{d}} B K`: multiplied by what divides, or without its root. */
function reciprocals({ factors }: Mul, add: AddEdit): void {
  for (const factor of factors) {
    const root = factor.kind === 'call' && factor.fn.kind === 'sym' && factor.fn.base === 'sqrt';
    const name = factor.kind === 'sym' || factor.kind === 'sub';
    if (!(root || (name && !isCapital(factor)))) continue;
    const { span } = factor;
    const under: Expr = { kind: 'div', top: numberAt('1', factor), bottom: factor, span };
    add('fix.factor', 2.9, factor, under, true);
    // `n U` for `\sqrt{n} U`.
    if (factor.kind === 'sym') forgottenRoot(factor, add);
  }
}

/** `2 \gamma^m` for `(2 \gamma)^m`: the power reaches the last factor alone. */
function sharedPowers(node: Mul, add: AddEdit): void {
  const { factors, signs } = node;
  factors.forEach((power, at) => {
    const before = factors[at - 1];
    if (power.kind !== 'pow' || !before || before.kind === 'pow' || signs[at - 1] !== '') return;
    const span = { start: before.span.start, end: power.base.span.end };
    const base: Expr = { kind: 'mul', factors: [before, power.base], signs: [''], span };
    const raised: Expr = { ...power, base };
    const whole = [...factors.slice(0, at - 1), raised, ...factors.slice(at + 1)];
    const change: Expr =
      whole.length === 1
        ? raised
        : { ...node, factors: whole, signs: signs.filter((_, k) => k !== at - 1) };
    add('fix.brackets', 1.9, node, change, true);
  });
}

/** `2 A x` for `(A + A^\top) x`: right where A is symmetric, of which nothing is said. */
function symmetricEdit(node: Mul, stock: Stock, add: AddEdit): void {
  const [two, factor, ...rest] = node.factors;
  if (two?.kind !== 'num' || two.text !== '2' || !factor || rest.length === 0) return;
  const matrix = factor.kind === 'transpose' ? factor.target : factor;
  if (!isCapital(matrix)) return;
  const { span } = factor;
  const both: Expr = { kind: 'add', op: '+', left: matrix, right: turned(matrix, stock), span };
  const factors = [both, ...rest];
  add('fix.replace', 2.95, node, { ...node, factors, signs: node.signs.slice(1) }, true);
}

/** `x A`: a matrix stands before the column that it is applied to. */
function isSmall(node: Expr | undefined): boolean {
  return node?.kind === 'sym' && /^(?:[a-z]|\\[a-z]+)$/.test(node.base);
}

function isCapital(node: Expr): boolean {
  if (node.kind === 'transpose' || node.kind === 'mark' || node.kind === 'sub')
    return isCapital(node.target);
  return node.kind === 'sym' && /^[A-Z]$/.test(node.base);
}

function turnedPairs(node: Mul, stock: Stock, add: AddEdit): void {
  const { factors } = node;
  const other = (factor: Expr): Expr =>
    factor.kind === 'transpose' ? factor.target : turned(factor, stock);
  // `h \delta^\top` for `\delta h^\top`: the transpose of the two, written out.
  factors.forEach((first, at) => {
    const second = factors[at + 1];
    if (!second || (first.kind !== 'transpose' && second.kind !== 'transpose')) return;
    const pair = [other(second), other(first)];
    const whole = [...factors.slice(0, at), ...pair, ...factors.slice(at + 2)];
    const long = factors.length > 2;
    add('fix.order', long ? 2.6 : 2.4, node, { ...node, factors: whole }, long);
  });
  sandwiches(node, add);
  // `\delta^\top h` for `\delta h^\top`: the sign stands on the wrong factor.
  factors.forEach((factor, at) => {
    const next = factors[at + 1];
    if (!next) return;
    const pair =
      factor.kind === 'transpose' && next.kind !== 'transpose'
        ? [factor.target, turned(next, stock)]
        : factor.kind !== 'transpose' && next.kind === 'transpose'
          ? [turned(factor, stock), next.target]
          : null;
    if (pair)
      add('fix.transpose', 3, node, {
        ...node,
        factors: factors.map((one, k) =>
          k === at ? (pair[0] ?? one) : k === at + 1 ? (pair[1] ?? one) : one,
        ),
      });
  });
}

/** `X W X^\top` for `X^\top W X`: the sign stands on the wrong one of two like factors. */
function sandwiches(node: Mul, add: AddEdit): void {
  const { factors } = node;
  factors.forEach((factor, at) => {
    const plain = factor.kind === 'transpose' ? factor.target : factor;
    if (!isCapital(plain)) return;
    const last = factors.findIndex((one, k) => {
      const turns = (one.kind === 'transpose') !== (factor.kind === 'transpose');
      return k > at + 1 && turns && sameTree(one.kind === 'transpose' ? one.target : one, plain);
    });
    const twin = factors[last];
    if (!twin) return;
    const exchanged = factors.map((one, k) => (k === at ? twin : k === last ? factor : one));
    add('fix.transpose', 2.4, node, { ...node, factors: exchanged });
  });
}

/** A factor 2, 1/2, n or 1/n that is missing. */
export function factorEdits(node: Expr, cost: number, stock: Stock, add: AddEdit): void {
  const { span } = node;
  const over = (bottom: Expr): Expr => ({ kind: 'div', top: numberAt('1', node), bottom, span });
  const two = numberAt('2', node);
  add('fix.factor', cost, node, timesFirst(two, node));
  add('fix.factor', cost, node, timesFirst(over(two), node));
  for (const size of stock.sizes) {
    add('fix.factor', cost, node, timesFirst(over(size), node));
    add('fix.factor', cost + 0.5, node, timesFirst(size, node));
  }
}
