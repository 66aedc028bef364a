import { gradient } from '../evaluate/gradient.js';
import type { Graph, NodeId } from '../evaluate/graph.js';
import { Evaluator } from '../evaluate/point.js';
import type { Expr } from '../expression/node.js';
import { Unreadable } from '../interpret/problem.js';
import { GraphTooLarge } from '../evaluate/graph.js';
import { POINTS, type Session, type Together } from './session.js';

/** An equation that the text supposes: both sides. */
export interface Hypothesis {
  readonly left: Expr;
  readonly right: Expr;
  /** Nothing explains it: good for charity, never as a premise that proves a mistake. */
  readonly open?: boolean;
}

export type UnderHypotheses = 'holds' | 'fails' | 'unknown';

/** Newton steps until a point lies on the surface. */
const MAX_STEPS = 40;
const ON_SURFACE = 1e-11;
/** A search that has not halved its distance in so many steps does not get there. */
const STRIDE = 8;
const AGREES = 1e-6;
/** With so few unknowns starts far out are tried too. */
const FEW = 3;
/** More unknowns than this are not solved for. */
const MAX_UNKNOWNS = 60;
/** The work of a step grows with the square of the equations. */
const MAX_EQUATIONS = 36;
/** Points tried before a surface that none of them reached is given up. */
const PATIENCE = 4;

/**
 * Does `left = right` hold wherever the hypotheses do? Random points are moved onto the surface where the
 * hypotheses hold by Gauss-Newton steps of least length (Nocedal and Wright, Numerical Optimization, 10.3).
 */
export function holdsUnder(
  session: Session,
  hypotheses: readonly Hypothesis[],
  left: Expr,
  right: Expr,
): UnderHypotheses {
  try {
    const equalities = [
      ...hypotheses.map((one) => [one.left, one.right] as const),
      [left, right] as const,
    ];
    let verdict: UnderHypotheses = 'unknown';
    // With some sizes nothing may be defined, as (X^T X)^{-1} with more columns than rows.
    for (const stage of session.evaluateTogether(equalities)) {
      const here = judge(stage);
      if (here === 'fails') return 'fails';
      if (here === 'holds') verdict = 'holds';
    }
    return verdict;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return 'unknown';
    throw error;
  }
}

/** Values of both sides where the hypotheses hold, if the sides differ at every such point, for every size. */
export function differUnder(
  session: Session,
  hypotheses: readonly Hypothesis[],
  left: Expr,
  right: Expr,
): readonly [number, number] | null {
  try {
    let shown: readonly [number, number] | null = null;
    const supposed = hypotheses.map((one) => [one.left, one.right] as const);
    for (const stage of session.evaluateTogether([...supposed, [left, right] as const])) {
      const claim = stage.sides.at(-1) ?? [];
      let points = 0;
      for (const at of pointsOn(stage)) {
        if (claimAt(at, claim) !== 'fails') return null;
        points++;
        const pair = claim.find((one) => claimAt(at, [one]) === 'fails');
        if (pair) shown ??= [at.value(pair[0]), at.value(pair[1])];
      }
      if (points < SURE_POINTS) return null;
    }
    return shown;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return null;
    throw error;
  }
}

/** Fewer points prove nothing. */
const SURE_POINTS = 4;

/** The one value that an expression has wherever the hypothesis holds, or null where it has none or several. */
export function valueUnder(session: Session, hypothesis: Hypothesis, node: Expr): number | null {
  try {
    const [stage] = session.evaluateTogether([
      [hypothesis.left, hypothesis.right],
      [node, node],
    ]);
    const id = stage?.sides[1]?.length === 1 ? stage.sides[1][0]?.[0] : undefined;
    if (!stage || id === undefined) return null;
    const values = [...pointsOn(stage)].map((at) => at.value(id));
    const [first] = values;
    const same = values.every((value) => Math.abs(value - (first ?? Number.NaN)) < AGREES);
    return values.length >= 3 && same && first !== undefined ? first : null;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return null;
    throw error;
  }
}

function judge(stage: Together): UnderHypotheses {
  const claim = stage.sides.at(-1) ?? [];
  if (claim.length === 0) return 'unknown';
  let agreed = 0;
  for (const at of pointsOn(stage)) {
    const verdict = claimAt(at, claim);
    if (verdict === 'fails') return 'fails';
    if (verdict === 'holds') agreed++;
  }
  return agreed >= 3 ? 'holds' : 'unknown';
}

/** Points where every equality but the last holds. */
function* pointsOn(stage: Together): Generator<Evaluator> {
  const { graph, sides } = stage;
  const residuals = sides
    .slice(0, -1)
    .flatMap((pairs) => pairs.map(([a, b]) => graph.sub(a, b)))
    .filter((id) => !graph.isZero(id));
  const unknowns = variablesOf(graph, residuals);
  if (residuals.length === 0 || unknowns.length === 0) return;
  if (residuals.length > MAX_EQUATIONS || unknowns.length > MAX_UNKNOWNS) return;
  const jacobian = residuals.map((id) => gradient(graph, id, unknowns));
  let reached = false;
  for (let point = 0; point < POINTS && (reached || point < PATIENCE); point++) {
    const at = solve(graph, stage.start(point), residuals, jacobian, unknowns);
    if (!at) continue;
    reached = true;
    yield at;
  }
  // An equation in few unknowns may have several solutions, and some of them far out.
  for (let point = 0; point < POINTS && unknowns.length <= FEW; point++) {
    const near = stage.start(point);
    const far = (id: NodeId): number => (graph.draws[id]?.domain === 'real' ? -5 : 1) * near(id);
    const at = solve(graph, far, residuals, jacobian, unknowns);
    if (at) yield at;
  }
}

function claimAt(at: Evaluator, claim: readonly (readonly [NodeId, NodeId])[]): UnderHypotheses {
  for (const [a, b] of claim) {
    const [x, y] = [at.value(a), at.value(b)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return 'unknown';
    if (Math.abs(x - y) > AGREES * (1 + Math.max(Math.abs(x), Math.abs(y)))) return 'fails';
  }
  return 'holds';
}

const DISCRETE: ReadonlySet<string> = new Set(['one-hot', 'binary', 'integer', 'sign']);

function variablesOf(graph: Graph, outputs: readonly NodeId[]): NodeId[] {
  const seen = new Set<NodeId>(outputs);
  const stack = [...outputs];
  const found: NodeId[] = [];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const domain = graph.draws[id]?.domain;
    if (domain !== undefined && !DISCRETE.has(domain)) found.push(id);
    for (const parent of [graph.a[id] ?? -1, graph.b[id] ?? -1, graph.c[id] ?? -1]) {
      if (parent >= 0 && !seen.has(parent)) {
        seen.add(parent);
        stack.push(parent);
      }
    }
  }
  return found.sort((a, b) => a - b);
}

/** Moves a point onto the surface; null where it does not get there. */
function solve(
  graph: Graph,
  start: (id: NodeId) => number,
  residuals: readonly NodeId[],
  jacobian: readonly (readonly NodeId[])[],
  unknowns: readonly NodeId[],
): Evaluator | null {
  const values = new Map(unknowns.map((id) => [id, start(id)] as const));
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MAX_STEPS; step++) {
    const at = new Evaluator(graph, (id) => values.get(id) ?? start(id));
    const r = residuals.map((id) => at.value(id));
    if (r.some((value) => !Number.isFinite(value))) return null;
    const distance = Math.max(...r.map(Math.abs));
    if (distance < ON_SURFACE) return isNearEdge(graph, values) ? null : at;
    if (step % STRIDE === 0) {
      if (distance > before / 2) return null;
      before = distance;
    }
    const rows = jacobian.map((row) => row.map((id) => at.value(id)));
    const gram = rows.map((row, i) =>
      rows.map((other, j) =>
        row.reduce((sum, value, k) => sum + value * (other[k] ?? 0), i === j ? 1e-13 : 0),
      ),
    );
    const lambda = solveLinear(gram, r);
    if (!lambda) return null;
    let longest = 0;
    const move = unknowns.map((_, k) =>
      rows.reduce((sum, row, i) => sum + (row[k] ?? 0) * (lambda[i] ?? 0), 0),
    );
    for (const value of move) longest = Math.max(longest, Math.abs(value));
    const damp = longest > 2 ? 2 / longest : 1;
    unknowns.forEach((id, k) => {
      const from = values.get(id) ?? 0;
      const to = from - damp * (move[k] ?? 0);
      // Positive numbers stay positive.
      values.set(id, isPositive(graph, id) && to <= 0 ? from / 2 : to);
    });
  }
  return null;
}

function isPositive(graph: Graph, id: NodeId): boolean {
  const domain = graph.draws[id]?.domain;
  return domain === 'positive' || domain === 'probability';
}

/** Where a positive number was driven towards zero, what it divides is no longer known well enough. */
function isNearEdge(graph: Graph, values: ReadonlyMap<NodeId, number>): boolean {
  return [...values].some(([id, value]) => isPositive(graph, id) && value < 1e-3);
}

/** Gaussian elimination with partial pivoting; null for a singular system. */
function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    const best = rows[pivot];
    const current = rows[column];
    if (!best || !current || Math.abs(best[column] ?? 0) < 1e-14) return null;
    [rows[pivot], rows[column]] = [current, best];
    for (let i = column + 1; i < n; i++) {
      const row = rows[i];
      if (!row) continue;
      const factor = (row[column] ?? 0) / (best[column] ?? 1);
      for (let k = column; k <= n; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let sum = row[n] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (row[k] ?? 0) * (out[k] ?? 0);
    out[i] = sum / (row[i] ?? 1);
  }
  return out;
}
