import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'what follows from an eigenvector that is supposed',
    text: 'Let $A \\in \\mathbb{R}^{n \\times n}$ and $v \\in \\mathbb{R}^n$. If $A v = \\lambda v$, then\n\n$$A^2 v = \\lambda A v = @.$$',
    forms: holds('\\lambda^2 v'),
  },
  {
    title: 'a gradient through what a model is supposed to be',
    text: 'El error es $E = \\frac1n \\sum_{i=1}^n (\\hat y_i - y_i)^2$. Si el modelo es lineal, $\\hat y = X w$ con $X \\in \\mathbb{R}^{n \\times d}$, queda $$\\nabla_w E = @$$',
    forms: [
      ...holds('\\frac2n X^\\top (X w - y)', 'X^\\top \\frac{\\partial E}{\\partial \\hat y}'),
      fails('\\frac1n X^\\top (X w - y)', 'step.not-equal'),
      fails('\\frac2n X^\\top (X w + y)', 'step.not-equal', '\\frac2n X^\\top (X w - y)'),
    ],
  },
  {
    title: 'the square of a sign is one',
    text: 'Let $x \\in \\mathbb{R}^d$ and $t \\in \\{-1, 1\\}$.\n\n$$\\|t x\\|^2 = t^2 x^\\top x = @.$$',
    forms: [...holds('x^\\top x'), fails('t x^\\top x', 'step.not-equal', 't^2 x^\\top x')],
  },
  {
    title: 'a likelihood holds the data fixed, wherever they come from',
    text: 'Let $y_i = w^\\top x_i + \\varepsilon_i$ with $w, x_i \\in \\mathbb{R}^d$ and $\\ell(w) = -\\frac{1}{2} \\sum_{i=1}^{n} (y_i - w^\\top x_i)^2$. Then\n\n$$\\nabla_w \\ell = @.$$',
    forms: [
      ...holds('\\sum_{i=1}^{n} (y_i - w^\\top x_i) x_i'),
      fails('-\\sum_{i=1}^{n} (y_i - w^\\top x_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'el máximo de una verosimilitud',
    text: "Sean $x_1, \\dots, x_n \\in \\{0, 1\\}$ y $\\ell(\\mu) = \\sum_{i=1}^{n} [x_i \\ln \\mu + (1 - x_i) \\ln(1 - \\mu)]$. Si $m = \\sum_{i=1}^{n} x_i$, la condición $\\ell'(\\mu) = 0$ queda\n\n$$\\frac{m}{\\mu} = @.$$",
    forms: [
      ...holds('\\frac{n - m}{1 - \\mu}'),
      fails('\\frac{n + m}{1 - \\mu}', 'step.not-equal', '\\frac{n - m}{1 - \\mu}'),
    ],
  },
  {
    title: 'a link to the mean, which the inverse of a Hessian needs too',
    text: 'Let $y_i \\sim \\text{Poisson}(\\mu_i)$ with $\\log \\mu_i = x_i^\\top \\beta$ and $x_i \\in \\mathbb{R}^p$, the rows of $X \\in \\mathbb{R}^{n \\times p}$. The log-likelihood is\n\n$$\\ell(\\beta) = \\sum_{i=1}^n \\left\\{ y_i x_i^\\top \\beta - e^{x_i^\\top \\beta} \\right\\}.$$\n\nLet $W = \\operatorname{diag}(\\mu_1, \\dots, \\mu_n)$. A Newton step is\n\n$$\\beta - [\\nabla^2 \\ell(\\beta)]^{-1} \\nabla \\ell(\\beta) = @$$\n\nFor logistic regression nothing changes but $\\mu_i = 1 / (1 + e^{-x_i^\\top \\beta})$.',
    forms: [
      ...holds('\\beta + (X^\\top W X)^{-1} X^\\top (y - \\mu)'),
      {
        latex: '\\beta - (X^\\top W X)^{-1} X^\\top (y - \\mu)',
        verdict: 'fails',
        code: 'step.not-equal',
      },
    ],
  },
  {
    title: 'ambas matrices, sin nombrarlas',
    text: 'Sea $J(w) = \\frac{w^T S_B w}{w^T S_W w}$. Como ambas matrices son simétricas,\n\n$$\\nabla J(w) = @$$',
    forms: [
      ...holds('\\frac{2 S_B w (w^T S_W w) - 2 S_W w (w^T S_B w)}{(w^T S_W w)^2}'),
      fails('\\frac{2 S_B w (w^T S_W w) + 2 S_W w (w^T S_B w)}{(w^T S_W w)^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'matrices of which nothing is said',
    text: 'Sea $J(w) = w^T A w$ con $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$\\nabla J(w) = @$$',
    forms: [fails('2 A w', 'step.not-equal')],
  },
  {
    title: 'a regression whose noise has a variance and no law',
    text: 'Let $y = X \\beta + \\varepsilon$ with $X \\in \\mathbb{R}^{n \\times p}$ and $\\operatorname{Var}(\\varepsilon) = \\sigma^2 I_n$. The sum of squares is\n\n$$S(\\beta) = (y - X \\beta)^\\top (y - X \\beta).$$\n\n$$\\frac{\\partial S}{\\partial \\beta} = @$$',
    forms: [
      ...holds('2 X^\\top X \\beta - 2 X^\\top y'),
      fails(
        '2 X^\\top X \\beta + 2 X^\\top y',
        'step.not-equal',
        '2 X^\\top X \\beta - 2 X^\\top y',
      ),
    ],
  },
  {
    title: 'a small number beside a mean of squares is no noise',
    text: 'With $x \\in \\mathbb{R}^d$, $q = \\frac1d \\sum_k x_k^2 + \\epsilon$ and $u_i = x_i q^{-1/2}$,\n\n$$\\frac{\\partial u_i}{\\partial x_j} = @$$',
    forms: [
      ...holds('\\delta_{ij} q^{-1/2} - \\frac{x_i x_j}{d} q^{-3/2}'),
      fails('\\delta_{ij} q^{-1/2} + \\frac{x_i x_j}{d} q^{-3/2}', 'step.not-equal'),
    ],
  },
  {
    title: 'a small step is no noise',
    text: 'Let $\\tilde{x} = x + \\varepsilon$ with numbers $x$ and $\\varepsilon$.\n\n$$\\frac{\\partial}{\\partial x} \\tilde{x}^2 = @$$',
    forms: [...holds('2 (x + \\varepsilon)'), fails('2 x', 'step.not-equal')],
  },
  ...['Suppose that', 'If now', 'Supongamos que'].map((said) => ({
    title: `${said}: an equation that is no identity`,
    text: `Let $A, B \\in \\mathbb{R}^{n \\times n}$. ${said} $A B = B A$. Then\n\n$$A B A = @$$`,
    forms: [...holds('B A^2'), fails('B A', 'step.not-equal')],
  })),
];

testForms(scenarios);

describe('no mistake', () => {
  test.each([
    'Let $A, B \\in \\mathbb{R}^{n \\times n}$. Suppose $A B = B A$.',
    'Sean $x, y \\in \\mathbb{R}$. Si $(x + y)^2 = x^2 + y^2$, uno es cero.',
    'The rates are $u = 0.8$ and $v = 0.7$. The limit solves $5 u + 2 v = 5$ and $2 u + 2 v = 3$.',
    // Two cases of one unknown, of which neither is solved from the other.
    'Minimise $h(b) = \\frac12 (b - z)^2 + \\lambda |b|$. A positive minimiser needs $b = z - \\lambda > 0$, a negative one $b = z + \\lambda < 0$.',
    // An entry of a column, whose index comes last.
    'With $b_k$ the $k$-th column of $B$, $$X b_k = \\sum_j X_{:j} b_{jk}.$$',
    // The rounds of a descent.
    '$$b = S(7 - 2 \\cdot 0, 2) / 5 = 5 / 5 = 1$$\n\n$$b = S(7 - 2 \\cdot 0.5, 2) / 5 = 4 / 5 = 0.8$$',
  ])('%s', (text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
