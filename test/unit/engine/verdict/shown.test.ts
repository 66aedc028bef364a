import { expect, test } from 'vitest';
import { check } from '../judging.js';

/** Found because one edit makes it right under a reading of its own. */
const mistaken: readonly (readonly [title: string, text: string])[] = [
  [
    'a vector earlier, a number here',
    [
      '$$\\frac{\\partial L}{\\partial T} = -\\frac{1}{T^2}\\sum_k q_k z_k + \\frac{1}{T^2}\\sum_i p_i z_i$$',
      'Caso binario, $p = \\sigma(z)$:',
      '$$\\mathrm{FL} = -(1-p)^\\gamma\\log p$$',
      '$$\\frac{d\\,\\mathrm{FL}}{dp} = \\gamma(1-p)^{\\gamma-1}\\log p + \\frac{(1-p)^\\gamma}{p}$$',
    ].join('\n\n'),
  ],
  ['what everybody knows otherwise', '$$\\text{Recall} = \\frac{TP}{TP - FN}$$'],
];

test.each(mistaken)('a mistake comes with values: %s', (_, text) => {
  const wrong = check(text).steps.filter(({ verdict }) => verdict === 'fails');
  expect(wrong).toHaveLength(1);
  for (const { counterexample } of wrong) {
    expect(Number(counterexample?.left)).not.toBeNaN();
    expect(Number(counterexample?.right)).not.toBeNaN();
    expect(counterexample?.left).not.toBe(counterexample?.right);
  }
});
