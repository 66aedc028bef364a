import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramOf } from '../../../../src/worker/numeric/gram.js';

/** A script of ours that the type check reads with other settings than the tests'. */
const { assemble } = (await import(
  /* @vite-ignore */ pathToFileURL(path.resolve('scripts/kernels.mjs')).href
)) as { readonly assemble: (name: string) => Promise<string> };

describe('the products of columns', () => {
  it('are those of plain arithmetic, whatever the size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 11 }),
        fc.integer({ min: 1, max: 600 }),
        fc.integer(),
        (columns, rows, salt) => {
          const values = Float32Array.from(
            { length: rows * columns },
            (_, at) => ((at * 7919 + salt) % 13) - 6,
          );
          const gram = gramOf(values, rows, columns);
          expect([...gram]).toEqual(plainly(values, rows, columns));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are computed by the bytes that the text of the kernel gives', async () => {
    const bytes = 'src/worker/numeric/gramBytes.ts';
    expect(readFileSync(bytes, 'utf8')).toBe(await assemble('gram'));
  });
});

function plainly(values: Float32Array, rows: number, columns: number): number[] {
  const gram: number[] = [];
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < columns; b++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) {
        sum += (values[a * rows + row] ?? 0) * (values[b * rows + row] ?? 0);
      }
      gram.push(sum);
    }
  }
  return gram;
}
