import { describe, expect, it } from 'vitest';
import { mutualInformation } from '../../../../src/engine/table/mutualInformation.js';

describe('mutual information', () => {
  it('is the entropy where one value says the other', () => {
    const meetings = [
      { x: 1, y: 1, count: 4 },
      { x: 2, y: 2, count: 2 },
      { x: 3, y: 3, count: 2 },
    ];
    expect(mutualInformation(meetings)).toBeCloseTo(1.5 * Math.log(2), 12);
  });

  it('is nothing where neither says anything', () => {
    const meetings = [1, 2].flatMap((x) => [1, 2, 3].map((y) => ({ x, y, count: x * y })));
    expect(mutualInformation(meetings)).toBeCloseTo(0, 12);
    expect(mutualInformation([])).toBe(0);
  });
});
