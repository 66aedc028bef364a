import { fails, holds, testForms, type Scenario } from '../judging.js';

const BATCH_NORM =
  '$$\\mu=\\frac1N\\sum_i x_i,\\quad v=\\frac1N\\sum_i(x_i-\\mu)^2,\\quad ' +
  '\\hat x_i=\\frac{x_i-\\mu}{\\sqrt{v+\\epsilon}},\\quad y_i=\\gamma\\hat x_i+\\beta .$$\n\n' +
  'Let $g_i=\\partial L/\\partial y_i$ and $d_i=\\partial L/\\partial\\hat x_i$.\n\n';
const CELL =
  'Sea $c = f \\odot c_{t-1} + i \\odot g$ la celda y $h = o \\odot \\tanh(c)$ la salida, ' +
  'con $f, i, o, g, c_{t-1} \\in \\mathbb{R}^n$. Sea $\\delta = \\frac{\\partial L}{\\partial h}$.\n\n';
const STEP =
  'Sean $h_t = \\tanh(a_t)$ y $a_t = W h_{t-1} + U x_t + b$ con $W \\in \\mathbb{R}^{n \\times n}$, ' +
  '$U \\in \\mathbb{R}^{n \\times d}$ y $b \\in \\mathbb{R}^n$.\n\n';
const LSTM =
  '$$o_t = \\sigma(W_o x_t + U_o h_{t-1})$$\n$$c_t = f_t \\odot c_{t-1} + i_t \\odot g_t$$\n$$h_t = o_t \\odot \\tanh(c_t)$$\n\n';
const GRU =
  '\n\n$$z_t = \\sigma(W_z x_t + U_z h_{t-1})$$\n$$h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot n_t$$';

const scenarios: readonly Scenario[] = [
  {
    title: 'bars that a sentence explains',
    text: `${LSTM}We write $\\bar v$ for $\\partial L/\\partial v$.\n\n$$\\bar f_t = @$$`,
    forms: [...holds('\\bar c_t \\odot c_{t-1}'), fails('\\bar c_t \\odot i_t', 'step.not-equal')],
  },
  {
    title: 'one bar over a name and its marks',
    text: '$$o_t = \\sigma(a^o_t), \\quad a^o_t = W_o x_t + U_o h_{t-1}, \\quad h_t = o_t \\odot \\tanh(c_t)$$\n\nWe write $\\overline{v}$ for $\\partial L/\\partial v$.\n\n$$\\overline{a^o_t} = @$$',
    forms: [
      ...holds('\\overline{h_t} \\odot \\tanh(c_t) \\odot o_t \\odot (1 - o_t)'),
      fails('\\overline{h_t} \\odot \\tanh(c_t) \\odot o_t \\odot (1 + o_t)', 'step.not-equal'),
    ],
  },
  {
    title: 'bars explained the other way round',
    text: `${LSTM}Escribimos $\\frac{\\partial L}{\\partial v}$ como $\\bar v$.\n\n$$\\bar o_t = @$$`,
    forms: [
      ...holds('\\bar h_t \\odot \\tanh(c_t)'),
      fails('\\bar h_t \\odot c_t', 'step.not-equal'),
    ],
  },
  {
    title: 'another cell after it in the same section',
    text: `${LSTM}$$\\frac{\\partial L}{\\partial o_t} = @$$${GRU}`,
    forms: [
      ...holds('\\frac{\\partial L}{\\partial h_t} \\odot \\tanh(c_t)'),
      fails('\\frac{\\partial L}{\\partial h_t} \\odot c_t', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss that is never defined: the scale of batch normalization',
    text: `${BATCH_NORM}$$\\frac{\\partial L}{\\partial\\gamma} = @$$`,
    forms: [
      ...holds('\\sum_i g_i\\hat x_i', '\\sum_j \\frac{\\partial L}{\\partial y_j} \\hat{x}_j'),
      fails('\\sum_i g_i x_i', 'step.not-equal'),
      fails('\\sum_i d_i\\hat x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss that is never defined: the variance',
    text: `${BATCH_NORM}$$\\frac{\\partial L}{\\partial v} = @$$`,
    forms: [
      ...holds('-\\frac12(v+\\epsilon)^{-3/2}\\sum_i d_i(x_i-\\mu)'),
      fails('-\\frac12(v+\\epsilon)^{-1/2}\\sum_i d_i(x_i-\\mu)', 'step.not-equal'),
      fails('\\frac12(v+\\epsilon)^{-3/2}\\sum_i d_i(x_i-\\mu)', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss that is never defined: gates of a cell',
    text: `${CELL}$$\\frac{\\partial L}{\\partial c} = @$$`,
    forms: [
      ...holds('\\delta \\odot o \\odot (1 - \\tanh^2(c))'),
      fails(
        '\\delta \\odot o \\odot (1 + \\tanh^2(c))',
        'step.not-equal',
        '\\delta \\odot o \\odot (1 - \\tanh^2(c))',
      ),
      fails('\\delta \\odot (1 - \\tanh^2(c))', 'step.not-equal'),
    ],
  },
  {
    title: 'one step of a recurrence',
    text: `${STEP}$$\\frac{\\partial L}{\\partial h_{t-1}} = @$$`,
    forms: [
      ...holds('W^\\top \\frac{\\partial L}{\\partial a_t}'),
      fails(
        'W \\frac{\\partial L}{\\partial a_t}',
        'step.not-equal',
        'W^\\top \\frac{\\partial L}{\\partial a_t}',
      ),
    ],
  },
  {
    title: 'shared weights at one step of a recurrence',
    text: `${STEP}$$\\frac{\\partial L}{\\partial U} = @$$`,
    forms: [
      ...holds('\\frac{\\partial L}{\\partial a_t} x_t^\\top'),
      fails('\\frac{\\partial L}{\\partial h_t} x_t^\\top', 'step.not-equal'),
    ],
  },
  {
    title: 'a sum over all steps of a loss that is never defined',
    text: `${STEP}$$\\frac{\\partial L}{\\partial U} = @$$`,
    forms: [
      ...holds('\\sum_t \\frac{\\partial L}{\\partial a_t} x_t^\\top'),
      fails('\\sum_t x_t \\frac{\\partial L}{\\partial a_t}^\\top', 'step.not-equal'),
    ],
  },
  {
    title: 'a second derivative of a loss that is never defined',
    text: `${CELL}$$\\frac{\\partial^2 L}{\\partial h^2} = @$$`,
    forms: [{ latex: '0', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
];

testForms(scenarios);
