import { Climber, type Point } from '../evaluate/climb.js';
import { GraphTooLarge, type NodeId } from '../evaluate/graph.js';
import { Slice } from '../evaluate/slice.js';
import type { Expr } from '../expression/node.js';
import type { Env } from '../interpret/context.js';
import { Unreadable } from '../interpret/problem.js';
import { aligned, ENOUGH, RELATIVE } from './compare.js';
import type { Evidence } from './report.js';
import { POINTS, type Evaluated, type EvaluatedPair, type Session } from './session.js';
import { baseNames, witnessOf, type Witness } from './witness.js';

/** What comparing the sizes of two sides gave. */
export type OrderOutcome =
  | {
      readonly kind: 'holds';
      readonly evidence: Evidence;
      /** Somewhere both sides are equal. */ readonly tight: boolean;
      /** Both sides are constants. */ readonly trivial: boolean;
      /** How close the sides come, as a share of their size. */ readonly slack: number;
    }
  | ({ readonly kind: 'broken'; readonly exact: boolean } & Witness)
  | { readonly kind: 'domain' }
  | { readonly kind: 'shape'; readonly left: string; readonly right: string }
  | { readonly kind: 'problem'; readonly problem: Unreadable };

/** Numbers of which the first of each pair must not be larger, for one value of the free indices. */
export interface Bounded {
  readonly low: readonly NodeId[];
  readonly high: readonly NodeId[];
  readonly entry: (k: number) => string;
  readonly conditions: readonly NodeId[];
  readonly indices: Env['indices'];
}

/** One assignment of sizes with all the bounds to be tested over it. */
export interface Bounds {
  readonly all: Evaluated;
  readonly pairs: readonly Bounded[];
}

/** How the entries of two sides become numbers to compare; null where their shapes do not allow it. */
export type Pairing = (all: Evaluated, pair: EvaluatedPair) => Bounded | null;

/** Is `low` at most `high` (below it, when `strict`), wherever the conditions hold? */
export function compareOrder(
  session: Session,
  low: Expr,
  high: Expr,
  conditions: readonly Expr[],
  strict: boolean,
  pairing: Pairing = entryByEntry,
): OrderOutcome {
  try {
    const stages: Bounds[] = [];
    for (const all of session.evaluate(low, high, conditions)) {
      const pairs = all.pairs.map((pair) => pairing(all, pair));
      const misfit = all.pairs[pairs.indexOf(null)];
      if (misfit)
        return {
          kind: 'shape',
          left: sizeText(misfit.left.dims),
          right: sizeText(misfit.right.dims),
        };
      stages.push({ all, pairs: pairs.filter((pair) => pair !== null) });
    }
    return testBounds(stages, strict);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'problem', problem: error };
    if (error instanceof GraphTooLarge)
      return { kind: 'problem', problem: new Unreadable('size', low.span) };
    throw error;
  }
}

/** Bounds between numbers, or entry by entry. */
export const entryByEntry: Pairing = (all, pair) => {
  const entries = aligned(pair, all);
  if (!entries) return null;
  return {
    low: entries.left,
    high: entries.right,
    entry: entries.at,
    conditions: pair.conditions.flatMap((condition) => condition.data),
    indices: pair.indices,
  };
};

function sizeText(dims: readonly number[]): string {
  return dims.length === 0 ? '1' : dims.join('×');
}

/** Tests bounds at the seeded points, and then where an ascent on their violation leads. */
export function testBounds(stages: readonly Bounds[], strict: boolean): OrderOutcome {
  const seen: Seen = { points: 0, equal: 0, less: 0, exact: true, trivial: true, slack: 1 };
  for (const stage of stages) {
    const broken = atPoints(stage, seen);
    if (broken) return broken;
  }
  if (seen.equal + seen.less === 0 || (seen.points < ENOUGH && !seen.exact))
    return { kind: 'domain' };
  for (const stage of stages) {
    const broken = seen.exact ? null : alongAscent(stage, seen);
    if (broken) return broken;
  }
  if (strict && seen.less === 0) return everywhereEqual(stages);
  return {
    kind: 'holds',
    evidence: seen.exact
      ? { method: 'exact' }
      : { method: 'sampled', points: seen.points, sizes: stages.length },
    tight: seen.equal > 0,
    trivial: seen.trivial,
    slack: seen.slack,
  };
}

interface Seen {
  points: number;
  equal: number;
  less: number;
  exact: boolean;
  trivial: boolean;
  slack: number;
}

function atPoints({ all, pairs }: Bounds, seen: Seen): OrderOutcome | null {
  for (let p = 0; p < POINTS; p++) {
    let valid = false;
    for (const pair of pairs) {
      if (!pair.conditions.every((id) => all.runner.at(id, p) !== 0)) continue;
      for (let k = 0; k < pair.low.length; k++) {
        const [a, b] = [pair.low[k] ?? 0, pair.high[k] ?? 0];
        seen.exact &&= all.graph.exact[a] !== null && all.graph.exact[b] !== null;
        seen.trivial &&= all.graph.isConstant(a) && all.graph.isConstant(b);
        const order = orderOf(
          all.runner.at(a, p),
          all.runner.at(b, p),
          all.runner.error(a, p) + all.runner.error(b, p),
          RELATIVE,
        );
        if (order === 'more') return brokenAt(all, pair, k, (id) => all.runner.at(id, p));
        if (order === 'unknown') continue;
        valid = true;
        seen[order]++;
      }
    }
    if (valid) seen.points++;
  }
  return null;
}

/** `unknown` where a value is missing, or rounding could explain the difference. */
function orderOf(
  x: number,
  y: number,
  error: number,
  share: number,
): 'less' | 'equal' | 'more' | 'unknown' {
  if (Number.isNaN(x) || Number.isNaN(y)) return 'unknown';
  if (x === y) return 'equal';
  if (!Number.isFinite(x) || !Number.isFinite(y)) return x < y ? 'less' : 'unknown';
  const bound = 64 * error + share * Math.max(Math.abs(x), Math.abs(y));
  if (Math.abs(x - y) <= bound) return 'equal';
  if (x < y) return 'less';
  return 64 * error * 3 > x - y ? 'unknown' : 'more';
}

/** A counterexample found by climbing must be one by this share of the values: a hair's breadth convinces nobody. */
const CLEARLY = 1e-6;

/** Bounds on more entries than this are searched for some of them. */
const MAX_ENTRIES = 24;

function alongAscent({ all, pairs }: Bounds, seen: Seen): OrderOutcome | null {
  const { graph } = all;
  const entries = pairs.flatMap((pair) => pair.low.map((_, k) => ({ pair, k })));
  const some = entries.filter(
    (_, at) => at % Math.max(1, Math.ceil(entries.length / MAX_ENTRIES)) === 0,
  );
  const nodes = some.map(({ pair, k }) => [pair.low[k] ?? 0, pair.high[k] ?? 0] as const);
  const [first, ...rest] = nodes.map(([a, b]) => violation(all, a, b));
  if (first === undefined) return null;
  const worst = rest.reduce((best, id) => graph.binary('max', best, id), first);
  const climber = new Climber(graph, worst);
  if (!climber.searchable) return null;
  const conditions = pairs.flatMap((pair) => pair.conditions);
  const slice = new Slice(graph, [worst, ...nodes.flat(), ...conditions]);
  for (const start of startsFor(all)) {
    const point = climber.from(start);
    slice.move(point);
    seen.slack = Math.min(seen.slack, Math.abs(slice.at(worst)));
    const at = some.findIndex(({ pair, k }) => {
      if (!pair.conditions.every((id) => slice.at(id) !== 0)) return false;
      const [a, b] = [pair.low[k] ?? 0, pair.high[k] ?? 0];
      const error = slice.error(a) + slice.error(b);
      return orderOf(slice.at(a), slice.at(b), error, CLEARLY) === 'more';
    });
    const found = some[at];
    if (found) return brokenAt(all, found.pair, found.k, valuesAt(all, found, point));
  }
  return null;
}

/** (a - b) / (1 + |a| + |b|): positive where the bound is broken, and of one size at all scales. */
function violation({ graph }: Evaluated, a: NodeId, b: NodeId): NodeId {
  const size = graph.add(graph.unary('abs', a), graph.unary('abs', b));
  return graph.div(graph.sub(a, b), graph.add(graph.constant(1), size));
}

/** Seeded points, the same far out and close to zero, and all entries equal. */
function* startsFor(all: Evaluated): Generator<Point> {
  const drawn =
    (point: number, scale: number): Point =>
    (id) => {
      const value = all.runner.at(id, point);
      return all.graph.draws[id]?.domain === 'real' ? value * scale : value;
    };
  for (let p = 0; p < POINTS; p++) yield drawn(p, 1);
  yield drawn(0, 8);
  yield drawn(1, 0.02);
  yield drawn(2, -3);
  for (const level of [0.5, -0.5])
    yield (id) => (all.graph.draws[id]?.domain === 'real' ? level : all.runner.at(id, 3));
}

/** Every value that is needed to describe a point. */
function valuesAt(all: Evaluated, { pair, k }: { pair: Bounded; k: number }, point: Point): Point {
  const sides = [pair.low[k] ?? 0, pair.high[k] ?? 0];
  const tensors = sides.flatMap((id) => [...baseNames(all, id).values()]);
  const slice = new Slice(all.graph, [...sides, ...tensors.flatMap((tensor) => tensor.data)]);
  slice.move(point);
  return (id) => slice.at(id);
}

function brokenAt(all: Evaluated, pair: Bounded, k: number, value: Point): OrderOutcome {
  const sides = [pair.low[k] ?? 0, pair.high[k] ?? 0] as const;
  const exact = sides.every((id) => all.graph.isConstant(id));
  return { kind: 'broken', exact, ...witnessOf(all, pair.indices, sides, pair.entry(k), value) };
}

/** A strict bound between two equal things. */
function everywhereEqual(stages: readonly Bounds[]): OrderOutcome {
  const [stage] = stages;
  const pair = stage?.pairs.find((one) => one.low.length > 0);
  if (!stage || !pair) return { kind: 'domain' };
  return brokenAt(stage.all, pair, 0, (id) => stage.all.runner.at(id, 0));
}
