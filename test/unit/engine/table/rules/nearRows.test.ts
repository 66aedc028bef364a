import { describe, expect, it } from 'vitest';
import { nearRows, type FeatureRows } from '../../../../../src/engine/table/rules/nearRows.js';
import { randomFrom, type Random } from '../../../../../src/engine/random.js';

/** Sums of four uniform numbers, each feature with a scale of its own. */
function sample(rows: number, width: number, { uniform }: Random): FeatureRows {
  const features = Array.from({ length: width }, (_, feature) =>
    Float64Array.from(
      { length: rows },
      () => 10 ** (feature % 4) * (uniform() + uniform() + uniform() + uniform()),
    ),
  );
  return { rows, features };
}

/** Writes rows of one table over rows of the other, changed by a part of each feature's size. */
function plant(from: FeatureRows, to: FeatureRows, count: number, noise: number, draws: Random) {
  for (let row = 0; row < count; row++) {
    for (const [feature, values] of to.features.entries()) {
      const source = from.features[feature]?.[row * 3] ?? 0;
      values[row * 2] = source * (1 + noise * (draws.uniform() - 0.5));
    }
  }
}

describe('rows that are nearly the same', () => {
  it.each([6, 20, 60])('are found among %s features', (width) => {
    const draws = randomFrom(width);
    const [train, test] = [sample(1500, width, draws), sample(400, width, draws)];
    plant(train, test, 12, 0.01, draws);
    const { close, wider } = nearRows(train, test);
    expect(close.otherRows).toEqual(Array.from({ length: 12 }, (_, row) => row * 2));
    expect(close.rows).toEqual(Array.from({ length: 12 }, (_, row) => row * 3));
    expect(wider).toBeLessThan(5 * 12);
  });

  it('are not seen where there are none, nor counted where rows are equal', () => {
    const draws = randomFrom(5);
    const [train, test] = [sample(1500, 12, draws), sample(400, 12, draws)];
    plant(train, test, 12, 0, draws);
    expect(nearRows(train, test).close.count).toBe(0);
  });

  it('leave out rows with missing values and features without spread', () => {
    const draws = randomFrom(6);
    const [train, test] = [sample(300, 8, draws), sample(100, 8, draws)];
    plant(train, test, 10, 0.01, draws);
    train.features[2]?.fill(4);
    test.features[3]?.fill(NaN, 0, 3);
    expect(nearRows(train, test).close.count).toBe(8);
  });

  it('need features enough to be told from chance', () => {
    const draws = randomFrom(7);
    const [train, test] = [sample(300, 4, draws), sample(100, 4, draws)];
    plant(train, test, 10, 0.01, draws);
    expect(nearRows(train, test).close.count).toBe(0);
  });
});
