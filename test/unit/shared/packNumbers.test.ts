import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../../src/shared/packNumbers.js';

function travelled(value: unknown): unknown {
  return unpackNumbers(JSON.parse(JSON.stringify(packNumbers(value))));
}

describe('numbers on their way to a page', () => {
  it('stay what they are, infinite ones and NaN too', () => {
    const value = { scores: [1, Infinity, { least: -Infinity, mean: NaN }], name: 'Infinity' };
    expect(travelled(value)).toEqual(value);
  });

  it('change nothing else of a message', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(travelled(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leave typed arrays and plain messages untouched', () => {
    const plain = { r: Float32Array.of(NaN, 1), cells: [['a', null]] };
    expect(packNumbers(plain)).toBe(plain);
  });
});
