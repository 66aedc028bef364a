import type { Graph, NodeId } from '../evaluate/graph.js';
import { variablesOf } from '../evaluate/ancestors.js';
import { tangents } from '../evaluate/tangent.js';
import type { Differential, Expr } from '../expression/node.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { openLoss } from './loss.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** `d(AB)`: the derivative along changes of the names that change, each a free array of its name's shape. */
export function differentialValue(it: Interpreting, node: Differential, env: Env): Tensor {
  const value = openLoss(it, node.target, env) ?? it.value(node.target, env);
  const { graph } = it.space;
  if (!graph) return { dims: value.dims, data: [] };
  if (!node.along) throw new Unreadable('unsupported', node.span);
  const directions = new Map<NodeId, NodeId>();
  for (const name of node.along) addChanges(it, graph, name, env, directions);
  if (directions.size === 0) throw new Unreadable('unlinked', node.span);
  return { dims: value.dims, data: tangents(graph, value.data, directions) };
}

/** Every variable that a name is made of changes; the same change wherever the name stands. */
function addChanges(
  it: Interpreting,
  graph: Graph,
  name: Expr,
  env: Env,
  into: Map<NodeId, NodeId>,
): void {
  const value = it.value(name, env);
  const use = it.context.readName(name);
  const wrapped = value.data.every((id) => graph.ops[id] === 'same');
  const definite =
    wrapped && use !== null && it.context.info(use.key).structure === 'positive-definite';
  const free = value.data.every((id) => graph.ops[id] === 'var');
  // Near a definite matrix all symmetric ones are definite: its entries change, not what they are made of.
  const moving = definite ? value.data : variablesOf(graph, value.data);
  const changes = moving.flatMap((id) => {
    if (graph.draws[id]?.domain === 'weight') return [];
    const key = `change ${String(definite ? graph.a[id] : id)}`;
    const change =
      it.memo.get(key)?.data[0] ?? graph.variable({ domain: 'real', group: id, index: 0, size: 1 });
    it.memo.set(key, { dims: [], data: [change] });
    into.set(id, change);
    return [change];
  });
  // Shown with the values at a point where a claim is false.
  const label = `\\mathrm{d}${use?.key ?? ''}`;
  if (free && changes.length === value.data.length)
    it.symbols.set(label, { dims: value.dims, data: value.data.map((id) => into.get(id) ?? id) });
  else it.symbols.set(label, { dims: [changes.length], data: changes });
}
