import { expect, test } from 'vitest';
import { createChecker } from '../../../../src/engine/index.js';
import { fails, holds, testForms, type Scenario } from '../judging.js';

const BATCH =
  'Let $X \\in \\mathbb{R}^{d \\times m}$, $Y \\in \\mathbb{R}^{K \\times m}$ the one-hot labels, $W \\in \\mathbb{R}^{K \\times d}$ and\n\n$$Z = W X, \\qquad P = \\mathrm{softmax}(Z), \\qquad L = -\\sum_{i=1}^m \\sum_{k=1}^K Y_{ki} \\log P_{ki}$$\n\n';

const wrong = 'step.not-equal';

function classes(words: string): Scenario {
  return {
    title: words,
    text: `${BATCH}${words}.\n\n$$P_{ki} = @$$`,
    forms: [
      ...holds('\\frac{e^{Z_{ki}}}{\\sum_l e^{Z_{li}}}'),
      fails('\\frac{e^{Z_{ki}}}{\\sum_l e^{Z_{kl}}}', wrong),
    ],
  };
}

/** Batches with a sample in every column: softmax and labels go by columns too. */
const scenarios: readonly Scenario[] = [
  ...[
    'The softmax acts on every column separately',
    'There is one sample per column',
    'The samples are the columns of the data matrix',
    'El softmax se aplica a cada columna',
    'Los ejemplos van por columnas',
    'Cada columna es una muestra',
  ].map(classes),
  {
    title: 'a slope by columns',
    text: `${BATCH}There is one sample per column.\n\n$$\\frac{\\partial L}{\\partial Z} = @$$`,
    forms: [...holds('P - Y'), fails('P + Y', wrong, 'P - Y')],
  },
  {
    title: 'numbers by columns',
    text: 'El softmax se aplica por columnas: $P = \\mathrm{softmax}(Z)$ con $Z = \\begin{pmatrix} 2 & 3 \\\\ 1 & 2.5 \\end{pmatrix}$. Entonces $P_{11} = @$',
    forms: [...holds('\\frac{e^2}{e^2 + e}'), fails('\\frac{e^2}{e^2 + e^3}', wrong)],
  },
];

testForms(scenarios);

test('a word on columns in another section reaches what was judged before', () => {
  const formulas =
    '# Model\n\nLet $Z \\in \\mathbb{R}^{K \\times m}$ and $P = \\mathrm{softmax}(Z)$. Then\n\n$$P_{ki} = \\frac{e^{Z_{ki}}}{\\sum_l e^{Z_{li}}}$$\n\n# Data\n\n';
  const checker = createChecker();
  const last = (text: string): string | undefined =>
    checker.check({ parts: [{ kind: 'markdown', text }] }).steps.at(-1)?.verdict;
  expect(last(`${formulas}Nothing else.`)).toBe('fails');
  expect(last(`${formulas}The softmax acts on every column.`)).toBe('holds');
});
