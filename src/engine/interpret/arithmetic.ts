import type { Graph, NodeId } from '../evaluate/graph.js';
import type { Span } from '../text/span.js';
import { Unreadable } from './problem.js';
import type { Space } from './space.js';
import { count, type Tensor } from './tensor.js';

/** Remembers which readings an expression needed. */
export type Note = (code: 'broadcast' | 'product' | 'layout') => void;

export function isScalar(value: Tensor): boolean {
  return value.dims.length === 0;
}

/** A row `[1, n]`, as `x^\top` gives. */
export function isRow(space: Space, value: Tensor): boolean {
  return value.dims.length === 2 && space.isOne(value.dims[0] ?? 0);
}

/** `[1, 1]` is a number, `[n, 1]` a vector. */
function squeeze(space: Space, value: Tensor): Tensor {
  const [m, n] = value.dims;
  if (value.dims.length === 1 && m !== undefined && space.isOne(m))
    return { dims: [], data: value.data };
  if (value.dims.length !== 2 || m === undefined || n === undefined || !space.isOne(n))
    return value;
  return space.isOne(m) ? { dims: [], data: value.data } : { dims: [m], data: value.data };
}

export function mapEach(
  space: Space,
  value: Tensor,
  fn: (graph: Graph, id: NodeId) => NodeId,
): Tensor {
  const { graph } = space;
  return { dims: value.dims, data: graph ? value.data.map((id) => fn(graph, id)) : [] };
}

/** Entry by entry, with numpy's broadcasting; a lone vector beside a matrix takes the axis that fits. */
export function combine(
  space: Space,
  a: Tensor,
  b: Tensor,
  fn: (graph: Graph, x: NodeId, y: NodeId) => NodeId,
  span: Span,
  note: Note,
): Tensor {
  const tag = a.tag ?? b.tag;
  const dims = commonShape(space, a, b, span, note);
  const { graph } = space;
  const keep = tag ? { tag } : {};
  if (!graph) return { dims: dims.out, data: [], ...keep };
  const [p, q] = [reader(a, dims.a, dims.out), reader(b, dims.b, dims.out)];
  const data: NodeId[] = [];
  for (let k = 0, total = count(dims.out); k < total; k++) data.push(fn(graph, p(k), q(k)));
  return { dims: dims.out, data, ...keep };
}

/** Finds the entry of a value that goes into an entry of what is made of it, by the place of that. */
function reader(value: Tensor, from: Place, out: readonly number[]): (k: number) => NodeId {
  if (from === whole) return (k) => value.data[k] ?? 0;
  if (from === none) return () => value.data[0] ?? 0;
  const places = indices(out);
  return (k) => entry(value, from(places[k] ?? []));
}

/** Which position of a value goes into a position of what is made of it. */
type Place = (at: readonly number[]) => readonly number[];

const whole: Place = (at) => at;
const none: Place = () => [];

interface Common {
  readonly out: readonly number[];
  readonly a: Place;
  readonly b: Place;
}

function commonShape(space: Space, a: Tensor, b: Tensor, span: Span, note: Note): Common {
  if (isScalar(a)) return { out: b.dims, a: none, b: whole };
  if (isScalar(b)) return { out: a.dims, a: whole, b: none };
  if (a.dims.length === b.dims.length) return sameRank(space, a, b, span, note);
  const swap = a.dims.length < b.dims.length;
  const [big, small] = swap ? [b, a] : [a, b];
  const pick = axisFor(space, big, small, span);
  note('broadcast');
  const take = (at: readonly number[]): readonly number[] =>
    small.dims.length === 1 ? [at[pick] ?? 0] : at.slice(at.length - small.dims.length);
  return swap ? { out: big.dims, a: take, b: whole } : { out: big.dims, a: whole, b: take };
}

function sameRank(space: Space, a: Tensor, b: Tensor, span: Span, note: Note): Common {
  const mark = space.mark();
  // `X W + b` with b in R^{1 x H}: N samples, not one.
  const stretched = a.dims.some((dim, k) => stretches(space, dim, b.dims[k] ?? dim));
  if (!stretched && a.dims.every((dim, k) => space.same(dim, b.dims[k] ?? dim)))
    return { out: a.dims, a: whole, b: whole };
  space.undo(mark);
  const out: number[] = [];
  for (let k = 0; k < a.dims.length; k++) {
    const [x, y] = [a.dims[k] ?? 0, b.dims[k] ?? 0];
    if (space.isOne(x)) out.push(y);
    else if (space.isOne(y) || space.same(x, y)) out.push(x);
    else throw new Unreadable('shape', span, shapes(space, a, b));
  }
  note('broadcast');
  const clip =
    (value: Tensor) =>
    (at: readonly number[]): readonly number[] =>
      at.map((i, k) => (space.isOne(value.dims[k] ?? 0) ? 0 : i));
  return { out, a: clip(a), b: clip(b) };
}

/** One of them is 1, and the other has a name of its own. */
function stretches(space: Space, x: number, y: number): boolean {
  const [one, other] = space.isOne(x) ? [true, y] : [space.isOne(y), x];
  return one && !space.isOne(other) && space.isNamed(other);
}

// A vector added to a matrix is numpy's row where it fits, a column where only that fits.
function axisFor(space: Space, big: Tensor, small: Tensor, span: Span): number {
  const last = big.dims.length - 1;
  const mark = space.mark();
  const tail = small.dims.every((dim, k) =>
    space.same(dim, big.dims[big.dims.length - small.dims.length + k] ?? 0),
  );
  if (tail) return last;
  space.undo(mark);
  // A column and a row have nothing in common, unless the column is but one entry.
  const [one, first] = [small.dims[0] ?? 0, big.dims[0] ?? 0];
  const crossed = space.isOne(first) && !space.isOne(one);
  if (small.dims.length === 1 && !crossed && space.same(one, first)) return 0;
  space.undo(mark);
  throw new Unreadable('shape', span, shapes(space, big, small));
}

/** The matrix product of what stands side by side; numbers scale. */
export function multiply(
  space: Space,
  a: Tensor,
  b: Tensor,
  span: Span,
  note: Note,
  dot: boolean,
): Tensor {
  if (isScalar(a) || isScalar(b))
    return combine(space, a, b, (graph, x, y) => graph.mul(x, y), span, note);
  const [p, q] = [a.dims, b.dims];
  if (p.length === 1 && q.length === 1) return vectors(space, a, b, span, note, dot);
  if (p.length > 2 || q.length > 2) throw new Unreadable('shape', span, shapes(space, a, b));
  if (p.length === 2 && q.length === 1)
    return matmul(space, a, { dims: [q[0] ?? 0, space.literal(1)], data: b.data }, span, [a, b]);
  if (p.length === 1) {
    // A column before a row is their outer product; before a matrix it can only be meant as a row.
    if (isRow(space, b))
      return matmul(space, { dims: [p[0] ?? 0, space.literal(1)], data: a.data }, b, span, [a, b]);
    note('product');
    const row = matmul(space, { dims: [space.literal(1), p[0] ?? 0], data: a.data }, b, span, [
      a,
      b,
    ]);
    return row.dims.length === 2 ? { dims: [row.dims[1] ?? 0], data: row.data } : row;
  }
  return matmul(space, a, b, span, [a, b]);
}

/** Two columns side by side have no matrix product: with a dot it is the inner product, else entry by entry. */
function vectors(space: Space, a: Tensor, b: Tensor, span: Span, note: Note, dot: boolean): Tensor {
  if (!space.same(a.dims[0] ?? 0, b.dims[0] ?? 0))
    throw new Unreadable('shape', span, shapes(space, a, b));
  note('product');
  if (!dot) return combine(space, a, b, (graph, x, y) => graph.mul(x, y), span, note);
  return dotProduct(space, a, b);
}

export function dotProduct(space: Space, a: Tensor, b: Tensor): Tensor {
  const { graph } = space;
  return {
    dims: [],
    data: graph
      ? [
          sumOf(
            graph,
            a.data.map((x, k) => graph.mul(x, b.data[k] ?? 0)),
          ),
        ]
      : [],
  };
}

function matmul(
  space: Space,
  a: Tensor,
  b: Tensor,
  span: Span,
  shown: readonly [Tensor, Tensor],
): Tensor {
  const [m, k] = [a.dims[0] ?? 0, a.dims[1] ?? 0];
  const [k2, n] = [b.dims[0] ?? 0, b.dims[1] ?? 0];
  if (!space.same(k, k2)) throw new Unreadable('shape', span, shapes(space, shown[0], shown[1]));
  const { graph } = space;
  if (!graph) return squeeze(space, { dims: [m, n], data: [] });
  const data: NodeId[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const terms: NodeId[] = [];
      for (let l = 0; l < k; l++)
        terms.push(graph.mul(a.data[i * k + l] ?? 0, b.data[l * n + j] ?? 0));
      data.push(sumOf(graph, terms));
    }
  }
  return squeeze(space, { dims: [m, n], data });
}

export function sumOf(graph: Graph, terms: readonly NodeId[]): NodeId {
  return terms.reduce((sum, term) => graph.add(sum, term), graph.constant(0));
}

export function transpose(space: Space, value: Tensor): Tensor {
  const tag = value.tag ? { tag: { num: value.tag.den, den: value.tag.num } } : {};
  if (value.dims.length === 0) return value;
  if (value.dims.length === 1)
    return { dims: [space.literal(1), value.dims[0] ?? 0], data: value.data };
  if (value.dims.length > 2) throw new Unreadable('shape', { start: 0, end: 0 });
  const [m, n] = [value.dims[0] ?? 0, value.dims[1] ?? 0];
  if (!space.graph) return squeeze(space, { dims: [n, m], data: [], ...tag });
  const data: NodeId[] = [];
  for (let j = 0; j < n; j++) for (let i = 0; i < m; i++) data.push(value.data[i * n + j] ?? 0);
  const out = squeeze(space, { dims: [n, m], data });
  return out.dims.length === 2 ? { ...out, ...tag } : out;
}

/** All positions of a shape, in row-major order. */
export function indices(dims: readonly number[]): number[][] {
  const total = count(dims);
  const out: number[][] = [];
  for (let flat = 0; flat < total; flat++) {
    let rest = flat;
    const at: number[] = [];
    for (let k = dims.length - 1; k >= 0; k--) {
      const size = dims[k] ?? 1;
      at.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    out.push(at);
  }
  return out;
}

function entry(value: Tensor, at: readonly number[]): NodeId {
  const flat = at.reduce((sum, i, k) => sum * (value.dims[k] ?? 1) + i, 0);
  return value.data[flat] ?? 0;
}

function shapes(space: Space, a: Tensor, b: Tensor): Record<string, string> {
  return { left: shapeText(space, a), right: shapeText(space, b) };
}

function shapeText(space: Space, value: Tensor): string {
  if (value.dims.length === 0) return '1';
  return value.dims.map((dim) => (space.graph ? String(dim) : '·')).join('×');
}
