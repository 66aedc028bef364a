import { fails, holds, testForms, type Scenario } from '../judging.js';

const VALUES =
  'Datos: $x = \\begin{pmatrix} 0.5 \\\\ -1 \\end{pmatrix}$, $v = \\begin{pmatrix} 0.7 \\\\ -0.5 \\end{pmatrix}$, ' +
  '$y = 1$, $W = \\begin{pmatrix} 0.4 & -0.2 \\\\ 0.6 & 0.3 \\end{pmatrix}$. Además $h = \\sigma(W x)$, ' +
  '$z = v^T h$, $p = \\sigma(z)$, $L = -y \\ln p - (1 - y) \\ln(1 - p)$ y $\\delta = p - y$.\n\n';

const NOISE =
  'Con $u_k, v \\in \\mathbb{R}^d$ y $K$ palabras de ruido, ' +
  '$$J = -\\log \\sigma(u_o^\\top v) - \\sum_{k=1}^K \\log \\sigma(-u_k^\\top v).$$\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the observed word beside noise words',
    text: `${NOISE}$$\\nabla_{u_o} J = @$$`,
    forms: [
      ...holds('(\\sigma(u_o^\\top v) - 1) v', '-\\sigma(-u_o^\\top v) v'),
      fails('(\\sigma(u_o^\\top v) + 1) v', 'step.not-equal', '(\\sigma(u_o^\\top v) - 1) v'),
    ],
  },
  {
    title: 'a noise word beside the observed one',
    text: `${NOISE}$$\\frac{\\partial J}{\\partial u_k} = @$$`,
    forms: [
      ...holds('\\sigma(u_k^\\top v) v', '(1 - \\sigma(-u_k^\\top v)) v'),
      fails('-\\sigma(u_k^\\top v) v', 'step.not-equal', '\\sigma(u_k^\\top v) v'),
    ],
  },
  {
    title: 'the observed word among all words',
    text: 'Con $u_k, v \\in \\mathbb{R}^d$, $$J = -u_o^\\top v + \\log \\sum_{k=1}^K \\exp(u_k^\\top v).$$\n\n$$\\nabla_{u_o} J = @$$',
    forms: [
      ...holds('\\frac{\\exp(u_o^\\top v)}{\\sum_k \\exp(u_k^\\top v)} v - v'),
      fails('\\frac{\\exp(u_o^\\top v)}{\\sum_k \\exp(u_k^\\top v)} v + v', 'step.not-equal'),
      fails('-v', 'step.not-equal'),
    ],
  },
  {
    title: 'the gradient of a quadratic form, by the letter that varies',
    text: 'For any square $A$, $\\nabla(x^\\top A x) = @$.',
    forms: [
      ...holds('(A + A^\\top) x', 'A x + A^\\top x'),
      fails('(A - A^\\top) x', 'step.not-equal', '(A + A^\\top) x'),
      fails('2 A^\\top x', 'step.not-equal'),
    ],
  },
  {
    title: 'the gradient of a trace, by what has differentials',
    text:
      'Como $\\mathrm{d}\\operatorname{tr}(AX) = \\operatorname{tr}(A\\,\\mathrm{d}X)$, ' +
      'queda $\\nabla\\operatorname{tr}(AX) = @$.',
    forms: [...holds('A^\\top', 'A^T'), fails('A', 'step.not-equal', 'A^\\top')],
  },
  {
    title: 'the gradient of the logarithm of a determinant',
    text: 'Therefore $\\nabla \\log\\det X = @$.',
    forms: [...holds('X^{-\\top}', '(X^{-1})^\\top'), fails('X^{-1}', 'step.not-equal')],
  },
  {
    title: 'the gradient of a squared norm',
    text: 'Con incógnita matricial, $\\nabla \\|AX - B\\|_F^2 = @$.',
    forms: [
      ...holds('2 A^\\top (AX - B)', '2A^\\top A X - 2 A^\\top B'),
      fails('A^\\top (AX - B)', 'step.not-equal', '2 A^\\top (AX - B)'),
      fails('2 A^\\top (AX + B)', 'step.not-equal', '2 A^\\top (AX - B)'),
    ],
  },
  {
    title: 'of a sum over data, by the weights',
    text: '$$\\nabla \\sum_{i=1}^{n} (w^\\top x_i - y_i)^2 = @$$',
    forms: [
      ...holds('2 \\sum_{i=1}^{n} (w^\\top x_i - y_i) x_i'),
      fails('\\sum_{i=1}^{n} (w^\\top x_i - y_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'by whichever of two names it holds by',
    text: '$$\\nabla (r^\\top M s) = @$$',
    forms: [
      ...holds('M s', 'M^\\top r'),
      { latex: 'M r', verdict: 'unchecked', code: 'unchecked.shape' },
    ],
  },
  {
    title: 'never by a name with a formula of its own',
    text: 'Con $r = A x - b$, $\\nabla (\\tfrac{1}{2} r^\\top r) = @$.',
    forms: [{ latex: 'A^\\top r', verdict: 'unchecked', code: 'unchecked.syntax' }],
  },
  {
    title: 'a product of functions',
    text: '$$\\nabla (f g) = @$$',
    forms: [{ latex: 'f \\nabla g + g \\nabla f', verdict: 'unchecked', code: 'unchecked.syntax' }],
  },
  {
    title: 'of a determinant, by an entry',
    text: 'Let $X \\in \\mathbb{R}^{n \\times n}$ be invertible. $$\\frac{\\partial \\det X}{\\partial X_{ij}} = @$$',
    forms: [
      ...holds(
        '\\det(X)\\,(X^{-1})_{ji}',
        '\\det(X)\\,X^{-1}_{ji}',
        '\\det(X)\\,(X^{-\\top})_{ij}',
      ),
      fails('\\det(X)\\,(X^{-1})_{ij}', 'step.not-equal'),
    ],
  },
  {
    title: 'by a vector that an example gives as numbers, in letters',
    text: `${VALUES}$$\\frac{\\partial L}{\\partial v} = @$$`,
    forms: [
      ...holds('\\delta h', '(p - y) h'),
      fails('-\\delta h', 'step.not-equal', '\\delta h'),
      fails('\\delta v', 'step.not-equal'),
    ],
  },
  {
    title: 'by a vector that an example gives as numbers, in numbers',
    text: `${VALUES}$$\\frac{\\partial L}{\\partial v} = \\delta h \\approx @$$`,
    forms: [
      ...holds('\\begin{pmatrix} -0.2741 \\\\ -0.2289 \\end{pmatrix}'),
      fails('\\begin{pmatrix} -0.2741 \\\\ 0.2289 \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'a loss made of another that is left open',
    text: 'Take $\\lambda > 0$ and $$J_\\lambda(w) = J(w) + \\frac{\\lambda}{2} \\|w\\|_2^2 .$$ Then $$\\nabla J_\\lambda(w) = @$$ with the working response $r = X w - S^{-1} (p - y)$.',
    forms: [
      ...holds('\\nabla J(w) + \\lambda w'),
      fails('\\nabla J(w) + 2 \\lambda w', 'step.not-equal'),
      {
        latex: 'X^\\top (p - y) + \\lambda w',
        verdict: 'unchecked',
        code: 'unchecked.unknown-function',
      },
    ],
  },
  {
    title: 'a slope by what a solution was given for',
    text: 'Sean $X \\in \\mathbb{R}^{m \\times n}$ con columnas $x_j$, $y \\in \\mathbb{R}^m$ y $w \\in \\mathbb{R}^n$. La solución es $w_j = S_\\lambda(\\hat w_j)$ para cada $j$.\n\nSea $r^{(j)} = y - \\sum_{k \\ne j} x_k w_k$. Como función solo de $w_j$, $$\\frac{\\partial}{\\partial w_j} \\frac12 \\|r^{(j)} - x_j w_j\\|_2^2 = @$$',
    forms: [
      ...holds('-x_j^\\top (r^{(j)} - x_j w_j)'),
      fails('x_j^\\top (r^{(j)} - x_j w_j)', 'step.not-equal', '-x_j^\\top (r^{(j)} - x_j w_j)'),
    ],
  },
];

testForms(scenarios);
