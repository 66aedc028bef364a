import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

const LAYERS =
  'Sean $x \\in \\mathbb{R}^{d}$, $W_1 \\in \\mathbb{R}^{H \\times d}$, $W_2 \\in \\mathbb{R}^{C \\times H}$, ' +
  '$b_1 \\in \\mathbb{R}^{H}$, $b_2 \\in \\mathbb{R}^{C}$ y $\\sigma(t) = \\frac{1}{1 + e^{-t}}$.\n\n' +
  '$$a = W_1 x + b_1, \\qquad h = \\sigma(a), \\qquad z = W_2 h + b_2, \\qquad \\hat{y} = \\operatorname{softmax}(z)$$\n\n' +
  'La pérdida es $L = -\\sum_{k=1}^{C} y_k \\log \\hat{y}_k$, con $y$ one-hot.\n\n';
const DELTA = `${LAYERS}$$\\delta = \\frac{\\partial L}{\\partial z} = \\hat{y} - y$$\n\n`;

const scenarios: readonly Scenario[] = [
  {
    title: 'the gradient of the output weights',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial W_2} = @$$`,
    forms: [
      ...holds('\\delta h^T', '\\delta h^\\top', '(\\hat{y} - y) h^T'),
      fails('h \\delta^T', 'step.shape'),
      fails('\\delta h', 'step.shape', '\\delta h^T'),
      fails('\\delta x^T', 'step.shape'),
      fails('(y - \\hat{y}) h^T', 'step.not-equal'),
    ],
  },
  {
    title: 'the gradient of the hidden layer',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial h} = @$$`,
    forms: [
      ...holds('W_2^T \\delta'),
      fails('W_2 \\delta', 'step.shape'),
      fails('W_1^T \\delta', 'step.shape'),
    ],
  },
  {
    title: 'the error at the hidden layer',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial a} = @$$`,
    forms: [
      ...holds(
        'W_2^T \\delta \\odot h \\odot (1 - h)',
        "(W_2^T \\delta) \\odot \\sigma'(a)",
        '(W_2^T \\delta) \\odot \\sigma(a) \\odot (1 - \\sigma(a))',
      ),
      fails(
        'W_2^T \\delta \\odot h \\odot (1 + h)',
        'step.not-equal',
        'W_2^T \\delta \\odot h \\odot (1 - h)',
      ),
      fails('W_2^T \\delta', 'step.not-equal'),
      fails('W_2^T \\delta \\odot (1 - h)', 'step.not-equal'),
    ],
  },
  {
    title: 'the gradient of the hidden weights',
    text: `${DELTA}$$\\delta^h = \\frac{\\partial L}{\\partial a} = W_2^T \\delta \\odot h \\odot (1 - h)$$\n\n$$\\frac{\\partial L}{\\partial W_1} = @$$`,
    forms: [
      ...holds('\\delta^h x^T'),
      fails('x (\\delta^h)^T', 'step.shape'),
      fails('\\delta^h h^T', 'step.shape'),
    ],
  },
  {
    title: 'the gradient of a bias',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial b_2} = @$$`,
    forms: [...holds('\\delta'), fails('\\delta h^T', 'step.shape')],
  },
  {
    title: 'an entry of a gradient',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial W_{2,ij}} = @$$`,
    forms: [
      ...holds('\\delta_i h_j'),
      fails('\\delta_j h_i', 'step.not-equal'),
      fails('\\delta_i x_j', 'step.not-equal'),
    ],
  },
  {
    title: 'the error entry by entry',
    text: `${DELTA}$$\\frac{\\partial L}{\\partial h_j} = @$$`,
    forms: [
      ...holds('\\sum_{k=1}^{C} W_{2,kj} \\delta_k', '\\sum_k \\delta_k W_{2,kj}'),
      fails('\\sum_{k=1}^{C} W_{2,jk} \\delta_k', 'step.not-equal'),
      fails('W_{2,kj} \\delta_k', 'step.not-equal'),
    ],
  },
  {
    title: 'a penalty on the weights',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^{d}$, $y \\in \\mathbb{R}^{n}$ and $J(w) = \\|X w - y\\|^2 + \\lambda \\|w\\|^2$.\n\n$$\\nabla_w J = @$$',
    forms: [
      ...holds('2 X^T (X w - y) + 2 \\lambda w'),
      fails('2 X^T (X w - y) + \\lambda w', 'step.not-equal'),
      fails('2 X^T (X w - y) - 2 \\lambda w', 'step.not-equal', '2 X^T (X w - y) + 2 \\lambda w'),
      fails('2 X^T (X w - y) + 2 \\lambda', 'step.not-equal'),
    ],
  },
  {
    title: 'a forward pass with the index left out',
    text: 'Sea $y \\in \\mathbb{R}^n$ la etiqueta y $\\hat{y} \\in \\mathbb{R}^n$ la predicción. La pérdida es\n\n$$L = @$$\n\ny el gradiente es $\\frac{\\partial L}{\\partial \\hat{y}_i} = -\\frac{y_i}{\\hat{y}_i}$.',
    forms: [
      { latex: '-\\sum_{i=1}^{n} y_i \\log \\hat{y}_i', verdict: 'given' },
      slips(
        '-\\sum_{i=1}^{n} y_i \\log \\hat{y}',
        'notation.index-missing',
        '-\\sum_{i=1}^{n} y_i \\log \\hat{y}_i',
      ),
    ],
  },
];

testForms(scenarios);
