import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const NAMES =
  'Let $a, b, c \\in \\mathbb{R}$, $x, y \\in \\mathbb{R}^n$, $z \\in \\mathbb{R}^m$, ' +
  '$B \\in \\mathbb{R}^{m \\times n}$, $S \\in \\mathbb{R}^{n \\times n}$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'a transpose of a product in brackets, which is no function',
    text: `${NAMES}$$(B (x + y))^\\top z = @$$`,
    forms: [
      ...holds('(B x + B y)^\\top z', '(x + y)^\\top B^\\top z'),
      fails('(B x - B y)^\\top z', 'step.not-equal', '(B x + B y)^\\top z'),
    ],
  },
  {
    title: 'the same behind another factor',
    text: `${NAMES}$$Q = z (S (x + y))^\\top = @$$`,
    forms: [
      ...holds('z (x + y)^\\top S^\\top'),
      fails('z (x + y)^\\top S', 'step.not-equal', 'z (x + y)^\\top S^\\top'),
    ],
  },
  {
    title: 'a matrix on both sides of another, transposed on one',
    text: `${NAMES}Let $C \\in \\mathbb{R}^{m \\times m}$. $$(B x)^\\top C (B x) = @$$`,
    forms: [
      ...holds('x^\\top B^\\top C B x'),
      fails('x^\\top B C B^\\top x', 'step.shape', 'x^\\top B^\\top C B x'),
    ],
  },
  {
    title: 'a power of a product in brackets',
    text: `${NAMES}$$[a (b + c)]^2 = @$$`,
    forms: [
      ...holds('a^2 (b + c)^2', 'a^2 (b^2 + 2 b c + c^2)'),
      fails('a (b + c)^2', 'step.not-equal', 'a^2 (b + c)^2'),
    ],
  },
  {
    title: 'a power of the bracket alone',
    text: `${NAMES}$$a (b + c)^2 = @$$`,
    forms: [
      ...holds('a (b^2 + 2 b c + c^2)'),
      fails('a (b^2 + b c + c^2)', 'step.not-equal', 'a (b^2 + 2 b c + c^2)'),
    ],
  },
  {
    title: 'a vector of ones whose size only the others say',
    text: `${NAMES}$$\\|x - \\mathbf{1}\\|^2 = @$$`,
    forms: [
      ...holds(
        '\\|x\\|^2 - 2 x^\\top \\mathbf{1} + \\mathbf{1}^\\top \\mathbf{1}',
        '\\|x\\|^2 - 2 x^\\top \\mathbf{1} + \\|\\mathbf{1}\\|^2',
        '\\|x\\|^2 - 2 x^\\top \\mathbf{1} + n',
      ),
      fails(
        '\\|x\\|^2 + 2 x^\\top \\mathbf{1} + \\mathbf{1}^\\top \\mathbf{1}',
        'step.not-equal',
        '\\|x\\|^2 - 2 x^\\top \\mathbf{1} + \\mathbf{1}^\\top \\mathbf{1}',
      ),
    ],
  },
  {
    title: 'an identity whose size only the others say',
    text: `${NAMES}$$Q = \\|S - I\\|_F^2 = @$$`,
    forms: [
      ...holds('\\|S\\|_F^2 - 2 \\operatorname{tr}(S) + \\operatorname{tr}(I)'),
      fails('\\|S\\|_F^2 - \\operatorname{tr}(S) + \\operatorname{tr}(I)', 'step.not-equal'),
    ],
  },
  {
    title: 'a slope that is a constant',
    text: `${NAMES}Let $f = a + b - x^\\top y$. Then $$\\frac{\\partial f}{\\partial a} = @$$`,
    forms: [...holds('1'), fails('-1', 'step.not-equal')],
  },
  {
    title: 'a slope that is the identity, which is no new name',
    text: `${NAMES}Let $f = 2 \\operatorname{tr}(S)$. Then $$\\nabla_{S} f = @$$`,
    forms: [...holds('2 I', 'I + I'), fails('I', 'step.not-equal')],
  },
  {
    title: 'sizes multiplied',
    text: 'Los tamaños son $(d \\times n)(n \\times h) = @$.',
    forms: [
      ...holds('d \\times h', '(d \\times h)'),
      fails('h \\times d', 'step.shape'),
      fails('d \\times n', 'step.shape'),
    ],
  },
  {
    title: 'sizes that do not fit where they meet',
    text: 'The sizes are $@ = d \\times h$.',
    forms: [
      { latex: '(d \\times n) (h \\times n)', verdict: 'fails', code: 'step.shape' },
      ...holds('(d \\times n) \\cdot (n \\times d_k) \\cdot (d_k \\times h)'),
    ],
  },
  {
    title: 'sizes in numbers, and numbers',
    text: 'Tenemos $(2 \\times 3)(3 \\times 4) = @$.',
    forms: [...holds('2 \\times 4', '72', '6 \\times 12'), fails('4 \\times 2', 'step.not-equal')],
  },
];

testForms(scenarios);

const PAIR =
  'Sea $x \\in \\mathbb{R}^{4}$, $W_1 \\in \\mathbb{R}^{6 \\times 4}$, $b_1 \\in \\mathbb{R}^{6 \\times 1}$ y $b_2 \\in \\mathbb{R}^3$.';
const NETWORK = '$$z = \\tanh(W_1 x + b_1)$$\n\n$$o = \\tanh(W_2 z + b_2)$$';

test.each([
  ['\\mathbb{R}^{3 \\times 6}', 'given', undefined],
  ['\\mathbb{R}^{6 \\times 3}', 'fails', '3 \\times 6'],
] as const)('a matrix beside another of its letter: %s is %s', (space, verdict, fix) => {
  const { steps } = check(`${PAIR} $W_2 \\in ${space}$.\n\n${NETWORK}`);
  const step = steps.filter(({ kind }) => kind === 'membership').at(-1);
  expect([step?.verdict, step?.fixes[0]?.text]).toEqual([verdict, fix]);
  expect(steps.filter((one) => one !== step && one.verdict !== 'given')).toEqual([]);
});

test('a definition whose parts do not fit, with the transpose that it lacks', () => {
  const sizes =
    'Let $x \\in \\mathbb{R}^d$, $W \\in \\mathbb{R}^{d \\times h}$, $b \\in \\mathbb{R}^h$.';
  const verdicts = (latex: string) =>
    check(`${sizes}\n\n$$${latex}$$`)
      .steps.slice(3)
      .map(({ verdict, fixes }) => [verdict, fixes[0]?.text]);
  expect(verdicts('z = W x + b')).toEqual([['fails', 'W^\\top']]);
  expect(verdicts('z = W^\\top x + b')).toEqual([['given', undefined]]);
});

const TRACES = 'Let $X \\in \\mathbb{R}^{m \\times n}$, $B \\in \\mathbb{R}^{n \\times p}$';

test.each([
  ['\\mathbb{R}^{p \\times m}', 'given', undefined],
  ['\\mathbb{R}^{m \\times p}', 'fails', 'p \\times m'],
] as const)('a matrix in a claim of declared sizes: %s is %s', (space, verdict, fix) => {
  const claim = '$$\\frac{\\partial}{\\partial X} \\operatorname{tr}(A X B) = A^\\top B^\\top.$$';
  const { steps } = check(`${TRACES} and $A \\in ${space}$.\n\n${claim}`);
  const flagged = steps.filter((step) => step.verdict === 'fails');
  const [, , step] = steps;
  expect([step?.verdict, step?.fixes[0]?.text]).toEqual([verdict, fix]);
  expect(flagged.filter((one) => one !== step)).toEqual([]);
});

test('the shape of a matrix is no size of its own', () => {
  const { steps } = check(
    `The gradient has the shape of $X$. ${TRACES} and $A \\in \\mathbb{R}^{m \\times p}$.\n\n$$\\operatorname{tr}(A X B) = \\operatorname{tr}(X B A)$$`,
  );
  expect(steps[2]?.verdict).toBe('fails');
});

const ITEMS = `(a) For $A \\in \\mathbb{R}^{m \\times n}$, $B \\in \\mathbb{R}^{n \\times m}$ and $X \\in \\mathbb{R}^{m \\times n}$ we have $\\operatorname{tr}(A B) = \\operatorname{tr}(B A)$.

(b) For $f(X) = \\operatorname{tr}(A X B)$ we have $df = \\operatorname{tr}(A\\,dX\\,B) = \\operatorname{tr}(B A\\,dX)$, so
$$\\frac{\\partial}{\\partial X} \\operatorname{tr}(A X B) = (B A)^\\top.$$

(c) For $f(X) = \\|A X - B\\|_F^2 = \\operatorname{tr}((A X - B)^\\top (A X - B))$,
$$\\frac{\\partial f}{\\partial X} = `;

test.each([
  ['2 A^\\top (A X - B)', 'holds', undefined],
  ['2 (A X - B) A^\\top', 'fails', 'fix.order'],
] as const)(
  'sizes that were said of the matrices of another item: %s %s',
  (latex, verdict, fix) => {
    const { steps } = check(`${ITEMS}${latex}.$$`);
    const [step, ...flagged] = steps.filter(
      (one, at) => at === steps.length - 1 || one.verdict === 'fails',
    );
    expect(flagged).toEqual([]);
    expect([step?.verdict, step?.fixes[0]?.code]).toEqual([verdict, fix]);
    expect(steps.filter((one) => one.reason?.code === 'unchecked.shape')).toEqual([]);
  },
);

test('what the sizes of one step alone do not fit stays open', () => {
  const { steps } = check(
    'Let $X \\in \\mathbb{R}^{n \\times p}$.\n\n$$(X^\\top X)^{-1} = X^{-1} X^{-\\top}$$',
  );
  expect(steps.at(-1)?.reason?.code).toBe('unchecked.shape');
});

const TWICE = `# Matrices

Here $X \\in \\mathbb{R}^{m \\times n}$.

# Traces

An example is $f(X) = \\operatorname{tr}(A X)$ with $A \\in \\mathbb{R}^{n \\times m}$. Here $df = \\operatorname{tr}(A\\,dX)$, so that $G^\\top = A$ and $\\nabla_X \\operatorname{tr}(A X) = A^\\top$.

Next take $f(X) = \\operatorname{tr}(X^\\top A X)$ where $A$ is $m \\times m$. Then
$$\\begin{aligned} df &= \\operatorname{tr}((dX)^\\top A X) + \\operatorname{tr}(X^\\top A\\,dX) \\\\
&= \\operatorname{tr}(X^\\top A^\\top\\,dX) + \\operatorname{tr}(X^\\top A\\,dX) \\\\
&= \\operatorname{tr}(X^\\top (A + A^\\top)\\,dX), \\end{aligned}$$
and $\\nabla_X \\operatorname{tr}(X^\\top A X) = (A + A^\\top) X$.

Let $f(X)=\\frac12\\|AX-B\\|_F^2$ with $A\\in\\mathbb{R}^{p\\times m}$ and $B\\in\\mathbb{R}^{p\\times n}$.`;

test('a function that is another one further on is no mistake, whatever its sizes', () => {
  const { steps } = check(TWICE);
  expect(steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  expect(steps.find(({ latex }) => latex === '(A + A^\\top) X')?.verdict).toBe('holds');
});
