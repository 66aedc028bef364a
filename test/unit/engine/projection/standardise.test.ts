import { describe, expect, it } from 'vitest';
import { standardise } from '../../../../src/engine/projection/standardise.js';

const column = (name: string, ...values: number[]) => ({ name, values: Float64Array.from(values) });

describe('standardise', () => {
  it('gives each column mean 0 and standard deviation 1', () => {
    const { values, columns } = standardise([column('a', 1, 2, 3, 6), column('b', 9, 9, 1, 1)], 4);
    expect(columns).toEqual(['a', 'b']);
    for (const from of [0, 4]) {
      const part = [...values.subarray(from, from + 4)];
      expect(part.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
      expect(part.reduce((sum, value) => sum + value ** 2, 0) / 4).toBeCloseTo(1, 6);
    }
  });

  it('says which columns it drops, and why', () => {
    const constant = column('same', 0.1, 0.1, 0.1);
    const { columns, dropped, values } = standardise(
      [constant, column('a', 1, 2, 3), column('none', NaN, Infinity, NaN)],
      3,
    );
    expect(columns).toEqual(['a']);
    expect(values.length).toBe(3);
    expect(dropped).toEqual([
      { column: 'same', reason: 'constant' },
      { column: 'none', reason: 'empty' },
    ]);
  });

  it('fills gaps with the median and counts them', () => {
    const { values, imputed } = standardise(
      [column('a', 1, NaN, 3, 100), column('b', 1, -Infinity, NaN, 4), column('c', 1, 2, 3, 4)],
      4,
    );
    expect(imputed).toEqual([
      { column: 'b', count: 2 },
      { column: 'a', count: 1 },
    ]);
    // The median of 1, 3 and 100 is the third cell's own value.
    expect(values[1]).toBe(values[2]);
    // The median of 1 and 4 lies in the middle, which is the mean.
    expect(values[5]).toBeCloseTo(0, 6);
  });

  it('keeps a small spread upon a large mean', () => {
    const { columns } = standardise([column('time', 1.7e9, 1.7e9 + 1, 1.7e9 + 2)], 3);
    expect(columns).toEqual(['time']);
  });
});
