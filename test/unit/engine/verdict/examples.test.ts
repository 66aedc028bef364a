import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const NETWORK =
  '$$z_j^{(l)} = \\sum_i w_{ij}^{(l)} a_i^{(l-1)} + b_j^{(l)}, \\qquad a_j^{(l)} = \\sigma(z_j^{(l)})$$\n\n' +
  '$$E = \\frac{1}{2} \\sum_k (a_k^{(L)} - y_k)^2$$\n\n';
const ROWS =
  'Sea $Z \\in \\mathbb{R}^{n \\times C}$.\n\n$$P_{ic} = \\frac{e^{Z_{ic}}}{\\sum_{k=1}^C e^{Z_{ik}}}$$\n\n' +
  'Fijemos un ejemplo $i$ y escribamos $z_c = Z_{ic}$, $p_c = P_{ic}$, $y_c = Y_{ic}$.\n\n';
const MADE =
  '# Modelo\n\nSea $X \\in \\mathbb{R}^{n \\times d}$ y $W \\in \\mathbb{R}^{d \\times C}$.\n\n$$Z = X W, \\qquad ' +
  'P_{ic} = \\frac{e^{(Z)_{ic}}}{\\sum_{k=1}^C e^{(Z)_{ik}}}$$\n\n# Gradiente\n\n' +
  'Para un ejemplo sea $z_c = (Z)_{ic}$ y $p_c = P_{ic}$.\n\n';

/** General cases beside examples, and samples of which only one is spoken of. */
const scenarios: readonly Scenario[] = [
  {
    title: 'numbers of an example that comes later',
    text:
      `${NETWORK}Sea $\\delta_j^{(l)} = \\frac{\\partial E}{\\partial z_j^{(l)}}$. En la salida ` +
      '$$\\delta_k^{(L)} = @$$\n\nRed 2--2--1 con $a^{(0)} = (1, 2)$, $y = 1$.',
    forms: [
      ...holds('(a_k^{(L)} - y_k) a_k^{(L)} (1 - a_k^{(L)})'),
      fails(
        '(a_k^{(L)} + y_k) a_k^{(L)} (1 - a_k^{(L)})',
        wrong,
        '(a_k^{(L)} - y_k) a_k^{(L)} (1 - a_k^{(L)})',
      ),
    ],
  },
  {
    title: 'the row of one sample',
    text: `${ROWS}$$\\frac{\\partial p_c}{\\partial z_k} = @$$`,
    forms: [
      ...holds('p_c (\\delta_{ck} - p_k)'),
      fails('p_c (\\delta_{ck} + p_k)', wrong, 'p_c (\\delta_{ck} - p_k)'),
    ],
  },
  {
    title: 'the loss of one sample',
    text: `${ROWS}La pérdida es $\\ell = -\\sum_c y_c \\log p_c$ y las etiquetas suman uno: $$\\frac{\\partial \\ell}{\\partial z_k} = -y_k + p_k \\sum_c y_c = @$$`,
    forms: [...holds('p_k - y_k'), fails('p_k + y_k', wrong, 'p_k - y_k')],
  },
  {
    title: 'the row of what is made of matrices',
    text: `${MADE}$$\\frac{\\partial p_c}{\\partial z_k} = @$$`,
    forms: [
      ...holds('p_c (\\delta_{ck} - p_k)'),
      fails('p_c (\\delta_{ck} + p_k)', wrong, 'p_c (\\delta_{ck} - p_k)'),
    ],
  },
  {
    title: 'entries counted from 0',
    text: 'Sean $x = (1, 3, -1, 2)$, $w = (2, 5)$ y $g = (0, 2, 1)$.\n\n$$a = 2 x_1 - x_3 = @$$\n\n$$b = w_0 g_2 + w_1 g_1 = 12$$',
    forms: [...holds('6 - 2'), fails('2 - 1', wrong)],
  },
  {
    title: 'a number beside the list of its letter',
    text: 'Sean $x = (3, 4)$, $w = (2, 5)$ y $w_0 = 1$.\n\n$$3 x_1 = @$$',
    forms: [...holds('9'), fails('12', wrong)],
  },
  {
    title: 'a list until one of its entries is another number',
    text: "$$\\frac{\\partial}{\\partial v} \\frac{1}{2} v'v = v$$ Empiezo en $v = (0, 0)'$. $$v_1 = 0.5 + 1 = 1.5$$ Con $u = (1, 2)'$: $$u + v = @$$",
    forms: [{ latex: "(2.5, 2)'", verdict: 'given' }],
  },
];

testForms(scenarios);
