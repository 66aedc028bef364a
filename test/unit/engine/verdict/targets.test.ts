import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const SOFTMAX = 'Let $p = \\operatorname{softmax}(z)$ and ';
const wrong = 'step.not-equal';
const GRADIENT = '.\n\n$$\\frac{\\partial L}{\\partial z} = @$$';
const forms = [...holds('p - y'), fails('y - p', wrong), fails('p', wrong)];

/** That the target of a cross-entropy adds to one is not always said. */
const scenarios: readonly Scenario[] = [
  {
    title: 'entry by entry',
    text: `${SOFTMAX}$L = -\\sum_k y_k \\log p_k$${GRADIENT}`,
    forms,
  },
  {
    title: 'written out',
    text: `${SOFTMAX}$L = -\\sum_k y_k \\ln \\frac{e^{z_k}}{\\sum_j e^{z_j}}$${GRADIENT}`,
    forms,
  },
  { title: 'of vectors', text: `${SOFTMAX}$L = -y^\\top \\log p$${GRADIENT}`, forms },
  {
    title: 'over samples',
    text:
      'Sea $\\hat y_{nk} = \\frac{e^{z_{nk}}}{\\sum_j e^{z_{nj}}}$ y $L = -\\frac1N \\sum_{n=1}^N \\sum_k y_{nk} \\log \\hat y_{nk}$.\n\n' +
      '$$\\frac{\\partial L}{\\partial z_{nk}} = @$$',
    forms: [
      ...holds('\\frac1N (\\hat y_{nk} - y_{nk})'),
      fails('\\hat y_{nk} - y_{nk}', wrong),
      fails('\\frac1N (y_{nk} - \\hat y_{nk})', wrong),
    ],
  },
  {
    title: 'of a batch, said to add to one, with the entries of a labelled matrix',
    text:
      'Sean $X \\in \\mathbb{R}^{n \\times d}$ e $Y \\in \\mathbb{R}^{n \\times K}$ con $\\sum_{k=1}^K Y_{ik} = 1$, $Z_1 = X W_1$, $H = \\tanh(Z_1)$, $Z_2 = H W_2$ y $P = \\operatorname{softmax}(Z_2)$, es decir, $P_{ik} = \\frac{e^{z_{ik}}}{\\sum_{j=1}^K e^{z_{ij}}}$, y ' +
      '$L = -\\frac1n \\sum_{i=1}^n \\sum_{k=1}^K Y_{ik} \\log P_{ik}$.\n\n$$\\frac{\\partial L}{\\partial z_{ij}} = @$$',
    forms: [
      ...holds('\\frac1n (P_{ij} - Y_{ij})'),
      fails('P_{ij} - Y_{ij}', wrong),
      fails('\\frac1n (Y_{ij} - P_{ij})', wrong),
    ],
  },
  {
    title: 'of a batch, not said to add to one',
    text:
      'Sean $Z \\in \\mathbb{R}^{n \\times K}$, $P = \\operatorname{softmax}(Z)$ y ' +
      '$L = -\\frac1n \\sum_{i=1}^n \\sum_{k=1}^K Y_{ik} \\log P_{ik}$.\n\n$$\\frac{\\partial L}{\\partial Z_{ij}} = @$$',
    forms: [...holds('\\frac1n (P_{ij} - Y_{ij})'), fails('\\frac1n (P_{ij} + Y_{ij})', wrong)],
  },
  {
    title: 'counts, which add to what they add to',
    text: 'Let $\\theta = \\operatorname{softmax}(z)$ and $L = \\sum_k n_k \\log \\theta_k$.\n\n$$\\frac{\\partial L}{\\partial z_k} = @$$',
    forms: [...holds('n_k - \\theta_k \\sum_j n_j'), unexplained('n_k - \\theta_k')],
  },
];

testForms(scenarios);
