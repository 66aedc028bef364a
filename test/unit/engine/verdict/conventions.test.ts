import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

/** What notation itself says: rows of matrices, sizes of identities, signs that make adjoints of names. */
const SYSTEM =
  'Sean $Z \\in \\mathbb{R}^{m \\times p}$, $b \\in \\mathbb{R}^m$, $\\theta \\in \\mathbb{R}^p$ y $F(\\theta) = \\|Z\\theta - b\\|^2$.\n\n';

const RIDGE = 'Let $A \\in \\mathbb{R}^{m \\times p}$ and $c > 0$.\n\n';

const GATES =
  '$$s_t = u_t \\odot v_t$$\n\nSean $\\delta s_t = \\partial \\mathcal{L} / \\partial s_t$ los errores.\n\n';

const PRODUCT =
  'Let $B \\in \\mathbb{R}^{m \\times k}$ and $C \\in \\mathbb{R}^{k \\times n}$. Write $\\bar M = \\frac{\\partial L}{\\partial M}$. From\n\n$$P = B C$$\n\n';

const BATCH =
  '$$\\mu = \\frac1m\\sum_{i=1}^m a_i, \\quad \\sigma^2 = \\frac1m\\sum_{i=1}^m (a_i - \\mu)^2, \\quad z_i = \\frac{a_i - \\mu}{\\sqrt{\\sigma^2 + \\epsilon}}$$\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'rows of a matrix under a small letter',
    text: `${SYSTEM}$$F(\\theta) = @$$`,
    forms: [
      ...holds('\\sum_{i=1}^{m} (z_i^\\top \\theta - b_i)^2'),
      fails('\\sum_{i=1}^{m} (z_i^\\top \\theta + b_i)^2', 'step.not-equal'),
    ],
  },
  {
    title: 'entries of a matrix under a small letter',
    text: `${SYSTEM}Como $F(\\theta) = \\sum_{i=1}^{m} (z_i^\\top \\theta - b_i)^2$,\n\n$$\\frac{\\partial F}{\\partial \\theta_k} = @$$`,
    forms: [
      ...holds('2\\sum_{i=1}^{m} (z_i^\\top \\theta - b_i) z_{ik}'),
      fails('\\sum_{i=1}^{m} (z_i^\\top \\theta - b_i) z_{ik}', 'step.not-equal'),
    ],
  },
  {
    title: 'columns of a matrix under a small letter',
    text: 'Sean $Z \\in \\mathbb{R}^{m \\times p}$ y $u \\in \\mathbb{R}^p$, con $z_k^\\top z_k = 1$.\n\n$$Z u = @$$',
    forms: [
      ...holds('\\sum_{k=1}^{p} z_k u_k'),
      fails('-\\sum_{k=1}^{p} z_k u_k', 'step.not-equal'),
    ],
  },
  {
    title: 'identities of two sizes',
    text: `${RIDGE}$$(A^\\top A + c I_p)^{-1} A^\\top = @$$`,
    forms: [
      ...holds('A^\\top (A A^\\top + c I_m)^{-1}'),
      fails(
        'A^\\top (A A^\\top - c I_m)^{-1}',
        'step.not-equal',
        'A^\\top (A A^\\top + c I_m)^{-1}',
      ),
    ],
  },
  {
    title: 'the trace of an identity',
    text: `${RIDGE}$$\\operatorname{tr}(A (A^\\top A)^{-1} A^\\top) = \\operatorname{tr}((A^\\top A)^{-1} A^\\top A) = @$$`,
    forms: [
      ...holds('\\operatorname{tr}(I_p)', 'p'),
      fails('\\operatorname{tr}(I_m)', 'step.not-equal'),
    ],
  },
  {
    title: 'an adjoint with a sign before the name',
    text: `${GATES}$$\\delta u_t = @$$`,
    forms: [...holds('\\delta s_t \\odot v_t'), fails('\\delta s_t \\odot u_t', 'step.not-equal')],
  },
  {
    title: 'an adjoint with a bar, said of a letter that stands for all',
    text: `${PRODUCT}$$\\bar B = @$$`,
    forms: [
      ...holds('\\bar P C^\\top'),
      fails('-\\bar P C^\\top', 'step.not-equal', '\\bar P C^\\top'),
    ],
  },
  {
    title: 'up to a constant, of a logarithm',
    text: '$$\\log p(z \\mid x) = -\\frac{(z - x)^2}{2} + \\text{const} = @$$',
    forms: [
      ...holds("-\\frac{z^2}{2} + z x + \\text{const}'", '-\\frac{z^2}{2} + z x + \\text{const}'),
      fails('-\\frac{z^2}{2} - z x + \\text{const}', 'step.not-equal'),
    ],
  },
  {
    title: 'accents before fonts, and a limit without braces',
    text: '$$\\sum_{n=1}^N1 + \\hat\\mathbf{x}^\\top \\bar\\bm x = @$$',
    forms: [
      ...holds('N + \\bar{\\bm{x}}^\\top \\mathbf{\\hat{x}}'),
      fails('1 + \\bar{\\bm{x}}^\\top \\hat{\\mathbf{x}}', 'step.not-equal'),
    ],
  },
  {
    title: 'up to a constant',
    text: '$$g(x) = -\\frac{(x - a)^2}{2 b} + \\text{cte} = @$$',
    forms: [
      ...holds('-\\frac{x^2}{2 b} + \\frac{a x}{b} + \\text{cte}'),
      fails('-\\frac{x^2}{2 b} + \\frac{a x}{2 b} + \\text{cte}', 'step.not-equal'),
    ],
  },
  {
    title: 'a constant in words at the end of a sum',
    text: '$$g(x) = -\\frac{(x - a)^2}{2 b} + \\text{const} = @.$$',
    forms: [
      ...holds('-\\frac{x^2}{2 b} + \\frac{a x}{b} + \\text{const.}'),
      fails('-\\frac{x^2}{2 b} + \\frac{a x}{2 b} + \\text{const}', 'step.not-equal'),
    ],
  },
  ...['\\frac{d}{d\\theta}', '\\nabla_\\theta'].map((slope) => ({
    title: `${slope} of what was told but for a constant`,
    text: `$$\\log p(\\theta \\mid x) = s \\log \\theta - \\lambda \\theta + \\text{const}$$\n\n$$${slope} \\log p(\\theta \\mid x) = @$$`,
    forms: [
      ...holds('\\frac{s}{\\theta} - \\lambda'),
      fails('\\frac{s}{\\theta} + \\lambda', 'step.not-equal', '\\frac{s}{\\theta} - \\lambda'),
    ],
  })),
  {
    title: 'a list of functions with their derivatives',
    text: "- Primera: $f(u) = u^2$, así que $f'(u) = 2u$.\n- Segunda: $f(u) = u^3$, así que $f'(u) = @$.\n",
    forms: [...holds('3u^2'), unexplained('2u^3')],
  },
  {
    title: 'an equation that is solved next',
    text: '$$N + 2q - r + 1 = N \\Rightarrow q = @$$',
    forms: [
      ...holds('\\frac{r - 1}{2}'),
      fails('\\frac{r + 1}{2}', 'step.implication', '\\frac{r - 1}{2}'),
    ],
  },
  {
    title: 'a derivative by a variance',
    text: `${BATCH}$$\\frac{\\partial L}{\\partial \\sigma^2} = @$$`,
    forms: [
      ...holds(
        '-\\frac12 (\\sigma^2 + \\epsilon)^{-3/2} \\sum_{i=1}^m \\frac{\\partial L}{\\partial z_i} (a_i - \\mu)',
      ),
      fails(
        '-\\frac12 (\\sigma^2 + \\epsilon)^{-1/2} \\sum_{i=1}^m \\frac{\\partial L}{\\partial z_i} (a_i - \\mu)',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'rows that are one-hot',
    text: 'Each row of $T \\in \\mathbb{R}^{B \\times K}$ is one-hot, $S \\in \\mathbb{R}^{B \\times K}$, $Q = \\operatorname{softmax}(S)$ and $L = -\\sum_{b=1}^{B} \\sum_{k=1}^{K} T_{bk} \\log Q_{bk}$.\n\n$$\\frac{\\partial L}{\\partial S} = @$$',
    forms: [...holds('Q - T'), fails('T - Q', 'step.not-equal')],
  },
  {
    title: 'a gain before a unit vector',
    text: 'Let $w = g \\frac{v}{\\|v\\|}$.\n\n$$\\frac{\\partial L}{\\partial g} = @$$',
    forms: [
      ...holds('\\frac{v^\\top \\nabla_w L}{\\|v\\|}'),
      fails('\\frac{v^\\top \\nabla_w L}{\\|v\\|^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'a numbered solution that is an array',
    text: 'Con $\\hat w_\\lambda = (X^\\top X + \\lambda I)^{-1} X^\\top y$ y $\\hat w = (X^\\top X)^{-1} X^\\top y$:\n\n$$\\hat w_2 = \\frac12 \\begin{pmatrix} 2 \\\\ 6 \\end{pmatrix} = @$$',
    forms: [
      ...holds('\\begin{pmatrix} 1 \\\\ 3 \\end{pmatrix}'),
      fails('\\begin{pmatrix} 1 \\\\ 2 \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'an example in numbers of a formula with names',
    text: '$$p = \\sigma(w^\\top x + b)$$\n\nEjemplo: $$p = \\sigma(0.5 - 0.2) = @$$',
    forms: [...holds('\\sigma(0.3)'), fails('\\sigma(0.7)', 'step.not-equal')],
  },
  {
    title: 'an exercise whose parts use one letter for two things',
    text: '# Exercise 1\n\n## Mean\n\n$$s = \\frac{1}{n} \\sum_{i=1}^n x_i, \\quad y_i = a x_i + b$$\n\n## Energy\n\n$$y = r^2, \\quad r = u + 1, \\quad \\frac{dy}{du} = @$$',
    forms: [...holds('2r'), fails('r', 'step.not-equal')],
  },
];

testForms(scenarios);
