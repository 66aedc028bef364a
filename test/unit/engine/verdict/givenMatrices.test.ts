import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

const MATRICES =
  '$A=\\begin{bmatrix}3&1\\\\1&3\\end{bmatrix}$ y $b=\\begin{bmatrix}5\\\\7\\end{bmatrix}$';

function written(sentence: string): string {
  return `${sentence}. Entonces $\\nabla f(w)=@$.`;
}

const forms = [...holds('Aw-b'), fails('Aw+b', wrong, 'Aw-b')];

const scenarios: readonly Scenario[] = [
  {
    title: 'matrices that are told after the words',
    text: written(`Sea $f(w)=\\frac12w^\\top Aw-b^\\top w$, donde ${MATRICES}`),
    forms,
  },
  {
    title: 'in English',
    text: written(
      `Let $f(w)=\\frac12w^\\top Aw-b^\\top w$ with the matrices ${MATRICES.replace(' y ', ' and ')}`,
    ),
    forms,
  },
  {
    title: 'in a display',
    text: written(
      `Sea $f(w)=\\frac12w^\\top Aw-b^\\top w$ donde $$${MATRICES.replaceAll('$', '').replace(' y ', ',\\qquad ')}$$`,
    ),
    forms,
  },
  {
    title: 'transposes by primes around a matrix',
    text: written(`Sea $f(w)=\\frac12w'Aw-b'w$ donde ${MATRICES}`),
    forms,
  },
  {
    title: 'the optimum of such a function',
    text: `Sea $f(w)=\\frac12w'Aw-b'w$ con $A$ simétrica y $w^*=A^{-1}b$. Entonces $f(w^*)=\\frac12w^{*\\prime}Aw^*-b'w^*=@$.`,
    forms: [
      ...holds("-\\frac12b'w^*", '-\\frac12w^{*\\prime}b'),
      fails("\\frac12b'w^*", wrong, "-\\frac12b'w^*"),
    ],
  },
  {
    title: 'a point of two coordinates',
    text: 'Sea $w=(x,y)^\\top$ y $s=w^\\top Aw$ con $A\\in\\mathbb{R}^{2\\times 2}$. Entonces $s=A_{11}x^2+(A_{12}+A_{21})xy@$.',
    forms: [...holds('+A_{22}y^2'), fails('-A_{22}y^2', wrong, '+A_{22}y^2')],
  },
  {
    title: 'the same function of both coordinates and of the point',
    text: "Sea $f(x,y)=\\frac32x^2+xy+\\frac32y^2-5x-7y$. Con $w=(x,y)'$, es $f(w)=\\frac12w'Aw-b'w$ donde $A=\\begin{bmatrix}3&1\\\\1&3\\end{bmatrix}$ y $b=\\begin{bmatrix}5\\\\7\\end{bmatrix}$. Entonces $\\frac{\\partial f}{\\partial x}=@$.",
    forms: [...holds('3x+y-5'), fails('3x-y-5', wrong, '3x+y-5')],
  },
  {
    title: 'the greatest and the least by name',
    text: 'Sea $\\lambda_{\\max}=4$ y $\\lambda_{\\min}=2$; para cada $\\lambda_i$ vale $\\lambda_i>0$. El paso es $\\eta^*=\\frac{2}{\\lambda_{\\min}+\\lambda_{\\max}}=@$.',
    forms: [...holds('\\frac{2}{6}', '\\frac13'), fails('\\frac{2}{8}', wrong)],
  },
];

testForms(scenarios);

/** What is greatest or least is a number with a name; a sum that begins behind k has no index k. */
test.each([
  'Si $\\lambda_1\\ge\\dots\\ge\\lambda_d$ son los autovalores de $S$, el máximo es $\\lambda_1+\\dots+\\lambda_k$ y $$J_{\\min}=\\frac12\\sum_{i=k+1}^{d}\\lambda_i .$$ Ejemplo con $d=2$ y $k=1$: $J=\\frac12(5-4)=\\frac12=\\frac12\\lambda_2$.',
  'Sea $A$ simétrica. Entonces $\\lambda_{\\min}\\le\\frac{x^\\top Ax}{x^\\top x}\\le\\lambda_{\\max}$.',
  'Sea $X\\in\\mathbb{R}^{n\\times d}$ y $X_{\\max}\\ge 0$. Entonces $\\|x\\|\\le X_{\\max}$ para cada fila $x$.',
])('%s', (text) => {
  const verdicts = check(text).steps.map(({ verdict }) => verdict);
  expect(verdicts).not.toContain('fails');
  expect(verdicts).not.toContain('slip');
});
