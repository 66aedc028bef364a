import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const NETWORK =
  'Sea $a_t = W h_{t-1} + U x_t + b$, $h_t = \\tanh(a_t)$ con $h_t \\in \\mathbb{R}^n$, $x_t \\in \\mathbb{R}^d$ y $h_0 = 0$. ' +
  'La salida es $\\hat y_t = V h_t + c$ y el error total $L = \\sum_{t=1}^T L_t$ con $L_t = \\frac12 \\|\\hat y_t - y_t\\|^2$.\n\n';
const ERROR = 'Sea $\\delta_t = \\frac{\\partial L}{\\partial a_t}$.\n\n';
const BACKWARDS =
  'Con $e_t = \\hat y_t - y_t$ y $\\delta_{T+1} = 0$ se define $\\delta_t = (V^\\top e_t + W^\\top \\delta_{t+1}) \\odot (1 - h_t^2)$.\n\n';

const THREE = `${NETWORK.replace('^T', '^3')}Sean $e_t = \\hat y_t - y_t$ y $D_t = \\operatorname{diag}(1 - h_t \\odot h_t)$.\n\n`;

function bold(text: string): string {
  return text.replace(/(?<![\\a-z])([ahxec]|\\delta)(?=_\{?[t\d])/g, '\\bm $1');
}

const wrong = 'step.not-equal';

const scenarios: readonly Scenario[] = [
  {
    title: 'the matrix that all steps share',
    text: `${NETWORK}${ERROR}$$\\frac{\\partial L}{\\partial W} = @$$`,
    forms: [
      ...holds('\\sum_{t=1}^T \\delta_t h_{t-1}^\\top', '\\sum_t \\delta_t h_{t-1}^\\top'),
      fails('\\sum_{t=1}^T \\delta_t h_t^\\top', wrong, '\\sum_{t=1}^T \\delta_t h_{t - 1}^\\top'),
      fails('\\sum_{t=2}^T \\delta_{t} h_{t}^\\top', wrong),
    ],
  },
  {
    title: 'the same with errors that are defined backwards',
    text: `${NETWORK}${BACKWARDS}$$\\frac{\\partial L}{\\partial U} = @$$`,
    forms: [
      ...holds('\\sum_{t=1}^T \\delta_t x_t^\\top', '\\sum_t \\delta_t x_t^\\top'),
      fails('\\sum_{t=1}^T \\delta_{t+1} x_t^\\top', wrong),
      fails('-\\sum_{t=1}^T \\delta_t x_t^\\top', wrong),
    ],
  },
  {
    title: 'what comes back to a step',
    text: `${NETWORK}${ERROR}$$\\frac{\\partial L}{\\partial h_t} = @$$`,
    forms: [
      ...holds('V^\\top (\\hat y_t - y_t) + W^\\top \\delta_{t+1}'),
      fails('V^\\top (\\hat y_t - y_t) + W^\\top \\delta_t', wrong),
      fails('V^\\top (\\hat y_t - y_t) + W \\delta_{t+1}', wrong),
      fails('V^\\top (\\hat y_t - y_t)', wrong),
    ],
  },
  {
    title: 'the last step',
    text: `${NETWORK}$$\\frac{\\partial L}{\\partial h_T} = @$$`,
    forms: [
      ...holds('V^\\top (\\hat y_T - y_T)'),
      fails('V^\\top (y_T - \\hat y_T)', wrong, '-V^\\top (y_T - \\hat y_T)'),
    ],
  },
  {
    title: 'what a weight does in one step alone',
    text: `${NETWORK}$$\\frac{\\partial a_t}{\\partial b} = @$$`,
    forms: holds('I'),
  },
  {
    title: 'steps written above the names',
    text:
      'Let $h^{(t)} = \\tanh(W h^{(t-1)} + x^{(t)})$, $o^{(t)} = V h^{(t)}$ and $L = \\sum_{t=1}^{\\tau} L^{(t)}$ with ' +
      '$L^{(t)} = \\frac12 \\|o^{(t)} - y^{(t)}\\|^2$.\n\n$$\\nabla_V L = @$$',
    forms: [
      ...holds('\\sum_{t=1}^{\\tau} (o^{(t)} - y^{(t)}) h^{(t)\\top}'),
      fails('\\sum_{t=1}^{\\tau} (o^{(t)} - y^{(t)}) h^{(t-1)\\top}', wrong),
    ],
  },
  {
    title: 'a cross-entropy in every step',
    text:
      'Sea $h_t = \\tanh(W h_{t-1} + U x_t)$, $p_t = \\operatorname{softmax}(V h_t)$ y $L = \\sum_{t=1}^T L_t$ con ' +
      '$L_t = -\\sum_k y_{t,k} \\log p_{t,k}$.\n\n$$\\frac{\\partial L}{\\partial V} = @$$',
    forms: [
      ...holds('\\sum_{t=1}^T (p_t - y_t) h_t^\\top'),
      fails('\\sum_{t=1}^T (y_t - p_t) h_t^\\top', wrong),
      unexplained('\\sum_{t=1}^T p_t h_t^\\top'),
    ],
  },
  {
    title: 'a loss left open, over all steps',
    text:
      'Sea $h_t = \\tanh(a_t)$ con $a_t = W h_{t-1} + U x_t + b$, $g_t = \\partial L / \\partial h_t$ el gradiente total y ' +
      '$\\delta_t = \\partial L / \\partial a_t$.\n\n$$\\frac{\\partial L}{\\partial W} = @$$',
    forms: [
      ...holds('\\sum_{t=1}^T \\delta_t h_{t-1}^\\top'),
      fails(
        '\\sum_{t=1}^T h_{t-1} \\delta_t^\\top',
        wrong,
        '\\sum_{t=1}^T \\delta_t h_{t-1}^\\top',
      ),
    ],
  },
  {
    title: 'the last of three steps',
    text: `${THREE}${ERROR}$$\\delta_3 = D_3 \\frac{\\partial L}{\\partial h_3} = @$$`,
    forms: [
      ...holds('D_3 V^\\top e_3', '(1 - h_3^2) \\odot (V^\\top e_3)'),
      fails('D_2 V^\\top e_3', wrong, 'D_3 V^\\top e_3'),
    ],
  },
  {
    title: 'a step before, in bold',
    text: `${bold(THREE + ERROR)}$$\\bm\\delta_2 = @$$`,
    forms: [
      ...holds(
        'D_2 (V^\\top \\bm e_2 + W^\\top \\bm\\delta_3)',
        'D_2 V^\\top \\bm e_2 + D_2 W^\\top D_3 V^\\top \\bm e_3',
      ),
      fails(
        'D_2 (V^\\top \\bm e_2 + W \\bm\\delta_3)',
        wrong,
        'D_2 (V^\\top \\bm e_2 + W^\\top \\bm\\delta_3)',
      ),
      fails('D_2 V^\\top \\bm e_2 - D_2 W^\\top D_3 V^\\top \\bm e_3', wrong),
    ],
  },
  {
    title: 'a step two steps before',
    text: `${THREE}$$\\frac{\\partial h_3}{\\partial h_1} = @$$`,
    forms: [
      ...holds(
        '\\frac{\\partial h_3}{\\partial h_2} \\frac{\\partial h_2}{\\partial h_1}',
        'D_3 W D_2 W',
      ),
      fails('D_3 W D_1 W', wrong),
    ],
  },
  {
    title: 'steps that an example gives numbers',
    text: `${THREE}${ERROR}Sean $W \\in \\mathbb{R}^{n \\times n}$, $U \\in \\mathbb{R}^{n \\times d}$. $$\\delta_3 = D_3 \\frac{\\partial L}{\\partial h_3} = @$$\n\nEjemplo con $n = d = 1$, $W = 0.5$, $U = 1$, $x_1 = 1$, $x_2 = 0$: $h_1 = \\tanh(1 \\cdot 1 + 0.5 \\cdot 0) \\approx 0.7616$, $h_2 = \\tanh(0.5 \\cdot 0.7616) \\approx 0.3634$.`,
    forms: [...holds('D_3 V^\\top e_3'), fails('D_2 V^\\top e_3', wrong, 'D_3 V^\\top e_3')],
  },
];

testForms(scenarios);
