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
      const missing = this.parents(next).filter((parent) => !this.known.has(parent));
      if (missing.length > 0) stack.push(...missing);
      else {
        stack.pop();
        this.known.set(next, this.compute(next));
      }
    }
    return this.known.get(id) ?? Number.NaN;
  }

  private parents(id: NodeId): NodeId[] {
    return [this.graph.a[id] ?? -1, this.graph.b[id] ?? -1, this.graph.c[id] ?? -1].filter(
      (parent) => parent >= 0,
    );
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
