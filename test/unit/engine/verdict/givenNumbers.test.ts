import { fails, holds, testForms, type Scenario } from '../judging.js';

const RIDGE =
  'Let $J(w) = \\frac12 \\|X w - y\\|^2 + \\frac{\\lambda}{2} \\|w\\|^2$ with $\\lambda > 0$.\n\n';

/** A claim goes on with the numbers that the text gave some of its names, and with letters for the others. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a penalty',
    text: `${RIDGE}With $\\lambda = 4$,\n\n$$\\nabla_w J = @$$`,
    forms: [
      ...holds('X^\\top (X w - y) + 4 w', 'X^\\top (X w - y) + \\lambda w'),
      fails('X^\\top (X w - y) + 8 w', 'step.not-equal', 'X^\\top (X w - y) + 4 w'),
    ],
  },
  {
    title: 'a temperature, and the vector that the slope is taken by',
    text: 'Sea $p_k = \\frac{\\exp(z_k/T)}{\\sum_{j=1}^K \\exp(z_j/T)}$ con $T > 0$, $q$ one-hot y $\\ell = -\\sum_k q_k \\log p_k$.\n\nCon $z = (2, 1, 0)^\\top$ y $T = 2$ el gradiente es $\\nabla_z \\ell = @$.',
    forms: [...holds('\\frac12 (p - q)'), fails('\\frac12 (p + q)', 'step.not-equal')],
  },
  {
    title: 'the derivative of a function with a prime',
    text: "Sea $g(u) = \\frac{1}{1 + e^{-\\beta u}}$. Para $\\beta = 1$ es la sigmoide. Con $\\beta = 2$ es $g'(u) = @$.",
    forms: [
      ...holds('2 g(u) (1 - g(u))', '\\beta g(u) (1 - g(u))'),
      fails('2 g(u) (1 + g(u))', 'step.not-equal'),
    ],
  },
  {
    title: 'the entries of a mixture',
    text: 'Let $q_k = (1 - \\varepsilon) y_k + \\varepsilon / K$. With $K = 4$ and $\\varepsilon = 0.2$ we have $q_k = @$.',
    forms: holds('0.8 y_k + 0.05', '0.8 y_k + 0.2 / K'),
  },
  {
    title: 'a neuron',
    text: 'Let $z = w x + b$ and $a = \\tanh(z)$. Take $w = 0.5$, $b = 1$. Then $\\frac{\\partial a}{\\partial x} = @$.',
    forms: [
      ...holds('0.5 (1 - a^2)', '0.5 (1 - \\tanh^2(0.5 x + 1))'),
      fails('0.5 (1 - a)', 'step.not-equal', '0.5 (1 - a^2)'),
    ],
  },
  {
    title: 'the second of two examples',
    text: "Let $f(x) = a x^2 + b x$. With $a = 1$, $b = 2$ we get $f'(x) = 2 x + 2$. With $a = 3$, $b = 0$ we get $f'(x) = @$.",
    forms: [...holds('6 x'), fails('6 x^2', 'step.not-equal')],
  },
];

testForms(scenarios);
