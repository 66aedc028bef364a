import { expect, test } from 'vitest';
import { check, fails, holds, slips, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'the slope of a mean of squares, its letter left out',
    text: 'Let $L = \\frac{1}{n} \\sum (w x_i + b - y_i)^2$.\n\n$$\\frac{\\partial L}{\\partial w} = @$$',
    forms: [
      ...holds(
        '\\frac{2}{n} \\sum (w x_i + b - y_i) x_i',
        '\\frac{2}{n} \\sum_i (w x_i + b - y_i) x_i',
        '\\frac{2}{n} \\sum_{j=1}^{n} (w x_j + b - y_j) x_j',
        '\\frac{2}{n} \\sum^{n} (w x_i + b - y_i) x_i',
      ),
      fails('\\frac{2}{n} \\sum (w x_i + b - y_i)', 'step.not-equal'),
      fails(
        '\\frac{1}{n} \\sum (w x_i + b - y_i) x_i',
        'step.not-equal',
        '\\frac{2}{n} \\sum (w x_i + b - y_i) x_i',
      ),
    ],
  },
  {
    title: 'an entropy',
    text: 'Sea $H = -\\sum p_i \\log p_i$.\n\n$$H = @$$',
    forms: [
      ...holds('\\sum p_i \\log \\frac{1}{p_i}', '-\\log \\prod p_i^{p_i}'),
      fails('\\sum p_i \\log p_i', 'step.not-equal', '-\\sum p_i \\log p_i'),
    ],
  },
  {
    title: 'a loss whose terms have another letter than its sum',
    text: '$$J = @$$\n\n$$J \\ge 0$$',
    forms: [
      slips(
        '\\frac{1}{n} \\sum_{k=1}^{n} (w x_i - y_i)^2',
        'notation.counter',
        '\\frac{1}{n} \\sum_{i=1}^{n} (w x_i - y_i)^2',
      ),
      slips('-\\sum_{k=1}^{n} y \\log(\\sigma(x_i))', 'notation.counter'),
      { latex: '\\frac{1}{n} \\sum_{i=1}^{n} (w x_i - y_i)^2', verdict: 'given' },
    ],
  },
  {
    title: 'an entry that is the same in each term',
    text: '$$p_i = @$$',
    forms: [{ latex: '\\sum_{k=1}^{n} x_i', verdict: 'given' }],
  },
  {
    title: 'the slope of a loss whose sum has the wrong letter',
    text: '$$L(w; x_i, y_i) = \\frac{1}{n} \\sum_{k=1}^{n} (w x_i - y_i)^2$$\n\n$$\\frac{dL}{dw} = @$$',
    forms: [
      ...holds('\\frac{2}{n} \\sum_{i=1}^{n} (w x_i - y_i) x_i'),
      fails('\\frac{2}{n} \\sum_{i=1}^{n} (w x_i - y_i)', 'step.not-equal'),
    ],
  },
  ...['Hay tres puntos, $n = 3$:', 'Tenemos tres puntos, por lo tanto n=3:'].map((said) => ({
    title: `a size that is a number: ${said}`,
    text: `Sea $L = \\frac{1}{n} \\sum_{i=1}^{n} (w x_i - y_i)^2$. ${said}\n\n$$\\frac{dL}{dw} = @$$`,
    forms: [
      ...holds(
        '\\frac{2}{3} \\sum_{i=1}^{n} (w x_i - y_i) x_i',
        '\\frac{2}{3} \\sum (w x_i - y_i) x_i',
        '\\frac{2}{3} \\sum_{i=1}^{3} (w x_i - y_i) x_i',
      ),
      fails('\\frac{1}{3} \\sum_{i=1}^{n} (w x_i - y_i) x_i', 'step.not-equal'),
      fails('\\frac{2}{4} \\sum_{i=1}^{n} (w x_i - y_i) x_i', 'step.not-equal'),
    ],
  })),
  {
    title: 'entries that were given as numbers, of a name that has a formula',
    text: 'Los autovalores son $\\lambda_j = \\sigma_j^2 / n$. Con $\\lambda_1 = 4.5$ y $\\lambda_2 = 0.5$ el error es $$L = 2 \\cdot 0.25 = @$$',
    forms: holds('\\lambda_2'),
  },
  ...['L', 'n'].map((letter) => ({
    title: `how many terms there are is a number: ${letter}`,
    text: `$$\\sum_{k=0}^{${letter}} \\binom{${letter}}{k} = @$$`,
    forms: [...holds(`2^${letter}`), fails(`3^${letter}`, 'step.not-equal', `2^${letter}`)],
  })),
  {
    title: 'a sum that begins before the first entry',
    text:
      'Let $X \\in \\mathbb{R}^{N \\times D}$, $W \\in \\mathbb{R}^{D \\times M}$, $Z = X W$ and $G = \\frac{\\partial L}{\\partial Z}$.\n\n' +
      '$$\\frac{\\partial L}{\\partial W_{km}} = \\sum_{n=@}^{N} \\frac{\\partial L}{\\partial Z_{nm}} \\frac{\\partial Z_{nm}}{\\partial W_{km}} = \\sum_{n=1}^{N} G_{nm} X_{nk}$$',
    forms: [...holds('1'), fails('0', 'notation.bounds', '1')],
  },
  {
    title: 'a sum that ends before the last entry',
    text: '$$\\left( \\sum_{i=1}^{n} x_i \\right)^2 = @ = \\sum_{i=1}^{n} x_i^2 + \\sum_{i \\ne j} x_i x_j$$',
    forms: [
      ...holds('\\sum_{i=1}^{n} \\sum_{j=1}^{n} x_i x_j'),
      fails(
        '\\sum_{i=1}^{n-1} \\sum_{j=1}^{n} x_i x_j',
        'step.not-equal',
        '\\sum_{i=1}^{n} \\sum_{j=1}^{n} x_i x_j',
      ),
    ],
  },
  {
    title: 'a sum with an entry 0',
    text:
      'Let $x, w \\in \\mathbb{R}^{d}$ and put $x_0 = 1$. The score is $\\sum_{j=1}^{d} w_j x_j + b$. With $w_0 = b$ it is\n\n' +
      '$$s = @$$',
    forms: [{ latex: '\\sum_{j=0}^{d} w_j x_j', verdict: 'given' }],
  },
];

testForms(scenarios);

test('the base of a logarithm does not make it a list of entries', () => {
  const { steps } = check('$$L = -\\sum_{k=1}^{n} y_k \\log(p_k)$$\n\n$$E = \\log_2(8)$$');
  expect(steps[0]?.verdict).toBe('given');
});

test('where two letters could be meant, a sum without its letter is not checked', () => {
  const { steps } = check('$$\\sum a_i b_j = \\sum b_j a_i + 1$$');
  expect(steps.map(({ verdict }) => verdict)).toEqual(['unchecked']);
});

test('a sum may begin at the entry 0 that there is', () => {
  const { steps } = check(
    'Con claves $k_0, \\dots, k_M$:\n\n$$\\bar{k} = \\sum_{j=0}^M p_j k_j$$\n\n$$\\sum_{j=1}^M p_j k_j = \\bar{k} - p_0 k_0$$',
  );
  expect(steps.filter(({ verdict }) => /fails|slip/.test(verdict))).toEqual([]);
});
