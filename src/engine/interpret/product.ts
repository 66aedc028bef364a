import type { Expr, Mul, ProductSign } from '../expression/node.js';
import type { Span } from '../text/span.js';
import { combine, indices, isRow, isScalar, multiply, sumOf } from './arithmetic.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { isOne } from './name.js';
import { argumentOf, besideEntries, isFunctionCall } from './power.js';
import { Unreadable } from './problem.js';
import { count, type Axes, type Tensor } from './tensor.js';

/** Factors in a row. `\odot` binds less tightly than juxtaposition, unless only the other order fits. */
export function productValue(it: Interpreting, node: Mul, env: Env): Tensor {
  const { factors, signs } = regroup(it, node);
  const values = factors.map((factor, at) =>
    besideEntries(it, factor, signs[at] === 'odot' || signs[at - 1] === 'odot', env),
  );
  if (!signs.includes('odot')) return chain(it, values, signs, node.span);
  const grouped = it.attempt(() => {
    const before = it.notes.has('broadcast');
    const out = byHadamard(it, values, signs, node.span);
    if (!before && it.notes.delete('broadcast')) throw new Unreadable('shape', node.span);
    return out;
  });
  return grouped ?? leftToRight(it, values, signs, node.span);
}

/** `1 [i = j]` is an indicator; `a(b)` with no function `a` is a product of its own. */
function regroup(it: Interpreting, node: Mul): { factors: Expr[]; signs: ProductSign[] } {
  const factors: Expr[] = [];
  const signs: ProductSign[] = [];
  node.factors.forEach((factor, at) => {
    const last = factors.at(-1);
    if (last?.kind === 'sym' && (isOne(last) || last.base === 'I') && factor.kind === 'rel') {
      factors[factors.length - 1] = factor;
      return;
    }
    if (at > 0) signs.push(node.signs[at - 1] ?? '');
    if (factor.kind === 'call' && !factor.certain && !isFunctionCall(it, factor)) {
      factors.push(factor.fn, argumentOf(factor));
      signs.push('');
    } else {
      factors.push(factor);
    }
  });
  return { factors, signs };
}

function byHadamard(
  it: Interpreting,
  values: readonly Tensor[],
  signs: readonly ProductSign[],
  span: Span,
): Tensor {
  const groups: { values: Tensor[]; signs: ProductSign[] }[] = [{ values: [], signs: [] }];
  values.forEach((value, at) => {
    const sign = at > 0 ? signs[at - 1] : undefined;
    if (sign === 'odot') groups.push({ values: [], signs: [] });
    else if (sign !== undefined) groups.at(-1)?.signs.push(sign);
    groups.at(-1)?.values.push(value);
  });
  const parts = groups.map((group) => chain(it, group.values, group.signs, span));
  return parts
    .slice(1)
    .reduce((out, part) => hadamard(it, out, part, span), parts[0] ?? it.constant(1));
}

function leftToRight(
  it: Interpreting,
  values: readonly Tensor[],
  signs: readonly ProductSign[],
  span: Span,
): Tensor {
  return values
    .slice(1)
    .reduce(
      (out, value, at) => join(it, out, value, signs[at] ?? '', span),
      values[0] ?? it.constant(1),
    );
}

/** Derivatives contract with what they belong to, in whatever order they are written; the rest multiplies from left to right. */
function chain(
  it: Interpreting,
  values: readonly Tensor[],
  signs: readonly ProductSign[],
  span: Span,
): Tensor {
  const left = [...values];
  const between = [...signs];
  while (left.length > 1) {
    let at = left.slice(1).findIndex((value, k) => linked(left[k], value));
    if (at < 0) at = 0;
    const [a, b] = [left[at], left[at + 1]];
    if (!a || !b) break;
    left.splice(at, 2, join(it, a, b, between[at] ?? '', span));
    between.splice(at, 1);
  }
  return left[0] ?? it.constant(1);
}

function linked(a: Tensor | undefined, b: Tensor | undefined): boolean {
  if (!a?.tag || !b?.tag) return false;
  return sameAxes(a.tag.den, b.tag.num) || sameAxes(b.tag.den, a.tag.num);
}

function sameAxes(a: Axes, b: Axes): boolean {
  return a.key === b.key && a.rank === b.rank;
}

function join(it: Interpreting, a: Tensor, b: Tensor, sign: ProductSign, span: Span): Tensor {
  if (sign === 'odot') return hadamard(it, a, b, span);
  if (sign === 'otimes') return kronecker(it, a, b, span);
  return (
    contract(it, a, b) ??
    adjoint(it, a, b) ??
    multiply(it.space, a, b, span, it.note, sign === 'cdot')
  );
}

function hadamard(it: Interpreting, a: Tensor, b: Tensor, span: Span): Tensor {
  if (!isScalar(a) && !isScalar(b) && a.dims.length !== b.dims.length) it.note('broadcast');
  return combine(it.space, a, b, (graph, x, y) => graph.mul(x, y), span, it.note);
}

/** dL/dy . dy/dx, in either order: summed over the axes of y. */
function contract(it: Interpreting, a: Tensor, b: Tensor): Tensor | null {
  if (!a.tag || !b.tag) return null;
  if (sameAxes(a.tag.den, b.tag.num))
    return contracted(it, a, b, b.tag.num.rank, { num: a.tag.num, den: b.tag.den });
  if (sameAxes(b.tag.den, a.tag.num))
    return contracted(it, b, a, a.tag.num.rank, { num: b.tag.num, den: a.tag.den });
  return null;
}

function contracted(
  it: Interpreting,
  outer: Tensor,
  inner: Tensor,
  rank: number,
  tag: { num: Axes; den: Axes },
): Tensor | null {
  const keep = outer.dims.slice(0, outer.dims.length - rank);
  const shared = inner.dims.slice(0, rank);
  const tail = inner.dims.slice(rank);
  const fits = it.attempt(() => {
    shared.forEach((dim, k) => {
      if (!it.space.same(dim, outer.dims[keep.length + k] ?? dim))
        throw new Unreadable('shape', { start: 0, end: 0 });
    });
    return true;
  });
  if (!fits) return null;
  const { graph } = it.space;
  const dims = [...keep, ...tail];
  if (!graph) return { dims, data: [], tag };
  const [n, m] = [count(shared), count(tail)];
  const data = indices([count(keep), m]).map(([p = 0, q = 0]) => {
    const terms = Array.from({ length: n }, (_, k) =>
      graph.mul(outer.data[p * n + k] ?? 0, inner.data[k * m + q] ?? 0),
    );
    return sumOf(graph, terms);
  });
  return { dims, data, tag };
}

/** `\delta \frac{\partial z}{\partial W}`: an array with the shape of z is the adjoint of z. */
function adjoint(it: Interpreting, a: Tensor, b: Tensor): Tensor | null {
  const [derivative, plain] = b.tag && b.tag.num.rank > 0 ? [b, a] : [a, b];
  const { tag } = derivative;
  if (!tag || tag.num.rank === 0 || isScalar(plain) || tag.den.rank === 0) return null;
  const flat =
    isRow(it.space, plain) && tag.num.rank === 1
      ? { dims: plain.dims.slice(1), data: plain.data }
      : plain;
  if (flat.dims.length !== tag.num.rank) return null;
  // A Jacobian of two vectors is a matrix: only when the product as written does not fit is it meant as a contraction.
  if (
    derivative.dims.length === 2 &&
    it.attempt(() => multiply(it.space, a, b, { start: 0, end: 0 }, () => undefined, false)) &&
    !isProductReading(it, a, b)
  )
    return null;
  const gradient: Tensor = {
    dims: flat.dims,
    data: flat.data,
    tag: { num: { key: 'L', rank: 0 }, den: tag.num },
  };
  return contract(it, gradient, derivative);
}

// A column before a square matrix has no product as written.
function isProductReading(it: Interpreting, a: Tensor, b: Tensor): boolean {
  return a.dims.length === 1 && b.dims.length === 2 && !isRow(it.space, b);
}

/** The outer product of vectors, the Kronecker product of matrices. */
function kronecker(it: Interpreting, a: Tensor, b: Tensor, span: Span): Tensor {
  const { space } = it;
  if (isScalar(a) || isScalar(b)) return multiply(space, a, b, span, it.note, false);
  const { graph } = space;
  if (a.dims.length === 1 && b.dims.length === 1) {
    const dims = [a.dims[0] ?? 0, b.dims[0] ?? 0];
    return { dims, data: graph ? a.data.flatMap((x) => b.data.map((y) => graph.mul(x, y))) : [] };
  }
  if (a.dims.length !== 2 || b.dims.length !== 2) throw new Unreadable('unsupported', span);
  if (!graph) return { dims: [space.fresh(), space.fresh()], data: [] };
  const [m = 1, n = 1] = a.dims;
  const [p = 1, q = 1] = b.dims;
  const data = indices([m * p, n * q]).map(([i = 0, j = 0]) =>
    graph.mul(
      a.data[Math.floor(i / p) * n + Math.floor(j / q)] ?? 0,
      b.data[(i % p) * q + (j % q)] ?? 0,
    ),
  );
  return { dims: [m * p, n * q], data };
}
