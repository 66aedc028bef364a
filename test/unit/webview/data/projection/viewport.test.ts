import { describe, expect, it } from 'vitest';
import {
  fitted,
  moved,
  onScreen,
  placeAt,
  pointsWithin,
  zoomed,
} from '../../../../../src/webview/data/projection/viewport.js';

const size = { width: 400, height: 200 };
const points = Float32Array.from([0, 0, 10, 0, 10, 10, NaN, 3]);

describe('what is seen of a plane', () => {
  it('is all points at first, none of them at the edge', () => {
    const places = onScreen(points, fitted(points, size), size);
    const [x, y] = [places.filter((_, at) => at % 2 === 0), places.filter((_, at) => at % 2 === 1)];
    expect(Math.min(...x.slice(0, 3))).toBeGreaterThan(20);
    expect(Math.max(...x.slice(0, 3))).toBeLessThan(380);
    expect(Math.min(...y.slice(0, 3))).toBeCloseTo(24, 3);
    expect(Math.max(...y.slice(0, 3))).toBeCloseTo(176, 3);
  });

  it('grows upwards', () => {
    const places = onScreen(points, fitted(points, size), size);
    expect(places[5]).toBeLessThan(places[3] ?? NaN);
  });

  it('keeps under the pointer what is there while it is zoomed', () => {
    const view = fitted(points, size);
    const before = onScreen(points, view, size);
    const spot = [before[4] ?? NaN, before[5] ?? NaN] as const;
    const after = onScreen(points, zoomed(view, 3, spot, size), size);
    expect(after[4]).toBeCloseTo(spot[0], 2);
    expect(after[5]).toBeCloseTo(spot[1], 2);
    expect((after[4] ?? 0) - (after[0] ?? 0)).toBeCloseTo(3 * (spot[0] - (before[0] ?? 0)), 1);
  });

  it('moves with the hand', () => {
    const view = fitted(points, size);
    const before = onScreen(points, view, size);
    const after = onScreen(points, moved(view, 5, -7), size);
    expect((after[0] ?? 0) - (before[0] ?? 0)).toBeCloseTo(5, 3);
    expect((after[1] ?? 0) - (before[1] ?? 0)).toBeCloseTo(-7, 3);
  });

  it('of nothing is nothing', () => {
    expect(fitted(new Float32Array(0), size)).toEqual({ x: 0, y: 0, scale: 1 });
  });
});

describe('pointing', () => {
  const places = Float32Array.from([10, 10, 14, 10, 116, 100]);
  const all = (): boolean => true;

  it('finds the nearest within reach', () => {
    expect(placeAt(places, [13, 10], 8, all)).toBe(1);
    expect(placeAt(places, [50, 50], 8, all)).toBe(-1);
  });

  it('does not find what is hidden', () => {
    expect(placeAt(places, [13, 10], 8, (point) => point !== 1)).toBe(0);
  });

  it('selects what lies within a line, also where that bends inwards', () => {
    const bay = [
      [0, 0],
      [120, 0],
      [120, 120],
      [60, 20],
      [0, 120],
    ] as const;
    expect(pointsWithin(places, bay)).toEqual([0, 1, 2]);
    expect(pointsWithin(Float32Array.from([60, 90]), bay)).toEqual([]);
  });
});
