import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

const PRIOR = '\\theta^{s}(1-\\theta)^{n-s}\\,\\theta^{\\alpha-1}(1-\\theta)^{\\beta-1}';
const SQUARES =
  '\\exp\\left(-\\frac{1}{2\\sigma^2}\\sum_{i=1}^n(x_i-\\mu)^2\\right)\\exp\\left(-\\frac{\\mu^2}{2\\tau^2}\\right)';

const scenarios: readonly Scenario[] = [
  {
    title: 'a beta posterior up to a factor',
    text: `$$p(\\theta\\mid x)\\propto ${PRIOR}\\propto @$$`,
    forms: [
      ...holds(
        '\\theta^{s+\\alpha-1}(1-\\theta)^{n-s+\\beta-1}',
        '2\\theta^{s+\\alpha-1}(1-\\theta)^{n-s+\\beta-1}',
      ),
      fails('\\theta^{s+\\alpha+1}(1-\\theta)^{n-s+\\beta-1}', wrong),
      fails('\\theta^{s+\\alpha-1}(1-\\theta)^{n+s+\\beta-1}', wrong),
    ],
  },
  {
    title: 'a Gaussian posterior, of which the rest is dropped',
    text: `$$p(\\mu\\mid x)\\propto p(x\\mid\\mu)p(\\mu)\\propto ${SQUARES}\\propto @$$`,
    forms: [
      ...holds(
        '\\exp\\left(-\\frac12\\left(\\frac{n}{\\sigma^2}+\\frac1{\\tau^2}\\right)\\mu^2+\\frac{\\mu}{\\sigma^2}\\sum_{i=1}^nx_i\\right)',
      ),
      fails(
        '\\exp\\left(-\\frac12\\left(\\frac{n}{\\sigma^2}+\\frac1{\\tau^2}\\right)\\mu^2-\\frac{\\mu}{\\sigma^2}\\sum_{i=1}^nx_i\\right)',
        wrong,
      ),
    ],
  },
  {
    title: 'a density with the parameter as its name',
    text: '$$p(\\lambda)\\propto \\lambda^{n}e^{-\\lambda b}\\lambda^{a-1}e^{-c\\lambda}\\propto @$$',
    forms: [
      ...holds('\\lambda^{n+a-1}e^{-(b+c)\\lambda}'),
      fails('\\lambda^{n+a-1}e^{-(b-c)\\lambda}', wrong),
    ],
  },
];

testForms(scenarios);

/** What a name is proportional to is supposed, and what is proportional to densities left open is not told. */
test.each([
  '$w\\propto\\Sigma^{-1}(\\mu_1-\\mu_2)$',
  'Aquí $p(x\\mid\\theta)=\\theta^{x}(1-\\theta)^{1-x}$. $$p(\\theta\\mid x)\\propto p(x\\mid\\theta)p(\\theta)\\propto\\theta^{s}(1-\\theta)^{n-s}$$',
  '$$p(\\lambda\\mid x)\\propto\\lambda^{n}e^{-\\lambda b}\\,\\lambda^{a-1}$$',
])('%s is supposed', (text) => {
  const verdicts = check(text).steps.map(({ verdict }) => verdict);
  expect(verdicts).not.toContain('fails');
  expect(verdicts).not.toContain('unchecked');
});
