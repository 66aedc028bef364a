import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberSorter } from '../../../../src/engine/table/sortNumbers.js';

const spread = fc.double({ min: -1e3, max: 1e3 });
const skewed = fc.double().map((value) => value ** 3);
const few = fc.integer({ min: -2, max: 2 });
const far = fc.constantFrom(1.7e308, -1.7e308, 5e-324, NaN, Infinity, -Infinity, -0);

/** One for all lists: the room of longer ones is used again. */
const sorter = new NumberSorter();

describe('numbers in order', () => {
  it.each([
    ['spread', fc.array(spread, { maxLength: 200 })],
    ['skewed', fc.array(skewed, { maxLength: 200 })],
    ['few', fc.array(few, { maxLength: 200 })],
    ['all sorts', fc.array(fc.oneof(spread, skewed, few, far), { maxLength: 200 })],
  ])('are those that comparing gives: %s', (_name, lists) => {
    fc.assert(
      fc.property(lists, (list) => {
        const { finite, below, above, missing } = sorter.sort(Float64Array.from(list));
        const expected = list.filter(Number.isFinite).map((value) => value + 0);
        expect([...finite]).toEqual(expected.sort((one, other) => one - other));
        expect(below).toBe(list.filter((value) => value === -Infinity).length);
        expect(above).toBe(list.filter((value) => value === Infinity).length);
        expect(missing).toBe(list.filter(Number.isNaN).length);
      }),
    );
  });

  it('are, where most of them crowd together', () => {
    const list = Array.from({ length: 5_000 }, (_, n) => Math.sin(n) / 1e6).concat(1e9, -1e9);
    const { finite } = sorter.sort(Float64Array.from(list));
    expect([...finite]).toEqual(list.sort((one, other) => one - other));
  });
});
