import type { Draw, Graph, NodeId } from '../evaluate/graph.js';
import { hermite, laguerre, legendre } from '../evaluate/quadrature.js';

/** What a random number may be, and how likely. */
export interface Outcomes {
  readonly values: readonly NodeId[];
  readonly weights: readonly NodeId[];
}

/** A law of a random number, by finitely many outcomes. */
export interface Distribution {
  /** Names as `plainName` gives them. */
  readonly names: readonly string[];
  /** How many parameters it may have. */
  readonly arity: readonly number[];
  /** What each of them can be; `real` is anything. */
  readonly domains: readonly Draw['domain'][];
  /** What it can be itself, where that is not any number: `r^2 = r` of what is 0 or 1. */
  readonly support?: Draw['domain'];
  /**
   * `few` where other random numbers stand beside it: then only polynomials are exact. Smooth functions of it alone
   * are as exact as numbers are.
   */
  readonly outcomes: (graph: Graph, args: readonly NodeId[], few: boolean) => Outcomes;
  /** All that it may be is among the outcomes; else kinks would be missed. */
  readonly complete: boolean;
  readonly source: string;
}

const CASELLA = 'Casella and Berger, Statistical Inference, section 3';
/** Rates up to about twenty leave less than rounding beyond this. */
const POISSON_TERMS = 90;
const MANY = 24;

/** Of a Gaussian more, for what grows as fast as `e^x`. */
const MANY_GAUSSIAN = 40;
/** Polynomials up to degree 15. */
const FEW = 8;

/** One row per law. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  {
    names: ['bernoulli', 'ber', 'bern', 'bernouilli'],
    arity: [1],
    domains: ['probability'],
    support: 'binary',
    outcomes: (g, [p = 0]) => ({
      values: [g.constant(0), g.constant(1)],
      weights: [g.sub(g.constant(1), p), p],
    }),
    complete: true,
    source: CASELLA,
  },
  {
    names: ['n', 'normal', 'gaussian', 'gauss', 'norm'],
    arity: [2],
    domains: ['real', 'positive'],
    outcomes: (g, [mean = 0, variance = 0], few) => {
      const rule = hermite(few ? FEW : MANY_GAUSSIAN);
      const scale = g.unary('sqrt', variance);
      return {
        values: rule.points.map((t) => g.add(mean, g.mul(scale, g.constant(t)))),
        weights: rule.weights.map((w) => g.constant(w)),
      };
    },
    complete: false,
    source: CASELLA,
  },
  {
    names: ['u', 'unif', 'uniform', 'uniforme'],
    arity: [2],
    domains: ['real', 'real'],
    outcomes: (g, [a = 0, b = 0], few) => {
      const rule = legendre(few ? FEW : MANY);
      const half = g.mul(g.constant(0.5), g.sub(b, a));
      const middle = g.mul(g.constant(0.5), g.add(a, b));
      return {
        values: rule.points.map((t) => g.add(middle, g.mul(half, g.constant(t)))),
        weights: rule.weights.map((w) => g.constant(w / 2)),
      };
    },
    complete: false,
    source: CASELLA,
  },
  {
    names: ['exp', 'exponential', 'exponencial', 'expo'],
    arity: [1],
    domains: ['positive'],
    outcomes: (g, [rate = 0], few) => {
      const rule = laguerre(few ? FEW : MANY);
      return {
        values: rule.points.map((t) => g.div(g.constant(t), rate)),
        weights: rule.weights.map((w) => g.constant(w)),
      };
    },
    complete: false,
    source: CASELLA,
  },
  {
    names: ['poisson', 'poi', 'pois', 'po'],
    arity: [1],
    domains: ['positive'],
    outcomes: (g, [rate = 0]) => {
      const weights: NodeId[] = [g.unary('exp', g.unary('neg', rate))];
      for (let k = 1; k < POISSON_TERMS; k++)
        weights.push(g.div(g.mul(weights[k - 1] ?? 0, rate), g.constant(k)));
      return { values: weights.map((_, k) => g.constant(k)), weights };
    },
    complete: true,
    source: CASELLA,
  },
];

const BY_NAME = new Map(
  DISTRIBUTIONS.flatMap((row) => row.names.map((name) => [name, row] as const)),
);

export function distribution(name: string): Distribution | undefined {
  return BY_NAME.get(name);
}
