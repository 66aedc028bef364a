import type { Graph, NodeId } from '../evaluate/graph.js';
import { multiply, sumOf } from '../interpret/arithmetic.js';
import { Unreadable } from '../interpret/problem.js';
import type { Space } from '../interpret/space.js';
import type { Tensor } from '../interpret/tensor.js';
import type { Span } from '../text/span.js';
import { inverse } from './matrix.js';

/** Enough for eigenvalues that lie four powers of ten apart. */
const STEPS = 12;

/** How far the square of a root may be from what it is the root of, entry by entry and for eigenvalues around one. */
const TOLERANCE = 1e-9;

/**
 * The principal square root of a square matrix with positive eigenvalues (n x n), or its inverse. A matrix with others
 * has no value. Source: Denman and Beavers, The matrix sign function and computations in systems, 1976; Higham,
 * Functions of Matrices, section 6.3.
 */
export function matrixRoot(space: Space, value: Tensor, inverted: boolean, span: Span): Tensor {
  const { graph } = space;
  const n = value.dims[0] ?? 0;
  if (!graph) return { dims: value.dims, data: [] };
  const diagonal = rootOfDiagonal(graph, value, n, inverted);
  if (diagonal) return diagonal;
  if (n > 5) throw new Unreadable('size', span);
  const mean = graph.div(sumOf(graph, onDiagonal(value, n)), graph.constant(n));
  const scaled = mapAll(value, (id) => graph.div(id, mean));
  const half = (a: Tensor, b: Tensor): Tensor => ({
    dims: a.dims,
    data: a.data.map((id, k) => graph.mul(graph.constant(0.5), graph.add(id, b.data[k] ?? id))),
  });
  let root = scaled;
  let other: Tensor = {
    dims: value.dims,
    data: value.data.map((_, k) => graph.constant(k % (n + 1) === 0 ? 1 : 0)),
  };
  for (let step = 0; step < STEPS; step++) {
    const next = half(root, inverse(space, other, span));
    other = half(other, inverse(space, root, span));
    root = next;
  }
  const square = multiply(space, root, root, span, () => undefined, false);
  const valid = near(graph, square, scaled);
  const size = graph.unary('sqrt', mean);
  return mapAll(inverted ? other : root, (id) => {
    const sized = inverted ? graph.div(id, size) : graph.mul(id, size);
    return graph.mul(sized, valid);
  });
}

function mapAll({ dims, data }: Tensor, by: (id: NodeId) => NodeId): Tensor {
  return { dims, data: data.map(by) };
}

function onDiagonal({ data }: Tensor, n: number): NodeId[] {
  return Array.from({ length: n }, (_, k) => data[k * (n + 1)] ?? 0);
}

/** The roots of a diagonal matrix's entries; null for other matrices. */
function rootOfDiagonal(graph: Graph, value: Tensor, n: number, inverted: boolean): Tensor | null {
  const plain = value.data.every((id, k) => k % (n + 1) === 0 || graph.isZero(id));
  if (!plain) return null;
  return mapAll(value, (id) => {
    if (graph.isZero(id)) return id;
    const root = graph.unary('sqrt', id);
    return inverted ? graph.div(graph.constant(1), root) : root;
  });
}

/** One where both are the same but for rounding, and else no number. */
function near(graph: Graph, a: Tensor, b: Tensor): NodeId {
  const squares = a.data.map((id, k) => {
    const gap = graph.sub(id, b.data[k] ?? id);
    return graph.mul(gap, gap);
  });
  const room = graph.sub(graph.constant(TOLERANCE ** 2), sumOf(graph, squares));
  const root = graph.unary('sqrt', room);
  return graph.div(root, root);
}
