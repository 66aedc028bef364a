import { describe, expect, test } from 'vitest';
import { closureAt } from '../../../../src/engine/evaluate/closure.js';
import type { Estimate } from '../../../../src/engine/evaluate/estimate.js';
import { Graph, type Closure, type NodeId } from '../../../../src/engine/evaluate/graph.js';
import { integrate } from '../../../../src/engine/evaluate/integrate.js';

type Real = (x: number) => number;
const { PI, E, exp, sin, log, sqrt, abs, max } = Math;
const INF = Number.POSITIVE_INFINITY;

/** Values that are good to a few units in the last place. */
function known(f: Real): (x: number) => Estimate {
  return (x) => ({ value: f(x), error: 4e-16 * abs(f(x)) });
}

describe('an integral', () => {
  const right: readonly (readonly [string, Real, number, number, number])[] = [
    ['x e^x', (x) => x * exp(x), 0, 1, 1],
    ['the other way round', (x) => x * exp(x), 1, 0, -1],
    ['a singular end', (x) => 1 / sqrt(x), 0, 1, 2],
    ['a logarithm', log, 0, 1, -1],
    ['a bell', (x) => exp(-(x * x) / 2), -INF, INF, sqrt(2 * PI)],
    [
      'a moment of a bell far away',
      (x) => x * exp(-((x - 40) ** 2) / 2),
      -INF,
      INF,
      40 * sqrt(2 * PI),
    ],
    ['a slow tail', (x) => 1 / (1 + x * x), -INF, INF, PI],
    ['half a line', (x) => x * exp(-3 * x), 0, INF, 1 / 9],
    ['the other half', (x) => exp(x), -INF, 0, 1],
    ['a kink', (x) => abs(x - 0.3), 0, 1, (0.09 + 0.49) / 2],
    ['a rectifier', (x) => max(0, x) * exp(-(x * x) / 2), -INF, INF, 1],
    ['a wave', (x) => sin(20 * x), 0, PI / 2, 0],
  ];
  test.each(right)('%s', (_, f, from, to, value) => {
    const found = integrate(known(f), from, to);
    expect(abs(found.value - value)).toBeLessThan(1e-9);
    expect(found.error).toBeLessThan(1e-7);
    expect(abs(found.value - value)).toBeLessThanOrEqual(10 * found.error);
  });

  const wrong: readonly (readonly [string, Real, number, number])[] = [
    ['1/x to infinity', (x) => 1 / x, 1, INF],
    ['1/x from zero', (x) => 1 / x, 0, 1],
    ['a wave without end', sin, 0, INF],
    ['growth', exp, 0, INF],
    ['a pole inside', (x) => 1 / (x - 0.3) ** 2, 0, 1],
  ];
  test.each(wrong)('%s has no value that can be told', (_, f, from, to) => {
    const { value, error } = integrate(known(f), from, to);
    expect(!Number.isFinite(value) || error > 1e-3 * abs(value)).toBe(true);
  });
});

type Build = (g: Graph, x: NodeId) => NodeId;

/** A closure over one variable, evaluated with the running error analysis of its nodes. */
function closure(op: Closure, build: Build, b: number | Build, c: number): Estimate {
  const graph = new Graph();
  const x = graph.variable({ domain: 'real', group: 0, index: 0, size: 1 });
  const second = typeof b === 'number' ? graph.constant(b) : b(graph, x);
  const id = graph.closure(op, [build(graph, x), second, graph.constant(c)], x);
  const at = (node: NodeId): number => graph.value(node);
  return closureAt(graph, id, { at, error: (node) => abs(at(node)) * 2e-16 });
}

const square: Build = (g, x) => g.mul(x, x);
const minus =
  (build: Build, constant: number): Build =>
  (g, x) =>
    g.sub(build(g, x), g.constant(constant));
const over =
  (top: Build, bottom: Build): Build =>
  (g, x) =>
    g.div(top(g, x), bottom(g, x));
const apply =
  (op: 'sin' | 'cos' | 'exp' | 'log' | 'sqrt' | 'abs'): Build =>
  (g, x) =>
    g.unary(op, x);
const self: Build = (_, x) => x;
const sigmoid: Build = (g, x) =>
  g.div(g.constant(1), g.add(g.constant(1), g.unary('exp', g.unary('neg', x))));

describe('a limit', () => {
  const right: readonly (readonly [string, Build, number, number, number])[] = [
    ['sin x / x', over(apply('sin'), self), 0, 0, 1],
    ['(cos x - 1) / x^2', over(minus(apply('cos'), 1), square), 0, 0, -0.5],
    ['x / (x - 1)', over(self, minus(self, 1)), INF, 0, 1],
    ['Euler', (g, x) => g.pow(g.add(g.constant(1), g.div(g.constant(2), x)), x), INF, 0, E ** 2],
    ['x log x', (g, x) => g.mul(x, g.unary('log', x)), 0, 1, 0],
    ['the sigmoid', sigmoid, INF, 0, 1],
    ['the sigmoid below', sigmoid, -INF, 0, 0],
    ['a root where it lives', apply('sqrt'), 0, 0, 0],
    ['a hole at one', over(minus(square, 1), minus(self, 1)), 1, 0, 2],
    ['a step from the left', over(apply('abs'), self), 0, -1, -1],
  ];
  test.each(right)('%s', (_, build, point, side, value) => {
    const found = closure('limit', build, point, side);
    expect(abs(found.value - value)).toBeLessThan(1e-7);
    expect(abs(found.value - value)).toBeLessThanOrEqual(10 * found.error + 1e-300);
  });

  const open: readonly (readonly [string, Build, number, number])[] = [
    ['a step', over(apply('abs'), self), 0, 0],
    ['1/x', (g, x) => g.div(g.constant(1), x), 0, 0],
    ['a wave', apply('sin'), INF, 0],
    ['a fast wave', (g, x) => g.unary('sin', g.div(g.constant(1), x)), 0, 1],
    ['a slow logarithm', (g, x) => g.div(g.constant(1), g.unary('log', x)), INF, 0],
  ];
  test.each(open)('%s is not told', (_, build, point, side) => {
    const { value, error } = closure('limit', build, point, side);
    expect(!Number.isFinite(value) || error > 1e-4).toBe(true);
  });
});

describe('an order', () => {
  const rest: Build = (g, x) =>
    g.sub(g.unary('exp', x), g.add(g.constant(1), g.add(x, g.div(g.mul(x, x), g.constant(2)))));
  const orderOf = (build: Build, power: number, faster: 0 | 1): number =>
    closure('order', build, (g, x) => g.pow(x, g.constant(power)), faster).value;
  test('of the rest of the exponential is what it is, or less', () => {
    expect(orderOf(rest, 2, 0)).toBe(0);
    expect(orderOf(rest, 3, 0)).toBe(0);
    expect(orderOf(rest, 2, 1)).toBe(0);
  });
  test('is not higher than it is', () => {
    expect(orderOf(rest, 4, 0)).toBeCloseTo(1003, 1);
    expect(orderOf(rest, 3, 1)).toBeCloseTo(1003, 1);
  });
  test('of nothing is any', () => {
    expect(orderOf((g, x) => g.sub(g.mul(x, x), g.mul(x, x)), 4, 0)).toBe(0);
  });
});
