import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** Errors with the name of what they belong to: one that is introduced says what the others are. */
const FORWARD =
  'Let $z_1 = W_1 x$, $a = \\tanh(z_1)$, $z_2 = W_2 a$ and $L = \\frac12 \\|z_2 - t\\|^2$.\n\n';
const OUTPUT = '$$\\delta_{z_2} = \\frac{\\partial L}{\\partial z_2} = z_2 - t$$\n\n';
const HIDDEN = '$$\\delta_{z_1} = \\delta_a \\odot (1 - a \\odot a)$$\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the error of an array with a number',
    text: `${FORWARD}${OUTPUT}$$\\frac{\\partial L}{\\partial W_2} = @$$`,
    forms: [...holds('\\delta_{z_2} a^T'), fails('\\delta_{z_2} z_1^T', 'step.not-equal')],
  },
  {
    title: 'the error of a hidden array',
    text: `${FORWARD}${OUTPUT}$$\\delta_a = @$$\n\n${HIDDEN}`,
    forms: [
      ...holds('W_2^T \\delta_{z_2}', 'W_2^T (z_2 - t)'),
      fails('W_2 \\delta_{z_2}', 'step.not-equal'),
      fails('2 W_2^T \\delta_{z_2}', 'step.not-equal'),
    ],
  },
  {
    title: 'in a later exercise',
    text:
      '## Problem 1\n\nLet $V \\in \\mathbb{R}^{K \\times h}$, $u = W x$, $a = \\tanh(u)$, $y = V a$ and $L = \\frac12 \\|y - t\\|^2$.\n\n' +
      '## Problem 2\n\n$$\\delta_y = \\frac{\\partial L}{\\partial y} = y - t$$\n\n$$\\delta_a = @$$\n\n$$\\delta_u = \\delta_a \\odot (1 - a \\odot a)$$\n\n$$\\frac{\\partial L}{\\partial W} = \\delta_u x^T$$',
    forms: [...holds('V^T \\delta_y'), fails('V \\delta_y', 'step.shape', 'V^T \\delta_y')],
  },
];

testForms(scenarios);

test('a label that means something else says nothing', () => {
  const { steps } = check(
    `${FORWARD}$$\\delta_t = \\frac{\\partial L}{\\partial t} = t - z_2$$\n\n$$\\delta_a = W_2^T (z_2 - t) \\odot (1 - a \\odot a)$$`,
  );
  expect(steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
