import { describe } from 'vitest';
import { fails, holds, testForms, type Scenario } from '../judging.js';

const OUTPUT =
  'Sea $\\hat{y} = \\mathrm{softmax}(z)$, $y$ un vector one-hot y $L = -\\sum_i y_i \\log \\hat{y}_i$.\n\n';

const BATCH =
  'The biases $b$ are row vectors. $X$ is $N \\times D$, $W$ is $D \\times C$, $Y$ is $N \\times C$, ' +
  '$\\mathbf{1} \\in \\mathbb{R}^{N \\times 1}$ is a column of ones.\n\n';

/** Names that the text brings in late, from right to left, or says again. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a name given at the end of a chain',
    text: `${OUTPUT}Con $z = W h$,\n\n$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y =: \\delta$$\n\n$$\\frac{\\partial L}{\\partial h} = @$$`,
    forms: [...holds('W^\\top \\delta'), fails('W^\\top (-\\delta)', 'step.not-equal')],
  },
  {
    title: 'a new name for a derivative, said again later',
    text: `${OUTPUT}$$\\frac{\\partial L}{\\partial z} = \\delta$$\n\nThis is\n\n$$\\delta = @$$`,
    forms: [
      ...holds('\\hat{y} - y'),
      fails('\\hat{y} + y', 'step.not-equal', '\\hat{y} - y'),
      fails('y - \\hat{y}', 'step.not-equal'),
    ],
  },
  {
    title: 'a forward pass after a derivative by its result',
    text: `${OUTPUT}$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y$$\n\nEl paso hacia adelante es\n\n$$h = \\sigma(W_1 x + b_1), \\quad z = W_2 h + b_2.$$\n\n$$\\frac{\\partial L}{\\partial W_2} = @$$`,
    forms: [...holds('(\\hat{y} - y) h^\\top'), fails('h (\\hat{y} - y)^\\top', 'step.not-equal')],
  },
  {
    title: 'a row of biases in a batch',
    text: `${BATCH}$$Z = X W + \\mathbf{1} b, \\qquad L = \\frac{1}{2} \\|Z - Y\\|_F^2$$\n\n$$\\frac{\\partial L}{\\partial b} = @$$`,
    forms: [
      ...holds('\\mathbf{1}^\\top (Z - Y)'),
      fails('2 \\cdot \\mathbf{1}^\\top (Z - Y)', 'step.not-equal'),
    ],
  },
  {
    title: 'what would be so with something else',
    text: 'Let $a = \\sigma(w x)$ and $L = (a - y)^2$. With tanh we would have $\\frac{\\partial L}{\\partial x} = @$.',
    forms: [
      ...holds('2 (a - y) a (1 - a) w'),
      { latex: '2 (a - y) (1 - a^2) w', verdict: 'given' },
    ],
  },
];

describe('names brought in late', () => {
  testForms(scenarios);
});
