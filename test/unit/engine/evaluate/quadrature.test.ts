import { DISTRIBUTIONS } from '../../../../src/engine/functions/distributions.js';
import { Evaluator } from '../../../../src/engine/evaluate/point.js';
import { Graph } from '../../../../src/engine/evaluate/graph.js';
import { describe, expect, it } from 'vitest';
import {
  hermite,
  laguerre,
  legendre,
  type Rule,
} from '../../../../src/engine/evaluate/quadrature.js';

const integral = ({ points, weights }: Rule, f: (x: number) => number): number =>
  points.reduce((sum, x, k) => sum + (weights[k] ?? 0) * f(x), 0);

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const odd = (n: number): number => (n <= 1 ? 1 : n * odd(n - 2));

describe.each([8, 24])('rules of %i points', (count) => {
  it('integrate powers over an interval', () => {
    for (let k = 0; k < 2 * count; k++)
      expect(integral(legendre(count), (x) => x ** k)).toBeCloseTo(
        k % 2 === 0 ? 2 / (k + 1) : 0,
        12,
      );
  });

  it('know the moments of a Gaussian', () => {
    for (let k = 0; k <= 14; k++)
      expect(integral(hermite(count), (x) => x ** k) / odd(k - 1)).toBeCloseTo(
        k % 2 === 0 ? 1 : 0,
        9,
      );
  });

  it('know the moments of an exponential', () => {
    for (let k = 0; k <= 14; k++)
      expect(integral(laguerre(count), (x) => x ** k) / factorial(k)).toBeCloseTo(1, 9);
  });
});

describe.each(DISTRIBUTIONS.map((row) => [row.names[0] ?? '', row] as const))('%s', (_, row) => {
  it.each([true, false])('has weights that sum to one (few: %s)', (few) => {
    const graph = new Graph();
    const args = row.domains.map((domain, k) => graph.constant(domain === 'real' ? k : 0.4));
    const { weights } = row.outcomes(graph, args, few);
    const at = new Evaluator(graph, () => 0);
    expect(weights.reduce((sum, id) => sum + at.value(id), 0)).toBeCloseTo(1, 12);
  });

  it('has as many parameters as kinds of them', () => {
    expect(row.arity).toContain(row.domains.length);
  });
});
