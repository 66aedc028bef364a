import type { Graph, NodeId } from '../evaluate/graph.js';
import type { Call, Expr } from '../expression/node.js';
import { isScalar, sumOf } from '../interpret/arithmetic.js';
import { Unreadable } from '../interpret/problem.js';
import type { Space } from '../interpret/space.js';
import type { Tensor } from '../interpret/tensor.js';
import type { Span } from '../text/span.js';
import { determinant, inverse } from './matrix.js';

/** `\mathcal{N}(x \mid \mu, \Sigma)`, `\mathcal{N}(x; \mu, \sigma^2)`: a value of a normal density, and no law. */
export function isNormalDensity({ fn, args, parted }: Call): boolean {
  const [, , spread] = args;
  const named = fn.kind === 'sym' && fn.font === 'cal' && /^N\|?$/.test(fn.base);
  return named && args.length === 3 && parted === 1 && spread !== undefined && !isDeviation(spread);
}

/** `\sigma` alone may be a standard deviation, and any small letter may be a precision. */
function isDeviation(spread: Expr): boolean {
  const { kind } = spread;
  const head = kind === 'sub' || kind === 'mark' ? spread.target : spread;
  return head.kind === 'sym' && /^(?:[a-z]|\\[a-z]+)$/.test(head.base);
}

/** |2πΣ|^{-1/2} exp(-(x - μ)ᵀ Σ⁻¹ (x - μ) / 2). Source: Bishop, PRML, eq. (2.43). */
export function normalDensity(space: Space, args: readonly Tensor[], span: Span): Tensor {
  const [x, mean, spread] = args;
  if (!x || !mean || !spread) throw new Unreadable('syntax', span);
  const { graph } = space;
  const size = sizeOf(space, x) ?? sizeOf(space, mean);
  if (size === null) {
    if (!isScalar(spread)) throw new Unreadable('shape', span);
    if (!graph) return { dims: [], data: [] };
    const [variance] = spread.data;
    const off = graph.sub(x.data[0] ?? 0, mean.data[0] ?? 0);
    return density(graph, graph.div(graph.mul(off, off), variance ?? 0), variance ?? 0);
  }
  for (const one of [x, mean]) {
    const other = sizeOf(space, one);
    if (other !== null && !space.same(size, other)) throw new Unreadable('shape', span);
  }
  const [rows, columns] = spread.dims;
  const square = rows !== undefined && columns !== undefined && space.same(rows, columns);
  if (!square || !space.same(size, rows)) throw new Unreadable('shape', span);
  const precision = inverse(space, spread, span);
  const volume = determinant(space, spread, span);
  if (!graph) return { dims: [], data: [] };
  const at = ({ data }: Tensor, k: number): NodeId => data[k] ?? data[0] ?? 0;
  const off = Array.from({ length: size }, (_, k) => graph.sub(at(x, k), at(mean, k)));
  const terms = off.flatMap((left, i) =>
    off.map((right, j) =>
      graph.mul(graph.mul(left, right), precision.data[i * size + j] ?? graph.constant(0)),
    ),
  );
  return density(graph, sumOf(graph, terms), volume.data[0] ?? 0, size);
}

function density(graph: Graph, form: NodeId, volume: NodeId, size = 1): Tensor {
  const scale = graph.mul(graph.constant((2 * Math.PI) ** size), volume);
  const height = graph.unary('exp', graph.div(form, graph.constant(-2)));
  return { dims: [], data: [graph.div(height, graph.unary('sqrt', scale))] };
}

/** How many entries a vector has, written as a column too; null for a number. */
function sizeOf(space: Space, value: Tensor): number | null {
  const [size, width] = value.dims;
  if (size === undefined) return null;
  if (value.dims.length > 2 || (width !== undefined && !space.isOne(width))) return null;
  return size;
}
