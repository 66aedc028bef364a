/** Sums by class of many columns, for a one-way analysis of variance of each. */
export interface GroupSums {
  /** First column: the class, from 1; then `columns` columns of numbers. NaN is missing and left out. */
  readonly add: (values: Float64Array, rows: number) => void;
  /**
   * F of a column: Σ n_k (m_k - m)² / (K - 1) over Σ (x - m_k)² / (n - K) (Fisher 1925, as in scikit-learn's
   * `f_classif`), over the classes that occur. Infinite where classes are apart without any spread, NaN where nothing
   * varies or there is nothing to compare.
   */
  readonly f: (column: number) => number;
}

export function groupSums(columns: number, classes: number): GroupSums {
  const counts = new Float64Array(columns * classes);
  const means = new Float64Array(columns * classes);
  const squares = new Float64Array(columns * classes);
  return {
    add: (values, rows) => {
      for (let column = 0; column < columns; column += 1) {
        for (let row = 0; row < rows; row += 1) {
          const group = at(values, row) - 1;
          const value = at(values, (column + 1) * rows + row);
          if (Number.isNaN(group) || !Number.isFinite(value)) continue;
          // Running means and squares about them (Welford 1962) keep their digits.
          const place = column * classes + group;
          const count = at(counts, place) + 1;
          const delta = value - at(means, place);
          const mean = at(means, place) + delta / count;
          counts[place] = count;
          means[place] = mean;
          squares[place] = at(squares, place) + delta * (value - mean);
        }
      }
    },
    f: (column) => {
      const [from, to] = [column * classes, (column + 1) * classes];
      return ratio(counts.subarray(from, to), means.subarray(from, to), squares.subarray(from, to));
    },
  };
}

function ratio(counts: Float64Array, means: Float64Array, squares: Float64Array): number {
  let [all, total, within, groups] = [0, 0, 0, 0];
  counts.forEach((count, group) => {
    all += count;
    total += count * at(means, group);
    within += at(squares, group);
    if (count > 0) groups += 1;
  });
  if (groups < 2 || all <= groups) return Number.NaN;
  const mean = total / all;
  let between = 0;
  counts.forEach((count, group) => {
    if (count > 0) between += count * (at(means, group) - mean) ** 2;
  });
  return between / (groups - 1) / (within / (all - groups));
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? Number.NaN;
}
