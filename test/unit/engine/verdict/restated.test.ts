import { describe, expect, test } from 'vitest';
import { check, fails, holds, slips, testForms, unexplained, type Scenario } from '../judging.js';

/** What says again, in other words, what the document has said already: it can be right or wrong. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the entries of what was defined as a whole',
    text: 'Sea $S = QK^\\top/\\sqrt{d}$ y $A = \\mathrm{softmax}(S)$ por filas.\n\n$$A_{ij} = @$$',
    forms: [
      ...holds('\\frac{\\exp(S_{ij})}{\\sum_{l=1}^n\\exp(S_{il})}'),
      fails(
        '\\frac{\\exp(S_{ij})}{\\sum_{l=1}^n\\exp(S_{lj})}',
        'step.not-equal',
        '\\frac{\\exp(S_{ij})}{\\sum_{l=1}^n\\exp(S_{il})}',
      ),
    ],
  },
  {
    title: 'an index beside one that is summed over',
    text: 'Con $O = AV$ queda $O_{ic} = @$.',
    forms: [
      ...holds('\\sum_{j=1}^n A_{ij} V_{jc}'),
      fails('\\sum_{j=1}^n A_{ji} V_{jc}', 'step.not-equal', '\\sum_{j=1}^n A_{ij} V_{jc}'),
    ],
  },
  {
    title: 'the size of what is computed',
    text: 'Let $A\\in\\mathbb{R}^{m\\times n}$ and $B\\in\\mathbb{R}^{n\\times k}$.\n\n$$AB \\in @$$',
    forms: [
      ...holds('\\mathbb{R}^{m\\times k}'),
      fails('\\mathbb{R}^{n\\times k}', 'step.shape', '\\mathbb{R}^{m\\times k}'),
      fails('\\mathbb{R}^{k\\times m}', 'step.shape', '\\mathbb{R}^{m\\times k}'),
    ],
  },
  {
    title: 'how many entries a list has',
    text: 'El vector $(1, x, x^2)^\\top \\in @$ reúne las potencias de $x\\in\\mathbb{R}$.',
    forms: [...holds('\\mathbb{R}^3'), fails('\\mathbb{R}^2', 'step.shape', '\\mathbb{R}^3')],
  },
  {
    title: 'the size of what a definition computes',
    text: 'Sea $P\\in\\mathbb{R}^{n\\times n}$ y $V\\in\\mathbb{R}^{n\\times d}$.\n\n$$O = PV \\in @$$',
    forms: [
      ...holds('\\mathbb{R}^{n\\times d}'),
      fails('\\mathbb{R}^{d\\times n}', 'step.shape', '\\mathbb{R}^{n\\times d}'),
    ],
  },
  {
    title: 'a bias of one row and many samples',
    text: 'Sea $X\\in\\mathbb{R}^{N\\times D}$, $W\\in\\mathbb{R}^{D\\times K}$, $b\\in\\mathbb{R}^{1\\times K}$, $Z = XW+b$, $\\hat Y=\\mathrm{softmax}(Z)$ por renglones. Con $Y$ en codificación one-hot,\n\n$$L=-\\frac1N\\sum_{n=1}^N\\sum_{k=1}^K Y_{nk}\\log\\hat Y_{nk}, \\qquad \\frac{\\partial L}{\\partial Z} = @$$',
    forms: [...holds('\\frac1N(\\hat Y - Y)'), fails('\\frac1N(Y - \\hat Y)', 'step.not-equal')],
  },
  {
    title: 'a gradient that does not say by what',
    text: 'Let $L(w)=\\frac12\\|Xw-y\\|^2$ with $X\\in\\mathbb{R}^{n\\times d}$. Then $\\nabla L = @$.',
    forms: [
      ...holds('X^\\top(Xw-y)'),
      fails('X(Xw-y)', 'step.shape', 'X^\\top(Xw-y)'),
      fails('X^\\top(Xw+y)', 'step.not-equal', 'X^\\top(Xw-y)'),
    ],
  },
  {
    title: 'a Hessian that does not say by what',
    text: 'Si $q(x) = \\frac14\\|x\\|^4$, entonces $\\nabla^2 q = @$.',
    forms: [
      ...holds('\\|x\\|^2 I + 2xx^\\top'),
      fails('\\|x\\|^2 I + xx^\\top', 'step.not-equal', '\\|x\\|^2 I + 2xx^\\top'),
    ],
  },
  {
    title: 'the solution of what was set to zero',
    text: 'Se minimiza $J = \\sum_n\\sum_k r_{nk}\\|x_n-\\mu_k\\|^2$ con $r_{nk}\\in\\{0,1\\}$.\n\n$$\\frac{\\partial J}{\\partial\\mu_k} = -2\\sum_n r_{nk}(x_n-\\mu_k) = 0 \\implies \\mu_k = @$$',
    forms: [
      ...holds('\\frac{\\sum_n r_{nk}x_n}{\\sum_n r_{nk}}'),
      fails('\\frac{\\sum_n r_{nk}x_n}{\\sum_n x_n}', 'step.implication'),
    ],
  },
  {
    title: 'the order of two sums',
    text: '$$\\sum_{i=1}^{n}\\sum_{j=1}^{i} a_{ij} = @$$',
    forms: [
      ...holds('\\sum_{j=1}^{n}\\sum_{i=j}^{n} a_{ij}'),
      fails('\\sum_{j=1}^{n}\\sum_{i=1}^{j} a_{ij}', 'step.not-equal'),
    ],
  },
  {
    title: 'the square of a sum',
    text: 'Con $J=\\operatorname{diag}(p)-pp^\\top$ y $p$ un vector de probabilidad,\n\n$$v^\\top Jv = @$$',
    forms: [
      ...holds('\\sum_i p_iv_i^2-\\Bigl(\\sum_i p_iv_i\\Bigr)^2'),
      fails(
        '\\sum_i p_iv_i^2-\\Bigl(\\sum_i p_iv_i\\Bigr)',
        'step.not-equal',
        '\\sum_i p_iv_i^2-\\Bigl(\\sum_i p_iv_i\\Bigr)^2',
      ),
    ],
  },
  {
    title: 'an inequality that follows from one',
    text: 'Tenemos $0<a<b \\Rightarrow @$.',
    forms: [
      ...holds('\\frac1a>\\frac1b', 'a^2<b^2'),
      fails('\\frac1a<\\frac1b', 'step.inequality', '\\frac1a>\\frac1b'),
    ],
  },
  {
    title: 'an index that the name does not have, each time',
    text: 'Sea $h_j = \\tanh(\\sum_i w_{ij}x_i)$.\n\n$$\\hat y = \\sum_{k=1}^c w_{jk} h_j$$\n\nY otra vez\n\n$$\\hat y = @$$',
    forms: [
      slips('\\sum_{j=1}^c w_{jk} h_j', 'notation.index-free'),
      slips('\\sum_{k=1}^c w_{jk} h_j', 'notation.index-free', '\\sum_{j=1}^{c} w_{jk} h_j'),
    ],
  },
  {
    title: 'labels that are names themselves',
    text: 'Let $X\\in\\mathbb{R}^{n\\times d}$ and $W_V\\in\\mathbb{R}^{d\\times p}$.\n\n$$V=XW_V, \\qquad O=AV.$$\n\nLet $\\bar O=\\partial L/\\partial O$ be given; then $\\bar V=A^\\top\\bar O$ and\n\n$$\\bar W_V = @$$',
    forms: [...holds('X^\\top\\bar V'), fails('X\\bar V', 'step.shape', 'X^\\top\\bar V')],
  },
  {
    title: 'a gradient by what a later sentence says something of',
    text: 'Let $x_1, \\dots, x_N \\in \\mathbb{R}^n$, $S = \\frac1N \\sum_{i=1}^N (x_i - \\mu)(x_i - \\mu)^\\top$ and $\\Lambda = \\Sigma^{-1}$. $$\\ell(\\Lambda) = \\frac N2 \\log\\det\\Lambda - \\frac N2 \\operatorname{tr}(\\Lambda S)$$ $$\\nabla_\\Lambda \\ell = @$$ which vanishes at $\\Sigma = S$.',
    forms: [
      ...holds('\\frac N2 \\Lambda^{-\\top} - \\frac N2 S^\\top'),
      fails('\\frac N2 \\Lambda - \\frac N2 S^\\top', 'step.not-equal'),
      fails('\\frac N2 \\Lambda^{-\\top} + \\frac N2 S^\\top', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss that only a later example has',
    text: 'With $S = QK^\\top/\\sqrt{d_k}$ and $O=SV$, let $\\bar O=\\partial L/\\partial O$.\n\n$$\\bar V = @$$\n\nContinuing, let $L=o_1$.',
    forms: [
      ...holds('S^\\top\\bar O'),
      fails('-S^\\top\\bar O', 'step.not-equal', 'S^\\top\\bar O'),
    ],
  },
  {
    title: 'as many entries as are written out',
    text: 'In $\\mathbb{R}^2$ the kernel expands to\n\n$$(x^\\top z+1)^2 = @$$',
    forms: [
      ...holds('1+2x_1z_1+2x_2z_2+x_1^2z_1^2+2x_1x_2z_1z_2+x_2^2z_2^2'),
      fails(
        '1+2x_1z_1+2x_2z_2+x_1^2z_1^2+x_1x_2z_1z_2+x_2^2z_2^2',
        'step.not-equal',
        '1+2x_1z_1+2x_2z_2+x_1^2z_1^2+2x_1x_2z_1z_2+x_2^2z_2^2',
      ),
    ],
  },
  {
    title: 'the mean that a subscript names',
    text: 'Para dos variables aleatorias $X$ e $Y$, $\\operatorname{Cov}(X,Y) = \\mathbb{E}[(X-\\mu_X)(Y-\\mu_Y)] = @$.',
    forms: [
      ...holds('\\mathbb{E}[XY] - \\mu_X\\mu_Y'),
      fails('\\mathbb{E}[XY] + \\mu_X\\mu_Y', 'step.not-equal'),
    ],
  },
  {
    title: 'a matrix that need not be symmetric',
    text: 'For a square, not necessarily symmetric $A$ we compute\n\n$$\\nabla_x (x^\\top A x) = @$$',
    forms: [...holds('(A + A^\\top)x'), fails('2Ax', 'step.not-equal')],
  },
  {
    title: 'how many filters there are, beside the size of each',
    text: 'Una capa con $F$ filtros de $k\\times k$ sobre $C$ canales.\n\n$$\\frac{k^2C + CF}{k^2CF} = @$$',
    forms: [...holds('\\frac1F + \\frac{1}{k^2}'), unexplained('\\frac{1}{F} + \\frac{C}{k}')],
  },
  {
    title: 'what is divided by is a number',
    text: 'Let $X = A^\\top C$ and $Y = X F$.\n\nThe costs are\n\n$$\\frac{1}{A} + \\frac{1}{C} = @$$',
    forms: [...holds('\\frac{A + C}{AC}'), fails('\\frac{A - C}{AC}', 'step.not-equal')],
  },
  {
    title: 'decimals of what was computed',
    text: '$$\\frac{0.2}{0.26} \\approx @$$',
    forms: [...holds('0.769', '0.77', '0.8'), fails('0.796', 'step.not-equal')],
  },
  {
    title: 'a unit less is not a number that was cut',
    text: '$$0.5 + 0.1 \\cdot 2 = @$$',
    forms: [...holds('0.7'), fails('0.6', 'step.not-equal')],
  },
  {
    title: 'another rule in the place of the first',
    text: 'A block adds its input: $$h_{l+1} = h_l + G_l(h_l).$$ A common remedy is to scale the branch, $h_{l+1} = @$.',
    forms: [{ latex: 'h_l + \\frac12 G_l(h_l)', verdict: 'given' }, ...holds('h_l + G_l(h_l)')],
  },
  ...[
    'Let $V_k \\in \\mathbb{R}^{d \\times k}$ hold the first $k$ columns of $V$ and',
    'Sea $V_k \\in \\mathbb{R}^{d \\times k}$ la matriz formada por las primeras $k$ columnas de $V$ y',
  ].map((said) => ({
    title: said,
    text: `With $X = U\\Sigma V^\\top$ and $V \\in \\mathbb{R}^{d \\times d}$ orthogonal.\n\n${said} $P = V_k V_k^\\top$.\n\n$$P^2 = @$$`,
    forms: [...holds('V_k V_k^\\top'), fails('V_k^\\top V_k', 'step.shape')],
  })),
];

describe('what is said again', () => {
  testForms(scenarios);
});

test('a free index is offered to the name that lacks it', () => {
  const { steps } = check('$$h_j = \\tanh(a_j)$$\n\n$$\\hat{y} = \\sum_{j=1}^c w_{jk} h_j$$');
  const [fix] = steps.find(({ verdict }) => verdict === 'slip')?.fixes ?? [];
  expect([fix?.code, fix?.text]).toEqual(['fix.index', '\\hat{y}_{k}']);
});
