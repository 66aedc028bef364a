import { describe, expect, it } from 'vitest';
import { gradient } from '../../../../src/engine/evaluate/gradient.js';
import { Graph } from '../../../../src/engine/evaluate/graph.js';
import { Evaluator } from '../../../../src/engine/evaluate/point.js';
import { ELEMENTWISE, elementwise } from '../../../../src/engine/functions/elementwise.js';
import { MATRIX_FUNCTIONS, matrixFunction } from '../../../../src/engine/functions/matrix.js';
import { check } from '../judging.js';

const REAL = { domain: 'real', group: 0, index: 0, size: 1 } as const;
/** Away from 0, from whole numbers and from the ends of every domain. */
const POINTS = [-2.3, -0.7, -0.4, 0.2, 0.45, 0.8, 1.3, 2.6];

const names = [...ELEMENTWISE, ...MATRIX_FUNCTIONS].flatMap((row) => row.names);

describe('the names of functions', () => {
  it('belong to one row each', () => {
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('are plain, as documents are read', () => {
    expect(names.filter((name) => !/^[a-z]+$/.test(name))).toEqual([]);
  });

  it('lead to their rows', () => {
    for (const row of ELEMENTWISE)
      for (const name of row.names) expect(elementwise(name)).toBe(row);
    for (const row of MATRIX_FUNCTIONS)
      for (const name of row.names) expect(matrixFunction(name)).toBe(row);
  });
});

describe.each(ELEMENTWISE.map((row) => [row.names[0] ?? '', row] as const))('%s', (name, row) => {
  const graph = new Graph();
  const x = graph.variable(REAL);
  const output = row.build(graph, x);
  const [slope = -1] = gradient(graph, output, [x]);
  const at = (node: number, value: number): number => new Evaluator(graph, () => value).value(node);
  const inside = POINTS.filter((value) => Number.isFinite(at(output, value)));

  it('has the derivative that finite differences show', () => {
    expect(inside.length).toBeGreaterThan(1);
    for (const value of inside) {
      const h = 1e-5;
      const difference = (at(output, value + h) - at(output, value - h)) / (2 * h);
      // The gamma function's logarithm has no derivative among the operations: factorials count whole numbers.
      if (name === 'factorial') continue;
      expect(at(slope, value) - difference).toBeCloseTo(0, 5);
    }
  });

  it('says where it is defined', () => {
    expect(row.source).toMatch(/\S{3,}/);
  });
});

/** Known values, right and wrong: [expression, value, wrong value]. */
const VALUES: readonly (readonly [string, string, string])[] = [
  ['\\exp(1)', '2.718', '2.817'],
  ['\\ln(2)', '0.693', '0.301'],
  ['\\log_{10}(1000)', '3', '4'],
  ['\\sin(1)', '0.8415', '0.5403'],
  ['\\operatorname{sen}(1)', '0.8415', '0.5403'],
  ['\\tanh(0.5)', '0.4621', '0.5462'],
  ['\\arctan(1)', '0.7854', '0.8754'],
  ['\\operatorname{sigmoid}(2)', '0.8808', '0.1192'],
  ['\\operatorname{ReLU}(-3)', '0', '-3'],
  ['\\operatorname{softplus}(0)', '0.6931', '0.9631'],
  ['\\max(2, 5)', '5', '2'],
  ['\\min(2, 5)', '2', '5'],
  ['\\sqrt{2}', '1.4142', '1.4412'],
  ['\\sqrt[3]{27}', '3', '9'],
  ['\\binom{5}{2}', '10', '20'],
  ['5!', '120', '24'],
  ['\\lceil 2.1 \\rceil', '3', '2'],
  ['|-4|', '4', '-4'],
  ['\\operatorname{tr} \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '5', '-2'],
  ['\\det \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', '-2', '5'],
  ['\\left\\| \\begin{pmatrix} 3 \\\\ 4 \\end{pmatrix} \\right\\|', '5', '7'],
];

describe('a value', () => {
  it.each(VALUES)('%s = %s', (expression, value) => {
    expect(verdict(`$$${expression} = ${value}$$`)).toBe('holds');
  });

  it.each(VALUES)('%s is not: %s, %s', (expression, _, wrong) => {
    expect(verdict(`$$${expression} = ${wrong}$$`)).toBe('fails');
  });
});

function verdict(text: string): string | undefined {
  return check(text).steps.at(-1)?.verdict;
}
