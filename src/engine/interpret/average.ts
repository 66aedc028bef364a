import type { Graph, NodeId } from '../evaluate/graph.js';
import { rebuild } from '../evaluate/substitute.js';
import { indices as positions, sumOf } from './arithmetic.js';
import { stateWeights } from './draws.js';
import type { Interpreting } from './interpreting.js';
import type { Lot } from './lots.js';
import { Unreadable } from './problem.js';

/** More outcomes together than this are not gone through. */
const MOST_OUTCOMES = 700;
/** With more than this a product of sums is multiplied out first. */
const MANY_OUTCOMES = 64;

/** Averages nodes over the lots that they depend on. */
export class Average {
  private readonly graph: Graph | null;
  private readonly lotsOf = new Map<NodeId, ReadonlySet<Lot>>();
  private readonly means: Map<NodeId, NodeId>[] = [];

  constructor(
    private readonly it: Interpreting,
    private readonly only: ReadonlySet<string> | null,
  ) {
    this.graph = it.space.graph;
  }

  /** Does it depend on anything that the average is over? */
  varies(id: NodeId): boolean {
    return this.lots(id).size > 0;
  }

  of(id: NodeId): NodeId {
    const { graph } = this;
    if (!graph || this.lots(id).size === 0) return id;
    const known = this.it.lots.get(id)?.lot;
    const entry = this.it.lots.get(id)?.entry ?? 0;
    const mean = known?.means?.[entry];
    if (mean !== undefined) return mean;
    const weights = stateWeights(this.it, graph);
    return sumOf(
      graph,
      weights.map((weight, state) => graph.mul(weight, this.given(graph, id, state))),
    );
  }

  /** The mean in one state of the world, where all lots are independent. */
  private given(graph: Graph, id: NodeId, state: number): NodeId {
    const memo = (this.means[state] ??= new Map<NodeId, NodeId>());
    const known = memo.get(id);
    if (known !== undefined) return known;
    const value = this.split(graph, id, state);
    memo.set(id, value);
    return value;
  }

  /** Sums term by term, products of what is independent factor by factor, the rest outcome by outcome. */
  private split(graph: Graph, id: NodeId, state: number): NodeId {
    const lots = this.lots(id);
    if (lots.size === 0) return id;
    const [a = -1, b = -1] = [graph.a[id], graph.b[id]];
    const own = this.it.lots.has(id);
    const mean = (other: NodeId): NodeId => this.given(graph, other, state);
    if (!own) {
      switch (graph.ops[id]) {
        case 'add':
          return graph.add(mean(a), mean(b));
        case 'mul':
          if (disjoint(this.lots(a), this.lots(b))) return graph.mul(mean(a), mean(b));
          break;
        case 'div':
          if (this.lots(b).size === 0) return graph.div(mean(a), b);
          break;
        case 'same':
          return mean(a);
        default:
      }
      const expanded = this.expanded(graph, id, lots);
      if (expanded !== null) return mean(expanded);
    }
    return this.enumerate(graph, id, [...lots], state);
  }

  /** A product multiplied out by one sum, a square as a product; null where there are few outcomes anyway. */
  private expanded(graph: Graph, id: NodeId, lots: ReadonlySet<Lot>): NodeId | null {
    const outcomes = [...lots].reduce(
      (n, lot) => n * this.draws(lot, lots.size > 1).values.length,
      1,
    );
    const [a = -1, b = -1] = [graph.a[id], graph.b[id]];
    if (outcomes <= MANY_OUTCOMES) return null;
    const op = graph.ops[id];
    if (op === 'pow' && graph.isConstant(b)) {
      const power = graph.value(b);
      if (![2, 3, 4].includes(power) || this.it.lots.has(a)) return null;
      return graph.mul(a, graph.pow(a, graph.constant(power - 1)));
    }
    if (op !== 'mul') return null;
    for (const [sum, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const sumOp = this.it.lots.has(sum) ? null : graph.ops[sum];
      const [p = -1, q = -1] = [graph.a[sum], graph.b[sum]];
      if (sumOp === 'add') return graph.add(graph.mul(p, other), graph.mul(q, other));
      if (sumOp === 'mul')
        return graph.mul(p, graph.mul(q, other)) === id ? null : this.apart(graph, p, q, other);
    }
    return null;
  }

  /** (p q) r as p (q r) where that brings a sum to the front. */
  private apart(graph: Graph, p: NodeId, q: NodeId, other: NodeId): NodeId | null {
    if (this.lots(p).size === 0) return graph.mul(p, graph.mul(q, other));
    if (this.lots(q).size === 0) return graph.mul(q, graph.mul(p, other));
    return null;
  }

  private draws(lot: Lot, few: boolean): NonNullable<ReturnType<Lot['draws']>> {
    const draws = lot.draws(few);
    if (!draws) throw new Unreadable('unsupported', { start: 0, end: 0 });
    return draws;
  }

  private enumerate(graph: Graph, id: NodeId, lots: readonly Lot[], state: number): NodeId {
    const few = lots.length > 1;
    const draws = lots.map((lot) => this.draws(lot, few));
    const total = draws.reduce((n, { values }) => n * values.length, 1);
    if (total > MOST_OUTCOMES) throw new Unreadable('size', { start: 0, end: 0 });
    const rough = lots.filter((lot) => !lot.complete);
    if (rough.length > 0 && !this.isSmooth(graph, id, new Set(rough), few))
      throw new Unreadable('unsupported', { start: 0, end: 0 });
    const path = this.pathTo(graph, id, new Set(lots));
    const terms: NodeId[] = [];
    for (const at of positions(draws.map(({ values }) => values.length))) {
      const replaced = new Map<NodeId, NodeId>();
      const weights = lots.map((lot, k) => {
        const outcome = at[k] ?? 0;
        lot.nodes.forEach((node, entry) => {
          replaced.set(node, draws[k]?.values[outcome]?.[entry] ?? node);
        });
        return draws[k]?.weights[state]?.[outcome] ?? graph.constant(0);
      });
      const value = follow(graph, id, path, replaced);
      terms.push(weights.reduce((product, weight) => graph.mul(product, weight), value));
    }
    return sumOf(graph, terms);
  }

  /** The nodes between the lots and this one, in the order in which they are computed. */
  private pathTo(graph: Graph, id: NodeId, lots: ReadonlySet<Lot>): NodeId[] {
    const seen = new Set<NodeId>();
    const visit = (node: NodeId): void => {
      if (seen.has(node) || disjoint(this.lots(node), lots) || this.it.lots.has(node)) return;
      seen.add(node);
      for (const parent of parentsOf(graph, node)) visit(parent);
    };
    visit(id);
    return [...seen].sort((p, q) => p - q);
  }

  /** The lots that a node depends on, of those that the average is over. */
  private lots(id: NodeId): ReadonlySet<Lot> {
    const known = this.lotsOf.get(id);
    if (known) return known;
    const { graph } = this;
    const own = this.it.lots.get(id)?.lot;
    const out = new Set<Lot>();
    if (own) {
      if (!this.only || this.only.has(own.key)) out.add(own);
    } else if (graph) {
      for (const parent of parentsOf(graph, id)) for (const lot of this.lots(parent)) out.add(lot);
    }
    this.lotsOf.set(id, out);
    return out;
  }

  /** A polynomial, or (in one random number alone) an exponential or a wave of something linear. */
  private isSmooth(graph: Graph, id: NodeId, lots: ReadonlySet<Lot>, few: boolean): boolean {
    const degree = (node: NodeId): number => {
      if (disjoint(this.lots(node), lots)) return 0;
      if (this.it.lots.has(node)) return 1;
      const [a = -1, b = -1] = [graph.a[node], graph.b[node]];
      switch (graph.ops[node]) {
        case 'add':
          return Math.max(degree(a), degree(b));
        case 'mul':
          return degree(a) + degree(b);
        case 'div':
          return degree(b) === 0 ? degree(a) : Number.POSITIVE_INFINITY;
        case 'same':
          return degree(a);
        case 'pow': {
          const power = graph.isConstant(b) ? graph.value(b) : Number.NaN;
          const whole = Number.isInteger(power) && power >= 0;
          return whole ? degree(a) * power : Number.POSITIVE_INFINITY;
        }
        case 'exp':
        case 'sin':
        case 'cos':
          return !few && degree(a) <= 1 && !this.isExponential(lots) ? 0 : Number.POSITIVE_INFINITY;
        default:
          return Number.POSITIVE_INFINITY;
      }
    };
    return degree(id) <= HIGHEST_DEGREE;
  }

  /** Averages of exponentials of it may not exist. */
  private isExponential(lots: ReadonlySet<Lot>): boolean {
    return [...lots].some((lot) =>
      /^exp/.test(this.it.context.randomness.names.get(lot.key)?.law?.name ?? ''),
    );
  }
}

/** Rules are exact up to here whatever stands beside. */
const HIGHEST_DEGREE = 15;

function parentsOf(graph: Graph, id: NodeId): NodeId[] {
  return [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1].filter((parent) => parent >= 0);
}

function disjoint<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a) if (b.has(one)) return false;
  return true;
}

function follow(
  graph: Graph,
  id: NodeId,
  path: readonly NodeId[],
  replaced: Map<NodeId, NodeId>,
): NodeId {
  for (const node of path) {
    const parts = [graph.a[node] ?? -1, graph.b[node] ?? -1, graph.c[node] ?? -1];
    replaced.set(
      node,
      rebuild(
        graph,
        node,
        parts.map((part) => replaced.get(part) ?? part),
      ),
    );
  }
  return replaced.get(id) ?? id;
}
