/** Numbers of a column, told apart and in order. */
export interface Sorted {
  /** Finite values, ascending; no negative zero. */
  readonly finite: Float64Array;
  /** How many are minus infinity, infinity, and not a number. */
  readonly below: number;
  readonly above: number;
  readonly missing: number;
}

/** Values in a step up to which comparing neighbours is fastest. */
const FEW = 24;

/**
 * Sorts by distribution: each value goes into one of as many equal steps as there are values, and a step with more than
 * a few is sorted by itself. Three times as fast as comparing where values are spread, never much slower.
 * Columns that are sorted one after the other share the room that it takes: what one call gives is good until the next.
 */
export class NumberSorter {
  #room = roomFor(0);

  sort(values: Float64Array): Sorted {
    if (this.#room.finite.length < values.length) this.#room = roomFor(values.length);
    const { finite, ...others } = this.#tellApart(values);
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of finite) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
    const scale = (finite.length - 1) / (max - min);
    // No range, one too large for a double, or one too small to be divided.
    if (!Number.isFinite(scale) || scale === 0) return { finite: finite.sort(), ...others };
    return { finite: this.#distribute(finite, min, scale), ...others };
  }

  /** All that is a number, ascending, infinite ones included. */
  present(values: Float64Array): Float64Array {
    const { finite, below, above } = this.sort(values);
    if (below + above === 0) return finite;
    const all = new Float64Array(below + finite.length + above).fill(Infinity);
    all.fill(-Infinity, 0, below);
    all.set(finite, below);
    return all;
  }

  #tellApart(values: Float64Array): Sorted {
    const { finite } = this.#room;
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

  #distribute(values: Float64Array, min: number, scale: number): Float64Array {
    const steps = values.length;
    const ends = this.#room.ends.subarray(0, steps + 1).fill(0);
    const own = this.#room.steps.subarray(0, steps);
    for (let index = 0; index < steps; index += 1) {
      // Not beyond the last: the greatest value is `steps - 1` scaled, give or take a rounding.
      const step = Math.trunc((at(values, index) - min) * scale);
      own[index] = step;
      ends[step + 1] = at(ends, step + 1) + 1;
    }
    for (let index = 1; index <= steps; index += 1)
      ends[index] = at(ends, index) + at(ends, index - 1);
    const sorted = this.#room.sorted.subarray(0, steps);
    for (let index = 0; index < steps; index += 1) {
      const step = at(own, index);
      const place = at(ends, step);
      sorted[place] = at(values, index);
      ends[step] = place + 1;
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
}

interface Room {
  readonly finite: Float64Array;
  readonly sorted: Float64Array;
  /** Of each value, the step that it goes into. */
  readonly steps: Uint32Array;
  readonly ends: Uint32Array;
}

function roomFor(length: number): Room {
  return {
    finite: new Float64Array(length),
    sorted: new Float64Array(length),
    steps: new Uint32Array(length),
    ends: new Uint32Array(length + 1),
  };
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
