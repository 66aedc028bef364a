import { fails, holds, testForms, type Scenario } from '../judging.js';

const A = '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}';
const B = '\\begin{pmatrix} 0 & 1 \\\\ 2 & 3 \\end{pmatrix}';
const row = (...cells: readonly string[]) => `\\begin{pmatrix} ${cells.join(' & ')} \\end{pmatrix}`;
const square = (a: string, b: string, c: string, d: string) =>
  `\\begin{pmatrix} ${a} & ${b} \\\\ ${c} & ${d} \\end{pmatrix}`;

const scenarios: readonly Scenario[] = [
  {
    title: 'a product of literal matrices',
    text: `$$${A} ${B} = @$$`,
    forms: [
      ...holds(square('4', '7', '8', '15'), '\\begin{bmatrix}4&7\\\\8&15\\end{bmatrix}'),
      fails(square('4', '7', '8', '16'), 'step.not-equal'),
      fails(square('0', '2', '6', '12'), 'step.not-equal'),
      fails(row('4', '7'), 'step.shape'),
    ],
  },
  {
    title: 'a row added to every row',
    text: `$$${A} ${B} + ${row('7', '9')} = @$$`,
    forms: [
      ...holds(square('11', '16', '15', '24')),
      fails(square('11', '14', '17', '24'), 'step.not-equal'),
    ],
  },
  {
    title: 'named matrices',
    text: `Let $A = ${A}$ and $B = ${B}$.\n\n$$A B^T = @$$`,
    forms: [
      ...holds(square('2', '8', '4', '18')),
      fails(square('2', '4', '8', '18'), 'step.not-equal'),
    ],
  },
  {
    title: 'an entrywise product',
    text: `$$${A} \\odot ${B} = @$$`,
    forms: [
      ...holds(square('0', '2', '6', '12')),
      fails(square('4', '7', '8', '15'), 'step.not-equal'),
    ],
  },
  {
    title: 'an inverse',
    text: `$$${A}^{-1} = @$$`,
    forms: [
      ...holds(square('-2', '1', '1.5', '-0.5'), `-\\frac{1}{2} ${square('4', '-2', '-3', '1')}`),
      fails(square('-2', '1', '1.5', '0.5'), 'step.not-equal'),
    ],
  },
  {
    title: 'a fraction',
    text: '$$\\frac{1}{2} + \\frac{1}{3} = @$$',
    forms: [
      ...holds('\\frac{5}{6}', '\\frac{10}{12}', '1 - \\frac{1}{6}'),
      fails('\\frac{2}{5}', 'step.not-equal'),
    ],
  },
  {
    title: 'decimals as rounded as they are written',
    text: '$$\\frac{1}{3} + \\frac{1}{3} = @$$',
    forms: [...holds('0.667', '0.67', '0.6667'), fails('0.63', 'step.not-equal')],
  },
  {
    title: 'decimals that were chosen, not computed',
    text: '$$1 - 0.5^3 = @$$',
    forms: [...holds('0.875', '0.88'), fails('0.876', 'step.not-equal', '0.875')],
  },
  {
    title: 'on from rounded numbers',
    text: '$$\\sqrt{1.1} \\approx 1 + 0.05 - 0.00125 = @$$',
    forms: [...holds('1.04875'), fails('1.05875', 'step.not-equal')],
  },
  {
    title: 'a function at arguments in another order',
    text: '$$D(p, q) = 0.5 \\ln \\frac{0.5}{0.9} + 0.5 \\ln \\frac{0.5}{0.1} = 0.5108$$\n\n$$D(q, p) = 0.9 \\ln \\frac{0.9}{0.5} + 0.1 \\ln \\frac{0.1}{0.5} = @$$',
    forms: [...holds('0.3681'), fails('0.3861', 'step.not-equal')],
  },
  {
    title: 'decimals with a comma',
    text: '$$e^{-1} \\approx @$$',
    forms: [...holds('0{,}368', '0.3679'), fails('0{,}638', 'step.not-equal')],
  },
  {
    title: 'a sigmoid at a number',
    text: 'Sea $\\sigma(x) = \\frac{1}{1 + e^{-x}}$.\n\n$$\\sigma(2) = \\frac{1}{1 + e^{-2}} = @$$',
    forms: [...holds('0.88', '0.881', '0.8808'), fails('0.12', 'step.not-equal')],
  },
  {
    title: 'a step of gradient descent',
    text: "Let $f(w) = w^2 - 4 w$, $w_0 = 1$ and $\\eta = 0.1$.\n\n$$w_1 = w_0 - \\eta f'(w_0) = 1 - 0.1 \\cdot (-2) = @$$",
    forms: [...holds('1.2'), fails('0.8', 'step.not-equal', '1.2')],
  },
  {
    title: 'the size of a convolution',
    text: 'Con $n = 32$, $k = 5$, $p = 2$, $s = 1$:\n\n$$o = \\left\\lfloor \\frac{n + 2p - k}{s} \\right\\rfloor + 1 = @$$',
    forms: [
      ...holds('32', '\\frac{32 + 4 - 5}{1} + 1'),
      fails('31', 'step.not-equal'),
      fails('\\frac{32 + 2 - 5}{1} + 1', 'step.not-equal'),
    ],
  },
  {
    title: 'a size that is rounded down',
    text: '$$\\left\\lfloor \\frac{28 - 5}{2} \\right\\rfloor + 1 = @$$',
    forms: [
      ...holds('12', '11 + 1'),
      fails('13', 'step.not-equal'),
      fails('12.5', 'step.not-equal'),
    ],
  },
  {
    title: 'a sum written out',
    text: '$$\\sum_{i=1}^{4} i^2 = @ = 30$$',
    forms: holds('1 + 4 + 9 + 16', '1^2 + 2^2 + 3^2 + 4^2'),
  },
  {
    title: 'a determinant',
    text: `$$\\det ${A} = @$$`,
    forms: [...holds('-2', '1 \\cdot 4 - 2 \\cdot 3'), fails('10', 'step.not-equal')],
  },
  {
    title: 'a vector that was rounded on the way, in every entry',
    text: 'Con $u = (0.41, 0.52)$ y $k = 3.37$, $$k u \\approx @$$',
    forms: [
      ...holds('(1.382, 1.752)', '(1.38, 1.75)', '(1.383, 1.751)'),
      fails('(1.383, 1.252)', 'step.not-equal'),
      fails('(1.383, -1.752)', 'step.not-equal'),
    ],
  },
  {
    title: 'the power of a matrix of numbers',
    text: 'Sea $A = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$. Entonces $$A^4 = @$$',
    forms: [
      ...holds(
        '\\begin{pmatrix} 41 & 40 \\\\ 40 & 41 \\end{pmatrix}',
        '\\frac{1}{2} \\begin{pmatrix} 82 & 80 \\\\ 80 & 82 \\end{pmatrix}',
      ),
      fails('\\begin{pmatrix} 82 & 80 \\\\ 80 & 82 \\end{pmatrix}', 'step.not-equal'),
      fails('\\begin{pmatrix} 16 & 1 \\\\ 1 & 16 \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'superscripts that number matrices',
    text:
      'Los pesos son $W^1 = \\begin{pmatrix} 2 & 1 \\\\ 1 & 2 \\end{pmatrix}$ y ' + '$W^2 = @$.',
    forms: [{ latex: '\\begin{pmatrix} 1 & 0 \\\\ 3 & 1 \\end{pmatrix}', verdict: 'given' }],
  },
  {
    title: 'a determinant that is said to be a number at the end of its chain',
    text: 'Sea $B = \\begin{pmatrix} 1 & 2 \\\\ 0 & 5 \\end{pmatrix}$. $$\\det(2B) = @$$',
    forms: [
      ...holds('2^2 \\det B', '4 \\det B', '20'),
      fails('2 \\det B', 'step.not-equal'),
      fails('10', 'step.not-equal'),
    ],
  },
  {
    title: 'a factor right behind the letter that a sum counts with',
    text: '$$\\frac{1}{n} \\sum_k2(a_k - y_k) = @$$',
    forms: [
      ...holds('\\frac{2}{n} \\sum_k (a_k - y_k)'),
      fails('\\frac{1}{n} \\sum_k (a_k - y_k)', 'step.not-equal'),
    ],
  },
  {
    title: 'functions without their arguments, of which one has no number',
    text: 'Let $\\ell(z, y) = \\log(1 + e^z) - y z$ and $F(p) = -(1 - p)^2 \\log p$. For $p = 0.9$ and $y = 1$ we have $F = 0.01 \\cdot 0.1054 \\approx 0.00105$ and $\\frac{F}{\\ell} = @$.',
    forms: [{ latex: '0.01', verdict: 'given' }],
  },
  {
    title: 'functions without their arguments, which have numbers',
    text: 'Let $\\ell(z, y) = \\log(1 + e^z) - y z$. With $z = 2$ and $y = 1$ we have $2 \\ell = @$.',
    forms: [...holds('0.254'), fails('0.354', 'step.not-equal')],
  },
  {
    title: 'what is in letters is so for all numbers, not those of the example alone',
    text:
      'Datos: $y = 1$, $z = 0.4$. Con $p = \\sigma(z)$ y $L = -y \\ln p - (1 - y) \\ln(1 - p)$,\n\n' +
      '$$\\frac{\\partial L}{\\partial z} = \\left(-\\frac{y}{p} + \\frac{1 - y}{1 - p}\\right) p (1 - p) = @$$',
    forms: [
      ...holds('-y(1 - p) + (1 - y)p', 'p - y', 'p - 1'),
      fails('-y(1 - p) - (1 - y)p', 'step.not-equal', '-y(1 - p) + (1 - y)p'),
    ],
  },
];

testForms(scenarios);
