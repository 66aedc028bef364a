import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const REGRESSION =
  'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$, $\\lambda > 0$ and $L(w) = \\|X w - y\\|^2 + \\lambda \\|w\\|^2$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'ridge regression, solved in the same display',
    text: `${REGRESSION}$$\\nabla_w L = 2 X^T (X w - y) + 2 \\lambda w = 0 \\Rightarrow @$$`,
    forms: [
      ...holds(
        'w = (X^T X + \\lambda I)^{-1} X^T y',
        '(X^T X + \\lambda I) w = X^T y',
        '\\hat{w} = (X^T X + \\lambda I)^{-1} X^T y',
        'w^* = (X^T X + \\lambda I)^{-1} X^T y',
      ),
      fails(
        'w = (X^T X - \\lambda I)^{-1} X^T y',
        'step.implication',
        'w = (X^T X + \\lambda I)^{-1} X^T y',
      ),
      fails(
        'w = -(X^T X + \\lambda I)^{-1} X^T y',
        'step.implication',
        'w = (X^T X + \\lambda I)^{-1} X^T y',
      ),
    ],
  },
  {
    title: 'normal equations in the next sentence',
    text: `${REGRESSION}$$\\nabla_w L = 2 X^T (X w - y) + 2 \\lambda w.$$\n\nSetting this to zero yields $@$.`,
    forms: [
      ...holds(
        '(X^T X + \\lambda I) w = X^T y',
        '\\hat{w} = (X^T X + \\lambda I)^{-1} X^T y',
        'X^T X w_{\\text{ridge}} + \\lambda w_{\\text{ridge}} = X^T y',
      ),
      fails(
        '(X^T X + \\lambda I) w = -X^T y',
        'step.implication',
        '(X^T X + \\lambda I) w = X^T y',
      ),
    ],
  },
  {
    title: 'igualando a cero y despejando',
    text: 'Sean $x_i \\in \\mathbb{R}$ y $\\ell(\\mu) = \\sum_{i=1}^{n} (x_i - \\mu)^2$. La derivada es $$\\frac{d\\ell}{d\\mu} = -2 \\sum_{i=1}^{n} (x_i - \\mu).$$\n\nIgualando a cero y despejando,\n\n$$@.$$',
    forms: [
      ...holds('\\hat{\\mu} = \\frac{1}{n} \\sum_{i=1}^{n} x_i', '\\sum_{i=1}^{n} x_i = n \\mu'),
      fails(
        '\\hat{\\mu} = -\\frac{1}{n} \\sum_{i=1}^{n} x_i',
        'step.implication',
        '\\hat{\\mu} = \\frac{1}{n} \\sum_{i=1}^{n} x_i',
      ),
      fails(
        '\\hat{\\mu} = \\sum_{i=1}^{n} x_i',
        'step.implication',
        '\\hat{\\mu} = \\frac{1}{n} \\sum_{i=1}^{n} x_i',
      ),
    ],
  },
  {
    title: 'several arrows from one premise',
    text: 'For $a \\ne 0$, $$a x + b = c \\;\\Rightarrow\\; a x = c - b \\;\\Rightarrow\\; @$$',
    forms: [
      ...holds('x = \\frac{c - b}{a}'),
      fails('x = \\frac{c + b}{a}', 'step.implication', 'x = \\frac{c - b}{a}'),
    ],
  },
  {
    title: 'the equivalent of an equation',
    text: '$$x^2 - 5x + 6 = 0 \\iff @$$',
    forms: [
      ...holds('(x - 2)(x - 3) = 0'),
      fails('(x - 2)(x + 3) = 0', 'step.implication', '(x - 2)(x - 3) = 0'),
    ],
  },
  {
    title: 'two cases, each with its own derivative',
    text: "Let $v \\in \\mathbb{R}$, $\\lambda > 0$ and $f(u) = \\frac{1}{2} (u - v)^2 + \\lambda |u|$.\n\n**Case 1:** $u > 0$. Here $f'(u) = u - v + \\lambda$, and setting it to zero gives $u = v - \\lambda$.\n\n**Case 2:** $u < 0$. Here $f'(u) = u - v - \\lambda$, and setting it to zero gives $u = @$.",
    forms: [...holds('v + \\lambda'), fails('v - \\lambda', 'step.implication', 'v + \\lambda')],
  },
];

testForms(scenarios);

test('an equation that something is concluded from is no mistake', () => {
  const { steps } = check('$$2 x + 1 = x + 5 \\Rightarrow x = 4$$');
  expect(steps.map(({ verdict }) => verdict)).toEqual(['given', 'holds']);
});

test('a derivative is never excused by setting another one to zero', () => {
  const { steps } = check(
    'Therefore $$\\nabla_X \\operatorname{tr}(X^\\top A) = A, \\qquad \\nabla_X \\operatorname{tr}(A X B) = B^\\top A^\\top.$$',
  );
  expect(steps.map(({ verdict }) => verdict)).toEqual(['holds', 'fails']);
});
