import { describe } from 'vitest';
import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

const NETWORK =
  '# Network\n\n## Forward\n\n$$z = W x + b, \\qquad \\hat y = \\operatorname{softmax}(z), \\qquad L = -\\sum_{k=1}^{C} y_k \\log \\hat y_k$$\n\nwith $W \\in \\mathbb{R}^{C \\times d}$ and a one-hot $y \\in \\mathbb{R}^C$.\n\n';

const RED =
  '# Una red\n\n## Modelo\n\nSea $o = V h + c$ con $h = \\sigma(a)$ y el coste $E = \\frac12 \\|o - t\\|^2$, donde $V \\in \\mathbb{R}^{m \\times n}$ y $h \\in \\mathbb{R}^n$, y $\\sigma(s) = \\frac{1}{1 + e^{-s}}$.\n\n';

/** That one slight change makes it hold is the proof that a claim is wrong, where nothing else links its names. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the only claim of a section that inherits its names',
    text: `${NETWORK}## Error\n\n$$\\frac{\\partial L}{\\partial z} = @$$`,
    forms: [
      ...holds('\\hat y - y', '-(y - \\hat y)'),
      fails('\\hat y + y', 'step.not-equal', '\\hat y - y'),
      fails('y - \\hat y', 'step.not-equal'),
      { latex: 'r - s', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
  {
    title: 'the same in Spanish',
    text: `${RED}## Capa oculta\n\nPor la regla de la cadena,\n\n$$\\frac{\\partial E}{\\partial a} = @$$`,
    forms: [
      ...holds('V^\\top (o - t) \\odot h \\odot (1 - h)'),
      fails('V^\\top (o - t) \\odot h \\odot (1 + h)', 'step.not-equal'),
      fails('V^\\top (o + t) \\odot h \\odot (1 - h)', 'step.not-equal'),
    ],
  },
  {
    title: 'a second moment',
    text: 'Let $x$ be a random vector with mean $\\mu$ and covariance $\\Sigma$. Then $$\\mathbb{E}[@] = \\Sigma + \\mu \\mu^\\top.$$',
    forms: [...holds('x x^\\top'), fails('x x', 'step.not-equal')],
  },
  {
    title: 'a sum over all steps, of names that the text explains in words',
    text: 'Sea $a_t = W h_{t-1} + U x_t + b$, $h_t = \\tanh(a_t)$ con $h_t \\in \\mathbb{R}^n$, $x_t \\in \\mathbb{R}^d$ y $h_0 = 0$. La salida es $\\hat y_t = V h_t + c$ y el error total es $L = \\sum_{t=1}^T L_t$ con $L_t = \\frac12 \\|\\hat y_t - y_t\\|^2$. Sea $\\delta_t = \\frac{\\partial L}{\\partial a_t}$. Entonces $$\\frac{\\partial L}{\\partial W} = @.$$',
    forms: [
      ...holds('\\sum_{t=1}^T \\delta_t h_{t-1}^\\top'),
      fails('\\sum_{t=0}^T \\delta_t h_{t-1}^\\top', 'step.not-equal'),
      fails('\\sum_{t=1}^T \\delta_t h_{t-1}', 'step.not-equal'),
    ],
  },
  {
    title: 'a column times a row, entry by entry',
    text: 'Let $z = W h$, $W \\in \\mathbb{R}^{C \\times H}$, $L = \\frac12 \\|z - y\\|^2$, $\\delta = z - y$. Then $$\\frac{\\partial L}{\\partial W} = @.$$',
    forms: [
      ...holds('\\delta h^\\top'),
      fails('\\delta \\odot h^\\top', 'step.shape', '\\delta h^\\top'),
    ],
  },
  {
    title: 'brackets that are missing before several factors',
    text: 'Let $A \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $b \\in \\mathbb{R}^m$ and $f(x) = \\|A x - b\\|^2$. Then $$\\nabla f(x) = @.$$',
    forms: [
      ...holds('2 A^\\top (A x - b)'),
      fails('2 A^\\top A x - b', 'step.shape', '2 A^\\top (A x - b)'),
    ],
  },
  {
    title: 'brackets that are missing after several factors',
    text: 'Sea $X \\in \\mathbb{R}^{n \\times d}$ y $\\lambda > 0$. Entonces $$X^\\top (X X^\\top + \\lambda I) = @.$$',
    forms: [
      ...holds('(X^\\top X + \\lambda I) X^\\top'),
      fails('X^\\top X + \\lambda I X^\\top', 'step.shape', '(X^\\top X + \\lambda I) X^\\top'),
    ],
  },
  {
    title: 'a matrix of numbers times a list',
    text: 'Sea $A = \\begin{pmatrix} 1 & 0 \\\\ 1 & 1 \\\\ 1 & 2 \\end{pmatrix}$ y $t = (1, 2, 4)^\\top$. $$@ = \\begin{pmatrix} 7 \\\\ 10 \\end{pmatrix}$$',
    forms: [...holds('A^\\top t'), fails('A t', 'step.shape', 'A^\\top t')],
  },
  {
    title: 'columns side by side in a text that has a sign for their product',
    text: "Let $a = \\sigma(z)$ with $z \\in \\mathbb{R}^n$, where $\\sigma(s) = \\frac{1}{1 + e^{-s}}$ is applied elementwise, and $L = \\frac12 \\|a - y\\|^2$. Then $$\\frac{\\partial L}{\\partial z} = (a - y) \\odot \\sigma'(z) = @.$$",
    forms: [
      ...holds('(a - y) \\odot a \\odot (1 - a)', 'a \\odot (1 - a) \\odot (a - y)'),
      slips('(a - y) a \\odot (1 - a)', 'step.shape', '(a - y) \\odot a \\odot (1 - a)'),
    ],
  },
  {
    title: 'columns side by side in a text that has no sign for their product',
    text: 'Let $a = \\sigma(z)$ with $z \\in \\mathbb{R}^n$, where $\\sigma(s) = \\frac{1}{1 + e^{-s}}$ is applied elementwise, and $L = \\frac12 \\|a - y\\|^2$. Then $$\\frac{\\partial L}{\\partial z} = @.$$',
    forms: holds("(a - y) \\sigma'(z)", '(a - y) a (1 - a)'),
  },
  {
    title: 'numbers, which may stand in any order',
    text: 'For random variables $X$ and $Y$ and constants $a$ and $b$, $$\\operatorname{Var}(@ + bY) = a^2 \\operatorname{Var}(X) + b^2 \\operatorname{Var}(Y) + 2ab \\operatorname{Cov}(X, Y).$$',
    forms: [...holds('aX'), { latex: 'X a', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
];

describe('slight changes as proofs', () => {
  testForms(scenarios);
});
