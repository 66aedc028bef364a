import type { Draw, Graph, NodeId } from '../evaluate/graph.js';
import { sumOf } from './arithmetic.js';
import type { SymbolInfo } from './context.js';
import type { Space } from './space.js';
import { count, type Tensor } from './tensor.js';

/** A base symbol's entries: random values that respect what the document says of it. */
export function drawSymbol(space: Space, dims: readonly number[], info: SymbolInfo): Tensor {
  const { graph } = space;
  if (!graph) return { dims, data: [] };
  const n = dims[0] ?? 1;
  switch (info.structure) {
    case 'identity':
      return { dims, data: square(n, (i, j) => graph.constant(i === j ? 1 : 0)) };
    case 'ones':
      return { dims, data: Array.from({ length: count(dims) }, () => graph.constant(1)) };
    case 'symmetric':
      return { dims, data: wrapped(graph, symmetric(graph, dims, info)) };
    case 'positive-definite':
      return { dims, data: wrapped(graph, positiveDefinite(graph, dims, info)) };
    case 'diagonal':
      return { dims, data: diagonal(graph, dims, info) };
    case 'orthogonal':
    case 'orthonormal':
      return { dims, data: wrapped(graph, orthogonal(graph, dims)) };
    case 'simplex':
      return { dims, data: wrapped(graph, simplex(graph, dims)) };
    case 'unit':
      return { dims, data: wrapped(graph, unit(graph, dims)) };
    case 'plain':
      return {
        dims,
        data: info.byColumns ? columns(graph, dims, info) : plain(graph, dims, info.domain),
      };
  }
}

function plain(graph: Graph, dims: readonly number[], domain: Draw['domain']): NodeId[] {
  const size = count(dims);
  const width = dims.at(-1) ?? 1;
  return Array.from({ length: size }, (_, at) =>
    graph.variable({ domain, group: Math.floor(at / width), index: at % width, size: width }),
  );
}

/** A matrix whose entries belong together column by column. */
function columns(graph: Graph, dims: readonly number[], { domain }: SymbolInfo): NodeId[] {
  const [size = 1, width] = dims;
  if (width === undefined) return plain(graph, dims, domain);
  return Array.from({ length: size * width }, (_, at) =>
    graph.variable({ domain, group: at % width, index: Math.floor(at / width), size }),
  );
}

function square(n: number, entry: (i: number, j: number) => NodeId): NodeId[] {
  return Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n));
}

// One node for each entry, so that a derivative with respect to one leaves its mirror image alone.
function wrapped(graph: Graph, ids: readonly NodeId[]): NodeId[] {
  return ids.map((id) => graph.wrap(id));
}

function symmetric(graph: Graph, dims: readonly number[], info: SymbolInfo): NodeId[] {
  if (dims.length !== 2) return plain(graph, dims, info.domain);
  const n = dims[0] ?? 1;
  const base = plain(graph, [n, n], info.domain);
  return square(n, (i, j) => base[i <= j ? i * n + j : j * n + i] ?? 0);
}

/** A A^T / 2 + I / 2. */
function positiveDefinite(graph: Graph, dims: readonly number[], info: SymbolInfo): NodeId[] {
  if (dims.length !== 2) return plain(graph, dims, 'positive');
  const n = dims[0] ?? 1;
  const base = plain(graph, [n, n], info.domain === 'real' ? 'real' : info.domain);
  const half = graph.constant(0.5);
  return square(n, (i, j) => {
    const terms = Array.from({ length: n }, (_, k) =>
      graph.mul(base[i * n + k] ?? 0, base[j * n + k] ?? 0),
    );
    const product = graph.mul(half, sumOf(graph, terms));
    return i === j ? graph.add(product, half) : product;
  });
}

function diagonal(graph: Graph, dims: readonly number[], info: SymbolInfo): NodeId[] {
  if (dims.length !== 2) return plain(graph, dims, info.domain);
  const [n = 1, width = n] = dims;
  const base = plain(graph, [n], info.domain);
  return Array.from({ length: n * width }, (_, at) =>
    at % width === Math.floor(at / width) ? (base[at % width] ?? 0) : graph.constant(0),
  );
}

/**
 * Columns of a product of two of Householder's reflections I - 2 v v^T / (v^T v), since one alone is symmetric; more
 * than it has are not orthogonal.
 */
function orthogonal(graph: Graph, dims: readonly number[]): NodeId[] {
  const n = dims[0] ?? 1;
  const width = dims[1] ?? n;
  const dot = (a: readonly NodeId[], b: readonly NodeId[]): NodeId =>
    sumOf(
      graph,
      a.map((id, k) => graph.mul(id, b[k] ?? 0)),
    );
  const [v, w] = [plain(graph, [n], 'nonzero'), plain(graph, [n], 'real')];
  const two = graph.constant(2);
  const [first, second] = [v, w].map((axis) => graph.div(two, dot(axis, axis)));
  if (first === undefined || second === undefined) return [];
  const both = graph.mul(graph.mul(first, second), dot(v, w));
  const outer = (scale: NodeId, a: NodeId, b: NodeId): NodeId => graph.mul(scale, graph.mul(a, b));
  return Array.from({ length: n * width }, (_, at) => {
    const [i, j] = [Math.floor(at / width), at % width];
    if (width > n) return graph.constant(Number.NaN);
    const [vi = 0, vj = 0, wi = 0, wj = 0] = [v[i], v[j], w[i], w[j]];
    const apart = graph.sub(graph.constant(i === j ? 1 : 0), outer(first, vi, vj));
    return graph.add(graph.sub(apart, outer(second, wi, wj)), outer(both, vi, wj));
  });
}

function simplex(graph: Graph, dims: readonly number[]): NodeId[] {
  const width = dims.at(-1) ?? 1;
  const exps = plain(graph, dims, 'real').map((id) => graph.unary('exp', id));
  return exps.map((id, at) => {
    const from = Math.floor(at / width) * width;
    return graph.div(id, sumOf(graph, exps.slice(from, from + width)));
  });
}

function unit(graph: Graph, dims: readonly number[]): NodeId[] {
  const base = plain(graph, dims, 'nonzero');
  const norm = graph.unary(
    'sqrt',
    sumOf(
      graph,
      base.map((id) => graph.mul(id, id)),
    ),
  );
  return base.map((id) => graph.div(id, norm));
}
