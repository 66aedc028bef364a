import { ancestorsOf } from '../evaluate/ancestors.js';
import { gradient } from '../evaluate/gradient.js';
import type { Graph, NodeId } from '../evaluate/graph.js';
import { Newton } from '../evaluate/newton.js';
import { Evaluator } from '../evaluate/point.js';
import type { Expr } from '../expression/node.js';
import type { Context } from '../interpret/context.js';
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
 * hypotheses hold.
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
  const solved = solvedBefore(stage);
  let newton: Newton | null = null;
  const solve = (key: string, start: (id: NodeId) => number): Evaluator | null => {
    let values = solved.get(key);
    if (values === undefined) {
      newton ??= new Newton(
        graph,
        residuals,
        residuals.map((id) => gradient(graph, id, unknowns)),
        unknowns,
      );
      values = newton.solve(start);
      solved.set(key, values);
    }
    if (!values) return null;
    const moved = new Map(unknowns.map((id, k) => [id, values[k] ?? Number.NaN] as const));
    return new Evaluator(graph, (id) => moved.get(id) ?? start(id));
  };
  let reached = false;
  for (let point = 0; point < POINTS && (reached || point < PATIENCE); point++) {
    const at = solve(`near ${String(point)}`, stage.start(point));
    if (!at) continue;
    reached = true;
    yield at;
  }
  // An equation in few unknowns may have several solutions, and some of them far out.
  for (let point = 0; point < POINTS && unknowns.length <= FEW; point++) {
    const near = stage.start(point);
    const far = (id: NodeId): number => (graph.draws[id]?.domain === 'real' ? -5 : 1) * near(id);
    const at = solve(`far ${String(point)}`, far);
    if (at) yield at;
  }
}

/** What the search found from each start, by the start. */
type Solved = Map<string, Float64Array | null>;

/** The same premises are solved for every claim that may follow from them, and for every repair of one. */
const solutions = new WeakMap<Context, Map<string, Solved>>();

function solvedBefore({ graph, sides, all, sizes }: Together): Solved {
  const zone = all.interpreter.context;
  let known = solutions.get(zone);
  if (!known) solutions.set(zone, (known = new Map<string, Solved>()));
  const outputs = sides.slice(0, -1).flat(2);
  const key =
    `${String(sizes)} ${outputs.join()}` +
    ancestorsOf(graph, outputs)
      .map((id) => spelled(graph, id))
      .join('');
  let solved = known.get(key);
  if (!solved) known.set(key, (solved = new Map<string, Float64Array | null>()));
  return solved;
}

/** A node in full: points start where its id and its domain say. */
function spelled({ ops, a, b, c, values, draws }: Graph, id: NodeId): string {
  const op = ops[id] ?? '';
  const draw = draws[id];
  if (draw) return ` ${String(id)} ${draw.domain} ${[draw.group, draw.index, draw.size].join()}`;
  return ` ${String(id)} ${op} ${[a[id], b[id], c[id], values[id]].join()}`;
}

function claimAt(at: Evaluator, claim: readonly (readonly [NodeId, NodeId])[]): UnderHypotheses {
  for (const [a, b] of claim) {
    const [x, y] = [at.value(a), at.value(b)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return 'unknown';
    const difference = Math.abs(x - y);
    if (difference <= AGREES * (1 + Math.max(Math.abs(x), Math.abs(y)))) continue;
    // The inverse of what is singular but for rounding says nothing.
    return 3 * (at.error(a) + at.error(b)) < difference ? 'fails' : 'unknown';
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
