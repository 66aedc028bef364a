import { closureAt } from './closure.js';
import { isClosure, type Graph, type NodeId } from './graph.js';
import { applyOperation, EPS } from './operation.js';

/** Values of nodes at one point, computed as they are asked for. */
export class Evaluator {
  private readonly known = new Map<NodeId, number>();

  constructor(
    private readonly graph: Graph,
    private readonly variable: (id: NodeId) => number,
  ) {}

  value(id: NodeId): number {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const stack = [id];
    for (let next = stack.at(-1); next !== undefined; next = stack.at(-1)) {
      const { a, b, c } = this.graph;
      const before = stack.length;
      this.need(a[next], stack);
      this.need(b[next], stack);
      this.need(c[next], stack);
      if (stack.length > before) continue;
      stack.pop();
      this.known.set(next, this.compute(next));
    }
    return this.known.get(id) ?? Number.NaN;
  }

  private need(parent: NodeId | undefined, stack: NodeId[]): void {
    if (parent !== undefined && parent >= 0 && !this.known.has(parent)) stack.push(parent);
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
}
