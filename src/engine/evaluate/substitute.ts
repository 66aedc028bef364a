import { ancestorsOf } from './ancestors.js';
import type { Binary, Graph, NodeId } from './graph.js';

/** The same expressions with some nodes replaced by others. */
export function substitute(
  graph: Graph,
  ids: readonly NodeId[],
  replacement: ReadonlyMap<NodeId, NodeId>,
): NodeId[] {
  const done = new Map<NodeId, NodeId>(replacement);
  const from = Math.min(...replacement.keys());
  // What else the graph holds is not to grow with every replacement.
  for (const id of ancestorsOf(graph, ids)) {
    if (id < from || done.has(id)) continue;
    const parts = [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1];
    if (
      parts.some((part) => part >= 0 && done.get(part) !== undefined && done.get(part) !== part)
    ) {
      done.set(
        id,
        rebuild(
          graph,
          id,
          parts.map((part) => done.get(part) ?? part),
        ),
      );
    }
  }
  return ids.map((id) => done.get(id) ?? id);
}

/** The same operation on other nodes. */
export function rebuild(graph: Graph, id: NodeId, parts: readonly NodeId[]): NodeId {
  const [a = 0, b = 0, c = 0] = parts;
  const op = graph.ops[id] ?? 'const';
  switch (op) {
    case 'const':
    case 'var':
      return id;
    case 'select':
      return graph.select(a, b, c);
    case 'add':
    case 'mul':
    case 'div':
    case 'pow':
      return graph[op](a, b);
    case 'integral':
    case 'limit':
    case 'order':
      return graph.closure(op, [a, b, c], graph.runsAlong(id));
    default:
      return isBinary(op) ? graph.binary(op, a, b) : graph.unary(op, a);
  }
}

function isBinary(op: string): op is Exclude<Binary, 'add' | 'mul' | 'div' | 'pow'> {
  return ['max', 'min', 'lt', 'le', 'eq', 'mod'].includes(op);
}
