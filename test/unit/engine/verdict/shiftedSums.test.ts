import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

const SIGNAL =
  'Sea $s \\in \\mathbb{R}^{n}$ la señal y $h \\in \\mathbb{R}^{K}$ el filtro.\n\n' +
  '$$r_p = c + \\sum_{q=0}^{K-1} h_q s_{p+q}, \\qquad p = 0, \\dots, n - K.$$\n\nSea $\\epsilon_p = \\partial L / \\partial r_p$.\n\n';

const ONE_BASED =
  'For $i = 1, \\dots, M$ with $M = N - K + 1$, $x \\in \\mathbb{R}^N$ and $w \\in \\mathbb{R}^K$,\n\n' +
  '$$y_i = \\sum_{k=1}^{K} w_k x_{i+k-1}.$$\n\nLet $g_i = \\partial L / \\partial y_i$.\n\n';

const IMAGE =
  '$$Z_{ij} = d + \\sum_{a=0}^{F-1} \\sum_{b=0}^{F-1} G_{ab} P_{i+a,\\,j+b}, \\qquad 0 \\le i, j \\le N - F.$$\n\n' +
  'Let $\\delta_{ij} = \\partial \\mathcal{L} / \\partial Z_{ij}$.\n\n';

const TIMED =
  '## Forward\n\n$$z_t = b + \\sum_{k=0}^{K-1} w_k x_{t+k}, \\qquad t = 0, \\dots, T - K.$$\n\n' +
  '## Backward\n\nLet $\\delta_t = \\partial \\mathcal{L} / \\partial z_t$.\n\n';

const NUMBERS =
  '$$Y_{ij} = \\sum_{u=0}^{k-1} \\sum_{v=0}^{k-1} K_{uv} X_{i+u,j+v}, \\qquad 0 \\le i, j \\le n - k.$$\n\n' +
  '$$X = \\begin{pmatrix} 1 & 2 & 0 \\\\ 3 & 1 & 1 \\\\ 0 & 2 & 4 \\end{pmatrix}, \\qquad ' +
  'K = \\begin{pmatrix} 1 & 0 \\\\ 0 & 2 \\end{pmatrix}, \\qquad T = \\begin{pmatrix} 2 & 3 \\\\ 6 & 9 \\end{pmatrix}.$$\n\n' +
  'The loss is $L = \\frac{1}{2} \\|Y - T\\|_F^2$.\n\n';

/** Convolutions and what goes back through them: which entries there are follows from the limits of the sums. */
const scenarios: readonly Scenario[] = [
  {
    title: 'slope by the filter, counted from 0',
    text: SIGNAL + '$$\\frac{\\partial L}{\\partial h_q} = @$$',
    forms: [
      ...holds(
        '\\sum_{p=0}^{n-K} \\epsilon_p s_{p+q}',
        '\\sum_{p=0}^{n-K} \\frac{\\partial L}{\\partial r_p} \\frac{\\partial r_p}{\\partial h_q}',
        '\\sum_p \\epsilon_p s_{p+q}',
      ),
      fails(
        '\\sum_{p=0}^{n-K} \\epsilon_p s_{p-q}',
        wrong,
        '\\sum_{p=0}^{n-K} \\epsilon_p s_{p+q}',
      ),
      fails('\\sum_{p=0}^{n-K} \\epsilon_p s_{p}', wrong, '\\sum_{p=0}^{n-K} \\epsilon_p s_{p+q}'),
    ],
  },
  {
    title: 'slope by the signal, whose ends lie beyond the errors',
    text: SIGNAL + '$$\\frac{\\partial L}{\\partial s_j} = @$$',
    forms: [
      ...holds('\\sum_{q=0}^{K-1} \\epsilon_{j-q} h_q', '\\sum_p \\epsilon_p h_{j-p}'),
      fails(
        '\\sum_{q=0}^{K-1} \\epsilon_{j+q} h_q',
        wrong,
        '\\sum_{q=0}^{K-1} \\epsilon_{j-q} h_q',
      ),
      fails('\\sum_p \\epsilon_p h_{j+p}', wrong, '\\sum_p \\epsilon_p h_{j-p}'),
    ],
  },
  {
    title: 'slope by the bias',
    text: SIGNAL + '$$\\frac{\\partial L}{\\partial c} = @$$',
    forms: holds('\\sum_{p=0}^{n-K} \\epsilon_p'),
  },
  {
    title: 'entries counted from 1',
    text: ONE_BASED + '$$\\frac{\\partial L}{\\partial x_m} = @$$',
    forms: [
      ...holds('\\sum_{i=1}^{M} g_i w_{m-i+1}', '\\sum_{k=1}^{K} w_k g_{m-k+1}'),
      fails('\\sum_{i=1}^{M} g_i w_{m+i-1}', wrong, '\\sum_{i=1}^{M} g_i w_{m-i+1}'),
    ],
  },
  {
    title: 'two axes',
    text: IMAGE + '$$\\frac{\\partial \\mathcal{L}}{\\partial G_{ab}} = @$$',
    forms: [
      ...holds(
        '\\sum_{i=0}^{N-F} \\sum_{j=0}^{N-F} \\delta_{ij} P_{i+a,\\,j+b}',
        '\\sum_{i,j} \\delta_{ij} P_{i+a,j+b}',
      ),
      fails(
        '\\sum_{i=0}^{N-F} \\sum_{j=0}^{N-F} \\delta_{ij} P_{ij}',
        wrong,
        '\\sum_{i=0}^{N-F} \\sum_{j=0}^{N-F} \\delta_{ij} P_{i+a,j+b}',
      ),
    ],
  },
  {
    title: 'two axes, the kernel turned round',
    text:
      IMAGE +
      '$$\\frac{\\partial \\mathcal{L}}{\\partial P_{rc}} = \\sum_{i,j} \\delta_{ij} G_{r-i,\\,c-j} = @$$',
    forms: [
      ...holds('\\sum_{a=0}^{F-1} \\sum_{b=0}^{F-1} \\delta_{r-a,\\,c-b} G_{ab}'),
      fails(
        '\\sum_{a=0}^{F-1} \\sum_{b=0}^{F-1} \\delta_{r+a,\\,c+b} G_{ab}',
        wrong,
        '\\sum_{a=0}^{F-1} \\sum_{b=0}^{F-1} \\delta_{r-a,c-b} G_{ab}',
      ),
    ],
  },
  {
    title: 'places of a signal by the letter of time',
    text: TIMED + '$$\\frac{\\partial \\mathcal{L}}{\\partial w_k} = @$$',
    forms: [
      ...holds('\\sum_{t=0}^{T-K} \\delta_t x_{t+k}'),
      fails('\\sum_{t=0}^{T-K} \\delta_t x_{t-k}', wrong, '\\sum_{t=0}^{T-K} \\delta_t x_{t+k}'),
    ],
  },
  {
    title: 'entries of matrices counted from 0',
    text:
      NUMBERS +
      '$$\\frac{\\partial L}{\\partial K_{11}} = X_{11} - X_{12} - X_{21} + 0 \\cdot X_{22} = @$$',
    forms: holds('1 - 1 - 2'),
  },
  {
    title: 'a loss that is not said to come from the entries',
    text:
      'The loss of the whole network is $L = \\frac{1}{2} (o - v)^2$.\n\n' +
      ONE_BASED +
      '$$\\frac{\\partial L}{\\partial w_k} = @$$',
    forms: [
      ...holds('\\sum_{i=1}^{M} g_i x_{i+k-1}'),
      fails('\\sum_{i=1}^{M} g_i x_{i-k+1}', wrong, '\\sum_{i=1}^{M} g_i x_{i+k-1}'),
    ],
  },
  {
    title: 'what is said of neighbours holds where there are some',
    text: 'La media móvil es $$m_i = \\frac{1}{K} \\sum_{k=0}^{K-1} x_{i+k}, \\qquad i = 0, \\dots, n - K.$$\n\n$$m_{i+1} - m_i = @$$',
    forms: [
      ...holds('\\frac{1}{K} (x_{i+K} - x_i)'),
      fails('\\frac{1}{K} (x_{i+K} + x_i)', wrong, '\\frac{1}{K} (x_{i+K} - x_i)'),
    ],
  },
  {
    title: 'several channels',
    text:
      '$$z_{f,i} = b_f + \\sum_{c=1}^{C} \\sum_{k=0}^{K-1} w_{f,c,k} x_{c,i+k}, \\qquad i = 0, \\dots, n - K.$$\n\n' +
      'Let $\\delta_{f,i} = \\partial L / \\partial z_{f,i}$.\n\n$$\\frac{\\partial L}{\\partial x_{c,j}} = @$$',
    forms: [
      ...holds('\\sum_{f=1}^{F} \\sum_{k=0}^{K-1} \\delta_{f,j-k} w_{f,c,k}'),
      fails(
        '\\sum_{f=1}^{F} \\sum_{k=0}^{K-1} \\delta_{f,j+k} w_{f,c,k}',
        wrong,
        '\\sum_{f=1}^{F} \\sum_{k=0}^{K-1} \\delta_{f,j-k} w_{f,c,k}',
      ),
    ],
  },
  {
    title: 'a sign for convolution, and then its entries',
    text:
      '$$X = \\begin{pmatrix} 1 & 2 & 0 \\\\ 3 & 1 & 1 \\\\ 0 & 2 & 4 \\end{pmatrix}, \\qquad K = \\begin{pmatrix} 1 & 0 ' +
      '\\\\ 0 & 2 \\end{pmatrix}.$$\n\nThe map is $Z = X * K$, that is\n\n$$Z_{ij} = \\sum_{u=1}^{2} \\sum_{v=1}^{2} K_{uv} ' +
      'X_{i+u-1,j+v-1}.$$\n\nFor $L = Z_{11} + Z_{21}$ it is\n\n$$\\frac{\\partial L}{\\partial K_{uv}} = @$$',
    forms: [...holds('X_{u,v} + X_{u+1,v}'), fails('X_{u,v} + X_{u,v+1}', wrong)],
  },
  {
    title: 'a letter that a sum counts with, left free',
    text: '$$G_t = \\sum_{k=0}^{T-1} \\gamma^k r_{t+k}$$\n\n$$\\frac{\\partial G_t}{\\partial r_{t+k}} = @$$',
    forms: holds('\\gamma^k'),
  },
];

testForms(scenarios);
