import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const MATRICES =
  'Take $$X = \\begin{pmatrix} 1 & 2 \\\\ 3 & 1 \\end{pmatrix}, \\quad w = \\begin{pmatrix} 1 \\\\ -1 \\end{pmatrix}, ' +
  '\\quad y = \\begin{pmatrix} 0 \\\\ 1 \\end{pmatrix}.$$\n\n';
const RIGHT =
  '\\begin{pmatrix} -1 \\\\ 2 \\end{pmatrix} - \\begin{pmatrix} 0 \\\\ 1 \\end{pmatrix}';

const scenarios: readonly Scenario[] = [
  {
    title: 'a chain of computations with matrices that are written out',
    text: `${MATRICES}The residual is $$X w - y = @ = \\begin{pmatrix} -1 \\\\ 1 \\end{pmatrix}.$$`,
    forms: [
      ...holds(RIGHT),
      { latex: RIGHT.replace('-1', '3'), verdict: 'fails', code: 'step.not-equal' },
    ],
  },
  {
    title: 'parameters counted with numbers that were given',
    text: 'Una LSTM con $n = 64$ y $d = 32$ tiene $$4 (n^2 + n d + n) = @ = 24832$$ parámetros.',
    forms: [
      ...holds('4 (64^2 + 64 \\cdot 32 + 64)'),
      fails('4 (64^2 + 64 \\cdot 32 - 64)', 'step.not-equal', '4 (64^2 + 64 \\cdot 32 + 64)'),
    ],
  },
  {
    title: 'a product beside what is done instead',
    text: 'Se entrenan $16000$ parámetros en vez de $1000 \\cdot 1000 = @$.',
    forms: [...holds('1000000'), { latex: '1001000', verdict: 'fails', code: 'step.not-equal' }],
  },
  {
    title: 'a function that everybody knows, said in another way once its derivative is known',
    text: "$$\\operatorname{ReLU}(x) = \\max(0, x), \\qquad \\operatorname{ReLU}'(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x < 0 \\end{cases}$$\n\n$$\\operatorname{ReLU}(x) = @$$",
    forms: [
      ...holds('\\frac{x + |x|}{2}'),
      { latex: '\\frac{x - |x|}{2}', verdict: 'fails', code: 'step.not-equal' },
    ],
  },
];

testForms(scenarios);

const SIZES =
  '$$A = \\begin{pmatrix} 1 & 2 \\\\ 0 & 1 \\end{pmatrix}, \\quad B = \\begin{pmatrix} 1 & 0 & 2 \\\\ 1 & 3 & 1 \\end{pmatrix}$$\n\n';
const PRODUCT = '\\begin{pmatrix} 3 & 6 & 4 \\\\ 1 & 3 & 1 \\end{pmatrix}';

test.each([
  ['A B', 'holds'],
  ['B A', 'fails'],
  ['A \\odot B', 'fails'],
] as const)('matrices that are written out: %s %s', (left, verdict) => {
  const { steps } = check(`${SIZES}$$${left} = ${PRODUCT}$$`);
  expect(steps.at(-1)?.verdict).toBe(verdict);
});

test('an identity of things that also have values, and the star of a convolution, are no computations', () => {
  const kernel =
    'Con $x = 1$ y $z = 2$: $$\\|\\phi(x) - \\phi(z)\\|^2 = k(x, x) - 2 k(x, z) + k(z, z)$$';
  const image = `${SIZES}$$B * A = \\begin{pmatrix} 1 & 4 \\end{pmatrix} = \\begin{pmatrix} 1 & 4 \\end{pmatrix}$$`;
  for (const text of [kernel, image])
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
