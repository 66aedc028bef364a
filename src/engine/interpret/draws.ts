import type { Graph, NodeId } from '../evaluate/graph.js';
import { distribution } from '../functions/distributions.js';
import { sumOf } from './arithmetic.js';
import type { SymbolInfo } from './context.js';
import type { Interpreting } from './interpreting.js';

/** Joint outcomes: for each its values, one for every node of the lot, and its weight in each state of the world. */
export interface Draws {
  readonly values: readonly (readonly NodeId[])[];
  readonly weights: readonly (readonly NodeId[])[];
}

/** How many states the world has where random names depend on each other. */
const STATES = 2;

/** Probabilities of the states of the world. */
export function stateWeights(it: Interpreting, graph: Graph): readonly NodeId[] {
  if (it.context.chance !== 'dependent') return [graph.constant(1)];
  return normalised(
    graph,
    Array.from({ length: STATES }, (_, k) =>
      parameter(it, graph, `state ${String(k)}`, 'positive'),
    ),
  );
}

/** A law's outcomes are the same in every state of the world. */
export function lawDraws(
  it: Interpreting,
  graph: Graph,
  name: string,
  args: readonly NodeId[],
  few: boolean,
): Draws | null {
  const outcomes = distribution(name)?.outcomes(graph, args, few);
  if (!outcomes) return null;
  const weights = stateWeights(it, graph).map(() => outcomes.weights);
  return { values: outcomes.values.map((id) => [id]), weights };
}

/** Unknown values of the kind that the name may have. */
export function domainDraws(
  it: Interpreting,
  graph: Graph,
  owner: string,
  info: SymbolInfo,
  size: number,
): Draws {
  const whole: Readonly<Record<string, readonly number[]>> = { binary: [0, 1], sign: [-1, 1] };
  const values =
    whole[info.domain]?.map((value) => graph.constant(value)) ??
    Array.from({ length: size }, (_, k) =>
      parameter(it, graph, `${owner}<value ${String(k)}>`, info.domain),
    );
  name(it, owner, values);
  return { values: values.map((id) => [id]), weights: ownWeights(it, graph, owner, values.length) };
}

/** Unknown values moved and stretched to the mean and the variance that are known. */
export function standardDraws(
  it: Interpreting,
  graph: Graph,
  owner: string,
  mean: NodeId | null,
  variance: NodeId | null,
  size: number,
): Draws {
  const raw = Array.from({ length: size }, (_, k) =>
    parameter(it, graph, `${owner}<value ${String(k)}>`, 'real'),
  );
  const mirrored = it.context.randomness.symmetric && size === 4;
  const states = mirrored ? mirroredWeights(it, graph, owner) : ownWeights(it, graph, owner, size);
  const marginal = marginalWeights(it, graph, states);
  const average = (ids: readonly NodeId[]): NodeId =>
    sumOf(
      graph,
      ids.map((id, k) => graph.mul(marginal[k] ?? 0, id)),
    );
  const [a = 0, b = 0] = raw;
  const shape = mirrored ? [a, b, graph.unary('neg', b), graph.unary('neg', a)] : raw;
  const centre = average(shape);
  const moved = mirrored ? shape : shape.map((id) => graph.sub(id, centre));
  const spread = average(moved.map((id) => graph.mul(id, id)));
  const scale = variance === null ? null : graph.unary('sqrt', graph.div(variance, spread));
  const at = mean ?? parameter(it, graph, `${owner}<mean>`, 'real');
  const values = moved.map((id) => graph.add(at, scale === null ? id : graph.mul(scale, id)));
  name(it, owner, values);
  return { values: values.map((id) => [id]), weights: states };
}

function marginalWeights(
  it: Interpreting,
  graph: Graph,
  states: readonly (readonly NodeId[])[],
): readonly NodeId[] {
  const [first = []] = states;
  if (states.length === 1) return first;
  const world = stateWeights(it, graph);
  return first.map((_, k) =>
    sumOf(
      graph,
      states.map((weights, z) => graph.mul(world[z] ?? 0, weights[k] ?? 0)),
    ),
  );
}

export function ownWeights(
  it: Interpreting,
  graph: Graph,
  owner: string,
  size: number,
): readonly (readonly NodeId[])[] {
  return stateWeights(it, graph).map((_, z) => {
    const raw = Array.from({ length: size }, (__, k) =>
      parameter(it, graph, `${owner}<weight ${String(z)} ${String(k)}>`, 'positive'),
    );
    return normalised(graph, raw);
  });
}

function mirroredWeights(
  it: Interpreting,
  graph: Graph,
  owner: string,
): readonly (readonly NodeId[])[] {
  return stateWeights(it, graph).map((_, z) => {
    const [a, b] = [0, 1].map((k) =>
      parameter(it, graph, `${owner}<weight ${String(z)} ${String(k)}>`, 'positive'),
    );
    return normalised(graph, [a ?? 0, b ?? 0, b ?? 0, a ?? 0]);
  });
}

function normalised(graph: Graph, raw: readonly NodeId[]): readonly NodeId[] {
  const total = sumOf(graph, raw);
  return raw.map((id) => graph.div(id, total));
}

/** A number that says how something is distributed; the same wherever it is asked for. */
export function parameter(
  it: Interpreting,
  graph: Graph,
  id: string,
  domain: SymbolInfo['domain'],
): NodeId {
  const key = `parameter ${id}`;
  const known = it.memo.get(key)?.data[0];
  if (known !== undefined) return known;
  const node = graph.variable({ domain, group: 0, index: 0, size: 1 });
  it.memo.set(key, { dims: [], data: [node] });
  return node;
}

/** Values are shown under the name that takes them. */
function name(it: Interpreting, owner: string, values: readonly NodeId[]): void {
  it.symbols.set(`${owner}<values>`, { dims: [values.length], data: values });
}
