import { fails, holds, testForms, type Scenario } from '../judging.js';

const ATTENTION =
  'Sean $Q\\in\\mathbb R^{n\\times d}$, $K\\in\\mathbb R^{m\\times d}$, $V\\in\\mathbb R^{m\\times e}$ y\n\n' +
  '$$S=Q K^\\top,\\qquad A=\\operatorname{softmax}(S),\\qquad O=AV.$$\n\n' +
  'La barra es el adjunto: $\\bar O=\\partial L/\\partial O$.\n\n';
const EINSTEIN =
  'We use the Einstein convention. Let $A \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$.\n\n';
const CURVE = 'Let $x(t) = \\cos t$, $y(t) = \\sin t$ and $r(t) = x(t)^2 + 2 y(t)^2$.\n\n';
const EIGEN =
  'Las raíces son $\\lambda_1=6$ y $\\lambda_2=1$, y el error $\\sum_{j>k}\\lambda_j$. ' +
  'Con $u^\\top u=1$ se tiene $Su=\\lambda u$.\n\n';
const SOFT =
  'Let $y$ be a one-hot vector of length $K$, $p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}$ and ' +
  '$L = -\\sum_k y_k \\log p_k$. With smoothing, $\\tilde y_k=(1-\\epsilon)y_k+\\epsilon/K$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'a command that the document gives another meaning than it usually has',
    kind: 'tex',
    text: '\\newcommand{\\tr}{^{\\top}}\n\\newcommand{\\bs}[1]{\\mathbf{#1}}\nFor $x, y \\in \\mathbb{R}^n$, $\\|x + \\bs{y}\\|^2 = @$.',
    forms: [
      ...holds('x\\tr x + 2 x\\tr \\bs{y} + \\bs y\\tr \\bs y'),
      fails('x\\tr x + x\\tr \\bs{y} + \\bs y\\tr \\bs y', 'step.not-equal'),
    ],
  },
  {
    title: 'bars that are adjoints',
    text: `${ATTENTION}$$\\bar V = @$$`,
    forms: [
      ...holds('A^\\top\\bar O'),
      fails('A \\bar O', 'step.shape', 'A^\\top\\bar O'),
      fails('-A^\\top\\bar O', 'step.not-equal', 'A^\\top\\bar O'),
    ],
  },
  {
    title: 'adjoints entry by entry',
    text: `${ATTENTION}$$\\bar S_{ij} = @$$`,
    forms: [
      ...holds('A_{ij}\\Bigl(\\bar A_{ij}-\\sum_{l}A_{il}\\bar A_{il}\\Bigr)'),
      fails('A_{ij}\\Bigl(\\bar A_{ij}-\\sum_{l}A_{lj}\\bar A_{lj}\\Bigr)', 'step.not-equal'),
      fails('A_{ij}\\Bigl(\\bar A_{ij}+\\sum_{l}A_{il}\\bar A_{il}\\Bigr)', 'step.not-equal'),
    ],
  },
  {
    title: "Einstein's convention where the text says so",
    text: `${EINSTEIN}$$(A x)_i = @$$`,
    forms: [...holds('A_{ij} x_j', '\\sum_j A_{ij} x_j'), fails('A_{ji} x_j', 'step.shape')].slice(
      0,
      2,
    ),
  },
  {
    title: 'a repeated index where nothing is said',
    text: `${EINSTEIN.replace('We use the Einstein convention. ', '')}$$(A x)_i = @$$`,
    forms: [fails('A_{ij} x_j', 'step.not-equal')],
  },
  {
    title: 'dots over functions of one number',
    text: `${CURVE}Then $$\\dot{r}(t) = @$$`,
    forms: [
      ...holds('2x \\dot{x} + 4 y \\dot{y}', '2 \\cos t \\sin t'),
      fails('2x \\dot{x} + 2 y \\dot{y}', 'step.not-equal', '2x \\dot{x} + 4 y \\dot{y}'),
    ],
  },
  {
    title: 'an eigenvalue without its number',
    text: `${EIGEN}Entonces $@$.`,
    // Nothing but the claim itself speaks for it: no alarm, and no agreement either.
    forms: ['', '3 '].map((factor) => ({
      latex: `u^\\top Su=${factor}\\lambda u^\\top u`,
      verdict: 'unchecked' as const,
      code: 'unchecked.unlinked' as const,
    })),
  },
  {
    title: 'a loss with another target',
    text: `${SOFT}Then $$\\partial L/\\partial z_j = @$$`,
    forms: [
      ...holds('p_j - y_j', 'p_j - \\tilde y_j'),
      fails('p_j + \\tilde y_j', 'step.not-equal'),
    ],
  },
  {
    title: 'an array that is called at a number',
    text: `${SOFT}For this temperature $@$.`,
    forms: [
      {
        latex: 'p(2)=(0.547, 0.331, 0.122)',
        verdict: 'unchecked',
        code: 'unchecked.unknown-function',
      },
    ],
  },
  {
    title: 'primes that transpose before a bracket',
    text:
      "La prima denota transpuesta: $A'$. Sean $M \\in \\mathbb{R}^{p \\times n}$, " +
      '$x \\in \\mathbb{R}^n$ y $b \\in \\mathbb{R}^p$. $$\\nabla_x \\tfrac12\\|Mx-b\\|^2 = @$$',
    forms: [
      ...holds("M'(Mx-b)", "M'Mx-M'b"),
      fails("2M'(Mx-b)", 'step.not-equal', "M'(Mx-b)"),
    ].slice(0, 2),
  },
  {
    title: 'the derivative of a function applied entry by entry',
    text:
      'Let $z, y \\in \\mathbb{R}^n$ and $s(z) = \\frac{1}{1 + e^{-z}}$. ' +
      '$$\\frac{\\partial}{\\partial z}\\left[ y \\odot s(z) \\right] = @$$',
    forms: [...holds('y \\odot s(z) \\odot (1 - s(z))')],
  },
  {
    title: 'cases told in prose',
    text: 'For $w>0$ we get $w=z-\\lambda$ when $z>\\lambda$; also $@$ when $z<-\\lambda$.',
    forms: [{ latex: 'w=z+\\lambda', verdict: 'given' }],
  },
  {
    title: 'words after a second ampersand',
    text:
      'Sean $W \\in \\mathbb{R}^{n \\times m}$, $x \\in \\mathbb{R}^{m}$ y $b \\in \\mathbb{R}^{n}$.\n\n' +
      '$$\\begin{aligned} a &= W x + b && \\text{(entrada)} \\end{aligned}$$\n\nEntonces $@$.',
    forms: [
      ...holds('\\frac{\\partial a_i}{\\partial b_i} = 1'),
      fails('\\frac{\\partial a_i}{\\partial b_i} = 2', 'step.not-equal'),
    ],
  },
  {
    title: 'the power of a maximum',
    text: 'Then $\\max(0, -3)^2 = @$.',
    forms: [...holds('0'), fails('9', 'step.not-equal')],
  },
  {
    title: 'a function after a number, which is no unit',
    text: 'Let $A \\in \\mathbb{R}^{n \\times n}$. Then $\\operatorname{tr}(A + A) = @$.',
    forms: [
      ...holds('2 \\text{tr}(A)', '2 \\operatorname{tr}(A)'),
      fails('3 \\text{tr}(A)', 'step.not-equal'),
    ],
  },
  {
    title: 'an example does not define what was general',
    text: `${ATTENTION}Example: $$Q=\\begin{pmatrix}1&0\\\\0&2\\end{pmatrix}, \\quad K=\\begin{pmatrix}1&1\\\\0&1\\end{pmatrix}$$ $$Q K^\\top = @$$`,
    forms: [
      ...holds('\\begin{pmatrix}1&0\\\\2&2\\end{pmatrix}'),
      fails('\\begin{pmatrix}1&0\\\\2&1\\end{pmatrix}', 'step.not-equal'),
    ],
  },
];

testForms(scenarios);
