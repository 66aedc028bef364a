import { describe, expect, it } from 'vitest';
import { randomFrom, shuffled } from '../../../src/engine/random.js';

describe('seeded chance', () => {
  it('repeats itself with its seed and with no other', () => {
    const draw = (seed: number): number[] => {
      const random = randomFrom(seed);
      return [random.uniform(), random.normal(), random.below(1000)];
    };
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it('has the mean and the spread that it promises', () => {
    const random = randomFrom(11);
    const normals = Array.from({ length: 20_000 }, random.normal);
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const square = normals.reduce((sum, value) => sum + value ** 2, 0) / normals.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(square).toBeCloseTo(1, 1);
    const uniforms = Array.from({ length: 20_000 }, random.uniform);
    expect(Math.min(...uniforms)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniforms)).toBeLessThan(1);
    expect(uniforms.reduce((sum, value) => sum + value, 0) / 20_000).toBeCloseTo(0.5, 1);
  });

  it('puts every number somewhere, once', () => {
    const order = [...shuffled(100, 3)];
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });
});
