import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const DATA =
  'Sean $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$ y $\\Omega \\in \\mathbb{R}^{n \\times n}$ simétrica.';

/** Transposes written as primes. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a quadratic form, whose unknown has no other sign of being a vector',
    text: `${DATA} $$S(\\beta) = (y - X\\beta)'\\Omega(y - X\\beta)$$ $$\\frac{\\partial S}{\\partial \\beta} = @$$`,
    forms: [
      ...holds("-2X'\\Omega y + 2X'\\Omega X\\beta", "-2X'\\Omega(y - X\\beta)"),
      fails("2X'\\Omega(y - X\\beta)", wrong),
      fails("-X'\\Omega(y - X\\beta)", wrong),
    ],
  },
  {
    title: 'a bracket behind a matrix',
    text: `${DATA} Sea $H = X(X'X)^{-1}X'$. $$H' = \\bigl(X(X'X)^{-1}X'\\bigr)' = @$$`,
    forms: [
      ...holds("X\\bigl((X'X)^{-1}\\bigr)'X'", 'H'),
      fails("-X\\bigl((X'X)^{-1}\\bigr)'X'", wrong),
    ],
  },
  {
    title: 'singular vectors',
    text: "Sea $A = UDV'$ con $U'U = V'V = VV' = I$ y $\\lambda > 0$. $$A'A + \\lambda I = @$$",
    forms: [
      ...holds("VD^2V' + \\lambda I", "V(D^2 + \\lambda I)V'"),
      slips("UD^2U' + \\lambda I", 'notation.symbol'),
    ],
  },
  {
    title: 'numbers with a prime, which divide',
    text: "Con $C$ canales de entrada y $C'$ de salida, $$\\frac{k^2 C + C C'}{k^2 C C'} = @$$",
    forms: [
      ...holds("\\frac{1}{C'} + \\frac{1}{k^2}", "\\frac{k^2 + C'}{k^2 C'}"),
      fails("\\frac{1}{C'} - \\frac{1}{k^2}", wrong, "\\frac{1}{C'} + \\frac{1}{k^2}"),
    ],
  },
  {
    title: 'a number with a prime that is counted to',
    text: "$$\\sum_{c=1}^{C'} \\frac{a}{C} = @$$",
    forms: [...holds("\\frac{a C'}{C}", "C' \\frac{a}{C}"), fails('\\frac{a}{C}', wrong)],
  },
  {
    title: 'a small letter t above',
    text: 'Sea $X \\in \\mathbb{R}^{n \\times p}$ y $X = U \\Sigma V^{t}$ su SVD, con $n \\ge p$, $U \\in \\mathbb{R}^{n \\times p}$ y $V \\in \\mathbb{R}^{p \\times p}$. $$C = \\frac1n X^{t} X = @$$',
    forms: [
      ...holds('\\frac1n V \\Sigma U^{t} U \\Sigma V^{t}', '\\frac1n V \\Sigma^2 V^t'),
      fails('\\frac1n V \\Sigma V^{t}', wrong),
    ],
  },
  {
    title: 'a small letter t that counts steps',
    text: 'Sea $A_t = (1 - \\alpha)^t$ con $t = 1, 2, \\dots$ $$A_t A_t = @$$',
    forms: [...holds('(1 - \\alpha)^{2t}'), fails('(1 - \\alpha)^{t}', wrong)],
  },
  {
    title: 'columns that a prime turns',
    text: "$$L = \\frac{1}{2} w'w - \\sum_i \\alpha_i (y_i (w'x_i + b) - 1)$$\n\n$$\\frac{\\partial L}{\\partial w} = @$$\n\nLos datos son $x_1 = (2, 2)'$ y $x_2 = (3, 3)'$.",
    forms: [
      ...holds('w - \\sum_i \\alpha_i y_i x_i'),
      fails('w + \\sum_i \\alpha_i y_i x_i', wrong, 'w - \\sum_i \\alpha_i y_i x_i'),
    ],
  },
  {
    title: 'slopes beside them',
    text: "Sea $f(x) = x^3$ y $q = w'w$. $$f'(x) = @$$",
    forms: [...holds('3 x^2'), fails('2 x^2', wrong)],
  },
];

testForms(scenarios);
