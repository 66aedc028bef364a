/** Numbers of a column, told apart and in order. */
export interface Sorted {
  /** Finite values, ascending; no negative zero. */
  readonly finite: Float64Array;
  /** How many are minus infinity, infinity, and not a number. */
  readonly below: number;
  readonly above: number;
  readonly missing: number;
}

/**
 * Sorts by distribution: each value goes into one of as many equal steps as there are values, and a step with more than
 * a few is sorted by itself. Three times as fast as comparing where values are spread, never much slower.
 */
export function sortNumbers(values: Float64Array): Sorted {
  const { finite, ...others } = tellApart(values);
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of finite) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const scale = (finite.length - 1) / (max - min);
  // No range, one too large for a double, or one too small to be divided.
  if (!Number.isFinite(scale) || scale === 0) return { finite: finite.sort(), ...others };
  return { finite: distribute(finite, min, scale), ...others };
}

function tellApart(values: Float64Array): Sorted {
  const finite = new Float64Array(values.length);
  let [count, below, above, missing] = [0, 0, 0, 0];
  for (const value of values) {
    // A negative zero is a zero.
    if (Number.isFinite(value)) finite[count++] = value + 0;
    else if (Number.isNaN(value)) missing += 1;
    else if (value < 0) below += 1;
    else above += 1;
  }
  return { finite: finite.subarray(0, count), below, above, missing };
}

/** Values in a step up to which comparing neighbours is fastest. */
const FEW = 24;

function distribute(values: Float64Array, min: number, scale: number): Float64Array {
  const steps = values.length;
  const ends = new Uint32Array(steps + 1);
  const step = (value: number): number => Math.min(steps - 1, Math.floor((value - min) * scale));
  for (const value of values) {
    const next = step(value) + 1;
    ends[next] = at(ends, next) + 1;
  }
  for (let index = 1; index <= steps; index += 1)
    ends[index] = at(ends, index) + at(ends, index - 1);
  const sorted = new Float64Array(values.length);
  for (const value of values) {
    const own = step(value);
    const place = at(ends, own);
    sorted[place] = value;
    ends[own] = place + 1;
  }
  // Each step's start has moved to its end.
  for (let index = 0, from = 0; index < steps; index += 1) {
    const to = at(ends, index);
    if (to - from > FEW) sorted.subarray(from, to).sort();
    else if (to - from > 1) insert(sorted, from, to);
    from = to;
  }
  return sorted;
}

function insert(values: Float64Array, from: number, to: number): void {
  for (let index = from + 1; index < to; index += 1) {
    const value = at(values, index);
    let place = index;
    for (; place > from && at(values, place - 1) > value; place -= 1) {
      values[place] = at(values, place - 1);
    }
    values[place] = value;
  }
}

function at(numbers: Float64Array | Uint32Array, index: number): number {
  return numbers[index] ?? 0;
}
