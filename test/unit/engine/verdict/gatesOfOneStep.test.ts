import { fails, holds, testForms, type Scenario } from '../judging.js';

/** One step of a gated cell, in which $h_{-}$ is the state before it. */
const CELL = [
  'Sean $x\\in\\mathbb{R}^d$ y $h\\in\\mathbb{R}^m$, y $h_{-}$ el estado anterior.',
  '$$a_z = W_z x + U_z h_{-} + b_z, \\qquad a_r = W_r x + U_r h_{-} + b_r, \\qquad s = r\\odot h_{-}$$',
  '$$a_g = W_g x + U_g s + b_g, \\qquad z = \\sigma(a_z), \\qquad r = \\sigma(a_r), \\qquad g = \\tanh(a_g)$$',
  '$$h = (1-z)\\odot h_{-} + z\\odot g$$',
  'Sea $\\delta = \\partial L/\\partial h$. Entonces',
  '$$\\delta_g = \\delta\\odot z\\odot(1 - g\\odot g), \\qquad \\delta_z = \\delta\\odot(g - h_{-})\\odot z\\odot(1-z)$$',
  '$$\\delta_r = (U_g^\\top\\delta_g)\\odot h_{-}\\odot r\\odot(1-r)$$',
].join('\n\n');

const scenarios: readonly Scenario[] = [
  {
    title: 'a state with a sign for its label',
    text: `${CELL}\n\n$$h = @$$`,
    forms: [
      ...holds('h_{-} + z\\odot(g - h_{-})'),
      fails('h_{-} - z\\odot(g - h_{-})', 'step.not-equal', 'h_{-} + z\\odot(g - h_{-})'),
    ],
  },
  {
    title: 'the gradient by the state before',
    text: `${CELL}\n\n$$\\frac{\\partial L}{\\partial h_{-}} = @$$`,
    forms: [
      ...holds(
        '\\delta\\odot(1-z) + U_z^\\top\\delta_z + U_r^\\top\\delta_r + r\\odot(U_g^\\top\\delta_g)',
      ),
      fails(
        '\\delta\\odot(1-z) + U_z^\\top\\delta_z + U_r\\delta_r + r\\odot(U_g^\\top\\delta_g)',
        'step.not-equal',
        '\\delta\\odot(1-z) + U_z^\\top\\delta_z + U_r^\\top\\delta_r + r\\odot(U_g^\\top\\delta_g)',
      ),
    ],
  },
  {
    title: 'numbers that leave out what a gate is made of',
    text: [
      CELL,
      'Datos: $x = 1$, $h_{-} = 0.5$. Hacia adelante:',
      '$$a_z = 0.4\\cdot1 + 0.2\\cdot0.5 = 0.5, \\qquad z = \\sigma(0.5) \\approx 0.6225$$',
      '$$a_g = 0.725, \\qquad g = \\tanh(0.725) \\approx 0.62$$',
      'La pérdida es $L = \\frac12(h-y)^2$ con $y = 1$ y $h = 0.5747$.',
      '$$\\frac{\\partial L}{\\partial h_{-}} \\approx @$$',
    ].join('\n\n'),
    forms: [
      { latex: '-0.1606 - 0.0024 - 0.0081 - 0.0407', verdict: 'unchecked', code: 'unchecked.kind' },
    ],
  },
];

testForms(scenarios);
