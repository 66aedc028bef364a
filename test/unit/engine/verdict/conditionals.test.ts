import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const CLASSES =
  'Sean $S = X W$ con $X \\in \\mathbb{R}^{n \\times d}$ y $W \\in \\mathbb{R}^{d \\times K}$.\n\n' +
  '$$P_{ik} = \\frac{e^{S_{ik}}}{\\sum_{l=1}^K e^{S_{il}}}$$\n\n';
const RECONSTRUCTION =
  'Sean $X \\in \\mathbb{R}^{n \\times d}$, $A \\in \\mathbb{R}^{d \\times k}$, $B \\in \\mathbb{R}^{k \\times d}$ y ' +
  '$S = \\frac{1}{n} X^T X$.\n\n$$L(A, B) = \\frac{1}{n} \\|X A B - X\\|_F^2$$\n\n$$\\nabla_A L = 2 (S A B - S) B^T$$\n\n';

/** What is so in one case only, by the words around it. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a value under a condition in words',
    text:
      `${CLASSES}Si todos los pesos son cero, $P_{ik} = 1/K$ y no hay nada aprendido.\n\n` +
      '$$-\\log P_{ik} = @$$',
    forms: [
      ...holds('-S_{ik} + \\log \\sum_{l=1}^K e^{S_{il}}'),
      fails(
        'S_{ik} + \\log \\sum_{l=1}^K e^{S_{il}}',
        wrong,
        '-S_{ik} + \\log \\sum_{l=1}^K e^{S_{il}}',
      ),
    ],
  },
  {
    title: 'each sign in a sentence of its own',
    text:
      'Con $\\tau > 0$: $$\\min_w \\frac{1}{2} (w - u)^2 + \\tau |w|$$ Si la solución es $w > 0$: $w - u + \\tau = 0$, ' +
      'es decir $w = u - \\tau$, y pide $u > \\tau$. Si es $w < 0$: $w - u - \\tau = 0$, o sea $w = @$, y pide $u < -\\tau$.',
    forms: holds('u + \\tau'),
  },
  {
    title: 'what is solved for with an inverse',
    text: `${RECONSTRUCTION}Con $S$ inversible, $\\nabla_A L = 0$ equivale a $A B B^T = @$.`,
    forms: [{ latex: 'B^T', verdict: 'unchecked', code: 'unchecked.unexplained' }],
  },
  {
    title: 'what is solved for without one',
    text: `${RECONSTRUCTION}Aquí $\\nabla_A L = 0$ equivale a $S A B B^T = @$.`,
    forms: holds('S B^T'),
  },
  {
    title: 'several names set to one number',
    text:
      'La celda: $$f_t = \\sigma(a x_t), \\quad o_t = \\sigma(b x_t), \\quad c_t = f_t c_{t-1}$$ En el ejemplo ' +
      '$f_t = o_t = \\frac{1}{2}$ y $c_1 = 3$: $$c_2 = \\frac{1}{2} \\cdot 3 = @$$',
    forms: [...holds('1.5'), fails('2.5', wrong)],
  },
  {
    title: 'a reason that stands after another aim',
    text: 'Sean $\\xi^1, \\xi^2$ en $\\{-1, 1\\}^N$. El término sirve para anular la diagonal, pues $\\xi_i^2 = @$.',
    forms: [{ latex: '1', verdict: 'given' }],
  },
];

testForms(scenarios);

test('both sides of a kink are no contradiction', () => {
  const { steps } = check(
    'Sea $\\tau > 0$. Si $w > 0$: $w = u - \\tau$, y pide $u > \\tau$. Si $w < 0$: $w = u + \\tau$, y pide $u < -\\tau$. ' +
      'Si $w = 0$ hace falta $|u| \\le \\tau$.',
  );
  expect(steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
