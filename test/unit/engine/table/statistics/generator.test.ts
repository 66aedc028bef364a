import { describe, expect, it } from 'vitest';
import { generator, shuffle } from '../../../../../src/engine/table/statistics/generator.js';

describe('the generator', () => {
  // Computed with an implementation of the published algorithm in Python, with exact integers.
  it.each([
    [42, [660444221, 3652823732, 77672526, 910233633, 2297337756]],
    [0, [1789933344, 44971166, 2521387044]],
  ])('draws what xoshiro128** draws from seed %s', (seed, expected) => {
    const { unit } = generator(seed);
    expect(expected.map(() => unit() * 2 ** 32)).toEqual(expected);
  });

  it('draws each whole number equally often', () => {
    const { below } = generator(7);
    const counts = new Int32Array(6);
    for (let draw = 0; draw < 60_000; draw++) {
      const drawn = below(6);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // Five standard deviations of a count of 10,000.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(460);
  });

  it('shuffles into every order', () => {
    const draws = generator(3);
    const seen = new Set<string>();
    for (let trial = 0; trial < 600; trial++) {
      const order = [0, 1, 2, 3];
      shuffle(order, draws);
      seen.add(order.join(''));
    }
    expect(seen.size).toBe(24);
  });
});
