import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tridiagonalise } from '../../../../src/engine/projection/lanczos.js';
import { pointSpace } from '../../../../src/engine/projection/space.js';
import { standardise } from '../../../../src/engine/projection/standardise.js';
import { trustworthiness } from '../../../../src/engine/projection/trustworthiness.js';
import { randomFrom } from '../../../../src/engine/random.js';
import { scoresOf } from '../../../../src/worker/numeric/scores.js';
import { principalComponents } from '../../../../src/worker/projection/pca.js';

interface Golden {
  readonly table: readonly (readonly (number | null)[])[];
  readonly explained: readonly number[];
  readonly scores: readonly (readonly number[])[];
  readonly picture: readonly (readonly number[])[];
  readonly trustworthiness: readonly [number, number];
  readonly missing: number;
}

const golden = JSON.parse(readFileSync('test/fixtures/projection/golden.json', 'utf8')) as Golden;
const rows = golden.table.length;
const names = golden.table[0]?.map((_, at) => `c${String(at)}`) ?? [];
const data = standardise(
  names.map((name, at) => ({
    name,
    values: Float64Array.from(golden.table, (row) => row[at] ?? NaN),
  })),
  rows,
);
const pca = principalComponents(data, 4);
const scores = scoresOf({ ...data, count: data.columns.length }, pca.axes);

/** What single precision leaves of a number near 1. */
const DIGITS = 5;

describe('principal components, beside scikit-learn', () => {
  it('fill as many gaps', () => {
    expect(data.imputed.reduce((sum, { count }) => sum + count, 0)).toBe(golden.missing);
  });

  it('explain the same share of the variance', () => {
    pca.explained.forEach((share, at) => {
      expect(share).toBeCloseTo(golden.explained[at] ?? NaN, DIGITS);
    });
  });

  it('place every row in the same spot, up to the direction of an axis', () => {
    pca.axes.forEach((_, axis) => {
      const theirs = golden.scores.map((row) => row[axis] ?? NaN);
      const ours = [...scores.subarray(axis * rows, (axis + 1) * rows)];
      const sign = Math.sign((ours[0] ?? 0) * (theirs[0] ?? 0));
      ours.forEach((score, row) => {
        expect(sign * score).toBeCloseTo(theirs[row] ?? NaN, DIGITS - 1);
      });
    });
  });

  it('are trusted as much, and so is a bad picture', () => {
    const byRow = new Float32Array(data.values.length);
    data.values.forEach((value, at) => {
      byRow[(at % rows) * data.columns.length + Math.floor(at / rows)] = value;
    });
    const full = pointSpace(byRow, data.columns.length);
    const pictures = [golden.scores, golden.picture].map((points) =>
      pointSpace(Float32Array.from(points.flatMap((point) => point.slice(0, 2))), 2),
    );
    pictures.forEach((picture, at) => {
      expect(trustworthiness(full, picture, 5)).toBeCloseTo(
        golden.trustworthiness[at] ?? NaN,
        DIGITS,
      );
    });
  });
});

describe('the way around a large spectrum', () => {
  /** Columns with a few strong directions and noise, more than are decomposed directly. */
  const size = 260;
  const random = randomFrom(3);
  const count = 400;
  const latent = Array.from({ length: 8 }, () =>
    Float64Array.from({ length: count }, random.normal),
  );
  const wide = standardise(
    Array.from({ length: size }, (_, at) => ({
      name: String(at),
      values: Float64Array.from(
        { length: count },
        (_, row) => (latent[at % 8]?.[row] ?? 0) * (1 + (at % 8)) + random.normal() * 2,
      ),
    })),
    count,
  );

  it('gives axes of length 1 at right angles, along which the scores vary as much as is said', () => {
    const { axes, explained } = principalComponents(wide, 50);
    const along = scoresOf({ ...wide, count: wide.columns.length }, axes);
    axes.forEach((axis, at) => {
      axes.slice(0, at + 1).forEach((other, before) => {
        const product = axis.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
        expect(product).toBeCloseTo(before === at ? 1 : 0, 6);
      });
      const part = along.subarray(at * count, (at + 1) * count);
      const variance = part.reduce((sum, value) => sum + value * value, 0) / count / size;
      expect(variance).toBeCloseTo(explained[at] ?? NaN, 6);
    });
    expect(explained.length).toBe(50);
    expect([...explained]).toEqual(explained.toSorted((a, b) => b - a));
  });

  it('finds eigenvalues that occur more than once', () => {
    const matrix = new Float64Array(25);
    [4, 4, 4, 1, 1].forEach((value, at) => (matrix[at * 6] = value));
    const { diagonal, offDiagonal } = tridiagonalise(matrix, 5, 5);
    expect(diagonal.reduce((sum, value) => sum + value, 0)).toBeCloseTo(14, 9);
    expect(offDiagonal.filter((value) => value === 0).length).toBeGreaterThanOrEqual(2);
  });
});
