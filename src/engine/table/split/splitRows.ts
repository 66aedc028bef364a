import { randomFrom } from '../../random.js';
import { assignGroups } from './groups.js';
import { shuffle } from './shuffle.js';

export interface SplitPlan {
  readonly rows: number;
  /** Parts and their shares, all positive, which add up to 1: `{ train: 0.8, validation: 0.2 }`. */
  readonly shares: Shares;
  /** A whole number. */
  readonly seed: number;
  /** The class of each row, from 0: each class keeps its share in every part. */
  readonly classes?: Int32Array;
  /** The group of each row, from 0: a group stays in one part. */
  readonly groups?: Int32Array;
}

export type Shares = Readonly<Record<string, number>>;

/** Row numbers from 0, ascending. */
export type Parts = Readonly<Record<string, readonly number[]>>;

export type SplitProblem =
  /** The shares are not all positive, do not add up to 1, or there are fewer than two. */
  | 'split.shares'
  /** There are fewer rows, or groups, than parts. */
  | 'split.few';

export type Split =
  | { readonly ok: true; readonly parts: Parts }
  | { readonly ok: false; readonly code: SplitProblem };

/** Splits rows at random; the same plan gives the same parts on every machine. */
export function splitRows(plan: SplitPlan): Split {
  const names = Object.keys(plan.shares);
  const shares = Object.values(plan.shares);
  if (!areShares(shares)) return { ok: false, code: 'split.shares' };
  const { rows, groups, classes = new Int32Array(rows) } = plan;
  const units = groups === undefined ? rows : new Set(groups).size;
  if (units < names.length) return { ok: false, code: 'split.few' };
  const draws = randomFrom(plan.seed);
  const partOf =
    groups === undefined
      ? assignRows(classes, shares, (order) => {
          shuffle(order, draws);
        })
      : assignGroups({ groups, classes, shares }, draws);
  const parts = names.map((name, part) => [name, rowsOf(partOf, part)] as const);
  return { ok: true, parts: Object.fromEntries(parts) };
}

/** Numbers for the values of a column, in the order in which they first appear; -1 where missing. */
export function numbered(values: Iterable<string | null>): {
  readonly numbers: Int32Array;
  readonly names: readonly string[];
} {
  const places = new Map<string, number>();
  const numbers: number[] = [];
  for (const value of values) {
    if (value !== null && !places.has(value)) places.set(value, places.size);
    numbers.push(value === null ? -1 : (places.get(value) ?? -1));
  }
  return { numbers: Int32Array.from(numbers), names: [...places.keys()] };
}

/** Shares are typed in by people: 0.333 three times is meant to be one. */
const CLOSE_TO_ONE = 0.005;

function areShares(shares: readonly number[]): boolean {
  const sum = shares.reduce((total, share) => total + share, 0);
  return (
    shares.length > 1 && shares.every((share) => share > 0) && Math.abs(sum - 1) <= CLOSE_TO_ONE
  );
}

/** The part of each row. What rounding owes a part in one class it gets in the next. */
function assignRows(
  classes: Int32Array,
  shares: readonly number[],
  mix: (order: Int32Array) => void,
): Int32Array {
  const partOf = new Int32Array(classes.length);
  const owed = new Float64Array(shares.length);
  for (const members of membersOf(classes)) {
    mix(members);
    let from = 0;
    for (const [part, size] of sizesOf(members.length, shares, owed).entries()) {
      for (const row of members.subarray(from, from + size)) partOf[row] = part;
      from += size;
    }
  }
  return partOf;
}

function membersOf(classes: Int32Array): readonly Int32Array[] {
  const members = new Map<number, number[]>();
  for (const [row, each] of classes.entries()) {
    const rows = members.get(each);
    if (rows === undefined) members.set(each, [row]);
    else rows.push(row);
  }
  return [...members.values()].map((rows) => Int32Array.from(rows));
}

/** Whole sizes that add up to `count`, each as near as can be to its share and to what is owed. */
function sizesOf(count: number, shares: readonly number[], owed: Float64Array): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  const wanted = shares.map((share, part) => (count * share) / sum + (owed[part] ?? 0));
  const sizes = wanted.map((want) => Math.max(0, Math.floor(want + ROUNDING)));
  const gap = (part: number): number => (wanted[part] ?? 0) - (sizes[part] ?? 0);
  for (let given = sizes.reduce((a, b) => a + b, 0); given !== count;) {
    const step = given < count ? 1 : -1;
    const eligible = [...sizes.keys()].filter((part) => step > 0 || (sizes[part] ?? 0) > 0);
    const part = eligible.reduce((a, b) => (step * gap(b) > step * gap(a) ? b : a));
    sizes[part] = (sizes[part] ?? 0) + step;
    given += step;
  }
  for (const part of sizes.keys()) owed[part] = gap(part);
  return sizes;
}

/** 10 times 0.7 is a hair below 7. */
const ROUNDING = 1e-9;

function rowsOf(partOf: Int32Array, part: number): readonly number[] {
  const rows: number[] = [];
  for (const [row, each] of partOf.entries()) if (each === part) rows.push(row);
  return rows;
}
