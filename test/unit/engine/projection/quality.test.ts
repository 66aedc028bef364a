import { describe, expect, it } from 'vitest';
import { neighbourVote } from '../../../../src/engine/projection/neighbourVote.js';
import {
  gramSpace,
  nearest,
  pointSpace,
  sampleRows,
} from '../../../../src/engine/projection/space.js';
import { trustworthiness } from '../../../../src/engine/projection/trustworthiness.js';

const line = Float32Array.from({ length: 40 }, (_, index) => index ** 1.1);

describe('trustworthiness', () => {
  it('is 1 for the data itself', () => {
    const data = pointSpace(line, 1);
    expect(trustworthiness(data, data, 5)).toBe(1);
  });

  it('falls when strangers are put side by side', () => {
    const folded = line.map((_, index) => index % 20);
    const trust = trustworthiness(pointSpace(line, 1), pointSpace(folded, 1), 5);
    expect(trust).toBeLessThan(0.85);
    expect(trust).toBeGreaterThan(0.3);
  });

  it('is not given where it means nothing', () => {
    const few = pointSpace(line.slice(0, 10), 1);
    expect(trustworthiness(few, few, 5)).toBeUndefined();
  });
});

describe('a space', () => {
  it('by products has the distances of a space by coordinates', () => {
    const values = Float32Array.from([0, 0, 3, 4, 1, 1]);
    const gram = Float64Array.from([0, 0, 0, 0, 25, 7, 0, 7, 2]);
    const [direct, derived] = [new Float64Array(3), new Float64Array(3)];
    pointSpace(values, 2).distances(1, direct);
    gramSpace(gram, 3).distances(1, derived);
    expect([...derived]).toEqual([...direct]);
    expect([...direct]).toEqual([25, 0, 13]);
  });

  it('finds the nearest, and of equals the first', () => {
    expect(nearest(Float64Array.from([0, 2, 1, 2, 9]), 0, 2)).toEqual([2, 1]);
  });

  it('is sampled the same way every time, without repetition and in order', () => {
    const rows = sampleRows(1000, 50, 3);
    expect([...rows]).toEqual([...sampleRows(1000, 50, 3)]);
    expect([...rows]).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
    expect([...rows]).not.toEqual([...sampleRows(1000, 50, 4)]);
    expect([...sampleRows(4, 50, 3)]).toEqual([0, 1, 2, 3]);
  });
});

describe('the vote of the neighbours', () => {
  const labels = Int32Array.from({ length: 40 }, (_, index) => (index < 30 ? 0 : 1));

  it('is nearly always right where classes lie apart, and says what guessing would give', () => {
    const vote = neighbourVote(pointSpace(line, 1), labels, 3);
    expect(vote?.accuracy).toBeGreaterThan(0.95);
    expect(vote?.baseline).toBe(0.75);
  });

  it('is no better than guessing where classes are mixed', () => {
    const mixed = labels.map((_, index) => index % 2);
    expect(neighbourVote(pointSpace(line, 1), mixed, 3)?.accuracy).toBeLessThan(0.6);
  });

  it('needs two classes', () => {
    expect(neighbourVote(pointSpace(line, 1), labels.fill(1), 3)).toBeUndefined();
  });
});
