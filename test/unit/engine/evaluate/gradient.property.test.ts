import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradient } from '../../../../src/engine/evaluate/gradient.js';
import { Graph, type NodeId } from '../../../../src/engine/evaluate/graph.js';
import { Evaluator } from '../../../../src/engine/evaluate/point.js';
import { Runner } from '../../../../src/engine/evaluate/run.js';

type Recipe = (graph: Graph, x: NodeId, y: NodeId) => NodeId;

/** Smooth functions of two numbers that are defined everywhere. */
const { recipe } = fc.letrec<{ recipe: Recipe }>((tie) => ({
  recipe: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'recipe' },
    fc.constantFrom<Recipe>(
      (_, x) => x,
      (_, __, y) => y,
      (graph) => graph.constant(0.5),
    ),
    fc.tuple(fc.constantFrom('add', 'mul', 'sub'), tie('recipe'), tie('recipe')).map(
      ([op, p, q]): Recipe =>
        (g, x, y) =>
          g[op](p(g, x, y), q(g, x, y)),
    ),
    fc.tuple(fc.constantFrom('sin', 'cos', 'tanh', 'atan', 'erf'), tie('recipe')).map(
      ([op, p]): Recipe =>
        (g, x, y) =>
          g.unary(op, p(g, x, y)),
    ),
    fc.tuple(tie('recipe'), tie('recipe')).map(
      ([p, q]): Recipe =>
        (g, x, y) =>
          g.div(p(g, x, y), g.add(g.constant(2), g.pow(q(g, x, y), g.constant(2)))),
    ),
    tie('recipe').map(
      (p): Recipe =>
        (g, x, y) =>
          g.unary('exp', g.unary('tanh', p(g, x, y))),
    ),
  ),
}));
const point = fc.double({ min: -1.5, max: 1.5, noNaN: true });
const REAL = { domain: 'real', group: 0, index: 0, size: 1 } as const;

describe('the derivatives of a random expression', () => {
  it('agree with finite differences', () => {
    fc.assert(
      fc.property(recipe, point, point, (build, a, b) => {
        const graph = new Graph();
        const [x, y] = [graph.variable(REAL), graph.variable(REAL)];
        const output = build(graph, x, y);
        const [dx, dy] = gradient(graph, output, [x, y]);
        const at = (node: NodeId, p: number, q: number): number =>
          new Evaluator(graph, (id) => (id === x ? p : q)).value(node);
        const h = 1e-4;
        const slopes = [
          (at(output, a + h, b) - at(output, a - h, b)) / (2 * h),
          (at(output, a, b + h) - at(output, a, b - h)) / (2 * h),
        ];
        [dx, dy].forEach((node, index) => {
          const slope = slopes[index] ?? Number.NaN;
          const ours = at(node ?? -1, a, b);
          expect(Math.abs(ours - slope)).toBeLessThan(
            1e-4 * Math.max(1, curvature(at, output, a, b)),
          );
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('points', () => {
  it('are the same for the same seed, and others for another', () => {
    const values = (seed: number): readonly number[] => {
      const graph = new Graph();
      const x = graph.variable(REAL);
      const runner = new Runner(graph, 8, seed);
      return Array.from({ length: 8 }, (_, at) => runner.at(graph.unary('exp', x), at));
    };
    expect(values(3)).toEqual(values(3));
    expect(values(3)).not.toEqual(values(4));
  });

  it('come with a bound of the rounding error that covers it', () => {
    const graph = new Graph();
    const x = graph.variable(REAL);
    const big = graph.constant(1e10);
    const same = graph.sub(graph.add(x, big), big);
    const runner = new Runner(graph, 24, 1);
    for (let at = 0; at < 24; at++) {
      const off = Math.abs(runner.at(same, at) - runner.at(x, at));
      expect(off).toBeLessThanOrEqual(runner.error(same, at));
      expect(runner.error(same, at)).toBeLessThan(1e-4);
    }
  });

  it('give the value that one point at a time gives', () => {
    fc.assert(
      fc.property(recipe, (build) => {
        const graph = new Graph();
        const [x, y] = [graph.variable(REAL), graph.variable(REAL)];
        const output = build(graph, x, y);
        const runner = new Runner(graph, 4, 9);
        const alone = new Evaluator(graph, (id) => runner.at(id, 2)).value(output);
        expect(runner.at(output, 2)).toBe(alone);
      }),
      { numRuns: 200 },
    );
  });
});

describe('equal expressions', () => {
  it('are one node', () => {
    const graph = new Graph();
    const [x, y] = [graph.variable(REAL), graph.variable(REAL)];
    expect(graph.add(x, y)).toBe(graph.add(y, x));
    expect(graph.mul(x, y)).toBe(graph.mul(y, x));
    expect(graph.unary('exp', graph.mul(x, y))).toBe(graph.unary('exp', graph.mul(y, x)));
    expect(graph.unary('exp', x)).not.toBe(graph.unary('exp', y));
  });

  it('keep fractions exact', () => {
    const graph = new Graph();
    const third = graph.div(graph.constant(1), graph.constant(3));
    const one = graph.add(third, graph.add(third, third));
    expect(one).toBe(graph.constant(1));
  });
});

/** How fast an expression turns near a point: finite differences are that much less sharp. */
function curvature(
  at: (node: NodeId, p: number, q: number) => number,
  output: NodeId,
  a: number,
  b: number,
): number {
  const h = 0.01;
  const centre = at(output, a, b);
  const turns = [
    at(output, a + h, b) - 2 * centre + at(output, a - h, b),
    at(output, a, b + h) - 2 * centre + at(output, a, b - h),
  ];
  return Math.max(...turns.map((turn) => Math.abs(turn) / (h * h))) + Math.abs(centre);
}
