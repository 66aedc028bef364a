import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** What a text says of its names in passing decides what may be held against it. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a definite matrix is symmetric',
    text: 'Para $f(x)=\\frac12 x^\\top Q x - b^\\top x$ con $Q\\succ0$:\n\n$$\\nabla_x f = @$$',
    forms: [...holds('Qx - b'), fails('Qx + b', 'step.not-equal', 'Qx - b')],
  },
  {
    title: 'the logarithms of p and of 1 - p',
    text: "Let $h(p)=-p\\log p-(1-p)\\log(1-p)$. Then\n\n$$h''(p)=-\\frac{1}{p(1-p)} @$$",
    forms: [...holds('< 0'), fails('> 0', 'step.inequality', '< 0')],
  },
  {
    title: 'a mask is what varies, not what it multiplies',
    text: 'Let $m_i\\sim\\mathrm{Bernoulli}(q)$.\n\n$$\\mathbb{E}\\left[\\frac{m_i}{q} h_i\\right] = @$$',
    forms: [...holds('h_i'), fails('q h_i', 'step.not-equal')],
  },
  {
    title: 'thousands apart',
    text: '$$4 \\cdot 262144 = @$$',
    forms: [...holds('1\\,048\\,576', '1048576'), fails('1\\,048\\,567', 'step.not-equal')],
  },
  {
    title: 'a matrix that words say is the softmax of another',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $Z = XW$ with $W \\in \\mathbb{R}^{d \\times K}$, $P$ is the row-wise softmax of $Z$ and $Y \\in \\mathbb{R}^{n \\times K}$ is one-hot. $$\\mathcal{L} = -\\frac1n \\sum_{a=1}^n \\sum_{k=1}^K Y_{ak} \\log P_{ak}$$ $$\\frac{\\partial \\mathcal{L}}{\\partial W} = @$$',
    forms: [
      ...holds('\\frac1n X^T (P - Y)'),
      fails('X^T (P - Y)', 'step.not-equal', '\\frac{1}{n} X^T (P - Y)'),
      fails('\\frac1n X^T (Y - P)', 'step.not-equal'),
    ],
  },
  {
    title: 'a row of which p is said to be its softmax',
    text: 'Sea $s \\in \\mathbb{R}^{K}$ una fila de $S$, $p$ su softmax y $y$ su etiqueta, con $\\sum_{k} y_k = 1$.\n\n$$\\frac{\\partial p_k}{\\partial s_j} = @$$',
    forms: [
      ...holds('p_k(\\delta_{kj} - p_j)'),
      fails('p_j(\\delta_{kj} - p_j)', 'step.not-equal'),
      fails('p_k(\\delta_{kj} + p_j)', 'step.not-equal'),
    ],
  },
  {
    title: 'Sea P el softmax por renglones de Z',
    text: 'Con $X \\in \\mathbb{R}^{n \\times d}$ y $W \\in \\mathbb{R}^{d \\times K}$ sea $Z = XW$. Sea $P$ el softmax por renglones de $Z$, $Y$ las etiquetas one-hot y $L = -\\frac1n \\sum_{a=1}^n \\sum_{k=1}^K Y_{ak} \\log P_{ak}$. $$\\frac{\\partial L}{\\partial W} = @$$',
    forms: [...holds('\\frac1n X^T (P - Y)'), fails('\\frac1n X^T (Y - P)', 'step.not-equal')],
  },
  ...[
    '$\\frac{\\partial L}{\\partial z_i} = \\gamma g_i$; call this number $h_i$.',
    'the derivative $\\frac{\\partial L}{\\partial z_i}$, which we denote by $h_i$.',
    'a la derivada $\\frac{\\partial L}{\\partial z_i}$ la llamamos $h_i$.',
    '$\\frac{\\partial L}{\\partial z_i}$, a lo que llamamos $h_i$.',
  ].map((text) => ({
    title: `what a number is called: ${text}`,
    text: `$$z_i = \\frac{x_i - \\mu}{s},\\qquad y_i = \\gamma z_i + \\beta$$\n\nLet $g_i = \\partial L/\\partial y_i$, and ${text}\n\n$$\\frac{\\partial L}{\\partial \\mu} = @$$`,
    forms: [
      ...holds('-\\frac1s \\sum_i h_i'),
      fails('\\frac1s \\sum_i h_i', 'step.not-equal', '-\\frac{1}{s} \\sum_i h_i'),
    ],
  })),
  {
    title: 'a number for one observation, beside the vector of all',
    text: 'Sea $p_i = \\sigma(\\mathbf{w}^\\top \\mathbf{x}_i)$ con $\\sigma(t) = \\frac{1}{1 + e^{-t}}$ y $\\mathbf{x}_i \\in \\mathbb{R}^d$; $\\mathbf{X}$ tiene a $\\mathbf{x}_i^\\top$ como renglón $i$, y $\\mathbf{p}$, $\\mathbf{y}$ son los vectores con entradas $p_i$, $y_i$. $$L = -\\sum_{i=1}^n \\left[ y_i \\log p_i + (1 - y_i) \\log(1 - p_i) \\right]$$\n\nPara una sola observación, con $a = \\mathbf{w}^\\top \\mathbf{x}$, $p = \\sigma(a)$ y $\\ell = -y \\log p - (1 - y) \\log(1 - p)$, es $\\frac{\\partial \\ell}{\\partial a} = p - y$. En total $$\\nabla_{\\mathbf{w}} L = @$$',
    forms: [
      ...holds(
        '\\mathbf{X}^\\top (\\mathbf{p} - \\mathbf{y})',
        '\\sum_{i=1}^n (p_i - y_i) \\mathbf{x}_i',
      ),
      fails('\\mathbf{X}^\\top (\\mathbf{y} - \\mathbf{p})', 'step.not-equal'),
      fails('\\sum_{i=1}^n (p_i + y_i) \\mathbf{x}_i', 'step.not-equal'),
    ],
  },
  {
    title: 'casos con \\text{si no}',
    text: '$$f(x) = \\begin{cases} x^2 & x > 0 \\\\ 0 & \\text{si no} \\end{cases}$$ $$f(3) = @$$',
    forms: [...holds('9'), fails('6', 'step.not-equal')],
  },
  {
    title: 'an index that is dropped for one feature',
    text: 'The gradient from above is $g_{ij} = \\partial L/\\partial y_{ij}$.\n\n## Batch norm\n\nFor one feature we drop the index $j$:\n\n$$z_i = \\frac{x_i - \\mu}{s},\\qquad y_i = \\gamma z_i + \\beta$$\n\n$$\\frac{\\partial L}{\\partial\\gamma} = @$$',
    forms: [...holds('\\sum_{i=1}^m g_i z_i'), fails('-\\sum_{i=1}^m g_i z_i', 'step.not-equal')],
  },
  {
    title: 'a number que es la sigmoide de otro',
    text: 'Sea $z = w^\\top x$, donde $a$ es la sigmoide de $z$, y $L = -y \\log a - (1 - y) \\log(1 - a)$. $$\\frac{\\partial L}{\\partial w} = @$$',
    forms: [...holds('(a - y) x'), fails('(a + y) x', 'step.not-equal', '(a - y) x')],
  },
  {
    title: 'a set by a condition, of which nothing says who is in it',
    text: 'Let $M = \\{i : y_i (w^T x_i + b) < 1\\}$ with $x_i, w \\in \\mathbb{R}^d$ and $g = \\lambda w - \\frac1n \\sum_{i \\in M} y_i x_i$. $$w - \\eta g = @$$',
    forms: [
      ...holds('(1 - \\eta\\lambda) w + \\frac{\\eta}{n} \\sum_{i \\in M} y_i x_i'),
      fails(
        '(1 - \\eta\\lambda) w - \\frac{\\eta}{n} \\sum_{i \\in M} y_i x_i',
        'step.not-equal',
        '(1 - \\eta\\lambda) w + \\frac{\\eta}{n} \\sum_{i \\in M} y_i x_i',
      ),
    ],
  },
  {
    title: 'la derivada con un conjunto activo',
    text: 'Sean $q_i, p \\in \\mathbb{R}^f$, $S = \\{i \\mid a_i > 0\\}$ y $L = \\frac12 \\sum_{i \\in S} (r_i - p^\\top q_i)^2 + \\frac{\\lambda}{2} \\|p\\|^2$. $$\\frac{\\partial L}{\\partial p} = @$$',
    forms: [
      ...holds('-\\sum_{i \\in S} (r_i - p^\\top q_i) q_i + \\lambda p'),
      fails('-\\sum_{i \\in S} (r_i - p^\\top q_i) q_i + 2 \\lambda p', 'step.not-equal'),
    ],
  },
  {
    title: 'a pmf sums to one',
    text: 'For a pmf $p$ on $K$ symbols,\n\n$$\\sum_k p_k = @$$',
    forms: [...holds('1'), fails('2', 'step.not-equal')],
  },
  ...[
    'La derivada de la sigmoide es $@$.',
    'Muestra que el gradiente de la función sigmoide es\n\n$$@$$',
    'The derivative of the logistic function (see class) is given by $@$.',
    'La derivada de $\\sigma(x)$ con respecto a $x$ es $@$.',
  ].map((text) => ({
    title: `what words call the derivative: ${text}`,
    text,
    forms: [
      ...holds('\\sigma(x)(1 - \\sigma(x))', '\\frac{e^{-x}}{(1 + e^{-x})^2}'),
      fails('\\sigma(x)(1 + \\sigma(x))', 'step.not-equal', '\\sigma(x)(1 - \\sigma(x))'),
    ],
  })),
  {
    title: 'the derivative of a function that was defined',
    text: 'Sea $f(x) = x^2 e^x$. La derivada de $f$ es $@$.',
    forms: [...holds('x e^x (2 + x)'), fails('x e^x (1 + x)', 'step.not-equal')],
  },
];

describe('what is said of names', () => {
  testForms(scenarios);

  test.each([
    [
      'a loss of a matrix after the same of a vector',
      '$L(w)=\\frac12\\|Xw-y\\|^2$ with $X\\in\\mathbb{R}^{n\\times d}$. With several outputs, $L(W)=\\frac12\\|XW-Y\\|_F^2$.',
    ],
    [
      'the mean of a form in names whose law is not given',
      '$$\\mathbb{E}[(x-\\mu)^\\top A (x-\\mu)] = \\mathbb{E}[\\operatorname{tr}(A (x-\\mu)(x-\\mu)^\\top)] = \\operatorname{tr}(A\\Sigma)$$',
    ],
    [
      'a name that what the formula is part of has',
      'Let $g$ be the derivative of $x^2$, which we call $h$. Then $h + 1 = 2x + 1$.',
    ],
  ])('%s is no mistake', (_, text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
