import { NOTHING, type Estimate } from './estimate.js';
import { fall } from './fall.js';
import type { Graph, NodeId } from './graph.js';
import { integrate } from './integrate.js';
import { limitOf } from './limit.js';
import { applyOperation, propagateError } from './operation.js';

/** Values of nodes at a point. */
export interface Known {
  at(id: NodeId): number;
  error(id: NodeId): number;
}

/** The value of an integral, a limit or an order at a point where everything else is known. */
export function closureAt(graph: Graph, id: NodeId, known: Known): Estimate {
  const [body, b, c] = [graph.a[id] ?? 0, graph.b[id] ?? 0, graph.c[id] ?? 0];
  const variable = graph.runsAlong(id);
  const [from, to] = [known.at(b), known.at(c)];
  switch (graph.ops[id]) {
    case 'integral': {
      const line = new Line(graph, [body], variable, known);
      const along = (x: number): Estimate => line.value(body, x);
      const whole = integrate(along, from, to);
      const edge = (x: number, error: number): number =>
        error > 0 && Number.isFinite(x) ? Math.abs(along(x).value) * error || 0 : 0;
      return {
        value: whole.value,
        error: whole.error + edge(from, known.error(b)) + edge(to, known.error(c)),
      };
    }
    case 'limit': {
      const line = new Line(graph, [body], variable, known);
      return limitOf((x) => line.value(body, x), from, to);
    }
    case 'order': {
      const line = new Line(graph, [body, b], variable, known);
      return fall((x) => [line.value(body, x), line.value(b, x)], to === 1);
    }
    default:
      return NOTHING;
  }
}

/** Nodes evaluated as one variable moves and all others stay. */
class Line implements Known {
  private readonly values = new Map<NodeId, number>();
  private readonly errors = new Map<NodeId, number>();
  private readonly order: readonly NodeId[];
  private place = Number.NaN;

  constructor(
    private readonly graph: Graph,
    outputs: readonly NodeId[],
    private readonly variable: NodeId,
    private readonly outer: Known,
  ) {
    this.order = orderOf(graph, outputs, variable);
  }

  value(id: NodeId, x: number): Estimate {
    if (x !== this.place) this.move(x);
    return { value: this.at(id), error: this.error(id) };
  }

  at(id: NodeId): number {
    return this.values.get(id) ?? this.outer.at(id);
  }

  error(id: NodeId): number {
    return this.errors.get(id) ?? this.outer.error(id);
  }

  private move(x: number): void {
    this.place = x;
    this.values.set(this.variable, x);
    this.errors.set(this.variable, 0);
    for (const id of this.order) this.compute(id);
  }

  private compute(id: NodeId): void {
    const { graph } = this;
    const op = graph.ops[id] ?? 'const';
    if (op === 'integral' || op === 'limit' || op === 'order') {
      const { value, error } = closureAt(graph, id, this);
      this.values.set(id, value);
      this.errors.set(id, error);
      return;
    }
    const [a, b, c] = [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1];
    const at = (parent: NodeId): number => (parent < 0 ? Number.NaN : this.at(parent));
    const off = (parent: NodeId): number => (parent < 0 ? 0 : this.error(parent));
    const [x, y] = [at(a), at(b)];
    const value = applyOperation(op, x, y, at(c));
    this.values.set(id, value);
    const chosen = x !== 0 ? off(b) : off(c);
    const error = propagateError(op, value, x, y, off(a), off(b), chosen);
    // What is too small to be told from zero: whoever divides by it or takes its root knows nothing.
    const lost =
      value === 0 && x !== 0 && (op === 'exp' || op === 'pow' || (op === 'mul' && y !== 0));
    this.errors.set(id, lost ? TINY : Number.isNaN(error) ? Number.POSITIVE_INFINITY : error);
  }
}

const TINY = 1e-300;

/** What lies between the variable and the outputs, parents first. */
function orderOf(graph: Graph, outputs: readonly NodeId[], variable: NodeId): readonly NodeId[] {
  let orders = known.get(graph);
  if (!orders) {
    orders = new Map<string, readonly NodeId[]>();
    known.set(graph, orders);
  }
  const key = `${String(variable)} ${outputs.join()}`;
  const order = orders.get(key) ?? between(graph, outputs, variable);
  orders.set(key, order);
  return order;
}

const known = new WeakMap<Graph, Map<string, readonly NodeId[]>>();

function between(graph: Graph, outputs: readonly NodeId[], variable: NodeId): NodeId[] {
  const moved = new Set<NodeId>([variable]);
  const parents = (id: NodeId): NodeId[] => [
    graph.a[id] ?? -1,
    graph.b[id] ?? -1,
    graph.c[id] ?? -1,
  ];
  const needed = new Set<NodeId>(outputs);
  const stack = [...outputs];
  for (let id = stack.pop(); id !== undefined; id = stack.pop())
    for (const parent of parents(id))
      if (parent > variable && !needed.has(parent)) {
        needed.add(parent);
        stack.push(parent);
      }
  const order = [...needed].sort((p, q) => p - q).filter((id) => id > variable);
  for (const id of order) if (parents(id).some((parent) => moved.has(parent))) moved.add(id);
  moved.delete(variable);
  return order.filter((id) => moved.has(id));
}
