import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** What dots leave out is said by the terms around them; a term that says otherwise is wrong. */
const scenarios: readonly Scenario[] = [
  {
    title: 'entries of a vector',
    text: 'Sea $x \\in \\mathbb{R}^d$.\n\n$$2x = @$$',
    forms: [
      ...holds(
        '(2x_1, 2x_2, \\ldots, 2x_d)',
        '[2x_1, ..., 2x_d]^\\top',
        '(2x_1, 2x_2, \\dots, 2x_{d-1}, 2x_d)',
        '\\begin{pmatrix} 2x_1 \\\\ \\vdots \\\\ 2x_d \\end{pmatrix}',
        '2 \\cdot (x_1, \\dots, x_d)',
      ),
      fails('(2x_1, 2x_2, \\ldots, 3x_d)', 'step.not-equal', '(2x_1, 2x_2, \\ldots, 2x_d)'),
      fails('(2x_1, 3x_2, \\ldots, 2x_d)', 'step.not-equal', '(2x_1, 2x_2, \\ldots, 2x_d)'),
      fails('(2x_1, \\ldots, x_d)', 'step.not-equal'),
    ],
  },
  {
    title: 'sums and products',
    text: 'Let $x \\in \\mathbb{R}^d$.\n\n$$\\|x\\|^2 = @$$',
    forms: [
      ...holds('x_1^2 + x_2^2 + \\dots + x_d^2', 'x_1 x_1 + \\cdots + x_d x_d'),
      fails('x_1^2 + x_2^2 + \\dots + x_d', 'step.not-equal', 'x_1^2 + x_2^2 + \\dots + x_d^{2}'),
      fails('x_1 + x_2^2 + \\dots + x_d^2', 'step.not-equal'),
    ],
  },
  {
    title: 'a closed form of a sum',
    text: 'Se tiene que $$1 + 2 + \\dots + n = @$$',
    forms: [
      ...holds('\\frac{n(n+1)}{2}', '\\sum_{k=1}^n k'),
      fails('\\frac{n(n-1)}{2}', 'step.not-equal', '\\frac{n(n + 1)}{2}'),
    ],
  },
  {
    title: 'a sum whose first terms are numbers',
    text: 'Se tiene que $$1 + 2 + 4 + \\dots + 2^{n-1} = @$$',
    forms: [...holds('2^n - 1'), fails('2^n + 1', 'step.not-equal')],
  },
  {
    title: 'a geometric sum',
    text: 'Entonces $$1 + r + r^2 + \\dots + r^{n-1} = @$$',
    forms: [
      ...holds('\\frac{1 - r^n}{1 - r}'),
      fails('\\frac{1 - r^{n-1}}{1 - r}', 'step.not-equal', '\\frac{1 - r^{n}}{1 - r}'),
    ],
  },
  {
    title: 'the derivative of a polynomial',
    text: "Let $f(x) = a_0 + a_1 x + \\dots + a_m x^m$. Then $$f'(x) = @$$",
    forms: [
      ...holds('a_1 + 2 a_2 x + \\dots + m a_m x^{m-1}', '\\sum_{k=1}^m k a_k x^{k-1}'),
      fails('\\sum_{k=1}^m k a_k x^{k}', 'step.not-equal', '\\sum_{k=1}^m k a_k x^{k - 1}'),
    ],
  },
  {
    title: 'a whole matrix',
    text: 'Sea $A \\in \\mathbb{R}^{m \\times n}$. Entonces $$A = @$$',
    forms: [
      ...holds(
        '\\begin{pmatrix} A_{11} & \\cdots & A_{1n} \\\\ \\vdots & \\ddots & \\vdots \\\\ A_{m1} & \\cdots & A_{mn} \\end{pmatrix}',
        '\\begin{bmatrix} A_{1,1} & A_{1,2} & \\cdots & A_{1,n} \\\\ A_{2,1} & A_{2,2} & \\cdots & A_{2,n} \\\\ \\vdots & \\vdots & \\ddots & \\vdots \\\\ A_{m,1} & A_{m,2} & \\cdots & A_{m,n} \\end{bmatrix}',
      ),
      fails(
        '\\begin{pmatrix} A_{11} & \\cdots & A_{m1} \\\\ \\vdots & \\ddots & \\vdots \\\\ A_{1n} & \\cdots & A_{mn} \\end{pmatrix}',
        'step.shape',
      ),
    ],
  },
  {
    title: 'samples as the rows of a matrix',
    text: 'Sean $x_1, \\dots, x_n \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$ y $X = \\begin{bmatrix} x_1^\\top \\\\ \\vdots \\\\ x_n^\\top \\end{bmatrix}$.\n\n$$@$$',
    forms: [
      ...holds(
        'X^\\top y = y_1 x_1 + \\dots + y_n x_n',
        'X^\\top X = x_1 x_1^\\top + \\cdots + x_n x_n^\\top',
      ),
      fails('X^\\top X = x_1^\\top x_1 + \\cdots + x_n^\\top x_n', 'step.shape'),
    ],
  },
  {
    title: 'a diagonal',
    text: 'Let $\\Lambda = \\operatorname{diag}(\\lambda_1, \\dots, \\lambda_n)$. Then $$@$$',
    forms: [
      ...holds(
        '\\det \\Lambda = \\lambda_1 \\lambda_2 \\cdots \\lambda_n',
        '\\Lambda^2 = \\begin{pmatrix} \\lambda_1^2 & & \\\\ & \\ddots & \\\\ & & \\lambda_n^2 \\end{pmatrix}',
      ),
      fails(
        '\\Lambda^2 = \\operatorname{diag}(\\lambda_1^2, \\dots, \\lambda_n)',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'coefficients that count from zero',
    text: "Sea $f(x) = \\sum_{k=0}^m a_k x^k$. Entonces $$f'(x) = @$$",
    forms: [
      ...holds('\\sum_{k=1}^m k a_k x^{k-1}'),
      fails('\\sum_{k=1}^m (k-1) a_k x^{k-1}', 'step.not-equal'),
    ],
  },
  {
    title: 'dots in which no pattern can be seen',
    text: 'Sea $x \\in \\mathbb{R}^d$.\n\n$$\\|x\\|^2 = @$$',
    forms: [
      { latex: 'x_1^2 + \\dots', verdict: 'unchecked', code: 'unchecked.syntax' },
      { latex: '\\dots + x_d^2', verdict: 'unchecked', code: 'unchecked.syntax' },
    ],
  },
];

describe('terms left out by dots', () => {
  testForms(scenarios);
});

test('what is left open says nothing, and a chain goes on behind it', () => {
  const verdicts = (right: string): (string | undefined)[] =>
    check(`Sea $x \\in \\mathbb{R}$.\n\n$$(x+1)^2 = ${right}$$`)
      .steps.filter(({ kind }) => kind === 'identity')
      .map(({ verdict }) => verdict);
  expect(verdicts('?')).toEqual([]);
  expect(verdicts('\\dots')).toEqual([]);
  expect(verdicts('\\dots = x^2 + 2x + 1')).toEqual(['holds']);
  expect(verdicts('\\dots = x^2 + x + 1')).toEqual(['fails']);
});
