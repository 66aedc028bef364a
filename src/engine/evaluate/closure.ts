import { NOTHING, type Estimate } from './estimate.js';
import { fall } from './fall.js';
import { isClosure, type Graph, type NodeId, type Operation } from './graph.js';
import { integrate } from './integrate.js';
import { limitOf } from './limit.js';
import { applyOperation, EPS, propagateError } from './operation.js';

/** Values of nodes at a point. */
export interface Known {
  at(id: NodeId): number;
  error(id: NodeId): number;
}

/** The value of an integral, a limit or an order at a point where everything else is known. */
export function closureAt(graph: Graph, id: NodeId, known: Known, depth = 0): Estimate {
  if (depth > DEEPEST) return NOTHING;
  const [body, b, c] = [graph.a[id] ?? 0, graph.b[id] ?? 0, graph.c[id] ?? 0];
  const variable = graph.runsAlong(id);
  const [from, to] = [known.at(b), known.at(c)];
  switch (graph.ops[id]) {
    case 'integral': {
      const line = new Line(graph, [body], variable, known, depth);
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
      const line = new Line(graph, [body], variable, known, depth);
      return limitOf((x) => line.value(body, x), from, to);
    }
    case 'order': {
      const line = new Line(graph, [body, b], variable, known, depth);
      return fall((x) => [line.value(body, x), line.value(b, x)], to === 1);
    }
    default:
      return NOTHING;
  }
}

/** Nodes evaluated as one variable moves and all others stay. */
class Line implements Known {
  private readonly values: Float64Array;
  private readonly errors: Float64Array;
  private readonly plan: Plan;
  private place = Number.NaN;

  constructor(
    private readonly graph: Graph,
    outputs: readonly NodeId[],
    variable: NodeId,
    private readonly outer: Known,
    private readonly depth: number,
  ) {
    this.plan = planOf(graph, outputs, variable);
    const { nodes } = this.plan;
    this.values = new Float64Array(nodes.length);
    this.errors = new Float64Array(nodes.length);
    for (let slot = 1; slot < this.plan.first; slot++) {
      this.values[slot] = outer.at(nodes[slot] ?? 0);
      this.errors[slot] = outer.error(nodes[slot] ?? 0);
    }
  }

  value(id: NodeId, x: number): Estimate {
    if (x !== this.place) this.move(x);
    return { value: this.at(id), error: this.error(id) };
  }

  at(id: NodeId): number {
    const slot = this.plan.slots.get(id);
    return slot === undefined ? this.outer.at(id) : (this.values[slot] ?? Number.NaN);
  }

  error(id: NodeId): number {
    const slot = this.plan.slots.get(id);
    return slot === undefined ? this.outer.error(id) : (this.errors[slot] ?? Number.NaN);
  }

  private move(x: number): void {
    this.place = x;
    this.values[0] = x;
    for (let slot = this.plan.first; slot < this.values.length; slot++) this.compute(slot);
  }

  private compute(slot: number): void {
    const { values, errors, plan } = this;
    const op = plan.ops[slot] ?? 'const';
    if (isClosure(op)) {
      const { value, error } = closureAt(this.graph, plan.nodes[slot] ?? 0, this, this.depth + 1);
      values[slot] = value;
      errors[slot] = error;
      return;
    }
    // An operation that has fewer parents does not look at what it gets instead.
    const [a, b, c] = [plan.a[slot] ?? 0, plan.b[slot] ?? 0, plan.c[slot] ?? 0];
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    if (op === 'add') {
      const sum = x + y;
      this.set(slot, sum, Math.abs(sum) * EPS + (errors[a] ?? 0) + (errors[b] ?? 0));
      return;
    }
    const value = applyOperation(op, x, y, values[c] ?? 0);
    const chosen = errors[x !== 0 ? b : c] ?? 0;
    const error = propagateError(op, value, x, y, errors[a] ?? 0, errors[b] ?? 0, chosen);
    // What is too small to be told from zero: whoever divides by it or takes its root knows nothing.
    const lost =
      value === 0 && x !== 0 && (op === 'exp' || op === 'pow' || (op === 'mul' && y !== 0));
    this.set(slot, value, lost ? TINY : error);
  }

  private set(slot: number, value: number, error: number): void {
    this.values[slot] = value;
    this.errors[slot] = Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
  }
}

const TINY = 1e-300;

/** Integrals of integrals are computed; one more within would take seconds. */
const DEEPEST = 1;

/** What is computed again and again, in slots: the variable first, then what stays, then what moves, parents first. */
interface Plan {
  readonly nodes: readonly NodeId[];
  readonly slots: ReadonlyMap<NodeId, number>;
  /** The first slot of what moves. */
  readonly first: number;
  readonly ops: readonly Operation[];
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

function planOf(graph: Graph, outputs: readonly NodeId[], variable: NodeId): Plan {
  let plans = known.get(graph);
  if (!plans) {
    plans = new Map<string, Plan>();
    known.set(graph, plans);
  }
  const key = `${String(variable)} ${outputs.join()}`;
  const plan = plans.get(key) ?? makePlan(graph, outputs, variable);
  plans.set(key, plan);
  return plan;
}

const known = new WeakMap<Graph, Map<string, Plan>>();

function makePlan(graph: Graph, outputs: readonly NodeId[], variable: NodeId): Plan {
  const moving = between(graph, outputs, variable);
  const inside = new Set(moving);
  // What closures inside run along, and what only they need, they find for themselves.
  const still = new Set<NodeId>();
  for (const id of moving)
    if (!isClosure(graph.ops[id]))
      for (const parent of parentsOf(graph, id))
        if (parent >= 0 && parent !== variable && !inside.has(parent)) still.add(parent);
  const nodes = [variable, ...still, ...moving];
  const slots = new Map(nodes.map((id, slot) => [id, slot] as const));
  const places = (parent: (id: NodeId) => NodeId | undefined): Int32Array =>
    Int32Array.from(nodes, (id) => slots.get(parent(id) ?? -1) ?? 0);
  return {
    nodes,
    slots,
    first: 1 + still.size,
    ops: nodes.map((id) => graph.ops[id] ?? 'const'),
    a: places((id) => graph.a[id]),
    b: places((id) => graph.b[id]),
    c: places((id) => graph.c[id]),
  };
}

function parentsOf(graph: Graph, id: NodeId): NodeId[] {
  return [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1];
}

/** What lies between the variable and the outputs, parents first. */
function between(graph: Graph, outputs: readonly NodeId[], variable: NodeId): NodeId[] {
  const moved = new Set<NodeId>([variable]);
  const needed = new Set<NodeId>(outputs);
  const stack = [...outputs];
  for (let id = stack.pop(); id !== undefined; id = stack.pop())
    for (const parent of parentsOf(graph, id))
      if (parent > variable && !needed.has(parent)) {
        needed.add(parent);
        stack.push(parent);
      }
  const order = [...needed].sort((p, q) => p - q).filter((id) => id > variable);
  for (const id of order)
    if (parentsOf(graph, id).some((parent) => moved.has(parent))) moved.add(id);
  moved.delete(variable);
  return order.filter((id) => moved.has(id));
}
