import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSums } from '../../../../src/worker/numeric/anova.js';
import { correlations } from '../../../../src/worker/numeric/correlation.js';

/** Pearson's r over the rows where both are present, by its definition. */
function plain(x: readonly number[], y: readonly number[]): number {
  const rows = x.flatMap((value, row) => {
    const other = y[row] ?? NaN;
    return Number.isFinite(value) && Number.isFinite(other) ? [[value, other] as const] : [];
  });
  const mean = (at: 0 | 1): number => rows.reduce((sum, row) => sum + row[at], 0) / rows.length;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of: (a: number, b: number) => number): number =>
    rows.reduce((total, [a, b]) => total + of(a - mx, b - my), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

function correlate(columns: readonly (readonly number[])[], block: number): Float32Array {
  const pairs = correlations(columns.length);
  const rows = columns[0]?.length ?? 0;
  for (let from = 0; from < rows; from += block) {
    const part = columns.flatMap((column) => column.slice(from, from + block));
    pairs.add(Float64Array.from(part), Math.min(block, rows - from));
  }
  return pairs.result();
}

const column = (rows: number, seed: number): number[] =>
  Array.from(
    { length: rows },
    (_, row) => Math.sin(seed * 12.9 + row * (seed + 0.37)) * 10 ** (seed % 5),
  );

describe('correlations', () => {
  it('agree with the definition, block by block', () => {
    const columns = [1, 2, 3, 4, 5].map((seed) => column(300, seed));
    columns.push((columns[0] ?? []).map((value, row) => 1e6 - 3 * value + row / 1000));
    const r = correlate(columns, 128);
    columns.forEach((x, one) => {
      columns.forEach((y, other) => expect(r[one * 6 + other]).toBeCloseTo(plain(x, y), 5));
    });
  });

  it('use the rows where both are present', () => {
    const gap = fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    );
    const gaps = fc.array(fc.array(gap, { minLength: 60, maxLength: 60 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(gaps, (missing) => {
        const columns = missing.map((cells, seed) =>
          column(60, seed + 1).map((v, row) => v + (cells[row] ?? 0)),
        );
        // The first block may be whole and the second not.
        for (const r of [correlate(columns, 60), correlate(columns, 16)]) {
          columns.forEach((x, one) => {
            columns.forEach((y, other) => expect(r[one * 3 + other]).toBeCloseTo(plain(x, y), 4));
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are unknown for a column that does not vary, or has nothing in common with the other', () => {
    const r = correlate(
      [
        [1, 2, 3, NaN, NaN],
        [7, 7, 7, 7, 7],
        [NaN, NaN, NaN, 1, 2],
      ],
      5,
    );
    expect([...r]).toEqual([1, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 1]);
  });
});

describe('the analysis of variance', () => {
  it('gives the F of scikit-learn', () => {
    // f_classif([[1],[2],[3],[6],[7],[9],[2]], [0,0,0,1,1,1,2]) -> F = 14.62857143
    const sums = groupSums(2, 3);
    const classes = [1, 1, 1, 2, 2, 2, 3];
    const x = [1, 2, 3, 6, 7, 9, 2];
    sums.add(Float64Array.from([...classes.slice(0, 4), ...x.slice(0, 4), 5, 5, 5, 5]), 4);
    sums.add(Float64Array.from([...classes.slice(4), ...x.slice(4), 5, 5, NaN]), 3);
    expect(sums.f(0)).toBeCloseTo(14.62857143, 6);
    expect(sums.f(1)).toBeNaN();
  });

  it('is without bound where classes are apart and nothing varies within', () => {
    const sums = groupSums(1, 2);
    sums.add(Float64Array.from([1, 1, 2, 2, 5, 5, 6, 6]), 4);
    expect(sums.f(0)).toBe(Infinity);
  });
});
