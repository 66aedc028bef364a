import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const ENTROPIES = '$H(p)=-\\sum_i p_i\\log p_i$. $$H(p,q)=-\\sum_i p_i\\log q_i=@$$';

const GAUSSIANS =
  'Con $p=\\mathcal N(\\mu_1,\\sigma_1^2)$ y $q=\\mathcal N(\\mu_2,\\sigma_2^2)$: $$\\mathrm{KL}(p\\,\\|\\,q)=\\mathbb E_p\\left[\\log\\frac{\\sigma_2}{\\sigma_1}-\\frac{(x-\\mu_1)^2}{2\\sigma_1^2}+\\frac{(x-\\mu_2)^2}{2\\sigma_2^2}\\right]=@$$';

const scenarios: readonly Scenario[] = [
  {
    title: 'a cross entropy by a divergence that nobody defines',
    text: ENTROPIES,
    forms: [
      ...holds(
        'H(p)+\\mathrm{KL}(p\\,\\|\\,q)',
        'H(p)+D_{\\mathrm{KL}}(p\\|q)',
        'H(p)+D_{KL}(p\\parallel q)',
      ),
      fails('H(p)-\\mathrm{KL}(p\\,\\|\\,q)', wrong, 'H(p)+\\mathrm{KL}(p\\,\\|\\,q)'),
      fails('H(p)+\\mathrm{KL}(q\\,\\|\\,p)', wrong, 'H(p)+\\mathrm{KL}(p \\| q)'),
    ],
  },
  {
    title: 'two distributions exchanged in a sum',
    text: ENTROPIES.replace('@', 'H(p)+@'),
    forms: [
      ...holds('\\sum_i p_i\\log\\frac{p_i}{q_i}'),
      fails(
        '\\sum_i q_i\\log\\frac{q_i}{p_i}',
        wrong,
        '\\sum_i p_i\\log\\left(\\frac{p_i}{q_i}\\right)',
      ),
    ],
  },
  {
    title: 'two distributions exchanged in a divergence of conditional ones',
    text:
      'With a decoder $p(x \\mid z)$, a prior $p(z)$ and an encoder $q(z \\mid x)$, let ' +
      '$$\\mathcal L=\\mathbb E_q\\left[\\log\\frac{p(z\\mid x)\\,p(x)}{q(z\\mid x)}\\right]=\\log p(x)-@.$$',
    forms: [
      ...holds('D_{KL}\\left(q(z\\mid x)\\,\\|\\,p(z\\mid x)\\right)'),
      fails('D_{KL}\\left(p(z\\mid x)\\,\\|\\,q(z\\mid x)\\right)', wrong),
    ],
  },
  {
    title: 'the divergence of two Gaussians',
    text: GAUSSIANS,
    forms: [
      ...holds(
        '\\log\\frac{\\sigma_2}{\\sigma_1}-\\frac12+\\frac{\\sigma_1^2+(\\mu_1-\\mu_2)^2}{2\\sigma_2^2}',
      ),
      fails(
        '\\log\\frac{\\sigma_2}{\\sigma_1}+\\frac12+\\frac{\\sigma_1^2+(\\mu_1-\\mu_2)^2}{2\\sigma_2^2}',
        wrong,
      ),
    ],
  },
  {
    title: 'the same after distributions with entries',
    text: `$H(p)=-\\sum_i p_i\\log p_i$. ${GAUSSIANS}`,
    forms: holds(
      '\\log\\frac{\\sigma_2}{\\sigma_1}-\\frac12+\\frac{\\sigma_1^2+(\\mu_1-\\mu_2)^2}{2\\sigma_2^2}',
    ),
  },
  {
    title: 'moments of what is drawn from a named law',
    text: 'Con $p=\\mathcal N(\\mu,\\sigma^2)$: $\\mathbb E_p[(x-\\nu)^2]=@$',
    forms: [
      ...holds('\\sigma^2+(\\mu-\\nu)^2'),
      fails('\\sigma^2-(\\mu-\\nu)^2', wrong, '\\sigma^2+(\\mu-\\nu)^2'),
    ],
  },
  {
    title: 'the half of a symmetric variance that a rectifier keeps',
    text: 'Con ReLU y $z$ simétrica de media cero, $\\mathbb{E}[\\operatorname{ReLU}(z)^2]=@$.',
    forms: holds('\\frac12\\operatorname{Var}(z)'),
  },
  {
    title: 'the same with a slope on the left',
    text: 'Let $z$ be symmetric with mean zero and $f(z)=\\begin{cases}z,&z>0\\\\ \\alpha z,&z\\le0\\end{cases}$. Then $\\mathbb{E}[f(z)^2]=@$.',
    forms: [
      ...holds('\\frac{1+\\alpha^2}{2}\\operatorname{Var}(z)'),
      fails('\\frac{1+\\alpha}{2}\\operatorname{Var}(z)', wrong),
    ],
  },
];

testForms(scenarios);

test('a law with the name of a distribution whose entries are spoken of leaves those as they are', () => {
  const text =
    '$H(p,q)=-\\sum_i p_i\\log q_i=-\\sum_i p_i\\log p_i+\\sum_i p_i\\log\\frac{p_i}{q_i}$. Sean $p=\\mathcal N(0,1)$ y $q=\\mathcal N(\\mu,1)$.';
  const verdicts = check(text).steps.map(({ verdict }) => verdict);
  expect(verdicts).toEqual(['given', 'holds', 'given', 'given']);
});
