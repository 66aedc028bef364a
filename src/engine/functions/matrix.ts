import type { Graph, NodeId } from '../evaluate/graph.js';
import { dotProduct, isScalar, mapEach, sumOf } from '../interpret/arithmetic.js';
import { Unreadable } from '../interpret/problem.js';
import type { Space } from '../interpret/space.js';
import type { Tensor } from '../interpret/tensor.js';
import type { Span } from '../text/span.js';
import { rank } from './rank.js';

/** A function of whole vectors or matrices. */
export interface MatrixFunction {
  readonly names: readonly string[];
  readonly apply: (space: Space, args: readonly Tensor[], span: Span) => Tensor;
}

/** One row per function of arrays. Sources: Petersen and Pedersen, The Matrix Cookbook; Goodfellow et al., Deep Learning. */
export const MATRIX_FUNCTIONS: readonly MatrixFunction[] = [
  {
    names: ['softmax', 'softargmax'],
    apply: (space, args, span) => overLast(space, first(args, span), softmax),
  },
  {
    names: ['logsoftmax'],
    apply: (space, args, span) =>
      overLast(space, first(args, span), (g, row) =>
        softmax(g, row).map((id) => g.unary('log', id)),
      ),
  },
  {
    names: ['logsumexp', 'lse'],
    apply: (space, args, span) =>
      reduce(space, first(args, span), (g, row) =>
        g.unary(
          'log',
          sumOf(
            g,
            row.map((id) => g.unary('exp', id)),
          ),
        ),
      ),
  },
  {
    names: ['tr', 'trace', 'traza'],
    apply: (space, args, span) => trace(space, first(args, span), span),
  },
  { names: ['det'], apply: (space, args, span) => determinant(space, first(args, span), span) },
  {
    names: ['rank', 'rango', 'rg'],
    apply: (space, args, span) => rank(space, first(args, span), span),
  },
  { names: ['diag'], apply: (space, args, span) => diagonal(space, args, span) },
  {
    names: ['mean', 'media'],
    apply: (space, args, span) =>
      reduce(space, first(args, span), (g, row) => g.div(sumOf(g, row), g.constant(row.length))),
  },
  { names: ['sum', 'suma'], apply: (space, args, span) => reduce(space, first(args, span), sumOf) },
  { names: ['max'], apply: (space, args, span) => extremum(space, args, 'max', span) },
  { names: ['min'], apply: (space, args, span) => extremum(space, args, 'min', span) },
  {
    names: ['kl', 'dkl'],
    apply: (space, args, span) => divergence(space, args, span),
  },
  { names: ['vec'], apply: (space, args, span) => vectorize(space, first(args, span)) },
  { names: ['sqrt'], apply: (space, args, span) => root(space, args, span) },
  { names: ['binom'], apply: (space, args, span) => binomial(space, args, span) },
];

const BY_NAME = new Map(
  MATRIX_FUNCTIONS.flatMap((row) => row.names.map((name) => [name, row] as const)),
);

export function matrixFunction(name: string): MatrixFunction | undefined {
  return BY_NAME.get(name);
}

function first(args: readonly Tensor[], span: Span): Tensor {
  const arg = args[0];
  if (!arg) throw new Unreadable('syntax', span);
  return arg;
}

/** softmax(x)_i = exp(x_i) / sum_j exp(x_j). */
function softmax(graph: Graph, row: readonly NodeId[]): NodeId[] {
  const exps = row.map((id) => graph.unary('exp', id));
  const total = sumOf(graph, exps);
  return exps.map((id) => graph.div(id, total));
}

function overLast(
  space: Space,
  value: Tensor,
  fn: (graph: Graph, row: readonly NodeId[]) => NodeId[],
): Tensor {
  const { graph } = space;
  if (isScalar(value)) throw new Unreadable('shape', { start: 0, end: 0 });
  if (!graph) return { dims: value.dims, data: [] };
  const width = value.dims.at(-1) ?? 1;
  const data: NodeId[] = [];
  for (let at = 0; at < value.data.length; at += width)
    data.push(...fn(graph, value.data.slice(at, at + width)));
  return { dims: value.dims, data };
}

function reduce(
  space: Space,
  value: Tensor,
  fn: (graph: Graph, all: readonly NodeId[]) => NodeId,
): Tensor {
  return { dims: [], data: space.graph ? [fn(space.graph, value.data)] : [] };
}

function square(space: Space, value: Tensor, span: Span): number {
  const [m, n] = value.dims;
  if (value.dims.length !== 2 || m === undefined || n === undefined || !space.same(m, n))
    throw new Unreadable('shape', span);
  return m;
}

function trace(space: Space, value: Tensor, span: Span): Tensor {
  if (isScalar(value)) return value;
  const n = square(space, value, span);
  const { graph } = space;
  if (!graph) return { dims: [], data: [] };
  return {
    dims: [],
    data: [
      sumOf(
        graph,
        Array.from({ length: n }, (_, i) => value.data[i * n + i] ?? 0),
      ),
    ],
  };
}

export function determinant(space: Space, value: Tensor, span: Span): Tensor {
  if (isScalar(value)) return value;
  const n = square(space, value, span);
  const { graph } = space;
  if (!graph) return { dims: [], data: [] };
  if (n > 6) throw new Unreadable('size', span);
  return { dims: [], data: [minor(graph, value.data, n)] };
}

/** Laplace's expansion along the first row. */
function minor(graph: Graph, data: readonly NodeId[], n: number): NodeId {
  if (n === 1) return data[0] ?? 0;
  let sum = graph.constant(0);
  for (let j = 0; j < n; j++) {
    const term = graph.mul(data[j] ?? 0, minor(graph, without(data, n, 0, j), n - 1));
    sum = j % 2 === 0 ? graph.add(sum, term) : graph.sub(sum, term);
  }
  return sum;
}

function without(data: readonly NodeId[], n: number, row: number, column: number): NodeId[] {
  return data.filter((_, at) => Math.floor(at / n) !== row && at % n !== column);
}

/** The adjugate over the determinant. */
export function inverse(space: Space, value: Tensor, span: Span): Tensor {
  const { graph } = space;
  if (isScalar(value)) return mapEach(space, value, (g, id) => g.div(g.constant(1), id));
  const n = square(space, value, span);
  if (!graph) return { dims: value.dims, data: [] };
  if (n > 5) throw new Unreadable('size', span);
  const det = minor(graph, value.data, n);
  const data: NodeId[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cofactor =
        n === 1 ? graph.constant(1) : minor(graph, without(value.data, n, j, i), n - 1);
      data.push(graph.div((i + j) % 2 === 0 ? cofactor : graph.unary('neg', cofactor), det));
    }
  }
  return { dims: value.dims, data };
}

/** A vector's diagonal matrix, or a matrix's diagonal. */
function diagonal(space: Space, args: readonly Tensor[], span: Span): Tensor {
  const value = first(args, span);
  const { graph } = space;
  if (args.length > 1) {
    const n = args.length;
    const dim = space.literal(n);
    if (!graph) return { dims: [dim, dim], data: [] };
    return spread(
      graph,
      args.map((arg) => arg.data[0] ?? 0),
    );
  }
  if (value.dims.length === 2 && !space.isOne(value.dims[0] ?? 0)) {
    const n = square(space, value, span);
    return {
      dims: [n],
      data: graph ? Array.from({ length: n }, (_, i) => value.data[i * n + i] ?? 0) : [],
    };
  }
  const n = value.dims.at(-1);
  if (n === undefined) throw new Unreadable('shape', span);
  return graph ? spread(graph, value.data) : { dims: [n, n], data: [] };
}

function spread(graph: Graph, entries: readonly NodeId[]): Tensor {
  const n = entries.length;
  const zero = graph.constant(0);
  return {
    dims: [n, n],
    data: entries.flatMap((id, i) => entries.map((_, j) => (i === j ? id : zero))),
  };
}

/** The largest of all that is given; of a vector, of its entries; of two arrays, entry by entry with a number. */
function extremum(space: Space, args: readonly Tensor[], op: 'max' | 'min', span: Span): Tensor {
  const { graph } = space;
  const arrays = args.filter((arg) => !isScalar(arg));
  const [only] = arrays;
  if (arrays.length > 1) throw new Unreadable('unsupported', span);
  if (only && args.length > 1) {
    const scalars = args.filter(isScalar);
    return mapEach(space, only, (g, id) =>
      scalars.reduce((best, arg) => g.binary(op, best, arg.data[0] ?? 0), id),
    );
  }
  if (!graph) return { dims: [], data: [] };
  const all = args.flatMap((arg) => arg.data);
  return {
    dims: [],
    data: [all.slice(1).reduce((best, id) => graph.binary(op, best, id), all[0] ?? 0)],
  };
}

/** `\sum_i p_i \log(p_i / q_i)` of two distributions. */
function divergence(space: Space, args: readonly Tensor[], span: Span): Tensor {
  const [p, q, ...more] = args;
  if (p?.dims.length !== 1 || q?.dims.length !== 1 || more.length > 0)
    throw new Unreadable('unknown-function', span, { name: 'KL' });
  const { graph } = space;
  if (!space.same(p.dims[0] ?? 0, q.dims[0] ?? 0)) throw new Unreadable('shape', span);
  if (!graph) return { dims: [], data: [] };
  const terms = p.data.map((id, k) =>
    graph.mul(id, graph.unary('log', graph.div(id, q.data[k] ?? 0))),
  );
  return { dims: [], data: [sumOf(graph, terms)] };
}

/** Columns stacked. */
function vectorize(space: Space, value: Tensor): Tensor {
  const { graph } = space;
  const [m, n] = value.dims;
  if (m === undefined || n === undefined) return value;
  if (!graph) return { dims: [space.fresh()], data: [] };
  const data: NodeId[] = [];
  for (let j = 0; j < n; j++) for (let i = 0; i < m; i++) data.push(value.data[i * n + j] ?? 0);
  return { dims: [m * n], data };
}

function root(space: Space, args: readonly Tensor[], span: Span): Tensor {
  const [value, degree] = args;
  if (!value) throw new Unreadable('syntax', span);
  if (!degree) return mapEach(space, value, (g, id) => g.unary('sqrt', id));
  return mapEach(space, value, (g, id) => g.pow(id, g.div(g.constant(1), degree.data[0] ?? 0)));
}

function binomial(space: Space, args: readonly Tensor[], span: Span): Tensor {
  const [n, k] = args;
  if (!n || !k) throw new Unreadable('syntax', span);
  const { graph } = space;
  if (!graph) return { dims: [], data: [] };
  const [x, y] = [graph.value(n.data[0] ?? 0), graph.value(k.data[0] ?? 0)];
  let value = 1;
  for (let i = 1; i <= y; i++) value = (value * (x - y + i)) / i;
  return { dims: [], data: [graph.constant(Math.round(value))] };
}

/** |x|_p of a vector, Frobenius or entrywise of a matrix; `p` is `''` (2 or Frobenius), `1`, `2`, `F` or `\infty`. */
export function norm(space: Space, value: Tensor, p: string, span: Span): Tensor {
  const { graph } = space;
  const matrix = value.dims.length === 2 && !space.isOne(value.dims[0] ?? 0);
  if (
    !['', '1', '2', 'F', '\\infty', '2,F', 'Fr'].includes(p) ||
    (matrix && p !== '' && !p.startsWith('F'))
  )
    throw new Unreadable('unsupported', span);
  if (!graph) return { dims: [], data: [] };
  const sizes = value.data.map((id) => graph.unary('abs', id));
  if (p === '1') return { dims: [], data: [sumOf(graph, sizes)] };
  if (p === '\\infty')
    return {
      dims: [],
      data: [sizes.slice(1).reduce((best, id) => graph.binary('max', best, id), sizes[0] ?? 0)],
    };
  return { dims: [], data: [graph.unary('sqrt', dotProduct(space, value, value).data[0] ?? 0)] };
}
