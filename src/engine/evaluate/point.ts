import { closureAt } from './closure.js';
import { isClosure, type Graph, type NodeId } from './graph.js';
import { applyOperation, EPS, propagateError } from './operation.js';

/** Values of nodes at one point, computed as they are asked for. */
export class Evaluator {
  private readonly known = new Map<NodeId, number>();
  private readonly errors = new Map<NodeId, number>();

  constructor(
    private readonly graph: Graph,
    private readonly variable: (id: NodeId) => number,
  ) {}

  value(id: NodeId): number {
    return this.from(id, this.known, (node) => this.compute(node));
  }

  /** A bound of the absolute rounding error of a value. */
  error(id: NodeId): number {
    this.value(id);
    return this.from(id, this.errors, (node) => this.computeError(node));
  }

  /** A node's number, after those of all nodes that it is made from. */
  private from(id: NodeId, known: Map<NodeId, number>, compute: (id: NodeId) => number): number {
    const { a, b, c } = this.graph;
    const stack = [id];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      const before = stack.length;
      for (const parent of [a[next], b[next], c[next]])
        if (parent !== undefined && parent >= 0 && !known.has(parent)) stack.push(parent);
      if (stack.length > before) continue;
      stack.pop();
      if (!known.has(next)) known.set(next, compute(next));
    }
    return known.get(id) ?? Number.NaN;
  }

  private compute(id: NodeId): number {
    const op = this.graph.ops[id] ?? 'const';
    if (op === 'const') return this.graph.value(id);
    if (op === 'var') return this.variable(id);
    if (isClosure(op)) {
      const value = (node: NodeId): number => this.known.get(node) ?? Number.NaN;
      return closureAt(this.graph, id, {
        at: (node) => this.value(node),
        error: (node) => Math.abs(value(node)) * EPS,
      }).value;
    }
    const at = (parent: NodeId | undefined): number => this.known.get(parent ?? -1) ?? Number.NaN;
    return applyOperation(op, at(this.graph.a[id]), at(this.graph.b[id]), at(this.graph.c[id]));
  }

  private computeError(id: NodeId): number {
    const op = this.graph.ops[id] ?? 'const';
    const v = this.value(id);
    if (op === 'const' || op === 'var' || isClosure(op)) return Math.abs(v) * EPS;
    const [a, b, c] = [this.graph.a[id] ?? -1, this.graph.b[id] ?? -1, this.graph.c[id] ?? -1];
    const at = (parent: NodeId): number => this.known.get(parent) ?? Number.NaN;
    const error = (parent: NodeId): number => this.errors.get(parent) ?? 0;
    const chosen = at(a) !== 0 ? error(b) : error(c);
    return propagateError(op, v, at(a), at(b), error(a), error(b), chosen);
  }
}
