import { describe, expect, test } from 'vitest';
import { check, fails, slips, testForms, type Form, type Scenario } from '../judging.js';

function given(...forms: readonly string[]): readonly Form[] {
  return forms.map((latex) => ({ latex, verdict: 'given' }));
}

/** Definitions of which only what is made of them later shows that they are wrong. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the sum of a loss',
    text: 'Sean $\\hat{y} = \\operatorname{softmax}(z)$ con $z \\in \\mathbb{R}^C$, $y$ one-hot y\n\n$$L = @.$$\n\nEntonces\n\n$$\\frac{\\partial L}{\\partial z} = \\hat{y} - y.$$',
    forms: [
      ...given('-\\sum_{k=1}^{C} y_k \\log \\hat{y}_k', '-\\sum_k y_k \\log \\hat{y}_k'),
      slips('-y_k \\log \\hat{y}_k', 'notation.index-free', '-\\sum_k y_k \\log \\hat{y}_k'),
    ],
  },
  {
    title: 'the sum of a penalty',
    text: 'Let $w \\in \\mathbb{R}^d$ and\n\n$$\\psi(w) = @.$$\n\nThen\n\n$$\\frac{\\partial \\psi}{\\partial w_j} = \\frac{w_j}{\\sqrt{w_j^2 + \\epsilon}}, \\qquad \\nabla^2 \\psi(w) = \\operatorname{diag}\\left(\\frac{\\epsilon}{(w_1^2 + \\epsilon)^{3/2}}, \\dots, \\frac{\\epsilon}{(w_d^2 + \\epsilon)^{3/2}}\\right).$$',
    forms: [
      ...given('\\sum_{j=1}^{d} \\sqrt{w_j^2 + \\epsilon}'),
      slips(
        '\\sqrt{w_j^2 + \\epsilon}',
        'notation.index-free',
        '\\sum_j \\sqrt{w_j^2 + \\epsilon}',
      ),
    ],
  },
  {
    title: 'the transpose in a least-squares loss',
    text: 'Sean $X \\in \\mathbb{R}^{n \\times d}$, $v \\in \\mathbb{R}^n$, $w \\in \\mathbb{R}^d$ y\n\n$$J(w) = @.$$\n\nSu gradiente es\n\n$$\\nabla J(w) = 2 X^\\top (X w - v).$$',
    forms: [
      ...given('\\|X w - v\\|^2', '(X w - v)^\\top (X w - v)'),
      fails('\\|X^\\top w - v\\|^2', 'step.shape', '\\|X w - v\\|^2'),
    ],
  },
  {
    title: 'the kind of product of a layer',
    text: 'Let $X \\in \\mathbb{R}^{N \\times D}$, $W \\in \\mathbb{R}^{D \\times C}$, $Y \\in \\mathbb{R}^{N \\times C}$.\n\n$$\\hat{Y} = @$$\n\n$$L = \\frac{1}{2N} \\|\\hat{Y} - Y\\|_F^2$$\n\n$$\\frac{\\partial L}{\\partial W} = \\frac{1}{N} X^\\top (\\hat{Y} - Y)$$',
    forms: [...given('X W'), fails('X \\odot W', 'step.shape', 'X W')],
  },
  {
    title: 'the kind of product of scores',
    text: 'Sean $q \\in \\mathbb{R}^d$, $K \\in \\mathbb{R}^{m \\times d}$, $s = @$ y $a = \\operatorname{softmax}(s)$.\n\n$$\\frac{\\partial a}{\\partial q} = \\left( \\operatorname{diag}(a) - a a^\\top \\right) K$$',
    forms: [...given('K q'), fails('K \\odot q', 'step.shape', 'K q')],
  },
  {
    title: 'the brackets of a weighted loss',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $v \\in \\mathbb{R}^n$, $R$ diagonal and\n\n$$Q(w) = @.$$\n\nThen\n\n$$\\nabla Q(w) = -X^\\top R (v - X w).$$',
    forms: [
      ...given('\\frac{1}{2} (v - X w)^\\top R (v - X w)'),
      fails(
        '\\frac{1}{2} (v - X w)^\\top R v - X w',
        'step.shape',
        '\\frac{1}{2} (v - X w)^\\top R (v - X w)',
      ),
    ],
  },
  {
    title: 'the sum in a logarithm',
    text: 'Sea $F(z) = @$ con $z \\in \\mathbb{R}^n$. Entonces\n\n$$\\frac{\\partial F}{\\partial z_i} = \\frac{e^{z_i}}{\\sum_{k=1}^{n} e^{z_k}}.$$',
    forms: [
      ...given('\\log \\sum_{k=1}^{n} e^{z_k}'),
      slips('\\log e^{z_k}', 'notation.index-free', '\\log \\sum_{k=1}^{n} e^{z_k}'),
    ],
  },
  {
    title: 'where the sum of a softmax begins',
    text: 'Let $s \\in \\mathbb{R}^{m}$ and\n\n$$a_i = @.$$\n\nThen\n\n$$\\frac{\\partial a_i}{\\partial s_j} = a_i (\\delta_{ij} - a_j).$$',
    forms: [
      ...given('\\frac{e^{s_i}}{\\sum_{k=1}^{m} e^{s_k}}'),
      fails('\\frac{e^{s_i}}{\\sum_{k=0}^{m} e^{s_k}}', 'notation.bounds'),
    ],
  },
  {
    title: 'what is left open without a reason in the definition',
    text: 'La pérdida de un ejemplo es\n\n$$\\ell_i = @$$\n\ny se deriva respecto de $w$:\n\n$$\\frac{\\partial \\ell_i}{\\partial w} = (\\hat{y}_i - y_i) g_i.$$',
    forms: given('\\frac{1}{2} (\\hat{y}_i - y_i)^2', '(\\hat{y}_i - y_i)^2'),
  },
  {
    title: 'the loss of one sample without its index',
    text: 'Con $\\hat{y}_i = w^\\top x_i$ la pérdida de una muestra es\n\n$$L = @,$$\n\nde modo que\n\n$$\\frac{\\partial L}{\\partial \\hat{y}_i} = \\hat{y}_i - y_i.$$',
    forms: given('\\frac{1}{2} (\\hat{y}_i - y_i)^2'),
  },
  {
    title: 'the exponent of a loss and its differential',
    text: 'Sea $L = @$. Entonces\n\n$$dL = 2 (z - y)^\\top dz.$$',
    forms: [
      ...given('\\|z - y\\|^2'),
      fails('\\|z - y\\|^3', 'definition.dependants', '\\|z - y\\|^2'),
    ],
  },
  {
    title: 'what is put in the place of a power',
    text: 'Let $u = @$, so that $du = 2x\\,dx$.',
    forms: [...given('x^2'), fails('x^3', 'definition.dependants', 'x^2')],
  },
  {
    title: 'a function whose slope is told with a prime',
    text: "Sea $g(x) = @$. Su derivada es $g'(x) = 3x^2 - 2$.",
    forms: [...given('x^3 - 2x'), fails('x^4 - 2x', 'definition.dependants', 'x^3 - 2x')],
  },
  {
    title: 'the sign before a penalty',
    text: 'Con la pérdida $L$ y $\\delta = \\frac{\\partial L}{\\partial z}$, $z = W h$, la pérdida regularizada es $J = @$ y\n\n$$\\frac{\\partial J}{\\partial W} = \\delta h^\\top + \\lambda W.$$',
    forms: given('L + \\frac{\\lambda}{2} \\|W\\|_F^2'),
  },
  {
    title: 'what any layer fulfils shows nothing of it',
    text: 'La capa calcula $y_i = @$ con $x \\in \\mathbb{R}^n$, $w \\in \\mathbb{R}^k$ y $m = n - k + 1$. Sea $\\delta_i = \\partial L / \\partial y_i$.\n\n$$\\frac{\\partial L}{\\partial w_j} = \\sum_{i=0}^{m-1} \\frac{\\partial L}{\\partial y_i} \\frac{\\partial y_i}{\\partial w_j} = \\sum_{i=0}^{m-1} \\delta_i x_{i+j}$$\n\n$$\\frac{\\partial L}{\\partial b} = \\sum_{i=0}^{m-1} \\delta_i$$',
    forms: given('\\sum_{j=0}^{k-1} w_j x_{i+j} + b'),
  },
];

describe('a definition and what is made of it', () => {
  testForms(scenarios);
});

test('what builds on a mended definition holds', () => {
  const text =
    'Sea $p = \\operatorname{softmax}(z)$ con $z \\in \\mathbb{R}^C$ y $t$ one-hot.\n\n$$L = -t_k \\log p_k$$\n\n$$\\frac{\\partial L}{\\partial z} = p - t$$';
  const { steps } = check(text);
  expect(steps.at(-1)?.verdict).toBe('holds');
});

test('a wrong definition is told with the values of what builds on it', () => {
  const { steps } = check("Sea $g(x) = x^4 - 2x$. Su derivada es $g'(x) = 3x^2 - 2$.");
  const [wrong] = steps;
  const x = Number(wrong?.counterexample?.at['x']);
  expect(Number(wrong?.counterexample?.left)).toBeCloseTo(4 * x ** 3 - 2, 3);
  expect(Number(wrong?.counterexample?.right)).toBeCloseTo(3 * x ** 2 - 2, 3);
});
