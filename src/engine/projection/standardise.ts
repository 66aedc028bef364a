/** A column as it comes from a table: NaN or an infinity where there is no usable number. */
export interface RawColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Columns with mean 0 and standard deviation 1, and what was done to get there. */
export interface Standardised {
  readonly rows: number;
  readonly columns: readonly string[];
  /** `columns.length * rows` values, each column's together. */
  readonly values: Float32Array;
  readonly dropped: readonly DroppedColumn[];
  /** Cells that had no finite number and got their column's median, by column, the most first. */
  readonly imputed: readonly { readonly column: string; readonly count: number }[];
}

export interface DroppedColumn {
  readonly column: string;
  /** `constant`: no spread to scale by. `empty`: not one finite number. */
  readonly reason: 'constant' | 'empty';
}

/**
 * Fills gaps with the median, then subtracts the mean and divides by the standard deviation (with n,
 * as scikit-learn's `SimpleImputer(strategy="median")` and `StandardScaler` do in a row).
 */
export function standardise(columns: readonly RawColumn[], rows: number): Standardised {
  const values = new Float32Array(columns.length * rows);
  const kept: string[] = [];
  const dropped: DroppedColumn[] = [];
  const imputed: { column: string; count: number }[] = [];
  for (const { name, values: raw } of columns) {
    const { filled, gaps } = impute(raw, rows);
    if (filled === undefined) {
      dropped.push({ column: name, reason: 'empty' });
      continue;
    }
    const { mean, sd } = spreadOf(filled);
    if (sd <= NO_SPREAD * Math.max(1, Math.abs(mean))) {
      dropped.push({ column: name, reason: 'constant' });
      continue;
    }
    const from = kept.length * rows;
    for (let row = 0; row < rows; row++) values[from + row] = ((filled[row] ?? 0) - mean) / sd;
    kept.push(name);
    if (gaps > 0) imputed.push({ column: name, count: gaps });
  }
  imputed.sort((a, b) => b.count - a.count);
  return { rows, columns: kept, values: values.slice(0, kept.length * rows), dropped, imputed };
}

/** A spread below this share of the mean is what rounding leaves of a constant. */
const NO_SPREAD = 1e-12;

/** `filled` is undefined where not one number is finite. */
function impute(
  raw: Float64Array,
  rows: number,
): { readonly filled: Float64Array | undefined; readonly gaps: number } {
  let present = 0;
  for (const value of raw) if (Number.isFinite(value)) present++;
  const gaps = rows - present;
  if (present === 0) return { filled: undefined, gaps };
  if (gaps === 0) return { filled: raw, gaps };
  const median = medianOf(raw.filter(Number.isFinite));
  const filled = Float64Array.from({ length: rows }, (_, row) => {
    const value = raw[row];
    return value !== undefined && Number.isFinite(value) ? value : median;
  });
  return { filled, gaps };
}

function medianOf(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** In two passes, so that a large mean does not swallow a small spread. */
function spreadOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / values.length) };
}
