import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const SOFTMAX = 'Let $p = \\operatorname{softmax}(z)$.';

const scenarios: readonly Scenario[] = [
  {
    title: 'a matrix beside what is but one row of it, unless there is one entry',
    text: `${SOFTMAX} Then $dp = \\left(\\operatorname{diag}(p) - @\\right) dz$ and $d\\log\\sum_j e^{z_j} = p^\\top dz = \\sum_j p_j\\,dz_j$.`,
    forms: [...holds('p p^\\top'), fails('p \\odot p^\\top', 'step.not-equal')],
  },
];

testForms(scenarios);

const SIZES =
  'Let $Q \\in \\mathbb{R}^{n \\times d}$, $K \\in \\mathbb{R}^{m \\times d}$ and $x \\in \\mathbb{R}^n$.';

test.each([
  ['S = \\frac{1}{\\sqrt{d}} Q K^\\top', 'given', undefined],
  ['S = \\frac{1}{\\sqrt{d}} Q K', 'fails', 'K^\\top'],
  ['a = \\tanh(Q^\\top x + b)', 'given', undefined],
  ['a = \\tanh(Q x + b)', 'fails', 'Q^\\top'],
])('a part of a definition that declared sizes do not allow: %s is %s', (latex, verdict, fix) => {
  const step = check(`${SIZES}\n\n$$${latex}$$`).steps.at(-1);
  expect([step?.verdict, step?.fixes[0]?.text]).toEqual([verdict, fix]);
});

test.each([
  ['h x^\\top', '3 \\times 4', 'holds', undefined],
  ['h x', '3 \\times 4', 'fails', 'x^\\top'],
  ['x h^\\top', '3 \\times 4', 'fails', '4 \\times 3'],
])('the size of a product: %s of size %s %s', (latex, size, verdict, fix) => {
  const text =
    'Let $x \\in \\mathbb{R}^{4}$ and $h = V x$ with $V \\in \\mathbb{R}^{3 \\times 4}$. ' +
    `Then $${latex} \\in \\mathbb{R}^{${size}}$.`;
  const step = check(text).steps.at(-1);
  expect([step?.verdict, step?.fixes[0]?.text]).toEqual([verdict, fix]);
});

const NETWORK =
  '# Layers\n\nLet $x \\in \\mathbb{R}^d$, $W \\in \\mathbb{R}^{h \\times d}$ and $a = W x$.\n\n' +
  '# Sizes\n\nThen $W x \\in \\mathbb{R}^h$, $a \\in \\mathbb{R}^h$ and ';

test.each([
  ['$a x^\\top \\in \\mathbb{R}^{h \\times d}$', 'holds'],
  ['$a x^\\top \\in \\mathbb{R}^{d \\times h}$', 'fails'],
])('sizes said in another section than what they are of: %s %s', (claim, verdict) => {
  expect(check(`${NETWORK}${claim}.`).steps.at(-1)?.verdict).toBe(verdict);
});

test('a name that a later section declares anew', () => {
  const text = `${NETWORK}$a x^\\top \\in \\mathbb{R}^{h \\times d}$.\n\n# Other\n\nLet $a \\in \\mathbb{R}^d$.`;
  expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});

test('a name that a later section declares anew, after numbers for it', () => {
  const text =
    '# Layers\n\nLet $A = \\begin{pmatrix} 1 & 2 \\\\ 0 & 1 \\end{pmatrix}$ and $v = (1, 3)^\\top$. Then $A v \\in \\mathbb{R}^2$.\n\n' +
    '# Other\n\nLet $A \\in \\mathbb{R}^{3 \\times 2}$. Then $A v \\in \\mathbb{R}^3$ and $v^\\top v = 10$.';
  expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
