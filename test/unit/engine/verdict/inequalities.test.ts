import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Form, type Scenario } from '../judging.js';

const given = (...forms: readonly string[]): readonly Form[] =>
  forms.map((latex) => ({ latex, verdict: 'given' }));

const VECTORS = 'Let $A \\in \\mathbb{R}^{m \\times n}$ and $x, y \\in \\mathbb{R}^n$. Then\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'norms and inner products',
    text: `${VECTORS}$$@.$$`,
    forms: [
      ...holds(
        '|x^\\top y| \\le \\|x\\|_2 \\|y\\|_2',
        '\\|x + y\\| \\leqslant \\|x\\| + \\|y\\|',
        '\\|x\\|_1 \\geq \\|x\\|_2',
        '\\|A x\\|_2 \\le \\|A\\|_F \\|x\\|_2',
      ),
      fails(
        '|x^\\top y| \\ge \\|x\\|_2 \\|y\\|_2',
        'step.inequality',
        '|x^\\top y| \\le \\|x\\|_2 \\|y\\|_2',
      ),
      fails('|x^\\top y| \\le \\|x\\|_2', 'step.inequality'),
      fails('\\|A x\\|_2 \\le \\|x\\|_2', 'step.inequality'),
      fails('\\|x\\|_1 \\le \\|x\\|_2', 'step.inequality', '\\|x\\|_1 \\ge \\|x\\|_2'),
      fails(
        '\\|A^\\top x\\|_2 \\le \\|A\\|_F \\|x\\|_2',
        'step.shape',
        '\\|A x\\|_2 \\le \\|A\\|_F \\|x\\|_2',
      ),
    ],
  },
  {
    title: 'a bound that only a search breaks',
    text: 'For all $t \\in \\mathbb{R}$ we have $$@.$$',
    forms: [
      ...holds('e^t \\ge 1 + t', 't^2 - 6t + 9 \\ge 0', '\\frac{t}{1 + t^2} \\le \\frac{1}{2}'),
      fails('t^2 - 6t + 9 \\ge 1', 'step.inequality'),
      fails('\\frac{t}{1 + t^2} \\le \\frac{49}{100}', 'step.inequality'),
      fails('e^t \\ge 2 + t', 'step.inequality'),
    ],
  },
  {
    title: 'una cota al final de una cadena',
    text: "Sea $\\sigma(x) = \\frac{1}{1 + e^{-x}}$ con $x \\in \\mathbb{R}$. Entonces\n\n$$\\sigma'(x) = \\sigma(x)(1 - \\sigma(x)) @$$",
    forms: [
      ...holds('\\le \\frac{1}{4}', '> 0', '< 1'),
      fails('\\le \\frac{1}{5}', 'step.inequality', '\\le \\frac{1}{4}'),
      fails('\\ge \\frac{1}{4}', 'step.inequality', '\\le \\frac{1}{4}'),
      fails('< 0', 'step.inequality', '> 0'),
    ],
  },
  {
    title: 'a chain of equalities and bounds',
    text: 'Let $p$ be a probability vector with $n$ positive entries and $H = -\\sum_{i=1}^{n} p_i \\ln p_i$. Then $$@.$$',
    forms: [
      ...holds('0 \\le H', 'H \\le \\ln n', 'H < 2 \\ln n'),
      fails('H \\ge \\ln n', 'step.inequality', 'H \\le \\ln n'),
      fails('H \\le 0', 'step.inequality', 'H \\ge 0'),
    ],
  },
  {
    title: 'definite matrices',
    text: 'Let $X \\in \\mathbb{R}^{m \\times n}$ and $\\lambda > 0$. Then $$@.$$',
    forms: [
      ...holds(
        'X^\\top X \\succeq 0',
        'X^\\top X + \\lambda I \\succ 0',
        'X^\\top X \\preceq X^\\top X + \\lambda I',
        '0 \\preceq X X^\\top',
      ),
      fails('-X^\\top X \\succeq 0', 'step.inequality', '-X^\\top X \\preceq 0'),
      fails(
        'X^\\top X - \\lambda I \\succeq 0',
        'step.inequality',
        'X^\\top X + \\lambda I \\succeq 0',
      ),
      fails('X^\\top X + \\lambda I \\preceq X^\\top X', 'step.inequality'),
    ],
  },
  {
    title: 'what follows from an interval',
    text: 'Sea $\\alpha > 0$ y $h > 0$.\n\n$$h w \\in \\alpha [-1, +1] \\Rightarrow @$$',
    forms: [
      ...holds('|w| \\le \\frac{\\alpha}{h}', '|h w| \\le \\alpha', 'w \\le \\alpha / h'),
      ...given('|v| \\le \\frac{\\alpha}{h}'),
    ],
  },
  {
    title: 'numbers in order',
    text: 'Then $@$.',
    forms: [
      ...holds('5 \\le 7.07', '\\frac{1}{3} < 0.34', '2^{10} > 10^3', '3 \\le 3'),
      fails('5 \\ge 7.07', 'step.inequality', '5 \\le 7.07'),
      fails('3 < 3', 'step.inequality'),
    ],
  },
  {
    title: 'what restricts or is asked for claims nothing',
    text: 'Let $w, x \\in \\mathbb{R}^d$ and $b, \\eta \\in \\mathbb{R}$. @',
    forms: given(
      '$\\eta > 0$',
      '$0 < b < 1$',
      'The class is positive if $w^\\top x + b \\ge 0$',
      'We need $1 - \\eta b > 0$',
      'Suppose that $\\|x\\| \\le \\|w\\|$',
      'subject to $w^\\top x + b \\ge 1$',
      'the hinge is active where $1 - b\\, w^\\top x > 0$',
    ),
  },
  {
    title: 'a constant that nothing explains',
    text: 'The gradient is Lipschitz: $$@$$',
    forms: [
      ...given(
        '\\|x - y\\|^2 \\le L \\|x\\|',
        '\\|w\\|_1 \\le t',
        '\\|\\nabla f(x) - \\nabla f(y)\\| \\le L \\|x - y\\|',
      ),
    ],
  },
  {
    title: 'una densidad nunca es negativa',
    text: "Sea $R'(q) = \\int_{-\\infty}^q p(y) \\, dy - \\tau$. Además\n\n$$R''(q) = p(q) @$$",
    forms: [...holds('\\ge 0')],
  },
  {
    title: 'a fact for positive numbers',
    text: 'For $x > 0$ we have $@$.',
    forms: [
      ...holds('\\ln x \\le x - 1', '\\ln x < x'),
      fails('\\ln x \\le x - 2', 'step.inequality', '\\ln x \\le x - 1'),
      ...given('\\ln x \\le \\frac{x}{4}'),
    ],
  },
];

testForms(scenarios);

test('a false bound comes with a point where it is false', () => {
  const { steps } = check('For all $t \\in \\mathbb{R}$ we have $t^2 \\ge t$.');
  const step = steps.find(({ kind }) => kind === 'inequality');
  expect(step?.verdict).toBe('fails');
  const t = Number(step?.counterexample?.at['t']);
  expect(t * t).toBeLessThan(t);
});

test('restrictions hold for what comes after them', () => {
  const claim = 'Then $t^2 \\ge t$.';
  const verdict = (text: string): string | undefined => check(text).steps.at(-1)?.verdict;
  expect(verdict(`Let $t \\in \\mathbb{R}$ with $t \\ge 1$. ${claim}`)).not.toBe('fails');
  expect(verdict(`Let $t \\in \\mathbb{R}$. ${claim}`)).toBe('fails');
});
