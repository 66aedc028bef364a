import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOf } from '../../../../src/worker/numeric/scores.js';

/** Whole numbers, so that not one digit is lost. */
function numberAt(at: number, salt: number): number {
  return ((at * 7919 + salt) % 13) - 6;
}

describe('the coordinates of rows along axes', () => {
  it('are those of plain arithmetic, whatever the size', () => {
    const size = fc.integer({ min: 1, max: 600 });
    fc.assert(
      fc.property(size, size, fc.integer({ min: 0, max: 6 }), (rows, count, some) => {
        const values = Float32Array.from({ length: rows * count }, (_, at) => numberAt(at, 3));
        const axes = Array.from({ length: some }, (_, axis) =>
          Float64Array.from({ length: count }, (_, at) => numberAt(at, axis)),
        );
        const expected = axes.flatMap((axis) =>
          Array.from({ length: rows }, (_, row) =>
            axis.reduce((sum, weight, at) => sum + weight * (values[at * rows + row] ?? 0), 0),
          ),
        );
        expect([...scoresOf({ rows, count, values }, axes)]).toEqual(expected.map(Math.fround));
      }),
      { numRuns: 40 },
    );
  });
});
