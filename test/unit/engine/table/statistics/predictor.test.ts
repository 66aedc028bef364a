import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../../src/engine/random.js';
import { toldByGroup, toldByNumber } from '../../../../../src/engine/table/statistics/predictor.js';

const rows = 2_000;
const draws = randomFrom(11);
/** Half of the rows in class 0, an eighth each in 1 to 4. */
const classes = Int32Array.from({ length: rows }, () => Math.max(0, draws.below(8) - 3));

describe('what one column tells of the target', () => {
  it('is everything where the column is the class under another number', () => {
    const values = Float64Array.from(classes, (each) => 10 * (each % 3) + each);
    expect(toldByNumber(values, classes)?.accuracy).toBe(1);
  });

  it('is hardly more than the most frequent class where the column is noise', () => {
    const told = toldByNumber(Float64Array.from(classes, draws.uniform), classes);
    expect(told?.baseline).toBeCloseTo(0.5, 1);
    expect((told?.accuracy ?? 1) - (told?.baseline ?? 0)).toBeLessThan(0.03);
  });

  it('is counted by hand for groups', () => {
    const groups = Int32Array.from({ length: 40 }, (_, row) => row % 2);
    const answers = groups.map((group, row) => (row < 4 ? 0 : group));
    expect(toldByGroup(groups, answers)).toEqual({ accuracy: 38 / 40, baseline: 22 / 40 });
  });

  it('takes what is missing as a group, and rows without a class as none', () => {
    const values = Float64Array.from({ length: 100 }, (_, row) => (row < 50 ? NaN : row % 7));
    const answers = Int32Array.from(values, (value, row) =>
      row % 10 === 9 ? -1 : Number.isNaN(value) ? 1 : 0,
    );
    expect(toldByNumber(values, answers)?.accuracy).toBe(1);
  });

  it('is not said of a constant or of few rows', () => {
    expect(toldByNumber(new Float64Array(500), classes.subarray(0, 500))).toBeUndefined();
    expect(toldByNumber(Float64Array.of(1, 2, 3), Int32Array.of(0, 1, 1))).toBeUndefined();
  });
});
