import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'the evidence as a bound and a divergence',
    text: '$$\\log p(x) = \\log \\sum_z p(x, z)$$\n\nand\n\n$$\\log p(x) - \\sum_z q(z) \\log \\frac{p(x, z)}{q(z)} = @$$',
    forms: [
      ...holds(
        '\\sum_z q(z) \\log \\frac{q(z)}{p(z \\mid x)}',
        '\\mathbb{E}_{q(z)}[\\log q(z) - \\log p(z \\mid x)]',
        'D_{KL}(q(z) \\,\\|\\, p(z \\mid x))',
      ),
      fails('\\sum_z q(z) \\log \\frac{p(z \\mid x)}{q(z)}', 'step.not-equal'),
      fails('\\sum_z q(z) \\log \\frac{q(z)}{p(x \\mid z)}', 'step.not-equal'),
      fails('D_{KL}(p(z \\mid x) \\,\\|\\, q(z))', 'step.not-equal'),
    ],
  },
  {
    title: 'la regla de Bayes con la suma de abajo',
    text: 'Con $p(x) = \\sum_y p(x, y)$ se tiene\n\n$$p(y \\mid x) = @.$$',
    forms: [
      ...holds(
        '\\frac{p(x \\mid y) p(y)}{p(x)}',
        '\\frac{p(x \\mid y) p(y)}{\\sum_{y} p(x \\mid y) p(y)}',
      ),
      fails('\\frac{p(x \\mid y) p(x)}{p(y)}', 'step.not-equal'),
      fails('\\frac{p(x \\mid y)}{\\sum_{y} p(x \\mid y) p(y)}', 'step.not-equal'),
    ],
  },
  {
    title: 'la regla de la cadena de la entropía',
    text: '$$H(X, Y) = -\\sum_{x, y} p(x, y) \\log p(x, y) = @$$',
    forms: [
      ...holds(
        '-\\sum_x p(x) \\log p(x) - \\sum_{x, y} p(x, y) \\log p(y \\mid x)',
        'H(X) + H(Y \\mid X)',
        'H(X) + H(Y) - I(X; Y)',
      ),
      fails('-\\sum_x p(x) \\log p(x) + \\sum_{x, y} p(x, y) \\log p(y \\mid x)', 'step.not-equal'),
      fails('H(X) - H(Y \\mid X)', 'step.not-equal'),
      fails('H(X) + H(X \\mid Y)', 'step.not-equal'),
    ],
  },
  {
    title: 'densities, whose integrals are over all values',
    text: '$$p(x) = \\int p(x, z) \\, dz = @$$',
    forms: [
      ...holds('\\int p(x \\mid z) p(z) \\, dz', '\\mathbb{E}_{p(z)}[p(x \\mid z)]'),
      fails('\\int p(z \\mid x) p(z) \\, dz', 'step.not-equal'),
    ],
  },
  {
    title: 'a mean that nobody defines',
    text: '$$\\sum_{i=1}^{n} (x_i - \\bar{x})^2 = @$$',
    forms: [
      ...holds('\\sum_{i=1}^{n} x_i^2 - n \\bar{x}^2'),
      fails('\\sum_{i=1}^{n} x_i^2 - \\bar{x}^2', 'step.not-equal'),
      fails('\\sum_{i=1}^{n} x_i^2 + n \\bar{x}^2', 'step.not-equal'),
    ],
  },
  {
    title: 'an expectation without brackets',
    text: 'Let $X$ be random.\n\n$$\\mathbb{E}\\left[(X - c)^2\\right] = @$$',
    forms: [
      ...holds(
        '\\operatorname{Var}(X) + (\\mathbb{E} X - c)^2',
        '\\mathbb{E} X^2 - 2c \\, \\mathbb{E} X + c^2',
      ),
      fails('\\operatorname{Var}(X) - (\\mathbb{E} X - c)^2', 'step.not-equal'),
    ],
  },
  {
    title: 'a cumulant, and what stands before a bracket with itself in it',
    text: "Let $\\phi = \\frac{1}{1 + e^{-\\eta}}$ and $a(\\eta) = -\\log(1 - \\phi) = \\log(1 + e^\\eta)$.\n\n$$a''(\\eta) = @$$",
    forms: [
      ...holds('\\phi(1 - \\phi)', '\\frac{e^\\eta}{(1 + e^\\eta)^2}'),
      fails('\\phi(1 + \\phi)', 'step.not-equal'),
      fails('\\frac{e^\\eta}{1 + e^\\eta}', 'step.not-equal'),
    ],
  },
  {
    title: 'a rate that was rounded for the reader',
    text: '$FPR = \\frac{10}{10 + 140} = \\frac{1}{15} \\approx 0.067$ and $TNR = 1 - FPR = @$',
    forms: [...holds('\\frac{14}{15}', '0.933'), fails('\\frac{13}{15}', 'step.not-equal')],
  },
];

testForms(scenarios);

describe('what is only supposed, or means something else, is no mistake', () => {
  test.each([
    // Independence, the E step, a table of numbers, and letters that are no values to sum over.
    '$$p(x) = \\sum_y p(x, y)$$\n\nSuppose $$p(x, y) = p(x) p(y).$$ Then $$p(x \\mid y) = p(x).$$',
    '$$\\log p(x) = \\log \\sum_z p(x, z)$$\n\nIn the E step $q(z) = p(z \\mid x)$, and $$\\sum_z q(z) \\log \\frac{p(x, z)}{q(z)} = \\log p(x).$$',
    '$$p(x) = \\sum_z p(x, z)$$\n\nExample: $p(x, z=1) = 0.12$ and $p(x, z=2) = 0.28$. Then $p(x) = 0.12 + 0.28 = 0.4$.',
    '$$p(x) = \\sum_z p(x \\mid z) p(z), \\qquad p(x \\mid z) = e^{-(x - z)^2}.$$',
    'Setting it to zero, $s (1 - p) = (n - s) p$, so $\\hat{p} = \\frac{s}{n}$.',
    '$H(X, Y) = \\frac12 \\log_2 2 + \\frac12 \\log_2 4 = 1.5$ and $H(Y) = 1$, so $H(X \\mid Y) = H(X, Y) - H(Y) = 1.5 - 1 = 0.5$.',
  ])('%s', (text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
