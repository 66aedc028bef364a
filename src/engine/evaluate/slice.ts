import { ancestorsOf } from './ancestors.js';
import { closureAt } from './closure.js';
import { isClosure, type Graph, type NodeId } from './graph.js';
import { applyOperation, propagateError } from './operation.js';

/** What a few nodes depend on, evaluated at one point after another, with a bound of the rounding error. */
export class Slice {
  /** The variables that it depends on. */
  readonly variables: readonly NodeId[];
  private readonly order: readonly NodeId[];
  private readonly place: ReadonlyMap<NodeId, number>;
  private readonly values: Float64Array;
  private readonly errors: Float64Array;

  constructor(
    private readonly graph: Graph,
    outputs: readonly NodeId[],
  ) {
    this.order = ancestorsOf(graph, outputs);
    this.place = new Map(this.order.map((id, at) => [id, at]));
    this.values = new Float64Array(this.order.length);
    this.errors = new Float64Array(this.order.length);
    this.variables = this.order.filter((id) => graph.ops[id] === 'var');
  }

  get size(): number {
    return this.order.length;
  }

  /** Computes all values for these values of the variables. */
  move(variable: (id: NodeId) => number): void {
    this.order.forEach((id, at) => {
      this.compute(id, at, variable);
    });
  }

  at(id: NodeId): number {
    return this.values[this.place.get(id) ?? -1] ?? Number.NaN;
  }

  /** A bound of the absolute rounding error of a value. */
  error(id: NodeId): number {
    return this.errors[this.place.get(id) ?? -1] ?? Number.NaN;
  }

  private compute(id: NodeId, at: number, variable: (id: NodeId) => number): void {
    const { graph } = this;
    const op = graph.ops[id] ?? 'const';
    if (op === 'var' || op === 'const') {
      const value = op === 'var' ? variable(id) : graph.value(id);
      this.values[at] = value;
      this.errors[at] = op === 'var' ? 0 : Math.abs(value) * Number.EPSILON;
      return;
    }
    if (isClosure(op)) {
      const { value, error } = closureAt(graph, id, this);
      this.values[at] = value;
      this.errors[at] = error;
      return;
    }
    const [a, b, c] = [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1];
    const [x, y, z] = [this.at(a), this.at(b), this.at(c)];
    const value = applyOperation(op, x, y, z);
    const [ex, ey] = [this.error(a) || 0, this.error(b) || 0];
    this.values[at] = value;
    this.errors[at] = propagateError(op, value, x, y, ex, ey, x !== 0 ? ey : this.error(c) || 0);
  }
}
