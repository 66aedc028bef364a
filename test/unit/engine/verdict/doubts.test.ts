import { expect, test } from 'vitest';
import { casesOf, check, fails, holds, stepInSlot, type Scenario } from '../judging.js';

/** What a checker in a hurry takes for mistakes: all of it is right. */
const silent: Readonly<Record<string, string>> = {
  'another example of the same quantity':
    'The parent has $H = -\\frac{2}{5} \\log_2 \\frac{2}{5} - \\frac{3}{5} \\log_2 \\frac{3}{5} \\approx 0.971$. ' +
    'One child has $H \\approx 0.811$, the other $H = 1$.',
  'two names that get one value': 'Take $s_1^2 = s_2^2 = 1$ and $a_1 = a_2 = \\frac12$.',
  'a total called by the letter of its parts': 'Counts $N_k$ with $\\sum_{k=1}^{K} N_k = N$.',
  'a number in a sentence of its own':
    'With $v = \\frac{2}{400} = 0.005$ the standard deviation is $\\approx 0.0707$.',
  'functions passed to functions':
    'Let $m = \\frac12 (p + q)$ and $H(p) = -\\sum_x p(x) \\log p(x)$. Then ' +
    '$$J(p, q) = \\frac12 D(p \\| m) + \\frac12 D(q \\| m) = H(m) - \\frac12 H(p) - \\frac12 H(q).$$',
  'a size that is solved for': 'The output keeps its size if $$H + 2p - k + 1 = H.$$',
};

test.each(Object.entries(silent))('%s is no mistake', (_, text) => {
  const flagged = check(text).steps.filter(
    ({ verdict }) => verdict === 'fails' || verdict === 'slip',
  );
  expect(flagged.map(({ latex }) => latex)).toEqual([]);
});

const scenarios: readonly Scenario[] = [
  {
    title: 'orthonormal columns, as the text asks',
    text:
      'With $Q \\in \\mathbb{R}^{d \\times k}$ and $Q^\\top Q = I_k$,\n\n' +
      '$$x^\\top Q Q^\\top Q Q^\\top x = @.$$',
    forms: holds('\\|Q^\\top x\\|^2', 'x^\\top Q Q^\\top x'),
  },
  {
    title: 'a hat on what solves an equation',
    text:
      'Let $\\ell(\\mu) = -\\frac12 \\sum_{i=1}^{n} (x_i - \\mu)^2$. ' +
      "Then $$\\ell'(\\mu) = \\sum_{i=1}^{n} (x_i - \\mu) = 0 \\Rightarrow \\hat\\mu = @.$$",
    forms: [
      ...holds('\\frac{1}{n} \\sum_{i=1}^{n} x_i'),
      fails('\\sum_{i=1}^{n} x_i', 'step.implication'),
    ],
  },
  {
    title: 'a number whose namesakes have an index',
    text:
      'Let $\\ell(\\lambda) = \\ln \\lambda \\sum_{i=1}^{n} x_i - n \\lambda$. ' +
      '$$\\frac{d\\ell}{d\\lambda} = @$$ In the regression $\\lambda_i = e^{w^\\top z_i}$.',
    forms: [
      ...holds('\\frac{1}{\\lambda} \\sum_{i=1}^{n} x_i - n'),
      fails('\\frac{1}{\\lambda} \\sum_{i=1}^{n} x_i + n', 'step.not-equal'),
    ],
  },
];

test.each(casesOf(scenarios))('$title: $latex $verdict', (one) => {
  const step = stepInSlot(one);
  expect([step?.verdict, step?.reason?.code]).toEqual([one.verdict, one.code]);
});
