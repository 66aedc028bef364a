import { describe, expect, test } from 'vitest';
import { casesOf, check, fails, holds, stepInSlot, type Scenario } from '../judging.js';

/** What a text says of its names in passing decides what may be held against it. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a definite matrix is symmetric',
    text: 'Para $f(x)=\\frac12 x^\\top Q x - b^\\top x$ con $Q\\succ0$:\n\n$$\\nabla_x f = @$$',
    forms: [...holds('Qx - b'), fails('Qx + b', 'step.not-equal', 'Qx - b')],
  },
  {
    title: 'the logarithms of p and of 1 - p',
    text: "Let $h(p)=-p\\log p-(1-p)\\log(1-p)$. Then\n\n$$h''(p)=-\\frac{1}{p(1-p)} @$$",
    forms: [...holds('< 0'), fails('> 0', 'step.inequality', '< 0')],
  },
  {
    title: 'a mask is what varies, not what it multiplies',
    text: 'Let $m_i\\sim\\mathrm{Bernoulli}(q)$.\n\n$$\\mathbb{E}\\left[\\frac{m_i}{q} h_i\\right] = @$$',
    forms: [...holds('h_i'), fails('q h_i', 'step.not-equal')],
  },
  {
    title: 'thousands apart',
    text: '$$4 \\cdot 262144 = @$$',
    forms: [...holds('1\\,048\\,576', '1048576'), fails('1\\,048\\,567', 'step.not-equal')],
  },
  {
    title: 'a pmf sums to one',
    text: 'For a pmf $p$ on $K$ symbols,\n\n$$\\sum_k p_k = @$$',
    forms: [...holds('1'), fails('2', 'step.not-equal')],
  },
  ...[
    'La derivada de la sigmoide es $@$.',
    'Muestra que el gradiente de la función sigmoide es\n\n$$@$$',
    'The derivative of the logistic function (see class) is given by $@$.',
    'La derivada de $\\sigma(x)$ con respecto a $x$ es $@$.',
  ].map((text) => ({
    title: `what words call the derivative: ${text}`,
    text,
    forms: [
      ...holds('\\sigma(x)(1 - \\sigma(x))', '\\frac{e^{-x}}{(1 + e^{-x})^2}'),
      fails('\\sigma(x)(1 + \\sigma(x))', 'step.not-equal', '(1 - \\sigma(x))'),
    ],
  })),
  {
    title: 'the derivative of a function that was defined',
    text: 'Sea $f(x) = x^2 e^x$. La derivada de $f$ es $@$.',
    forms: [...holds('x e^x (2 + x)'), fails('x e^x (1 + x)', 'step.not-equal')],
  },
];

describe('what is said of names', () => {
  test.each(casesOf(scenarios))('$title: $latex is $verdict', (one) => {
    const step = stepInSlot(one);
    expect([step?.verdict, step?.reason?.code]).toEqual([one.verdict, one.code]);
    if (one.fix !== undefined)
      expect(step?.fixes.map(({ text }) => text.replaceAll(' ', ''))).not.toEqual([]);
  });

  test.each([
    [
      'a loss of a matrix after the same of a vector',
      '$L(w)=\\frac12\\|Xw-y\\|^2$ with $X\\in\\mathbb{R}^{n\\times d}$. With several outputs, $L(W)=\\frac12\\|XW-Y\\|_F^2$.',
    ],
    [
      'the mean of a form in names whose law is not given',
      '$$\\mathbb{E}[(x-\\mu)^\\top A (x-\\mu)] = \\mathbb{E}[\\operatorname{tr}(A (x-\\mu)(x-\\mu)^\\top)] = \\operatorname{tr}(A\\Sigma)$$',
    ],
  ])('%s is no mistake', (_, text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
