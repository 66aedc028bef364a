import { fails, holds, testForms, type Scenario } from '../judging.js';

/** The base of logarithms, as the words say. */
const ENTROPY = '\\tfrac12\\log 2 + \\tfrac14\\log 4 + \\tfrac14\\log 4';

const scenarios: readonly Scenario[] = [
  ...[
    'We write $\\log$ for the logarithm in base 2 and $\\ln$ for the natural one.',
    'Escribimos $\\log$ para el logaritmo en base $2$.',
    'Todos los logaritmos son en base 2.',
    'Logs are base 2.',
    '$\\log$ denotes the base-2 logarithm.',
  ].map((said) => ({
    title: said,
    text: `# Guía\n\n${said}\n\n## Uno\n\n$$${ENTROPY} = @$$\n\n## Dos\n\n$$x = 1$$`,
    forms: [...holds('1.5'), fails('1.04', 'step.not-equal')],
  })),
  {
    title: 'a base that is said in an elder section',
    text: `## One\n\nHere $\\log$ is the logarithm in base 2.\n\n$$${ENTROPY} = 1.5$$\n\n## Two\n\nFor $0 < t < 1$ let $h(t) = -t\\log t - (1 - t)\\log(1 - t)$. Then\n\n$$h''(t) = @$$`,
    forms: [
      ...holds('-\\frac{1}{t(1 - t)\\ln 2}'),
      fails('\\frac{1}{t(1 - t)\\ln 2}', 'step.not-equal', '-\\frac{1}{t(1 - t)\\ln 2}'),
    ],
  },
  {
    title: 'natural logarithms in one section',
    text: `We write $\\log$ for the logarithm in base 2.\n\n## One\n\n$$${ENTROPY} = 1.5$$\n\nWith natural logarithms,\n\n$$${ENTROPY} \\approx @$$\n\n## Two\n\n$$${ENTROPY} = 1.5$$`,
    forms: [...holds('1.0397'), fails('1.0937', 'step.not-equal')],
  },
  {
    title: 'another sign for natural logarithms',
    text: `We write $\\ln$ for the natural logarithm. In bits,\n\n$$${ENTROPY} = @$$`,
    forms: [...holds('1.5'), fails('1.7', 'step.not-equal')],
  },
];

testForms(scenarios);
