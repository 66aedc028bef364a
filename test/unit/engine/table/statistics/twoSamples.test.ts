import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareTail,
  ksDistance,
  ksProbability,
  shareDistance,
  shareProbability,
} from '../../../../../src/engine/table/statistics/twoSamples.js';

describe("Kolmogorov and Smirnov's distance", () => {
  it('is that of scipy.stats.ks_2samp', () => {
    const a = Float64Array.of(0.1, 0.4, 0.7, 1.2, 1.9, 2.2, 2.2, 3.1);
    const b = Float64Array.of(0.2, 0.5, 0.9, 1.4, 2.2, 2.8, 3.6, 4, 4.4, 5.1);
    expect(ksDistance(a, b)).toBeCloseTo(0.4, 12);
  });

  it('is the greatest difference at any value', () => {
    const sample = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const below = (values: number[], x: number): number =>
          values.filter((value) => value <= x).length / values.length;
        const greatest = Math.max(...[...a, ...b].map((x) => Math.abs(below(a, x) - below(b, x))));
        const [x, y] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
        expect(ksDistance(x, y)).toBeCloseTo(greatest, 12);
      }),
    );
  });

  it.each([
    [0.3, 400, 100, 7.0e-7],
    [0.2, 1000, 250, 1.73e-7],
    [0.05, 10_000, 2_500, 8.74e-5],
  ])('has the probability that scipy gives: D = %s of %s and %s', (d, n, m, expected) => {
    // Far out in the tail the corrected limit is within a tenth of the exact law.
    expect(ksProbability(d, n, m) / expected).toBeGreaterThan(0.85);
    expect(ksProbability(d, n, m) / expected).toBeLessThan(1.15);
  });
});

describe("Pearson's test", () => {
  it.each([
    [3.84, 1, 0.05004352124870519],
    [10, 3, 0.01856613546304325],
    [100, 20, 1.2596084591660847e-12],
    [0.5, 8, 0.999866630349486],
    [250, 99, 4.844312411385307e-15],
    [45.2, 7, 1.2506282025161942e-7],
  ])('has the tail that scipy.stats.chi2.sf(%s, %s) gives', (x, degrees, expected) => {
    expect(chiSquareTail(x, degrees) / expected).toBeCloseTo(1, 9);
  });

  it('compares shares as scipy.stats.chi2_contingency does', () => {
    const counts = [
      [40, 10],
      [30, 20],
      [30, 45],
    ] as const;
    expect(shareProbability(counts) / 4.934536750682427e-5).toBeCloseTo(1, 9);
    expect(shareDistance(counts)).toBeCloseTo(0.3, 12);
  });

  it('says nothing of categories that are too rare', () => {
    expect(shareProbability(Array.from({ length: 9 }, (_, k) => [k % 2, 1] as const))).toBe(1);
    expect(shareProbability([])).toBe(1);
  });
});
