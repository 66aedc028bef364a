import { freeVariablesOf } from '../evaluate/ancestors.js';
import type { NodeId } from '../evaluate/graph.js';
import type { Expr } from '../expression/node.js';
import { Unreadable } from '../interpret/problem.js';
import { GraphTooLarge } from '../evaluate/graph.js';
import type { Tensor } from '../interpret/tensor.js';
import { transpose } from '../interpret/arithmetic.js';
import type { Outcome } from './outcome.js';
import type { AssumptionCode, Coded, Evidence } from './report.js';
import { areConstants, isSettled, isVanishing } from './settled.js';
import { POINTS, type Evaluated, type EvaluatedPair, type Session } from './session.js';
import { unshared, witnessOf } from './witness.js';

/** Differences below this share of the values are the work of rounding, whatever the error bound says. */
export const RELATIVE = 1e-9;

/** What is smaller than this on both sides says nothing. */
const VANISHING = 1e-60;

/** At least so many of the points must be valid for an agreement to count. */
export const ENOUGH = 3;

/** Compares two sides under one reading of the zone. */
export function compareSides(
  session: Session,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[] = [],
): Outcome {
  return session.outcomes.of(
    [left, right, ...conditions],
    () => compareAfresh(session, left, right, conditions),
    // What definitions needed is noted where they are met first.
    (outcome) => !('assumptions' in outcome) || outcome.assumptions.length === 0,
  );
}

function compareAfresh(
  session: Session,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[],
): Outcome {
  try {
    const evaluated = session.evaluate(left, right, conditions);
    const shape = shapeOutcome(evaluated);
    if (shape) return shape;
    return compareAll(evaluated, left, right);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'problem', problem: error };
    if (error instanceof GraphTooLarge)
      return { kind: 'problem', problem: new Unreadable('size', left.span) };
    throw error;
  }
}

/** How many operations a first look takes; 0 where a side has no meaning. */
export function glanceSize(
  session: Session,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[],
): number {
  try {
    return session.glance(left, right, conditions, true)?.graph.size ?? 0;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return 0;
    throw error;
  }
}

/** False when a first look already shows that two sides differ, or that one has no meaning; no verdict otherwise. */
export function mayAgree(
  session: Session,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[],
): boolean {
  return session.looksAlike.of([left, right, ...conditions], () =>
    looksAlike(session, left, right, conditions),
  );
}

function looksAlike(
  session: Session,
  left: Expr,
  right: Expr,
  conditions: readonly Expr[],
): boolean {
  try {
    const seen = session.glance(left, right, conditions);
    if (!seen) return false;
    return (
      !seen.pairs.some((pair) => isSeenToDiffer(seen, pair)) ||
      (seen.pairs.some(isJacobian) && transposedEqual([seen]))
    );
  } catch (error) {
    if (error instanceof Unreadable || error instanceof GraphTooLarge) return false;
    throw error;
  }
}

/** Entries of both sides that must agree: tensors of one shape, or a number against all entries. */
export interface Entries {
  readonly left: readonly NodeId[];
  readonly right: readonly NodeId[];
  readonly at: (k: number) => string;
}

export function aligned(pair: EvaluatedPair, all: Evaluated): Entries | null {
  const { left, right } = pair;
  const at =
    (tensor: Tensor) =>
    (k: number): string =>
      position(k, tensor.dims);
  if (sameDims(left, right)) return { left: left.data, right: right.data, at: at(left) };
  const constant = (tensor: Tensor): boolean =>
    tensor.dims.length === 0 && all.graph.isConstant(tensor.data[0] ?? 0);
  if (constant(right))
    return { left: left.data, right: left.data.map(() => right.data[0] ?? 0), at: at(left) };
  if (constant(left))
    return { left: right.data.map(() => left.data[0] ?? 0), right: right.data, at: at(right) };
  const row = (tensor: Tensor): Tensor =>
    tensor.dims.length === 2 && tensor.dims[0] === 1
      ? { dims: tensor.dims.slice(1), data: tensor.data }
      : tensor;
  if (sameDims(row(left), row(right)))
    return { left: left.data, right: right.data, at: at(row(left)) };
  const [a, b] = [flat(left), flat(right)];
  if (sameDims(a, b) || (isOne(a) && isOne(b)))
    return { left: left.data, right: right.data, at: at(a) };
  return null;
}

/** A number, or a matrix with one entry. */
function isOne({ dims }: Tensor): boolean {
  return dims.every((dim) => dim === 1);
}

function sameDims(a: Tensor, b: Tensor): boolean {
  return a.dims.length === b.dims.length && a.dims.every((dim, k) => dim === b.dims[k]);
}

/** A derivative of a number that is written as a matrix of one entry has the axes of that matrix too. */
function flat(tensor: Tensor): Tensor {
  let { dims } = tensor;
  while (dims.length > 2 && dims[0] === 1) dims = dims.slice(1);
  return dims === tensor.dims ? tensor : { dims, data: tensor.data };
}

function position(k: number, dims: readonly number[]): string {
  if (dims.length === 0) return '';
  const out: number[] = [];
  let rest = k;
  for (let axis = dims.length - 1; axis >= 0; axis--) {
    const size = dims[axis] ?? 1;
    out.unshift((rest % size) + 1);
    rest = Math.floor(rest / size);
  }
  return `(${out.join(', ')})`;
}

function shapeOutcome(evaluated: readonly Evaluated[]): Outcome | null {
  for (const all of evaluated) {
    for (const pair of all.pairs) {
      if (aligned(pair, all)) continue;
      const entry = entryOutcome(evaluated);
      if (entry) return entry;
      if (isJacobian(pair) && (transposedEqual(evaluated) || diagonalEqual(evaluated)))
        return otherLayout(evaluated);
      return {
        kind: 'shape',
        left: shapeText(pair.left),
        right: shapeText(pair.right),
        ...unshared(all, pair.left, pair.right),
      };
    }
  }
  return null;
}

/** Vectors by vectors: some books write the Jacobian, some its transpose. */
function isJacobian(pair: EvaluatedPair): boolean {
  return [pair.left.tag, pair.right.tag].some((tag) => tag?.num.rank === 1 && tag.den.rank === 1);
}

function otherLayout(evaluated: readonly Evaluated[]): Outcome {
  const evidence = {
    method: 'sampled' as const,
    points: POINTS * evaluated.length,
    sizes: evaluated.length,
  };
  return {
    kind: 'equal',
    evidence,
    assumptions: [{ code: 'reading.layout', args: {} }],
    trivial: false,
  };
}

function shapeText(tensor: Tensor): string {
  return tensor.dims.length === 0 ? '1' : tensor.dims.join('×');
}

/** One side is an entry, the other the whole array: do they agree entry by entry? */
function entryOutcome(evaluated: readonly Evaluated[]): Outcome | null {
  let side: 'left' | 'right' | null = null;
  for (const all of evaluated) {
    for (const pair of all.pairs) {
      const whole = pair.left.dims.length === 0 ? pair.right : pair.left;
      const entry = whole === pair.right ? pair.left : pair.right;
      if (entry.dims.length !== 0 || whole.dims.length === 0) return null;
      side = whole === pair.right ? 'right' : 'left';
      const values = [...pair.indices.values()].map((index) => index.value);
      const candidates = orders(values, whole.dims);
      if (!candidates.some((flat) => equalNodes(all, entry.data[0] ?? 0, whole.data[flat] ?? -1)))
        return null;
    }
  }
  return side
    ? {
        kind: 'entry',
        side,
        evidence: { method: 'sampled', points: POINTS * evaluated.length, sizes: evaluated.length },
      }
    : null;
}

/** Positions in the array that the free indices may mean, in any order. */
function orders(values: readonly number[], dims: readonly number[]): number[] {
  if (dims.length === 1)
    return values.filter((value) => value <= (dims[0] ?? 0)).map((value) => value - 1);
  const out: number[] = [];
  for (const i of values)
    for (const j of values)
      if (i <= (dims[0] ?? 0) && j <= (dims[1] ?? 0)) out.push((i - 1) * (dims[1] ?? 1) + j - 1);
  return dims.length === 2 ? out : [];
}

function equalNodes(all: Evaluated, a: NodeId, b: NodeId): boolean {
  if (a === b) return true;
  let valid = 0;
  for (let p = 0; p < POINTS; p++) {
    const verdict = agree(all, a, b, p);
    if (verdict === 'different') return false;
    if (verdict === 'equal') valid++;
  }
  return valid >= ENOUGH;
}

type Agreement = 'equal' | 'different' | 'invalid';

function agree(all: Evaluated, a: NodeId, b: NodeId, point: number): Agreement {
  if (a === b) return Number.isFinite(all.runner.at(a, point)) ? 'equal' : 'invalid';
  const [x, y] = [all.runner.at(a, point), all.runner.at(b, point)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return agreeAtInfinity(all, [a, x], [b, y]);
  const bound = 64 * (all.runner.error(a, point) + all.runner.error(b, point));
  if (!Number.isFinite(bound)) return 'invalid';
  const difference = Math.abs(x - y);
  if (difference <= bound + RELATIVE * Math.min(Math.abs(x), Math.abs(y)) || difference < 1e-300)
    return 'equal';
  // Squares of such numbers are no numbers any more: `e^{-300}` is as good as nothing.
  if (Math.max(Math.abs(x), Math.abs(y)) < VANISHING) return 'invalid';
  // Where rounding could explain a third of the difference, the point says nothing.
  return bound * 3 > difference ? 'invalid' : 'different';
}

type Valued = readonly [NodeId, number];

/** `\infty`, and limits and integrals that grow without end: what else is not finite has no value. */
function agreeAtInfinity({ graph }: Evaluated, ...sides: readonly [Valued, Valued]): Agreement {
  const known = sides.every(([id, value]) => {
    const op = graph.ops[id];
    const told = op === 'limit' || op === 'integral' || op === 'const';
    return Number.isFinite(value) || (told && !Number.isNaN(value));
  });
  const [[a, x], [b, y]] = sides;
  if (!known) return 'invalid';
  if (x === y) return 'equal';
  // `r^n` grows for some r and vanishes for others, of which the text may have thought alone.
  return freeVariablesOf(graph, [a, b]).length === 0 ? 'different' : 'invalid';
}

/** What comparing entry by entry, point by point, has found so far. */
interface Tally {
  points: number;
  compared: number;
  symbolic: boolean;
  exact: boolean;
  /** Both sides are made of numbers, which are the same whatever the sizes. */
  trivial: boolean;
  readonly numbers: Map<string, number>;
  difference: (Outcome & { kind: 'different' }) | null;
}

function emptyTally(): Tally {
  return {
    points: 0,
    compared: 0,
    symbolic: true,
    exact: true,
    trivial: true,
    numbers: new Map(),
    difference: null,
  };
}

function compareAll(evaluated: readonly Evaluated[], left: Expr, right: Expr): Outcome {
  const tally = emptyTally();
  for (const all of evaluated) tallySizes(all, tally);
  const assumptions = readings(evaluated, left, right);
  if (tally.difference) {
    const jacobian = evaluated.some((all) => all.pairs.some(isJacobian));
    if (jacobian && transposedEqual(evaluated)) return otherLayout(evaluated);
    const method = tally.exact ? ('exact' as const) : ('sampled' as const);
    return {
      ...tally.difference,
      settled: isSettled(evaluated),
      constant: areConstants(evaluated),
      vanishing: isVanishing(evaluated),
      assumptions,
      evidence: { method, points: POINTS, sizes: evaluated.length },
    };
  }
  if (tally.compared === 0) return { kind: 'domain' };
  if (tally.points < ENOUGH && !tally.symbolic && !tally.exact) return { kind: 'domain' };
  return {
    kind: 'equal',
    evidence: evidenceOf(tally, evaluated.length),
    assumptions,
    trivial: tally.trivial,
  };
}

function isSameNumber(
  { numbers }: Tally,
  { graph }: Evaluated,
  entry: string,
  a: NodeId,
  b: NodeId,
): boolean {
  if (!graph.isConstant(a) || !graph.isConstant(b)) return false;
  const before = numbers.get(entry) ?? graph.value(a);
  numbers.set(entry, before);
  return before === graph.value(a);
}

function evidenceOf(tally: Tally, sizes: number): Evidence {
  if (tally.exact) return { method: 'exact' };
  return tally.symbolic
    ? { method: 'symbolic' }
    : { method: 'sampled', points: tally.points, sizes };
}

/** Adds what one assignment of sizes shows. A point counts when every entry has a value there. */
function tallySizes(all: Evaluated, tally: Tally): void {
  const valid = new Map<number, boolean>();
  for (const pair of all.pairs) tallyPair(all, pair, tally, valid);
  tally.points += [...valid.values()].filter(Boolean).length;
}

function tallyPair(
  all: Evaluated,
  pair: Evaluated['pairs'][number],
  tally: Tally,
  valid: Map<number, boolean>,
): void {
  const entries = aligned(pair, all);
  if (!entries) return;
  for (let k = 0; k < entries.left.length; k++) {
    const [a, b] = [entries.left[k] ?? 0, entries.right[k] ?? 0];
    tally.compared++;
    tally.symbolic &&= a === b;
    tally.exact &&= all.graph.exact[a] !== null && all.graph.exact[b] !== null;
    tally.trivial &&= isSameNumber(
      tally,
      all,
      `${String(all.pairs.indexOf(pair))} ${String(k)}`,
      a,
      b,
    );
    for (let p = 0; p < POINTS; p++) {
      if (!conditionsHold(all, pair.conditions, p)) continue;
      const verdict = agree(all, a, b, p);
      valid.set(p, verdict === 'equal' && (valid.get(p) ?? true));
      if (verdict === 'different')
        tally.difference ??= different(all, pair, a, b, p, entries.at(k));
    }
  }
}

/** Do the sides have other shapes, or other values anywhere? */
function isSeenToDiffer(all: Evaluated, pair: EvaluatedPair): boolean {
  const entries = aligned(pair, all);
  if (!entries) return true;
  const points = POINT_NUMBERS.filter((point) => conditionsHold(all, pair.conditions, point));
  return entries.left.some((a, k) =>
    points.some((point) => agree(all, a, entries.right[k] ?? 0, point) === 'different'),
  );
}

const POINT_NUMBERS = Array.from({ length: POINTS }, (_, point) => point);

function conditionsHold(all: Evaluated, conditions: readonly Tensor[], point: number): boolean {
  return conditions.every((condition) =>
    condition.data.every((id) => all.runner.at(id, point) !== 0),
  );
}

function different(
  all: Evaluated,
  pair: EvaluatedPair,
  a: NodeId,
  b: NodeId,
  point: number,
  at: string,
): Outcome & { kind: 'different' } {
  const witness = witnessOf(all, pair.indices, [a, b], at, (id) => all.runner.at(id, point));
  return {
    kind: 'different',
    ...witness,
    settled: false,
    constant: false,
    vanishing: false,
    evidence: { method: 'sampled' },
    assumptions: [],
  };
}

function transposedEqual(evaluated: readonly Evaluated[]): boolean {
  return evaluated.every((all) =>
    all.pairs.every((pair) => {
      if (pair.left.dims.length !== 2 && pair.right.dims.length !== 2) return false;
      const turned = transpose(all.interpreter.space, pair.right);
      if (!sameDims(pair.left, turned)) return false;
      return pair.left.data.every((id, k) => equalNodes(all, id, turned.data[k] ?? -1));
    }),
  );
}

/** The derivative of a function applied entry by entry: its Jacobian is diagonal, and often only the diagonal is written. */
function diagonalEqual(evaluated: readonly Evaluated[]): boolean {
  return evaluated.every((all) =>
    all.pairs.every((pair) => {
      const square = pair.left.dims.length === 2 ? pair.left : pair.right;
      const vector = square === pair.left ? pair.right : pair.left;
      const [n, m] = square.dims;
      if (n === undefined || n !== m || vector.dims.length !== 1 || vector.dims[0] !== n)
        return false;
      return square.data.every((id, k) => {
        const [i, j] = [Math.floor(k / n), k % n];
        return i === j ? equalNodes(all, id, vector.data[i] ?? -1) : all.graph.isZero(id);
      });
    }),
  );
}

function readings(
  evaluated: readonly Evaluated[],
  left: Expr,
  right: Expr,
): Coded<AssumptionCode>[] {
  const notes = new Set(evaluated.flatMap((all) => all.notes));
  const out: Coded<AssumptionCode>[] = [];
  if (notes.has('broadcast')) out.push({ code: 'reading.broadcast', args: {} });
  if (notes.has('product')) out.push({ code: 'reading.product', args: {} });
  for (const all of evaluated.slice(0, 1)) {
    const row = all.pairs.some(
      (pair) =>
        pair.left.dims.length !== pair.right.dims.length &&
        pair.left.dims.length * pair.right.dims.length === 2,
    );
    if (row) out.push({ code: 'reading.layout', args: {} });
  }
  for (const note of notes)
    if (note.startsWith('abstract:'))
      out.push({ code: 'reading.abstract', args: { name: note.slice(9) } });
  return left === right ? [] : out;
}
