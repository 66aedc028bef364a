import { describe, expect, test } from 'vitest';
import { checkDocument, readSource } from '../../../../src/engine/index.js';
import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

/** What differs, and whether one change of it, or of what it is made of, makes it agree. */
const scenarios: readonly Scenario[] = [
  {
    title: 'names of which the text says nothing',
    text: 'Sea $J = a b + \\frac{a}{b}$.\n\n$$\\frac{\\partial J}{\\partial b} = @$$',
    forms: [
      ...holds('a - \\frac{a}{b^2}'),
      fails('a + \\frac{a}{b^2}', wrong, 'a - \\frac{a}{b^2}'),
      unexplained('\\sin(a) + \\frac{1}{a + b^3}'),
    ],
  },
  {
    title: 'names that are declared: there is no other way to read them',
    text: 'Sean $a, b \\in \\mathbb{R}$ y $J = a b + \\frac{a}{b}$.\n\n$$\\frac{\\partial J}{\\partial b} = @$$',
    forms: [...holds('a - \\frac{a}{b^2}'), fails('\\sin(a) + \\frac{1}{a + b^3}', wrong)],
  },
  {
    title: 'a factor that one term lacks',
    text: "Sea $g(x) = x^3 - 2x$.\n\n$$g'(x) = @$$",
    forms: [...holds('3x^2 - 2'), fails('x^2 - 2', wrong, '3 x^{2} - 2')],
  },
  {
    title: 'a factor that one entry lacks',
    text: 'Sea $g(u, v) = u^2 + 3 v^2$.\n\n$$\\nabla g(u, v) = @$$',
    forms: [
      ...holds('\\begin{pmatrix} 2u \\\\ 6v \\end{pmatrix}'),
      fails(
        '\\begin{pmatrix} u \\\\ 6v \\end{pmatrix}',
        wrong,
        '\\begin{pmatrix} 2 u \\\\ 6v \\end{pmatrix}',
      ),
    ],
  },
  {
    title: 'the rest to one',
    text: 'With $\\ell = (1 - y) z + \\log(1 + e^{-z})$ we have\n\n$$\\frac{\\partial \\ell}{\\partial z} = @$$',
    forms: [
      ...holds('(1 - y) - \\frac{e^{-z}}{1 + e^{-z}}'),
      fails(
        'y - \\frac{e^{-z}}{1 + e^{-z}}',
        wrong,
        '\\left(1 - y\\right) - \\frac{e^{-z}}{1 + e^{-z}}',
      ),
    ],
  },
  {
    title: 'the slope of the activation',
    text: 'Let $a = \\tanh(z)$, $z = w x + b$ and $E = \\frac12 (a - t)^2$.\n\n$$\\frac{\\partial E}{\\partial z} = @$$',
    forms: [...holds('(a - t)(1 - a^2)'), fails('a - t', wrong, "(a - t) \\tanh'(z)")],
  },
  {
    title: 'a matrix that need not be symmetric',
    text: 'Sea $f(x) = x^\\top A x$ con $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$\\nabla f(x) = @$$',
    forms: [...holds('(A + A^\\top) x'), fails('2 A x', wrong, '(A + A^\\top) x')],
  },
  {
    title: 'what is zero whatever its names are is meant otherwise',
    text: 'Sea $h = 3 s$ y $E(u) = u^2 h$.\n\n$$E(s) - E(s) = @$$',
    forms: [{ latex: '-2 s h', verdict: 'unchecked', code: 'unchecked.trivial' }],
  },
  {
    title: 'the distance that a loss is differentiated by',
    text: 'Sea $D = \\|a - b\\|$ y $L = D^2$.\n\n$$\\nabla_a L = @$$\n\nAdemás $\\frac{dL}{dD} = 2D$.',
    forms: [
      ...holds('\\frac{dL}{dD} \\nabla_a D', '2 (a - b)'),
      fails('a - b', wrong, '2 \\left(a - b\\right)'),
    ],
  },
  {
    title: 'the branch of a maximum that few points take',
    text: 'Sea $D = \\|z_1 - z_2\\|$ y $L = \\frac{y}{2} D^2 + \\frac{1 - y}{2} \\max(0, m - D)^2$.\n\n$$\\frac{dL}{dD} = @$$',
    forms: [
      ...holds('y D - (1 - y) \\max(0, m - D)'),
      fails('y D + (1 - y) \\max(0, m - D)', wrong, 'y D - (1 - y) \\max(0, m - D)'),
    ],
  },
  {
    title: 'two vectors that differ by their number',
    text: 'Se usa $\\hat z = z / \\|z\\|$.\n\n$$\\|\\hat z_1 - \\hat z_2\\|^2 = \\|\\hat z_1\\|^2 + \\|\\hat z_2\\|^2 - 2 \\hat z_1^T \\hat z_2 = @$$',
    forms: [unexplained('2 - 2 \\hat z_1^T \\hat z_2')],
  },
  {
    title: 'one sample of many',
    text: 'Las etiquetas son $y_i \\in \\{0, 1\\}$ y $p = 1 / (1 + e^{-F})$ para $F_i$ y $p_i$. Por ejemplo,\n\n$$-y \\ln p - (1 - y) \\ln(1 - p) = @$$',
    forms: [
      ...holds('-y \\ln\\frac{p}{1 - p} - \\ln(1 - p)'),
      { latex: '-y \\ln\\frac{p}{1 - p} + \\ln(1 - p)', verdict: 'fails', code: wrong },
    ],
  },
  {
    title: 'a sum over states counts with what its terms are of',
    text: 'Sea $p(s) = \\frac{1}{Z} e^{-E(s)}$ con $s_i \\in \\{-1, 1\\}$ y\n\n$$Z = @$$',
    forms: [{ latex: '\\sum_s e^{-E(s)}', verdict: 'given' }],
  },
];

testForms(scenarios);

function verdictsOf(text: string): readonly string[] {
  const read = readSource('markdown', text);
  if (!read.ok) throw new Error(read.problem.code);
  return checkDocument(read.document).steps.map(({ verdict }) => verdict);
}

describe('who made several mistakes', () => {
  const own =
    'Sea $J = a b + \\frac{a}{b}$. Entonces $\\frac{\\partial J}{\\partial b} = \\sin(a) + \\frac{1}{a + b^3}$.';
  const slips = ['x^2', 'x^3', 'x^4'].map(
    (power, at) =>
      `Sea $f_{${String(at)}}(x) = ${power}$, con $f_{${String(at)}}'(x) = ${String(at + 3)} x^{${String(at + 1)}}$.`,
  );

  test('made one more', () => {
    expect(verdictsOf(`${own}\n\n${slips.join('\n\n')}`)).toEqual(
      expect.arrayContaining(['fails', 'fails', 'fails', 'fails']),
    );
    expect(verdictsOf(`${own}\n\n${slips.join('\n\n')}`)).not.toContain('unchecked');
  });

  test('and one alone is read otherwise', () => {
    expect(verdictsOf(own)).toContain('unchecked');
  });
});

test('a slip is found after many steps that nothing mends', () => {
  const open = Array.from({ length: 7 }, (_, at) => {
    const number = String(at + 2);
    return `$$\\frac{\\partial J}{\\partial b} = \\sin(a + ${number}) + \\frac{1}{a + b^${number}}$$`;
  });
  const text = ['Sea $J = a b + \\frac{a}{b}$.', ...open].join('\n\n');
  expect(
    verdictsOf(`${text}\n\n$$\\frac{\\partial J}{\\partial a} = b + \\frac{1}{b}$$`).at(-1),
  ).toBe('holds');
  expect(
    verdictsOf(`${text}\n\n$$\\frac{\\partial J}{\\partial a} = b - \\frac{1}{b}$$`).at(-1),
  ).toBe('fails');
});
