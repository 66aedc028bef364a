import { isClosure, type Graph, type NodeId } from './graph.js';

/** Nodes and all that they are made of, parents first: ids grow along edges. */
export function ancestorsOf(graph: Graph, outputs: readonly NodeId[]): NodeId[] {
  const seen = new Set<NodeId>(outputs);
  const stack = [...outputs];
  const { a, b, c } = graph;
  const need = (parent: NodeId | undefined): void => {
    if (parent === undefined || parent < 0 || seen.has(parent)) return;
    seen.add(parent);
    stack.push(parent);
  };
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    need(a[id]);
    need(b[id]);
    need(c[id]);
  }
  return [...seen].sort((p, q) => p - q);
}

/** The variables that nodes depend on. */
export function variablesOf(graph: Graph, outputs: readonly NodeId[]): NodeId[] {
  return ancestorsOf(graph, outputs).filter((id) => graph.ops[id] === 'var');
}

/** Those that no integral or limit runs along. */
export function freeVariablesOf(graph: Graph, outputs: readonly NodeId[]): NodeId[] {
  const all = ancestorsOf(graph, outputs);
  const bound = new Set(
    all.filter((id) => isClosure(graph.ops[id])).map((id) => graph.runsAlong(id)),
  );
  return all.filter((id) => graph.ops[id] === 'var' && !bound.has(id));
}
