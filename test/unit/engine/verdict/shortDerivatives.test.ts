import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** Derivatives of a loss as programs call them: `dW` for `\partial L / \partial W`. */
const COLUMNS =
  '$$Z^{[1]} = W^{[1]} X + b^{[1]}$$\n$$A^{[1]} = \\tanh(Z^{[1]})$$\n$$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$$\n$$A^{[2]} = \\sigma(Z^{[2]})$$\n\n$$dZ^{[2]} = A^{[2]} - Y$$\n\n';

const ROWS =
  'Sea $Z_1 = X W_1 + b_1$, $A_1 = \\sigma(Z_1)$, $Z_2 = A_1 W_2 + b_2$.\n\n$$dZ_2 = A_2 - Y, \\quad dW_2 = \\frac{1}{m} A_1^T dZ_2$$\n\n';

const NEURON =
  'One neuron: $z = w^T x + b$, $a = \\sigma(z)$, $L = -(y\\log a + (1-y)\\log(1-a))$.\n\n';

const LAYER = '$$Z_1 = X W_1 + b_1$$\n$$A_1 = \\tanh(Z_1)$$\n$$Z_2 = A_1 W_2 + b_2$$\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'weights of the last layer, samples in columns',
    text: `${COLUMNS}$$dW^{[2]} = @$$`,
    forms: [...holds('\\frac{1}{m} dZ^{[2]} A^{[1]T}')],
  },
  {
    title: 'errors of the hidden layer, samples in columns',
    text: `${COLUMNS}$$dZ^{[1]} = @$$`,
    forms: [
      ...holds('W^{[2]T} dZ^{[2]} \\odot (1 - A^{[1]} \\odot A^{[1]})'),
      fails('W^{[2]T} dZ^{[2]} \\odot (1 + A^{[1]} \\odot A^{[1]})', 'step.not-equal'),
    ],
  },
  {
    title: 'samples in rows',
    text: `${ROWS}$$dA_1 = dZ_2 W_2^T$$\n\n$$dZ_1 = @$$`,
    forms: [
      ...holds('dA_1 \\odot A_1 \\odot (1 - A_1)'),
      fails('dA_1 \\odot A_1 \\odot (1 + A_1)', 'step.not-equal'),
    ],
  },
  {
    title: 'a single neuron in short',
    text: `${NEURON}$$dz = a - y, \\quad dw = @$$`,
    forms: [...holds('x\\, dz'), fails('w\\, dz', 'step.not-equal')],
  },
  {
    title: 'a single neuron, written out',
    text: `${NEURON}$$\\frac{\\partial L}{\\partial z} = a - y, \\quad \\frac{\\partial L}{\\partial w} = @$$`,
    forms: [
      ...holds('x\\, \\frac{\\partial L}{\\partial z}'),
      fails('-x\\, \\frac{\\partial L}{\\partial z}', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss that is defined',
    text: '$$S = XW, \\quad L = \\frac{1}{2N}\\|S - Y\\|_F^2 + \\frac{\\lambda}{2}\\|W\\|_F^2$$\n\n$$dS = \\frac{1}{N}(S - Y), \\quad dW = @$$',
    forms: [...holds('X^T dS + \\lambda W'), fails('X^T dS + 2\\lambda W', 'step.not-equal')],
  },
  {
    title: 'powers of entries',
    text: `${LAYER}$$\\frac{\\partial L}{\\partial Z_1} = \\frac{\\partial L}{\\partial Z_2} W_2^T \\odot @$$`,
    forms: [
      ...holds('(1 - A_1^2)', '(1 - (A_1)^2)', '(1 - \\tanh^2(Z_1))'),
      fails('(1 - A_1)', 'step.not-equal'),
    ],
  },
  {
    title: 'a size beside a name',
    text: 'Let $v = \\frac{1}{d}\\sum_{j=1}^d x_j^2$ and $s = \\sqrt{v}$.\n\n$$\\frac{\\partial s}{\\partial x_i} = @$$',
    forms: [...holds('\\frac{x_i}{d\\, s}'), fails('\\frac{2 x_i}{d\\, s}', 'step.not-equal')],
  },
];

testForms(scenarios);

test('differentials stay what they are', () => {
  const { steps } = check('Where $f(w) = \\|Xw - y\\|^2$:\n\n$$df = 2(Xw - y)^T X\\, dw$$');
  expect(steps.map(({ verdict }) => verdict)).toEqual(['given', 'holds']);
});
