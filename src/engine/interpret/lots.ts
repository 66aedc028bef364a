import type { Graph, NodeId } from '../evaluate/graph.js';
import { distribution } from '../functions/distributions.js';
import { indices as positions, sumOf } from './arithmetic.js';
import {
  domainDraws,
  lawDraws,
  ownWeights,
  parameter,
  standardDraws,
  type Draws,
} from './draws.js';
import { EMPTY, type Env, type RandomName, type Stated, type SymbolInfo } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import { drawSymbol } from './symbol.js';
import type { Tensor } from './tensor.js';

/** Nodes that are drawn together, independently of all other lots once the state of the world is known. */
export interface Lot {
  readonly key: string;
  readonly nodes: readonly NodeId[];
  /** Null where nothing finite can stand for it. `few`: other lots stand beside it. */
  readonly draws: (few: boolean) => Draws | null;
  /** The mean of each node, where it is known as a node. */
  readonly means: readonly NodeId[] | null;
  /** Outcomes are all that there is; else only polynomials (and what is nearly one) may be averaged. */
  readonly complete: boolean;
}

/** The entries of a random name, with what they may be noted in `it.lots`. */
export function drawRandom(
  it: Interpreting,
  key: string,
  instance: string,
  dims: readonly number[],
  info: SymbolInfo,
  known: RandomName,
): Tensor {
  const { graph } = it.space;
  if (!graph) {
    unifyShapes(it, dims, known);
    return { dims, data: [] };
  }
  const owner = it.context.isSeries(key) ? key : instance;
  const joint = jointly(it, graph, key, owner, dims, known);
  if (joint) return joint;
  const value = drawSymbol(it.space, dims, info);
  const add = (lot: Lot): void => {
    lot.nodes.forEach((id, entry) => it.lots.set(id, { lot, entry }));
  };
  if (info.domain === 'one-hot' && dims.length === 1) {
    add(oneHot(it, graph, key, owner, value.data));
    return value;
  }
  value.data.forEach((id, k) => {
    if (graph.isConstant(id)) return;
    const at = positions(dims)[k] ?? [];
    const own = it.context.isSeries(key)
      ? owner
      : `${owner}${at.length > 0 ? `<${String(k)}>` : ''}`;
    if (dims.length === 2 && info.structure !== 'plain') add(closed(key, id));
    else add(entryLot(it, graph, { key, owner: own, id, at, dims, info, known }));
  });
  return value;
}

/** The shapes of what the document gives go with the shape of the name. */
function unifyShapes(it: Interpreting, dims: readonly number[], known: RandomName): void {
  if (dims.length !== 1) return;
  const [n = 0] = dims;
  const { law } = known;
  const given = [known.mean, known.variance].filter(
    (one) => one !== null && one.indices.length === 0,
  );
  const bodies = [...given.map((one) => one?.body), ...(law?.indices.length === 0 ? law.args : [])];
  for (const body of bodies) {
    if (!body) continue;
    it.attempt(() => {
      const shape = it.value(body, EMPTY);
      shape.dims.forEach((dim) => it.space.same(dim, n));
    });
  }
}

/** A vector with a covariance matrix: its mean, and a triangular matrix times independent entries. */
function jointly(
  it: Interpreting,
  graph: Graph,
  key: string,
  owner: string,
  dims: readonly number[],
  known: RandomName,
): Tensor | null {
  const [n = 0] = dims;
  const { law } = known;
  const gaussian = law && law.args.length === 2 && /^(n|norm|gauss)/.test(law.name) ? law : null;
  const spread = gaussian ? gaussian.args[1] : known.variance?.body;
  const centre = gaussian ? gaussian.args[0] : known.mean?.body;
  if (dims.length !== 1 || !spread) return null;
  const covariance = it.attempt(() => it.value(spread, EMPTY));
  if (covariance?.dims.length !== 2) return null;
  if (covariance.dims.some((dim) => dim !== n)) throw new Unreadable('shape', spread.span);
  const mean = centre
    ? broadcast(graph, it.value(centre, EMPTY), n)
    : Array.from({ length: n }, (_, i) =>
        parameter(it, graph, `${owner}<mean ${String(i)}>`, 'real'),
      );
  const root = cholesky(graph, covariance.data, n);
  const free = Array.from({ length: n }, (_, i) => {
    const id = graph.variable({ domain: 'real', group: 0, index: i, size: n });
    const lot: Lot = {
      key,
      nodes: [id],
      draws: (few) =>
        gaussian
          ? lawDraws(it, graph, gaussian.name, [graph.constant(0), graph.constant(1)], few)
          : standardDraws(
              it,
              graph,
              `${owner}<${String(i)}>`,
              graph.constant(0),
              graph.constant(1),
              2,
            ),
      means: [graph.constant(0)],
      complete: !gaussian,
    };
    it.lots.set(id, { lot, entry: 0 });
    return id;
  });
  const data = mean.map((centreId, i) => {
    const terms = free.slice(0, i + 1).map((id, j) => graph.mul(root[i * n + j] ?? 0, id));
    return graph.wrap(graph.add(centreId, sumOf(graph, terms)));
  });
  return { dims, data };
}

function broadcast(graph: Graph, value: Tensor, n: number): NodeId[] {
  const scalar = value.data.length === 1;
  return Array.from({ length: n }, (_, i) => value.data[scalar ? 0 : i] ?? graph.constant(0));
}

/** L of A = L L^T, entry by entry (Golub and Van Loan, Matrix Computations, section 4.2). */
function cholesky(graph: Graph, a: readonly NodeId[], n: number): NodeId[] {
  const out: NodeId[] = Array.from({ length: n * n }, () => graph.constant(0));
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      const terms = Array.from({ length: j }, (_, k) =>
        graph.mul(out[i * n + k] ?? 0, out[j * n + k] ?? 0),
      );
      const rest = graph.sub(a[i * n + j] ?? 0, sumOf(graph, terms));
      out[i * n + j] = i === j ? graph.unary('sqrt', rest) : graph.div(rest, out[j * n + j] ?? 0);
    }
  }
  return out;
}

interface EntryOf {
  readonly key: string;
  readonly owner: string;
  readonly id: NodeId;
  readonly at: readonly number[];
  readonly dims: readonly number[];
  readonly info: SymbolInfo;
  readonly known: RandomName;
}

/** One entry, drawn by itself. */
function entryLot(it: Interpreting, graph: Graph, entry: EntryOf): Lot {
  const { key, owner, id, known, info, dims } = entry;
  const { law } = known;
  if (law) {
    const row = distribution(law.name);
    const args = law.args.map((arg) => entryValue(it, { indices: law.indices, body: arg }, entry));
    return {
      key,
      nodes: [id],
      draws: (few) => lawDraws(it, graph, law.name, args, few),
      means: null,
      complete: row?.complete ?? false,
    };
  }
  const size = dims.length > 0 ? 2 : 3;
  const centred = it.context.chance === 'centred' ? graph.constant(0) : null;
  const mean = known.mean ? entryValue(it, known.mean, entry) : centred;
  const variance = known.variance ? entryValue(it, known.variance, entry) : null;
  const free = mean === null && variance === null && info.domain !== 'real';
  return {
    key,
    nodes: [id],
    draws: () =>
      free
        ? domainDraws(it, graph, owner, info, size)
        : standardDraws(
            it,
            graph,
            owner,
            mean,
            variance,
            it.context.randomness.symmetric ? 4 : size,
          ),
    means: mean === null ? null : [mean],
    complete: true,
  };
}

/** What the document gives for one entry: with its indices put in, or one of an array, or a number for all. */
function entryValue(it: Interpreting, stated: Stated, { at, dims, owner }: EntryOf): NodeId {
  const env: Env = {
    indices: new Map(
      stated.indices.map((letter, k) => [
        letter,
        { value: (at[k] ?? 0) + 1, dim: dims[k] ?? null },
      ]),
    ),
    params: EMPTY.params,
  };
  if (it.open.includes(`${owner} stated`)) throw new Unreadable('unsupported', stated.body.span);
  it.open.push(`${owner} stated`);
  const value = it.value(stated.body, env);
  it.open.pop();
  const [first] = value.data;
  if (first === undefined) throw new Unreadable('unsupported', stated.body.span);
  if (value.data.length === 1) return first;
  if (value.dims.length !== dims.length || value.dims.some((dim, k) => dim !== dims[k]))
    throw new Unreadable('shape', stated.body.span);
  const flat = at.reduce((sum, i, k) => sum * (dims[k] ?? 1) + i, 0);
  return value.data[flat] ?? first;
}

function oneHot(
  it: Interpreting,
  graph: Graph,
  key: string,
  owner: string,
  nodes: readonly NodeId[],
): Lot {
  const values = nodes.map((_, k) => nodes.map((__, j) => graph.constant(j === k ? 1 : 0)));
  return {
    key,
    nodes,
    draws: () => ({ values, weights: ownWeights(it, graph, owner, nodes.length) }),
    means: null,
    complete: true,
  };
}

/** What has a structure of its own has no moments that are known here. */
function closed(key: string, id: NodeId): Lot {
  return { key, nodes: [id], draws: () => null, means: null, complete: true };
}
