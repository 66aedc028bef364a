import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

function likelihood(density: string): Scenario {
  const sum = `\\sum_{i=1}^{n}\\log ${density}`;
  return {
    title: 'the logarithm of a likelihood',
    text: `Sea $$\\ell(\\theta)=\\log\\prod_{i=1}^{n}${density}=@$$`,
    forms: [
      ...holds(sum),
      fails(`-${sum}`, wrong),
      {
        latex: sum.replace('\\log ', ''),
        verdict: 'unchecked',
        code: 'unchecked.unknown-function',
      },
    ],
  };
}

const scenarios: readonly Scenario[] = [
  ...[
    'p(x_i\\mid\\theta)',
    'p(x_i;\\theta)',
    'p(x_i,\\theta)',
    'f(x_i\\mid\\theta)',
    'p(y_i\\mid x_i,\\theta)',
  ].map(likelihood),
  {
    title: 'the score',
    text: '$$\\frac{\\partial}{\\partial\\theta}\\log p(x;\\theta)=@$$',
    forms: holds('\\frac{1}{p(x;\\theta)}\\frac{\\partial p(x;\\theta)}{\\partial\\theta}'),
  },
  {
    title: 'what conditional chances have to do with others is not in their values',
    text: '$$\\log p(x\\mid z,\\theta)=@$$',
    forms: [
      {
        latex: '\\log p(x,z\\mid\\theta)-\\log p(z\\mid\\theta)',
        verdict: 'holds',
      },
    ],
  },
  {
    title: 'a slope of what a density is in, of which no form is known',
    text: '$$K = \\frac12 \\sum_{j=1}^d (\\mu_j^2 + \\sigma_j^2 - 1)$$\n\nWith logits $a = V z + c$ we minimise $J = -\\log p(x \\mid z) + K$. With $\\delta = y - x$,\n\n$$\\frac{\\partial J}{\\partial \\mu} = @$$',
    forms: [{ latex: 'V^\\top \\delta + \\mu', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
];

testForms(scenarios);
