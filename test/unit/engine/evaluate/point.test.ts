import { expect, test } from 'vitest';
import { Evaluator } from '../../../../src/engine/evaluate/point.js';
import { Graph } from '../../../../src/engine/evaluate/graph.js';

test('a quotient by what only rounding left has an error without bound', () => {
  const graph = new Graph();
  const x = graph.variable({ domain: 'real', group: 0, index: 0, size: 1 });
  const tenth = graph.constant(0.1);
  // (x + 0.1) - x - 0.1: nothing but rounding.
  const dust = graph.sub(graph.sub(graph.add(x, tenth), x), tenth);
  const at = new Evaluator(graph, () => 0.7);
  expect(at.error(graph.div(graph.constant(1), dust))).toBe(Number.POSITIVE_INFINITY);
  expect(at.error(graph.mul(x, x))).toBeLessThan(1e-15);
});
