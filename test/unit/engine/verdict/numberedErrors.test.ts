import { fails, holds, testForms, type Scenario } from '../judging.js';

const NETWORK = [
  'Sean $X\\in\\mathbb{R}^{N\\times d}$, $W^{(1)}\\in\\mathbb{R}^{d\\times m}$, $W^{(2)}\\in\\mathbb{R}^{m\\times q}$ y $W^{(3)}\\in\\mathbb{R}^{q\\times c}$.',
  '$$Z^{(1)} = X W^{(1)} + \\mathbf{1} b^{(1)\\top}, \\quad H^{(1)} = \\tanh(Z^{(1)}), \\quad Z^{(2)} = H^{(1)} W^{(2)} + \\mathbf{1} b^{(2)\\top}, \\quad H^{(2)} = \\tanh(Z^{(2)})$$',
  '$$\\hat Y = H^{(2)} W^{(3)}, \\qquad J = \\frac{1}{2N}\\|\\hat Y - Y\\|_F^2$$',
  '$$\\Delta^{(3)} = \\frac{\\partial J}{\\partial \\hat Y} = \\frac1N(\\hat Y - Y)$$',
  '$$\\Delta^{(2)} = (\\Delta^{(3)} W^{(3)\\top})\\odot(1 - H^{(2)}\\odot H^{(2)})$$',
].join('\n\n');

/** Nobody says what the errors of the lower layers are; that more holds when they are what they usually are does. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the error of a layer by that of the next',
    text: `${NETWORK}\n\n$$\\Delta^{(1)} = @$$`,
    forms: [
      ...holds('(\\Delta^{(2)} W^{(2)\\top})\\odot(1 - H^{(1)}\\odot H^{(1)})'),
      fails('(\\Delta^{(2)} W^{(2)\\top})\\odot(1 - H^{(1)})', 'step.not-equal'),
      fails('(\\Delta^{(2)} W^{(2)\\top})\\odot(1 + H^{(1)}\\odot H^{(1)})', 'step.not-equal'),
    ],
  },
  {
    title: 'another thing by that letter',
    text: `${NETWORK}\n\n$$D_1 = W^{(1)\\top} W^{(1)}, \\qquad D_2 = @$$`,
    forms: [{ latex: 'D_1 + I', verdict: 'given' }],
  },
];

testForms(scenarios);
