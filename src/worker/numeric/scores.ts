import { BLOCK, kernelFor } from './kernel.js';

/** Columns of numbers, each column's `rows` together. */
export interface Columns {
  readonly rows: number;
  readonly count: number;
  readonly values: Float32Array;
}

/** Rows that are placed at a time. */
const AT_ONCE = 256;

/**
 * Coordinates of every row along each axis, which has a weight for every column; each axis' `rows` values together.
 * Relative error about 1e-6, as of all that the kernel gives.
 */
export function scoresOf(data: Columns, axes: readonly Float64Array[]): Float32Array {
  const scores = new Float32Array(data.rows * axes.length);
  if (scores.length === 0) return scores;
  // To the kernel rows and axes are columns, and columns are what it sums over.
  const width = AT_ONCE + Math.ceil(axes.length / 4) * 4;
  const block = width * BLOCK * 4;
  const { memory, accumulate } = kernelFor(block + AT_ONCE * width * 8);
  const numbers = new Float32Array(memory.buffer, 0, width * BLOCK);
  const sums = new Float64Array(memory.buffer, block, AT_ONCE * width);
  for (let row = 0; row < data.rows; row += AT_ONCE) {
    sums.fill(0);
    for (let column = 0; column < data.count; column += BLOCK) {
      layRows(data, row, column, numbers);
      layAxes(axes, column, numbers.subarray(AT_ONCE * BLOCK));
      accumulate(0, width, block, AT_ONCE, AT_ONCE);
    }
    const count = Math.min(AT_ONCE, data.rows - row);
    for (let axis = 0; axis < axes.length; axis++) {
      for (let at = 0; at < count; at++) {
        scores[axis * data.rows + row + at] = sums[at * width + AT_ONCE + axis] ?? 0;
      }
    }
  }
  return scores;
}

/** What of the last block lies beyond the end belongs to rows that are not looked at, or is multiplied by 0. */
function layRows(
  { rows, count, values }: Columns,
  row: number,
  column: number,
  to: Float32Array,
): void {
  const end = Math.min(BLOCK, count - column);
  const most = Math.min(AT_ONCE, rows - row);
  for (let at = 0; at < end; at++) {
    const from = (column + at) * rows + row;
    for (let place = 0; place < most; place++) to[place * BLOCK + at] = values[from + place] ?? 0;
  }
}

function layAxes(axes: readonly Float64Array[], column: number, to: Float32Array): void {
  for (const [axis, weights] of axes.entries()) {
    const own = to.subarray(axis * BLOCK, (axis + 1) * BLOCK).fill(0);
    own.set(weights.subarray(column, column + BLOCK));
  }
}
