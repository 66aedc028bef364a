import { dependsOn, gradient } from '../evaluate/gradient.js';
import { GraphTooLarge, type NodeId } from '../evaluate/graph.js';
import { substitute } from '../evaluate/substitute.js';
import type { Expr } from '../expression/node.js';
import { Unreadable } from '../interpret/problem.js';
import type { Sense } from './objective.js';
import { testBounds, type Bounds, type OrderOutcome } from './order.js';
import { POINTS, type Session, type Together } from './session.js';

/** `stationary`: the slope is zero there, but something is better. `unlinked`: the objective does not depend on it. */
export type OptimumOutcome =
  OrderOutcome | { readonly kind: 'stationary' } | { readonly kind: 'unlinked' };

/** A step so small that only what is near counts. */
const NEAR = 0.01;

/**
 * Is `value` at its least (or greatest) where `unknown` is `claimed`? It is compared with its values nearby, then
 * farther away, at random and where a search leads.
 */
export function testOptimum(
  session: Session,
  unknown: Expr,
  claimed: Expr,
  value: Expr,
  sense: Sense,
): OptimumOutcome {
  try {
    const near: Bounds[] = [];
    const far: Bounds[] = [];
    let level = true;
    for (const stage of session.evaluateTogether([
      [unknown, claimed],
      [value, value],
    ])) {
      const bounds = [NEAR, 1].map((size) => boundsOn(stage, sense, size));
      level &&= isLevel(stage);
      if (!bounds[0] || !bounds[1]) return { kind: 'unlinked' };
      near.push(bounds[0]);
      far.push(bounds[1]);
    }
    const nearby = testBounds(near, false);
    // With a matrix of the wrong sign it is a saddle: what the document says of its signs was not understood.
    if (nearby.kind === 'broken' && level) return { kind: 'stationary' };
    if (nearby.kind !== 'holds') return nearby;
    return testBounds(far, false).kind === 'broken' ? { kind: 'stationary' } : nearby;
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'problem', problem: error };
    if (error instanceof GraphTooLarge)
      return { kind: 'problem', problem: new Unreadable('size', claimed.span) };
    throw error;
  }
}

/** Is the slope of the objective zero at the claimed point, wherever it has one? */
function isLevel({ graph, sides, all }: Together): boolean {
  const [points, [objective] = []] = sides;
  const output = objective?.[0];
  if (!points || output === undefined) return false;
  const slopes = gradient(
    graph,
    output,
    points.map(([id]) => id),
  );
  const there = substitute(graph, slopes, new Map(points));
  for (let p = 0; p < POINTS; p++) {
    for (const [k, id] of there.entries()) {
      const [value, size] = [all.runner.at(id, p), all.runner.at(slopes[k] ?? id, p)];
      const noise = 64 * all.runner.error(id, p) + 1e-7 * (1 + Math.abs(size));
      if (Math.abs(value) > noise) return false;
    }
  }
  return true;
}

/** The objective at the claimed point against the objective a random step away from it. */
function boundsOn(stage: Together, sense: Sense, size: number): Bounds | null {
  const { graph, sides, all } = stage;
  const [points, [objective, ...more] = []] = sides;
  const output = objective?.[0];
  if (!points || points.length === 0 || output === undefined || more.length > 0) return null;
  const unknowns = new Set(points.map(([id]) => id));
  const claimed = points.map(([, id]) => id);
  const free = [...unknowns].every((id) => !graph.isConstant(id));
  if (!free || unknowns.size < points.length || !dependsOn(graph, output, unknowns)) return null;
  if (claimed.some((id) => dependsOn(graph, id, unknowns))) return null;
  const moved = points.map(([id, at]) => {
    const step = graph.mul(
      graph.constant(size),
      graph.variable({ domain: 'weight', group: 0, index: 0, size: 1 }),
    );
    // Positive numbers stay positive.
    return graph.draws[id]?.domain === 'positive'
      ? graph.mul(at, graph.unary('exp', step))
      : graph.add(at, step);
  });
  all.interpreter.symbols.set(`\\text{elsewhere}@${String(all.interpreter.symbols.size)}`, {
    dims: points.length === 1 ? [] : [points.length],
    data: moved,
  });
  const at = (targets: readonly NodeId[]): NodeId[] => {
    const replaced = new Map(points.map(([id], k) => [id, targets[k] ?? id] as const));
    return substitute(graph, [output], replaced);
  };
  const [here, there] = [at(claimed), at(moved)];
  const [low, high] = sense === 'min' ? [here, there] : [there, here];
  return { all, pairs: [{ low, high, entry: () => '', conditions: [], indices: new Map() }] };
}
