import type { Graph, NodeId } from '../evaluate/graph.js';
import type { Expr } from '../expression/node.js';
import { isScalar, mapEach } from './arithmetic.js';
import type { Interpreting } from './interpreting.js';
import { isLossName } from './loss.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** One letter, with accents and scripts: no word, which may be a function that everybody knows. */
const LETTER =
  /^(?:\\(?:hat|tilde|bar)\{)?(?:\\mathcal\{[A-Z]\}|[a-zA-Z]|\\[a-z]+)\}?\|?(?:_\{[^{}|]*\})?\|?$/;

/** Is it what densities are called, which the laws of probability tie to one another, and which are never negative? */
export function isDensityName(key: string): boolean {
  return /^(?:[pqPQ](?:_|\||$)|f\|)/.test(key);
}

/**
 * A function that the document leaves open: some smooth function, the same wherever its name stands with the same
 * index. `at`: that index.
 */
export function abstractCall(
  it: Interpreting,
  key: string,
  at: readonly number[],
  args: readonly Tensor[],
  node: Expr,
): Tensor {
  const [x, ...more] = args;
  const density = isDensityName(key);
  // Of arrays a function of several arguments may be an array; a density is a number.
  const isNumber = more.length > 0 && (density || args.every(isScalar));
  if (!x || (more.length > 0 && !isNumber) || !LETTER.test(key))
    throw new Unreadable('unknown-function', node.span, { name: key });
  it.notes.add(`abstract:${key}`);
  const name = [key, ...at.map(String)].join(' ');
  const { graph } = it.space;
  if (graph && isNumber) {
    const entries = args.flatMap(({ data }) => data);
    const value = field(it, graph, name, entries);
    return { dims: [], data: [density ? graph.unary('exp', value) : value] };
  }
  if (isNumber) return { dims: [], data: [] };
  if (!isScalar(x) && (it.context.isField(key) || isLossName(key)))
    return { dims: [], data: graph ? [field(it, graph, name, x.data)] : [] };
  return mapEach(it.space, x, (nodes, id) => {
    const value = alongOne(it, nodes, name, id);
    return density ? nodes.unary('exp', value) : value;
  });
}

/** A number for an array: a smooth function of a weighted sum of its entries, and of their squares. */
function field(it: Interpreting, graph: Graph, name: string, entries: readonly NodeId[]): NodeId {
  const sum = (first: number, of: (x: NodeId) => NodeId): NodeId =>
    entries
      .map((x, k) => graph.mul(weight(it, graph, name, first + 2 * k), of(x)))
      .reduce((left, right) => graph.add(left, right), graph.constant(0));
  const along = alongOne(
    it,
    graph,
    name,
    sum(5, (x) => x),
  );
  return graph.add(
    along,
    sum(6, (x) => graph.mul(x, x)),
  );
}

function weight(it: Interpreting, graph: Graph, of: string, k: number): NodeId {
  const name = `weight ${of} ${String(k)}`;
  const known = it.symbols.get(name)?.data[0];
  if (known !== undefined) return known;
  const id = graph.variable({ domain: 'weight', group: k, index: 0, size: 1 });
  it.symbols.set(name, { dims: [], data: [id] });
  return id;
}

function alongOne(it: Interpreting, graph: Graph, name: string, x: NodeId): NodeId {
  const own = (k: number): NodeId => weight(it, graph, name, k);
  const bend = graph.mul(own(1), graph.unary('sin', graph.add(x, own(2))));
  const curve = graph.mul(own(3), graph.mul(x, x));
  return graph.add(graph.add(graph.mul(own(0), x), bend), graph.add(curve, own(4)));
}
