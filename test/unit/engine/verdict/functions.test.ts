import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'a function that was written without its argument, at a number',
    text: 'Let $f = x^2 + 1$. Then $f(2) = @$.',
    forms: [...holds('5', '4 + 1'), fails('4 - 1', 'step.not-equal')],
  },
  {
    title: 'una función de la varianza',
    text: 'Sea $\\ell(\\mu, \\sigma^2) = -\\frac{n}{2} \\log(2 \\pi \\sigma^2) - \\frac{1}{2 \\sigma^2} \\sum_{i=1}^{n} (x_i - \\mu)^2$.\n\n$$\\frac{\\partial \\ell}{\\partial \\mu} = @$$',
    forms: [
      ...holds('\\frac{1}{\\sigma^2} \\sum_{i=1}^{n} (x_i - \\mu)'),
      fails('\\frac{1}{2 \\sigma^2} \\sum_{i=1}^{n} (x_i - \\mu)', 'step.not-equal'),
    ],
  },
  {
    title: 'a function of a vector at a point given by its entries',
    text: 'Let $f(x) = x_1^2 + 3 x_2^2$ with $x \\in \\mathbb{R}^2$. Then\n\n$$f(1, 2) = @.$$',
    forms: [
      ...holds('1 + 3 \\cdot 4', '1 + 12 = 13', '13'),
      fails('1 + 3 \\cdot 2', 'step.not-equal'),
      fails('14', 'step.not-equal'),
    ],
  },
  {
    title: 'a function of a vector at zero, where all its entries are zero',
    text: 'Let $F(b) = \\frac12 \\|y - X b\\|^2 + \\lambda \\|b\\|_1$ with $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$ and $b \\in \\mathbb{R}^p$. Then\n\n$$F(0) = @.$$',
    forms: [
      ...holds('\\frac12 \\|y\\|^2'),
      fails('\\|y\\|^2', 'step.not-equal', '\\frac{1}{2} \\|y\\|^2'),
    ],
  },
  {
    title: 'el coste en varios puntos, con otro valor en curso',
    text: 'Sea $F(b) = \\frac{1}{4} \\|y - X b\\|^2 + \\frac{1}{2} \\|b\\|_1$ con $X = \\begin{pmatrix} 1 & 1 \\\\ 1 & 0 \\end{pmatrix}$, $y = (3, 1)^\\top$. Empiezo en $b = (0, 0)^\\top$.\n\n$$F(1, 1) = @$$',
    forms: [
      ...holds('\\frac{1}{4} \\cdot 1 + \\frac{1}{2} \\cdot 2', '1.25'),
      fails('\\frac{1}{4} \\cdot 2 + \\frac{1}{2} \\cdot 2', 'step.not-equal'),
    ],
  },
  {
    title: 'what is said of any sample',
    text: 'Let $p(x_i \\mid \\theta) = \\theta^{x_i} (1 - \\theta)^{1 - x_i}$ and $k = \\sum_{i=1}^{n} x_i$.\n\n$$\\sum_{i=1}^{n} \\log p(x_i \\mid \\theta) = @$$',
    forms: [
      ...holds('k \\log \\theta + (n - k) \\log(1 - \\theta)'),
      fails('k \\log \\theta - (n - k) \\log(1 - \\theta)', 'step.not-equal'),
    ],
  },
  {
    title: 'a function of an index',
    text: 'Let $\\pi(a) = \\frac{e^{\\theta_a}}{\\sum_b e^{\\theta_b}}$.\n\n$$\\frac{\\partial \\log \\pi(a)}{\\partial \\theta_b} = @$$',
    forms: [
      ...holds('\\mathbb{1}\\{a = b\\} - \\pi(b)', '\\mathbb{1}[a = b] - \\pi(b)'),
      fails('\\mathbb{1}\\{a = b\\} + \\pi(b)', 'step.not-equal'),
    ],
  },
  {
    title: 'la pérdida de una muestra',
    text: 'Sea $\\ell_i(w) = \\frac{1}{2} (w^\\top x_i - y_i)^2$ con $w \\in \\mathbb{R}^d$.\n\n$$\\nabla \\ell_i(w) = @$$',
    forms: [
      ...holds('(w^\\top x_i - y_i) x_i'),
      fails('(w^\\top x_i - y_i) x_j', 'step.not-equal'),
      fails('(w^\\top x_i + y_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'the gradient of a function of two numbers',
    text: 'Let $f(x, y) = x^2 + 3xy + 2y^2$.\n\n$$\\nabla f = @$$',
    forms: [
      ...holds('\\begin{pmatrix} 2x + 3y \\\\ 3x + 4y \\end{pmatrix}'),
      fails('\\begin{pmatrix} 2x + 3y \\\\ 3x + 2y \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'the square of a symmetric matrix',
    text: 'Let $C = Q \\Lambda Q^\\top$.\n\n$$C^2 = @$$',
    forms: [
      ...holds('Q \\Lambda^2 Q^\\top', '\\sum_i \\lambda_i^2 q_i q_i^\\top'),
      fails('Q \\Lambda Q^\\top', 'step.not-equal'),
    ],
  },
  {
    title: 'valores singulares',
    text: 'Sea $X = U \\Sigma V^\\top$ su descomposición en valores singulares.\n\n$$X^\\top X = @$$',
    forms: [
      ...holds('V \\Sigma^2 V^\\top', '\\sum_j \\sigma_j^2 v_j v_j^\\top'),
      fails('V \\Sigma V^\\top', 'step.not-equal'),
    ],
  },
  {
    title: 'the covariance of a map of a vector',
    text: 'Let $x \\in \\mathbb{R}^d$ be a random vector with mean $\\mu$ and covariance $\\Sigma$, and $A \\in \\mathbb{R}^{m \\times d}$.\n\n$$\\operatorname{Cov}(Ax) = @$$',
    forms: [...holds('A \\Sigma A^\\top'), fails('A \\Sigma A', 'step.shape')],
  },
];

testForms(scenarios);

describe('what may be meant otherwise', () => {
  test.each([
    // Products of entries, where the letter is a function elsewhere.
    'Let $p_i = \\mathrm{softmax}(z)_i$. Then $\\frac{\\partial p_i}{\\partial z_k} = p_i(\\delta_{ik} - p_k)$. With $p_i(T) = \\mathrm{softmax}(z / T)_i$, $\\frac{\\partial p_i(T)}{\\partial z_k} = \\frac{1}{T} p_i(T) (\\delta_{ik} - p_k(T))$.',
    // The greatest sample is not the last.
    'Let $\\theta \\ge x_{(n)} = \\max_i x_i$.',
    // An equation for a name that has a value by then.
    'Let $b = \\frac{c}{2}$ with $c = 3$. In the limit $b = \\frac{1}{2} + \\frac{1}{3} b \\Longrightarrow \\frac{2}{3} b = \\frac{1}{2} \\Longrightarrow b = \\frac{3}{4}$.',
    // The unknown that is solved for.
    'AdaBoost uses $\\alpha_m = \\frac{1}{2} \\log \\frac{1 - \\epsilon_m}{\\epsilon_m}$: $-(1 - \\epsilon_m) e^{-\\alpha} + \\epsilon_m e^{\\alpha} = 0$ gives $e^{2 \\alpha} = \\frac{1 - \\epsilon_m}{\\epsilon_m}$.',
    'Let $\\ell(\\mu, \\sigma^2) = -\\frac{n}{2} \\log(2 \\pi \\sigma^2)$. Then $\\ell(0, 4) = -\\frac{n}{2} \\log(8 \\pi)$.',
  ])('%s', (text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
