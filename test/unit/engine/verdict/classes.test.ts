import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const SCORES =
  'Tenemos $N$ ejemplos $x_i \\in \\mathbb{R}^D$ con etiquetas $y_i \\in \\{1, \\dots, C\\}$. ' +
  'Sea $s_{ij} = w_j^\\top x_i$.\n\n' +
  '$$m_{ij} = s_{ij} - s_{i y_i} + 1, \\qquad j \\ne y_i$$\n\n' +
  '$$L_i = \\sum_{j \\ne y_i} \\max(0, m_{ij})$$\n\n';
const SOFTMAX =
  'Sea $p_{ik} = \\frac{e^{z_{ik}}}{\\sum_j e^{z_{ij}}}$ y $L = -\\frac{1}{N} \\sum_{i=1}^N \\log p_{i, y_i}$ ' +
  'con $y_i \\in \\{1, \\dots, K\\}$.\n\n';
const ONE =
  'Let $y \\in \\{1, \\dots, C\\}$ be the class and $$L = \\sum_{j \\ne y} \\max(0, s_j - s_y + 1).$$\n\n';

/** Labels as indices: the class of an example, which is none of the letters that sums count with. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the slope by the weights of another class',
    text: `${SCORES}Para $j \\ne y_i$: $$\\frac{\\partial L_i}{\\partial w_j} = @$$`,
    forms: [
      ...holds('\\mathbb{1}[m_{ij} > 0] \\frac{\\partial m_{ij}}{\\partial w_j}'),
      ...holds('\\mathbb{1}[m_{ij} > 0] \\, x_i'),
      fails('-\\mathbb{1}[m_{ij} > 0] \\, x_i', wrong, '\\mathbb{1}[m_{ij} > 0] \\, x_i'),
    ],
  },
  {
    title: 'the slope by the weights of the own class',
    text: `${SCORES}$$\\frac{\\partial L_i}{\\partial w_{y_i}} = @$$`,
    forms: [
      ...holds('\\sum_{k \\ne y_i} \\mathbb{1}[m_{ik} > 0] (-x_i)'),
      ...holds('-\\Bigl(\\sum_{k \\ne y_i} \\mathbb{1}[m_{ik} > 0]\\Bigr) x_i'),
      fails('\\Bigl(\\sum_{k \\ne y_i} \\mathbb{1}[m_{ik} > 0]\\Bigr) x_i', wrong),
    ],
  },
  {
    title: 'a margin where it is defined',
    text: `${SCORES}Cada sumando aporta $\\partial m_{ik} / \\partial w_{y_i} = @$.`,
    forms: [...holds('-x_i'), fails('x_i', wrong, '-x_i')],
  },
  {
    title: 'a cross-entropy with labels',
    text: `${SOFTMAX}$$L = @$$`,
    forms: [
      ...holds('\\frac{1}{N} \\sum_{i=1}^N \\bigl(-z_{i, y_i} + \\log \\sum_j e^{z_{ij}}\\bigr)'),
      fails(
        '\\frac{1}{N} \\sum_{i=1}^N \\bigl(-z_{i, y_i} - \\log \\sum_j e^{z_{ij}}\\bigr)',
        wrong,
      ),
    ],
  },
  {
    title: 'its slope',
    text: `${SOFTMAX}$$\\frac{\\partial L}{\\partial z_{ik}} = @$$`,
    forms: [
      ...holds('\\frac{1}{N} (p_{ik} - \\mathbb{1}[k = y_i])'),
      fails('\\frac{1}{N} (p_{ik} + \\mathbb{1}[k = y_i])', wrong),
      fails('(p_{ik} - \\mathbb{1}[k = y_i])', wrong),
    ],
  },
  {
    title: 'one example, whose class is a bare letter',
    text: `${ONE}$$\\frac{\\partial L}{\\partial s_y} = @$$`,
    forms: [
      ...holds('-\\sum_{j \\ne y} \\mathbb{1}[s_j - s_y + 1 > 0]'),
      fails('\\sum_{j \\ne y} \\mathbb{1}[s_j - s_y + 1 > 0]', wrong),
    ],
  },
];

testForms(scenarios);

test('a sum over both letters of an inequality stays one', () => {
  const text =
    '$$\\sum_{i \\ne j} x_i x_j = \\Bigl(\\sum_{i=1}^n x_i\\Bigr)^2 - \\sum_{i=1}^n x_i^2$$';
  expect(check(text).steps.map(({ verdict }) => verdict)).toEqual(['holds']);
});
