import { dependsOn, gradient } from '../evaluate/gradient.js';
import { GraphTooLarge, type NodeId } from '../evaluate/graph.js';
import { substitute } from '../evaluate/substitute.js';
import type { Expr } from '../expression/node.js';
import { Unreadable } from '../interpret/problem.js';
import { formatNumber } from './number.js';
import type { Counterexample } from './report.js';
import { POINTS, type Session, type Together } from './session.js';

/** What an unknown is solved from: an equation, or that the slope of a number by it is zero. */
export type Condition =
  | { readonly kind: 'equation'; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'slope'; readonly value: Expr };

/** `solves`: the condition holds with the claimed value. `misses`: it is broken at every point, whatever the sizes. */
export type SolutionOutcome =
  | { readonly kind: 'solves' }
  | { readonly kind: 'misses'; readonly counterexample: Counterexample }
  | { readonly kind: 'unknown' };

/** Sides that differ by less, measured by what they are made of, are equal. */
const AGREES = 1e-7;
/** Fewer points prove nothing. */
const FEWEST = 3;

/** Puts what an unknown is said to be in its place, and looks whether the condition it was solved from holds then. */
export function testSolution(
  session: Session,
  unknown: Expr,
  claimed: Expr,
  condition: Condition,
): SolutionOutcome {
  const [left, right] =
    condition.kind === 'slope'
      ? [condition.value, condition.value]
      : [condition.left, condition.right];
  let worst: SolutionOutcome | null = null;
  let solved = false;
  try {
    for (const stage of session.evaluateTogether([
      [unknown, claimed],
      [left, right],
    ])) {
      const here = testStage(stage, condition.kind);
      if (here.kind === 'solves') solved = true;
      else if (here.kind === 'misses') worst ??= here;
      // With some sizes nothing may be defined, as (X^T X)^{-1} with more columns than rows.
    }
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return UNKNOWN;
    throw error;
  }
  if (worst) return solved ? UNKNOWN : worst;
  return solved ? { kind: 'solves' } : UNKNOWN;
}

const UNKNOWN: SolutionOutcome = { kind: 'unknown' };

function testStage(stage: Together, kind: Condition['kind']): SolutionOutcome {
  const { graph, sides, all } = stage;
  const [points = [], pairs = []] = sides;
  const unknowns = points.map(([id]) => id);
  const known = new Set(unknowns);
  const free = unknowns.every((id) => graph.draws[id] !== undefined);
  if (unknowns.length === 0 || !free || known.size < unknowns.length) return UNKNOWN;
  if (points.some(([, claimed]) => dependsOn(graph, claimed, known))) return UNKNOWN;
  const before = kind === 'slope' ? slopes(stage, unknowns) : pairs;
  if (!before?.some((pair) => pair.some((id) => dependsOn(graph, id, known)))) return UNKNOWN;
  const replaced = new Map(points);
  const flat = substitute(graph, before.flat(), replaced);
  let [good, bad] = [0, 0];
  // An identity holds whatever stands in it.
  let open = false;
  let shown: Counterexample | null = null;
  for (let p = 0; p < POINTS; p++) {
    let level = true;
    let sure = true;
    for (let k = 0; k < before.length; k++) {
      const [a = 0, b = 0] = [flat[2 * k], flat[2 * k + 1]];
      const [x, y] = [all.runner.at(a, p), all.runner.at(b, p)];
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        sure = false;
        break;
      }
      const [c = NaN, d = NaN] = (before[k] ?? []).map((id) => all.runner.at(id, p));
      const sizes = [x, y, c, d].filter(Number.isFinite).map(Math.abs);
      const noise =
        64 * (all.runner.error(a, p) + all.runner.error(b, p)) + AGREES * (1 + Math.max(...sizes));
      if (!(Math.abs(c - d) <= noise)) open = true;
      if (Math.abs(x - y) <= noise) continue;
      level = false;
      shown ??= { left: formatNumber(x), right: formatNumber(y), at: {} };
    }
    if (!sure) continue;
    if (level) good++;
    else bad++;
  }
  if (good >= FEWEST && bad === 0) return open ? { kind: 'solves' } : UNKNOWN;
  return bad >= FEWEST && good === 0 && shown ? { kind: 'misses', counterexample: shown } : UNKNOWN;
}

/** The slopes by all unknowns beside zero; null where what is to be level is no number. */
function slopes(
  { graph, sides }: Together,
  unknowns: readonly NodeId[],
): readonly (readonly [NodeId, NodeId])[] | null {
  const [output, ...more] = sides[1] ?? [];
  if (!output || more.length > 0) return null;
  const zero = graph.constant(0);
  return gradient(graph, output[0], unknowns).map((id) => [id, zero] as const);
}
