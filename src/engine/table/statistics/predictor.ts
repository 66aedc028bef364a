import { NumberSorter } from '../sortNumbers.js';

/**
 * How often the target can be told from one column alone: the column is cut into groups, and each
 * group is given its most frequent class. It flatters a column with many groups, so there are never
 * more than one for `ROWS_PER_GROUP` rows.
 */
export interface Told {
  /** Share of rows told right, between 0 and 1. */
  readonly accuracy: number;
  /** The same of always naming the most frequent class. */
  readonly baseline: number;
}

/** Fewer rows than this in a group say nothing about the next row. */
export const ROWS_PER_GROUP = 20;

/** More groups than this tell a continuous column no better. */
const MAX_GROUPS = 60;

/**
 * @param values the column's numbers; NaN where missing, which is a group of its own
 * @param classes the target's class of each row, from 0; negative where it is missing
 */
export function toldByNumber(
  values: Float64Array,
  classes: Int32Array,
  sorter = new NumberSorter(),
): Told | undefined {
  const cuts = cutsOf(sorter.present(values));
  if (cuts === undefined) return undefined;
  const groups = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    groups[row] = Number.isNaN(value) ? 0 : groupOf(value, cuts);
  }
  return toldByGroup(groups, classes);
}

/** The same with the groups given, from 0. */
export function toldByGroup(groups: Int32Array, classes: Int32Array): Told | undefined {
  const width = greatest(classes) + 1;
  const table = new Float64Array((greatest(groups) + 1) * width);
  let rows = 0;
  // Of hundreds of columns with many rows each, so without iterators.
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? -1;
    const each = classes[row] ?? -1;
    if (each < 0 || group < 0) continue;
    const at = group * width + each;
    table[at] = (table[at] ?? 0) + 1;
    rows++;
  }
  if (rows < 2 * ROWS_PER_GROUP) return undefined;
  const totals = new Float64Array(width);
  let right = 0;
  for (let from = 0; from < table.length; from += width) {
    const counts = table.subarray(from, from + width);
    right += greatest(counts);
    for (const [each, count] of counts.entries()) totals[each] = (totals[each] ?? 0) + count;
  }
  return { accuracy: right / rows, baseline: greatest(totals) / rows };
}

/** Classes for a target that is a quantity: its tenths, from 0; -1 where it is missing. */
export function tenthsOf(values: Float64Array): Int32Array {
  const sorted = new NumberSorter().present(values);
  const cuts = quantiles(sorted, 10);
  return Int32Array.from(values, (value) => (value === value ? groupOf(value, cuts) - 1 : -1));
}

/** Upper ends of the groups: each value where they are few, else quantiles. */
function cutsOf(sorted: Float64Array): Float64Array | undefined {
  const most = groupsFor(sorted.length);
  if (most < 2) return undefined;
  const distinct = distinctOf(sorted, most);
  if (distinct.length < 2) return undefined;
  return distinct.length <= most ? Float64Array.from(distinct) : quantiles(sorted, most);
}

/** The different values, in order; no more than one beyond the limit. */
function distinctOf(sorted: Float64Array, limit: number): readonly number[] {
  const distinct: number[] = [];
  for (let at = 0; at < sorted.length && distinct.length <= limit; at++) {
    const value = sorted[at] ?? NaN;
    if (value !== distinct.at(-1)) distinct.push(value);
  }
  return distinct;
}

function quantiles(sorted: Float64Array, count: number): Float64Array {
  const cuts = Array.from(
    { length: count },
    (_, k) => sorted[Math.ceil(((k + 1) * sorted.length) / count) - 1] ?? Infinity,
  );
  return Float64Array.from(new Set(cuts));
}

/** Beyond ten a multiple of ten, so that tenths of a target fall on ends of groups. */
function groupsFor(values: number): number {
  const most = Math.min(MAX_GROUPS, Math.floor(values / ROWS_PER_GROUP));
  return most < 10 ? most : most - (most % 10);
}

/** The first group whose upper end is not below the value, from 1; 0 is for what is missing. */
function groupOf(value: number, cuts: Float64Array): number {
  let [low, high] = [0, cuts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

function greatest(values: Int32Array | Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
