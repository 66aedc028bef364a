import { expect, test } from 'vitest';
import {
  check,
  fails,
  holds,
  testForms,
  unexplained,
  type Form,
  type Scenario,
} from '../judging.js';

const FORWARD =
  'Layer $l$ computes $z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}$ and $a^{(l)} = \\sigma(z^{(l)})$ with $a^{(0)} = x$, ' +
  '$W^{(l)} \\in \\mathbb{R}^{n_l \\times n_{l-1}}$ and $b^{(l)} \\in \\mathbb{R}^{n_l}$. ' +
  'The cost is $C = \\frac{1}{2} \\|a^{(L)} - y\\|^2$.\n\n' +
  'Define $\\delta^{(l)} = \\frac{\\partial C}{\\partial z^{(l)}}$.\n\n';

const recursion: readonly Form[] = [
  ...holds(
    "(W^{(l+1)})^\\top \\delta^{(l+1)} \\odot \\sigma'(z^{(l)})",
    '(W^{(l+1)})^\\top \\delta^{(l+1)} \\odot a^{(l)} \\odot (1 - a^{(l)})',
  ),
  fails("W^{(l+1)} \\delta^{(l+1)} \\odot \\sigma'(z^{(l)})", 'step.not-equal'),
  fails('(W^{(l+1)})^\\top \\delta^{(l+1)}', 'step.not-equal'),
  fails(
    "(W^{(l)})^\\top \\delta^{(l+1)} \\odot \\sigma'(z^{(l)})",
    'step.not-equal',
    "(W^{(l+1)})^\\top \\delta^{(l+1)} \\odot \\sigma'(z^{(l)})",
  ),
  fails("2 (W^{(l+1)})^\\top \\delta^{(l+1)} \\odot \\sigma'(z^{(l)})", 'step.not-equal'),
];

const UNSAID =
  'Sea $z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}$, $a^{(l)} = \\phi(z^{(l)})$ y $E = \\frac{1}{2} \\sum_k (y_k - a_k^{(L)})^2$.\n\n' +
  'El error de la capa de salida es ';
const BACK = "$$\\delta_j^{(l)} = \\phi'(z_j^{(l)}) \\sum_k \\delta_k^{(l+1)} W_{kj}^{(l+1)}$$\n\n";
const WEIGHTS = '$$\\frac{\\partial E}{\\partial W_{ij}^{(l)}} = \\delta_i^{(l)} a_j^{(l-1)}$$\n\n';

const open = { verdict: 'unchecked', code: 'unchecked.unknown-function' } as const;

const scenarios: readonly Scenario[] = [
  { title: 'the error of a layer', text: `${FORWARD}$$\\delta^{(l)} = @$$`, forms: recursion },
  {
    title: 'the error of the last layer',
    text: `${FORWARD}$$\\delta^{(L)} = @$$`,
    forms: [
      ...holds("(a^{(L)} - y) \\odot \\sigma'(z^{(L)})"),
      fails("(y - a^{(L)}) \\odot \\sigma'(z^{(L)})", 'step.not-equal'),
      fails("(a^{(L)} - y)^\\top \\sigma'(z^{(L)})", 'step.not-equal'),
      unexplained('a^{(L)} - y'),
    ],
  },
  {
    title: 'the gradient of the weights of a layer',
    text: `${FORWARD}$$\\frac{\\partial C}{\\partial W^{(l)}} = @$$`,
    forms: [
      ...holds('\\delta^{(l)} (a^{(l-1)})^\\top'),
      fails('\\delta^{(l)} (a^{(l)})^\\top', 'step.not-equal', '\\delta^{(l)} (a^{(l-1)})^\\top'),
      fails('\\delta^{(l+1)} (a^{(l-1)})^\\top', 'step.not-equal'),
      fails('\\delta^{(l)} (a^{(l+1)})^\\top', 'step.not-equal', '\\delta^{(l)} (a^{(l-1)})^\\top'),
    ],
  },
  {
    title: 'the entries of a layer, with small letters for the weights',
    text: `${FORWARD}$$\\delta_j^{(l)} = @$$`,
    forms: [
      ...holds("\\sum_{k=1}^{n_{l+1}} \\delta_k^{(l+1)} w_{kj}^{(l+1)} \\sigma'(z_j^{(l)})"),
      fails("\\sum_k \\delta_k^{(l+1)} w_{jk}^{(l+1)} \\sigma'(z_j^{(l)})", 'step.not-equal'),
      fails("\\sum_k \\delta_k^{(l+1)} w_{kj}^{(l+1)} \\sigma'(z_j^{(l+1)})", 'step.not-equal'),
    ],
  },
  {
    title: 'layers counted below the names',
    text:
      'La capa $l$ calcula $z_l = W_l a_{l-1} + b_l$ y $a_l = \\sigma(z_l)$ con $a_0 = x$ y $W_l \\in \\mathbb{R}^{n_l \\times n_{l-1}}$. ' +
      'El costo es $C = \\frac{1}{2} \\|a_L - y\\|^2$ y $\\delta_l = \\frac{\\partial C}{\\partial z_l}$.\n\n' +
      '$$\\frac{\\partial C}{\\partial W_l} = @$$',
    forms: [...holds('\\delta_l a_{l-1}^\\top'), fails('\\delta_l a_l^\\top', 'step.not-equal')],
  },
  {
    title: 'the number of a layer left out',
    text:
      'La capa $l$ calcula $z_l = W_l a_{l-1} + b_l$ y $a_l = \\sigma(z_l)$ con $a_0 = x$ y $W_l \\in \\mathbb{R}^{n_l \\times n_{l-1}}$. ' +
      'El costo es $C = \\frac{1}{2} \\|a_L - y\\|^2$ y definimos $\\delta_l = \\frac{\\partial C}{\\partial z_l}$. Entonces\n\n' +
      '$$\\delta_l = @$$',
    forms: [
      ...holds("W_{l+1}^\\top \\delta_{l+1} \\odot \\sigma'(z_l)"),
      fails(
        "W_{l+1}^\\top \\delta_{l+1} \\odot \\sigma'(z)",
        'step.not-equal',
        "W_{l+1}^\\top \\delta_{l+1} \\odot \\sigma'(z_l)",
      ),
    ],
  },
  {
    title: 'weights that belong to the layer that they leave',
    text:
      'Sea $z^{(l+1)} = W^{(l)} a^{(l)} + b^{(l)}$, $a^{(l+1)} = f(z^{(l+1)})$, $J = \\frac{1}{2} \\|a^{(L)} - y\\|^2$ y ' +
      '$\\delta^{(l)} = \\frac{\\partial J}{\\partial z^{(l)}}$.\n\n$$\\delta^{(l)} = @$$',
    forms: [
      ...holds("\\left( (W^{(l)})^T \\delta^{(l+1)} \\right) \\odot f'(z^{(l)})"),
      fails("\\left( W^{(l)} \\delta^{(l+1)} \\right) \\odot f'(z^{(l)})", 'step.not-equal'),
      fails("\\left( (W^{(l)})^T \\delta^{(l+1)} \\right) \\odot f'(z^{(l+1)})", 'step.not-equal'),
    ],
  },
  {
    title: 'a property of one function while the function is left open',
    text:
      'Sea $z_l = W_l a_{l-1} + b_l$, $a_l = f(z_l)$, $J = \\frac{1}{2} \\|a_L - y\\|^2$ y $\\delta_l = \\frac{\\partial J}{\\partial z_l}$.\n\n' +
      '$$\\delta_L = @$$',
    forms: [
      { latex: '(a_L - y) \\odot a_L \\odot (1 - a_L)', ...open },
      { latex: 'a_L - y', ...open },
      ...holds("(a_L - y) \\odot f'(z_L)"),
    ],
  },
  {
    title: 'the last layer, of which only prose says that it is a softmax',
    text:
      'Sea $z_l = W_l a_{l-1} + b_l$, $a_l = \\sigma(z_l)$, con softmax en la salida, $J = -\\sum_i y_i \\log a_{L,i}$ y ' +
      '$\\delta_l = \\frac{\\partial J}{\\partial z_l}$.\n\n$$\\delta_L = @$$',
    forms: [{ latex: 'a_L - y', verdict: 'given' }],
  },
  {
    title: 'errors that nothing says the meaning of',
    text: `${UNSAID}$$\\delta_k^{(L)} = @$$\n\n${BACK}${WEIGHTS}`,
    forms: [
      ...holds("(a_k^{(L)} - y_k) \\phi'(z_k^{(L)})"),
      fails("(y_k - a_k^{(L)}) \\phi'(z_k^{(L)})", 'step.not-equal'),
    ],
  },
  {
    title: 'their recursion',
    text: `${UNSAID}$\\delta_k^{(L)} = (a_k^{(L)} - y_k) \\phi'(z_k^{(L)})$.\n\n$$\\delta_j^{(l)} = @$$\n\n${WEIGHTS}`,
    forms: [
      ...holds("\\phi'(z_j^{(l)}) \\sum_k \\delta_k^{(l+1)} W_{kj}^{(l+1)}"),
      fails("\\phi'(z_j^{(l)}) \\sum_k \\delta_k^{(l+1)} W_{jk}^{(l+1)}", 'step.not-equal'),
      unexplained('\\sum_k \\delta_k^{(l+1)} W_{kj}^{(l+1)}'),
    ],
  },
  {
    title: 'their recursion, where nothing says what comes after the last layer',
    text: '$$\\delta_j^{(l)} = @$$',
    forms: [
      {
        latex: "\\phi'(z_j^{(l)}) \\sum_k \\delta_k^{(l+1)} W_{kj}^{(l+1)}",
        verdict: 'given',
      },
    ],
  },
  {
    title: 'errors with the other sign, said once and used so',
    text: `${UNSAID}$$\\delta_k^{(L)} = @$$\n\n${BACK}${WEIGHTS.replace('= ', '= -')}`,
    forms: [{ latex: "(y_k - a_k^{(L)}) \\phi'(z_k^{(L)})", verdict: 'given' }],
  },
  {
    title: 'a residual block',
    text:
      'A block computes $\\mathbf{x}_{l+1} = \\mathbf{x}_l + F(\\mathbf{x}_l)$, so\n\n' +
      '$$\\frac{\\partial \\mathbf{x}_{l+1}}{\\partial \\mathbf{x}_l} = @$$',
    forms: [
      ...holds('\\mathbf{I} + \\frac{\\partial F(\\mathbf{x}_l)}{\\partial \\mathbf{x}_l}'),
      { latex: '\\frac{\\partial F(\\mathbf{x}_l)}{\\partial \\mathbf{x}_l}', ...open },
    ],
  },
];

testForms(scenarios);

/** Functions that each use the one before twice: the last would add up thirty thousand values. */
const DOUBLED = 'A B C D E F G H K M N P Q R S T'.split(' ');

test('what would take too long is not checked, and says why', { timeout: 30_000 }, () => {
  const chain = DOUBLED.slice(1).map((name, at) => {
    const before = DOUBLED[at] ?? '';
    return `Let $${name}(x) = ${before}(x) + ${before}(x)$.`;
  });
  const { steps } = check(['Let $A(x) = x^2$.', ...chain, '$$T(2) = S(2) + 1$$'].join('\n\n'));
  expect(steps.at(-1)).toMatchObject({ verdict: 'unchecked', reason: { code: 'unchecked.size' } });
});
