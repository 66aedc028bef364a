import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, measure } from '../../../../src/engine/table/measure.js';

const of = (...values: number[]): ReturnType<typeof measure> => measure(Float64Array.from(values));

describe('the measures of a column', () => {
  it('agree with what pandas says of a small one', () => {
    // pd.Series([2, 4, 4, 5, 7, 9, 40, None]).describe(), .nunique()
    const { count, missing, distinct, numeric } = of(40, 4, 2, 4, 5, NaN, 9, 7);
    expect([count, missing, distinct]).toEqual([8, 1, 6]);
    expect(numeric).toMatchObject({
      min: 2,
      max: 40,
      q25: 4,
      q50: 5,
      q75: 8,
      zeros: 0,
      outliers: 1,
    });
    expect(numeric?.mean).toBeCloseTo(10.142857142857142, 12);
    expect(numeric?.sd).toBeCloseTo(13.35949813713788, 12);
  });

  it('leave infinite values out, but count them', () => {
    const { distinct, missing, numeric } = of(1, Infinity, -Infinity, 3, Infinity);
    expect([distinct, missing]).toEqual([4, 0]);
    expect(numeric).toMatchObject({ min: 1, max: 3, mean: 2, infinite: 3 });
  });

  it('of nothing, of one and of the same', () => {
    expect(of()).toEqual({ count: 0, missing: 0, distinct: 0 });
    expect(of(NaN, NaN)).toEqual({ count: 2, missing: 2, distinct: 0 });
    expect(of(5).numeric?.sd).toBeNaN();
    const same = of(-0, 0, 0);
    expect(same.distinct).toBe(1);
    expect(same.numeric).toMatchObject({
      sd: 0,
      zeros: 3,
      histogram: { from: 0, to: 0, counts: [3] },
    });
  });

  it('name the values where there are few', () => {
    expect(of(3, 1, 3, 2, 3, 1).top).toEqual([
      { value: 3, count: 3 },
      { value: 1, count: 2 },
      { value: 2, count: 1 },
    ]);
    expect(of(...Array.from({ length: 21 }, (_, n) => n)).top).toBeUndefined();
  });

  it('keep a small deviation beside a large mean', () => {
    expect(of(1e9 + 1, 1e9 + 2, 1e9 + 3).numeric?.sd).toBe(1);
  });

  const numbers = fc.array(
    fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: -3, max: 3 })),
    { minLength: 1, maxLength: 60 },
  );

  it('put every value into one bin, and agree with the plain definitions', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { distinct, numeric } = of(...values);
        const sorted = [...values].sort((a, b) => a - b);
        expect(distinct).toBe(new Set(values.map((value) => value + 0)).size);
        expect(numeric?.min).toBeCloseTo(sorted[0] ?? NaN, 12);
        expect(numeric?.mean).toBeCloseTo(values.reduce((a, b) => a + b, 0) / values.length, 6);
        const { from, to, counts } = numeric?.histogram ?? { from: 0, to: 0, counts: [] };
        expect(counts.reduce((a, b) => a + b, 0)).toBe(values.length);
        if (from === to) return;
        expect(counts).toHaveLength(BINS);
        const last = values.filter((value) => value > from + ((to - from) * (BINS - 0.999)) / BINS);
        expect(counts[BINS - 1]).toBeGreaterThanOrEqual(last.length);
      }),
    );
  });
});
