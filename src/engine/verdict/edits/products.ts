import { numberAt } from '../../expression/numberAt.js';
import type { Expr, Mul } from '../../expression/node.js';
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
      add('fix.transpose', isCapital(factor) ? 2.45 : 2.5, factor, turned(factor));
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
    }
  });
  turnedPairs(node, add);
}

/** `x A`: a matrix stands before the column that it is applied to. */
function isSmall(node: Expr | undefined): boolean {
  return node?.kind === 'sym' && /^(?:[a-z]|\\[a-z]+)$/.test(node.base);
}

function isCapital(node: Expr): boolean {
  if (node.kind === 'transpose') return isCapital(node.target);
  return node.kind === 'sym' && /^[A-Z]$/.test(node.base);
}

function turnedPairs(node: Mul, add: AddEdit): void {
  const { factors } = node;
  // `h \delta^\top` for `\delta h^\top`: the transpose of the whole, written out.
  const [first, second] = factors;
  if (
    factors.length === 2 &&
    first &&
    second &&
    (first.kind === 'transpose' || second.kind === 'transpose')
  ) {
    add('fix.order', 2.4, node, { ...node, factors: [untransposed(second), untransposed(first)] });
  }
  // `\delta^\top h` for `\delta h^\top`: the sign stands on the wrong factor.
  factors.forEach((factor, at) => {
    const next = factors[at + 1];
    if (!next) return;
    const pair =
      factor.kind === 'transpose' && next.kind !== 'transpose'
        ? [factor.target, turned(next)]
        : factor.kind !== 'transpose' && next.kind === 'transpose'
          ? [turned(factor), next.target]
          : null;
    if (pair)
      add('fix.transpose', 3, node, {
        ...node,
        factors: factors.map((other, k) =>
          k === at ? (pair[0] ?? other) : k === at + 1 ? (pair[1] ?? other) : other,
        ),
      });
  });
}

function untransposed(node: Expr): Expr {
  return node.kind === 'transpose' ? node.target : turned(node);
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
