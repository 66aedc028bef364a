import { ancestorsOf } from './ancestors.js';
import { propagate, slopesOfClosure } from './gradient.js';
import { isClosure, type Graph, type NodeId } from './graph.js';

/** How nodes change when some nodes change in given directions: forward mode, as nodes of the same graph. */
export function tangents(
  graph: Graph,
  outputs: readonly NodeId[],
  directions: ReadonlyMap<NodeId, NodeId>,
): NodeId[] {
  const known = new Map<NodeId, NodeId>(directions);
  const one = graph.constant(1);
  for (const id of ancestorsOf(graph, outputs)) {
    if (known.has(id)) continue;
    const terms: NodeId[] = [];
    if (isClosure(graph.ops[id])) {
      for (const [start, slope] of slopesOfClosure(graph, id, [...directions.keys()]))
        terms.push(graph.mul(slope, directions.get(start) ?? start));
      known.set(
        id,
        terms.reduce((sum, term) => graph.add(sum, term)),
      );
      continue;
    }
    propagate(graph, id, one, (parent, amount) => {
      const change = known.get(parent);
      if (change !== undefined) terms.push(graph.mul(amount, change));
    });
    if (terms.length > 0)
      known.set(
        id,
        terms.reduce((sum, term) => graph.add(sum, term)),
      );
  }
  return outputs.map((id) => known.get(id) ?? graph.constant(0));
}
