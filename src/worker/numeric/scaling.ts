/** How numbers are brought near 0 and 1, column by column: subtract the mean, multiply by the scale. */
export interface Scaling {
  readonly means: Float64Array;
  readonly scales: Float64Array;
}

/** By mean and deviation of finite values; a column that does not vary is scaled by its size. */
export function scalingOf(values: Float64Array, rows: number, columns: number): Scaling {
  const means = new Float64Array(columns);
  const scales = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    const numbers = values.subarray(column * rows, (column + 1) * rows);
    const { mean, sd } = moments(numbers);
    means[column] = mean;
    scales[column] = 1 / (sd > 0 ? sd : Math.max(Math.abs(mean), 1));
  }
  return { means, scales };
}

function moments(numbers: Float64Array): { readonly mean: number; readonly sd: number } {
  let count = 0;
  let sum = 0;
  for (const value of numbers) {
    if (!Number.isFinite(value)) continue;
    count += 1;
    sum += value;
  }
  const mean = count === 0 ? 0 : sum / count;
  let squares = 0;
  for (const value of numbers) {
    if (Number.isFinite(value)) squares += (value - mean) ** 2;
  }
  return { mean, sd: count === 0 ? 0 : Math.sqrt(squares / count) };
}
