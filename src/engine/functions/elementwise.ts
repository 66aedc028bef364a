import type { Graph, NodeId } from '../evaluate/graph.js';

/** A function of numbers, applied entry by entry to vectors and matrices. */
export interface Elementwise {
  /** Names as `plainName` gives them. */
  readonly names: readonly string[];
  readonly build: (graph: Graph, x: NodeId) => NodeId;
  /** The usual value of the parameter that its definition may have, as the $\alpha$ of ELU. */
  readonly parameter?: number;
  /** Where its definition can be looked up. */
  readonly source: string;
}

const DLMF = 'NIST Digital Library of Mathematical Functions, chapter 4';
const GOODFELLOW = 'Goodfellow, Bengio, Courville, Deep Learning, section 6.3';

const one = (graph: Graph): NodeId => graph.constant(1);

function sigmoid(graph: Graph, x: NodeId): NodeId {
  return graph.div(one(graph), graph.add(one(graph), graph.unary('exp', graph.unary('neg', x))));
}

function relu(graph: Graph, x: NodeId): NodeId {
  return graph.select(graph.binary('lt', graph.constant(0), x), x, graph.constant(0));
}

function softplus(graph: Graph, x: NodeId): NodeId {
  return graph.unary('log', graph.add(one(graph), graph.unary('exp', x)));
}

function normalCdf(graph: Graph, x: NodeId): NodeId {
  const scaled = graph.div(x, graph.unary('sqrt', graph.constant(2)));
  return graph.mul(graph.constant(0.5), graph.add(one(graph), graph.unary('erf', scaled)));
}

/** One row per function of one number. */
export const ELEMENTWISE: readonly Elementwise[] = [
  { names: ['exp'], build: (g, x) => g.unary('exp', x), source: DLMF },
  { names: ['log', 'ln'], build: (g, x) => g.unary('log', x), source: DLMF },
  {
    names: ['lg'],
    build: (g, x) => g.div(g.unary('log', x), g.unary('log', g.constant(10))),
    source: DLMF,
  },
  { names: ['sin', 'sen'], build: (g, x) => g.unary('sin', x), source: DLMF },
  { names: ['cos'], build: (g, x) => g.unary('cos', x), source: DLMF },
  { names: ['tan', 'tg'], build: (g, x) => g.unary('tan', x), source: DLMF },
  { names: ['cot'], build: (g, x) => g.div(one(g), g.unary('tan', x)), source: DLMF },
  { names: ['sec'], build: (g, x) => g.div(one(g), g.unary('cos', x)), source: DLMF },
  { names: ['csc'], build: (g, x) => g.div(one(g), g.unary('sin', x)), source: DLMF },
  { names: ['tanh'], build: (g, x) => g.unary('tanh', x), source: DLMF },
  { names: ['sinh'], build: (g, x) => g.unary('sinh', x), source: DLMF },
  { names: ['cosh'], build: (g, x) => g.unary('cosh', x), source: DLMF },
  { names: ['coth'], build: (g, x) => g.div(one(g), g.unary('tanh', x)), source: DLMF },
  { names: ['sech'], build: (g, x) => g.div(one(g), g.unary('cosh', x)), source: DLMF },
  { names: ['arctan'], build: (g, x) => g.unary('atan', x), source: DLMF },
  { names: ['arcsin'], build: (g, x) => g.unary('asin', x), source: DLMF },
  { names: ['arccos'], build: (g, x) => g.unary('acos', x), source: DLMF },
  { names: ['erf'], build: (g, x) => g.unary('erf', x), source: 'NIST DLMF 7.2.1' },
  { names: ['sign', 'sgn', 'signo', 'sig'], build: (g, x) => g.unary('sign', x), source: DLMF },
  { names: ['floor'], build: (g, x) => g.unary('floor', x), source: DLMF },
  { names: ['ceil'], build: (g, x) => g.unary('ceil', x), source: DLMF },
  {
    names: ['factorial'],
    build: (g, x) => g.unary('exp', g.unary('gammaln', g.add(x, one(g)))),
    source: 'NIST DLMF 5.4.1',
  },
  {
    names: ['sigmoid', 'sigmoide', 'logistic', 'expit', 'sigm'],
    build: sigmoid,
    source: GOODFELLOW,
  },
  {
    names: ['logit'],
    build: (g, x) => g.unary('log', g.div(x, g.sub(one(g), x))),
    source: GOODFELLOW,
  },
  { names: ['relu'], build: relu, source: GOODFELLOW },
  {
    names: ['leakyrelu', 'lrelu'],
    build: (g, x) => g.select(g.binary('lt', g.constant(0), x), x, g.mul(g.constant(0.01), x)),
    parameter: 0.01,
    source: 'Maas, Hannun, Ng, ICML 2013',
  },
  {
    names: ['elu'],
    build: (g, x) =>
      g.select(g.binary('lt', g.constant(0), x), x, g.sub(g.unary('exp', x), one(g))),
    parameter: 1,
    source: 'Clevert, Unterthiner, Hochreiter, ICLR 2016',
  },
  { names: ['softplus'], build: softplus, source: GOODFELLOW },
  {
    names: ['silu', 'swish'],
    build: (g, x) => g.mul(x, sigmoid(g, x)),
    parameter: 1,
    source: 'Elfwing, Uchibe, Doya, Neural Networks 107, 2018',
  },
  {
    names: ['gelu'],
    build: (g, x) => g.mul(x, normalCdf(g, x)),
    source: 'Hendrycks, Gimpel, arXiv 1606.08415',
  },
  { names: ['normalcdf'], build: normalCdf, source: 'NIST DLMF 7.17.2' },
  {
    names: ['heaviside', 'step'],
    build: (g, x) => g.binary('lt', g.constant(0), x),
    source: 'NIST DLMF 1.16.13',
  },
];

const BY_NAME = new Map(
  ELEMENTWISE.flatMap((row) => row.names.map((name) => [name, row] as const)),
);

export function elementwise(name: string): Elementwise | undefined {
  return BY_NAME.get(name);
}
