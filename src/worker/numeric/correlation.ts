import { Gram } from './gram.js';
import { scalingOf, type Scaling } from './scaling.js';

/** Pearson's r of all pairs of columns, given block by block. */
export interface Correlations {
  /** `rows` numbers of each column together; NaN where one is missing. */
  readonly add: (values: Float64Array, rows: number) => void;
  /** Row by row, `columns * columns`; NaN for a column that does not vary. */
  readonly result: () => Float32Array;
}

/**
 * Each pair over the rows where both are present, as pandas does; infinite values are taken for missing. The products
 * are single precision, so the numbers are moved and scaled by the first block's mean and deviation: r is right to
 * about 1e-6.
 */
export function correlations(columns: number): Correlations {
  const sums = new Sums(columns);
  return {
    add: (values, rows) => {
      sums.add(values, rows);
    },
    result: () => sums.correlate(),
  };
}

/** What is summed of a pair, over the rows where both are present. */
interface PairSums {
  readonly rows: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

/** Blocks without gaps need one product for each pair; those with gaps need nine. */
class Sums {
  readonly #columns: number;
  readonly #least: Float64Array;
  readonly #greatest: Float64Array;
  #scaling: Scaling | undefined;
  readonly #whole: { rows: number; readonly sums: Float64Array; readonly products: Gram };
  /** Products of all pairs of: the numbers (0 where missing), their presences (0 or 1), their squares. */
  #gaps: Gram | undefined;
  /** A block's numbers, scaled; the next block's take their place. */
  #scaled = new Float32Array(0);
  /** The sums of their columns. */
  readonly #blockSums: Float64Array;

  constructor(columns: number) {
    this.#columns = columns;
    this.#least = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
    this.#greatest = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
    this.#blockSums = new Float64Array(columns);
    this.#whole = { rows: 0, sums: new Float64Array(columns), products: new Gram(columns) };
  }

  add(values: Float64Array, rows: number): void {
    const columns = this.#columns;
    this.#scaling ??= scalingOf(values, rows, columns);
    const cells = rows * columns;
    if (this.#scaled.length < cells) this.#scaled = new Float32Array(cells);
    const numbers = this.#scaled.subarray(0, cells);
    let missing = 0;
    for (let column = 0; column < columns; column += 1) {
      const [from, to] = [column * rows, (column + 1) * rows];
      missing += this.#scale(values.subarray(from, to), column, numbers.subarray(from, to));
    }
    if (missing > 0) this.#addGaps(values, numbers, rows);
    else this.#addWhole(numbers, rows);
  }

  correlate(): Float32Array {
    const columns = this.#columns;
    const products = this.#whole.products.result();
    const gaps = this.#gaps?.result();
    const r = new Float32Array(columns * columns).fill(Number.NaN);
    for (let one = 0; one < columns; one += 1) {
      if (!this.#varies(one)) continue;
      r[one * columns + one] = 1;
      for (let other = one + 1; other < columns; other += 1) {
        if (!this.#varies(other)) continue;
        const value = pearson(this.#pair(one, other, products, gaps));
        r[one * columns + other] = value;
        r[other * columns + one] = value;
      }
    }
    return r;
  }

  /** How many are missing. */
  #scale(from: Float64Array, column: number, to: Float32Array): number {
    const mean = at(this.#scaling?.means, column);
    const scale = at(this.#scaling?.scales, column);
    let least = at(this.#least, column);
    let greatest = at(this.#greatest, column);
    let missing = 0;
    let sum = 0;
    for (let row = 0; row < from.length; row += 1) {
      const value = at(from, row);
      if (Number.isFinite(value)) {
        // What is summed is what is multiplied: single precision.
        const scaled = Math.fround((value - mean) * scale);
        to[row] = scaled;
        sum += scaled;
        if (value < least) least = value;
        if (value > greatest) greatest = value;
        continue;
      }
      to[row] = 0;
      missing += 1;
    }
    this.#least[column] = least;
    this.#greatest[column] = greatest;
    this.#blockSums[column] = sum;
    return missing;
  }

  #addWhole(numbers: Float32Array, rows: number): void {
    const { sums, products } = this.#whole;
    this.#whole.rows += rows;
    products.add(numbers, rows);
    for (let column = 0; column < this.#columns; column += 1) {
      sums[column] = at(sums, column) + at(this.#blockSums, column);
    }
  }

  #addGaps(values: Float64Array, numbers: Float32Array, rows: number): void {
    const { length } = numbers;
    const three = new Float32Array(3 * length);
    three.set(numbers);
    for (let index = 0; index < length; index += 1) {
      three[length + index] = Number.isFinite(values[index]) ? 1 : 0;
      three[2 * length + index] = at(numbers, index) ** 2;
    }
    this.#gaps ??= new Gram(3 * this.#columns);
    this.#gaps.add(three, rows);
  }

  #pair(
    one: number,
    other: number,
    products: Float64Array,
    gaps: Float64Array | undefined,
  ): PairSums {
    const columns = this.#columns;
    const { rows, sums } = this.#whole;
    const gap = (kind: number, column: number, over: number, partner: number): number =>
      at(gaps, (kind * columns + column) * 3 * columns + over * columns + partner);
    return {
      rows: rows + gap(1, one, 1, other),
      x: at(sums, one) + gap(0, one, 1, other),
      y: at(sums, other) + gap(0, other, 1, one),
      xx: at(products, one * columns + one) + gap(2, one, 1, other),
      yy: at(products, other * columns + other) + gap(2, other, 1, one),
      xy: at(products, one * columns + other) + gap(0, one, 0, other),
    };
  }

  #varies(column: number): boolean {
    return at(this.#greatest, column) > at(this.#least, column);
  }
}

/** Two rows give a line through two points, which says nothing, but it is what the formula gives. */
const LEAST_ROWS = 2;

function pearson({ rows, x, y, xx, yy, xy }: PairSums): number {
  if (rows < LEAST_ROWS) return Number.NaN;
  const r = (xy - (x * y) / rows) / Math.sqrt((xx - x ** 2 / rows) * (yy - y ** 2 / rows));
  // Infinite where one of them does not vary over these rows.
  return Number.isFinite(r) ? Math.max(-1, Math.min(1, r)) : Number.NaN;
}

/** 0 where there is nothing: nothing was summed there. */
function at(numbers: Float64Array | Float32Array | undefined, index: number): number {
  return numbers?.[index] ?? 0;
}
