import { BLOCK, kernelFor, type Kernel } from './kernel.js';

/** WebAssembly's memory ends at 4 GiB; a matrix of this many columns takes 800 MB of it. */
const MAX_COLUMNS = 10_000;

/**
 * The products of all pairs of columns, row by row, `columns * columns`; `values` hold each column's
 * `rows` numbers together. Relative error about 1e-6: the numbers are single precision.
 */
export function gramOf(values: Float32Array, rows: number, columns: number): Float64Array {
  const gram = new Gram(columns);
  gram.add(values, rows);
  return gram.result();
}

/** The same of rows that come block by block. */
export class Gram {
  readonly #columns: number;
  readonly #padded: number;
  readonly #kernel: Kernel;

  constructor(columns: number) {
    if (columns > MAX_COLUMNS) throw new RangeError(`${columns} columns`);
    this.#columns = columns;
    this.#padded = Math.max(4, Math.ceil(columns / 4) * 4);
    this.#kernel = kernelFor(this.#block + this.#padded ** 2 * 8);
  }

  add(values: Float32Array, rows: number): void {
    const { memory, accumulate } = this.#kernel;
    const numbers = new Float32Array(memory.buffer, 0, this.#padded * BLOCK);
    for (let from = 0; from < rows; from += BLOCK) {
      const count = Math.min(BLOCK, rows - from);
      if (count < BLOCK) numbers.fill(0);
      for (let column = 0; column < this.#columns; column++) {
        const start = column * rows + from;
        numbers.set(values.subarray(start, start + count), column * BLOCK);
      }
      accumulate(0, this.#padded, this.#block, 0, this.#padded);
    }
  }

  result(): Float64Array {
    const { buffer } = this.#kernel.memory;
    const sums = new Float64Array(buffer, this.#block, this.#padded ** 2);
    return mirrored(sums, this.#padded, this.#columns);
  }

  /** Bytes of a block, behind which the sums lie. */
  get #block(): number {
    return this.#padded * BLOCK * 4;
  }
}

/** Only the upper half was computed. */
function mirrored(upper: Float64Array, padded: number, columns: number): Float64Array {
  const whole = new Float64Array(columns * columns);
  for (let row = 0; row < columns; row++) {
    for (let column = row; column < columns; column++) {
      const product = upper[row * padded + column] ?? 0;
      whole[row * columns + column] = product;
      whole[column * columns + row] = product;
    }
  }
  return whole;
}
