import { fails, holds, testForms, type Scenario } from '../judging.js';

/** Slopes of what nothing defines may be anything: what holds for all of them holds. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a step with weight decay',
    text: '$$W_l \\leftarrow W_l - \\eta \\left(\\frac{\\partial L}{\\partial W_l} + \\lambda W_l\\right) = @$$',
    forms: [
      ...holds('(1 - \\eta\\lambda) W_l - \\eta \\frac{\\partial L}{\\partial W_l}'),
      fails(
        '(1 - \\lambda) W_l - \\eta \\frac{\\partial L}{\\partial W_l}',
        'step.not-equal',
        '(1 - \\eta\\lambda) W_l - \\eta \\frac{\\partial L}{\\partial W_l}',
      ),
      fails('(1 - \\eta\\lambda) W_l + \\eta \\frac{\\partial L}{\\partial W_l}', 'step.not-equal'),
    ],
  },
  {
    title: 'the mean of two losses',
    text: 'Sea $g = \\frac12 (\\nabla_w L_1 + \\nabla_w L_2) = @$.',
    forms: [
      ...holds('\\frac12 \\nabla_w L_1 + \\frac12 \\nabla_w L_2'),
      fails(
        '\\frac12 \\nabla_w L_1 + \\nabla_w L_2',
        'step.not-equal',
        '\\frac12 \\nabla_w L_1 + \\frac{1}{2} \\nabla_w L_2',
      ),
    ],
  },
  {
    title: 'a common factor',
    text: '$$\\frac{\\partial L}{\\partial x} = w \\frac{\\partial L}{\\partial y} + b \\frac{\\partial L}{\\partial y} = @$$',
    forms: [
      ...holds('(w + b) \\frac{\\partial L}{\\partial y}'),
      fails('(w - b) \\frac{\\partial L}{\\partial y}', 'step.not-equal'),
    ],
  },
  {
    title: 'an equation between slopes, which may be meant',
    text: 'We look for $b$ with $2 \\frac{\\partial u}{\\partial x} = @$.',
    forms: [
      {
        latex: 'b \\frac{\\partial u}{\\partial x}',
        verdict: 'unchecked',
        code: 'unchecked.unlinked',
      },
    ],
  },
];

testForms(scenarios);
