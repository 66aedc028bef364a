import type { NumericProfile } from './profile.js';
import { NumberSorter } from './sortNumbers.js';

export interface Measures {
  readonly count: number;
  readonly missing: number;
  readonly distinct: number;
  /** Absent where there is no finite value. */
  readonly numeric?: NumericProfile;
  /** The most frequent values, where there are few different ones and all are finite. */
  readonly top?: readonly { readonly value: number; readonly count: number }[];
}

/** Bins of a histogram. */
export const BINS = 20;

/** A column with at most so many different numbers is shown as classes are. */
const FEW_VALUES = 20;

/**
 * Measures a column; NaN is a missing value. Infinite values are counted and otherwise left out. Quartiles are
 * interpolated linearly (Hyndman & Fan 1996, type 7, as in NumPy and R); sd divides by n - 1.
 */
export function measure(values: Float64Array, sorter = new NumberSorter()): Measures {
  const { finite, below, above, missing } = sorter.sort(values);
  const infinities = Number(below > 0) + Number(above > 0);
  const distinct = countDistinct(finite) + infinities;
  const counts = { count: values.length, missing, distinct };
  if (finite.length === 0) return counts;
  const few = distinct <= FEW_VALUES && infinities === 0;
  const top = few ? { top: mostFrequent(finite) } : {};
  return { ...counts, numeric: measureSorted(finite, below + above), ...top };
}

function measureSorted(sorted: Float64Array, infinite: number): NumericProfile {
  const { mean, sd } = moments(sorted);
  const [min, max] = [at(sorted, 0), at(sorted, sorted.length - 1)];
  const [q25, q50, q75] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  const reach = 1.5 * (q75 - q25);
  const low = lowerBound(sorted, q25 - reach, sorted.length);
  const high = upperBound(sorted, q75 + reach, sorted.length);
  return {
    min,
    max,
    mean,
    sd,
    q25,
    q50,
    q75,
    zeros: upperBound(sorted, 0, sorted.length) - lowerBound(sorted, 0, sorted.length),
    infinite,
    outliers: low + sorted.length - high,
    histogram: histogram(sorted, min, max),
  };
}

/** Two passes, so that a large mean does not swallow a small deviation. sd is NaN for a single value. */
function moments(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  let rest = 0;
  for (const value of values) {
    squares += (value - mean) ** 2;
    rest += value - mean;
  }
  // The correction is the rounding error of the mean (Chan, Golub & LeVeque 1983).
  const variance = (squares - rest ** 2 / values.length) / (values.length - 1);
  return { mean, sd: Math.sqrt(variance) };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const index = Math.floor(place);
  const value = at(sorted, index);
  const next = at(sorted, Math.min(index + 1, sorted.length - 1));
  return value + (next - value) * (place - index);
}

/** Bins are closed below; the last one is closed above too. One bin where all values are equal. */
function histogram(sorted: Float64Array, from: number, to: number): NumericProfile['histogram'] {
  if (from === to) return { from, to, counts: [sorted.length] };
  const inner = binEdges(from, to).map((edge) => lowerBound(sorted, edge, sorted.length));
  const ends = [...inner, sorted.length];
  return { from, to, counts: ends.map((end, bin) => end - (ends[bin - 1] ?? 0)) };
}

/** What parts the bins of a histogram, ascending. */
export function binEdges(from: number, to: number): readonly number[] {
  return Array.from({ length: BINS - 1 }, (_, place) => {
    const share = (place + 1) / BINS;
    return from * (1 - share) + to * share;
  });
}

function countDistinct(sorted: Float64Array): number {
  let distinct = sorted.length === 0 ? 0 : 1;
  for (let index = 1; index < sorted.length; index += 1) {
    if (sorted[index] !== sorted[index - 1]) distinct += 1;
  }
  return distinct;
}

function mostFrequent(sorted: Float64Array): { readonly value: number; readonly count: number }[] {
  const runs: { value: number; count: number }[] = [];
  for (const value of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.value === value) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  return runs.sort((one, other) => other.count - one.count || one.value - other.value);
}

/** The place of the first value that is not less. */
function lowerBound(sorted: Float64Array, bound: number, end: number): number {
  return search(end, (index) => at(sorted, index) < bound);
}

/** The place of the first value that is greater. */
function upperBound(sorted: Float64Array, bound: number, end: number): number {
  return search(end, (index) => at(sorted, index) <= bound);
}

function search(end: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NaN;
}
