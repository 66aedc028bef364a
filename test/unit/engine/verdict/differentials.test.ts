import { fails, holds, testForms, type Scenario } from '../judging.js';

const TRACES = 'Con la regla del producto y la traza,\n\n';
const LEAST_SQUARES =
  'Let $X \\in \\mathbb{R}^{n \\times d}$, $W \\in \\mathbb{R}^{d \\times k}$, $Y \\in \\mathbb{R}^{n \\times k}$, ' +
  '$E = XW - Y$ and $L = \\frac{1}{2} \\|E\\|_F^2$.\n\n';
const LAYER =
  'La capa es $z = W x + b$ con $W \\in \\mathbb{R}^{m \\times n}$, $x \\in \\mathbb{R}^n$, $b \\in \\mathbb{R}^m$, ' +
  'y $L = \\frac{1}{2} \\|z - y\\|^2$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'a gradient read off the differential that a sentence begins with',
    text: 'Sea $O = AV$ con $A \\in \\mathbb{R}^{n \\times m}$ y $V \\in \\mathbb{R}^{m \\times d}$, y $G = \\partial \\mathcal{L} / \\partial O$. Como $dO = dA\\,V + A\\,dV$, $$\\frac{\\partial \\mathcal{L}}{\\partial V} = @$$',
    forms: [
      ...holds('A^\\top G'),
      fails('A G', 'step.shape', 'A^\\top G'),
      fails('G A^\\top', 'step.shape', 'A^\\top G'),
    ],
  },
  {
    title: 'the product rule',
    text: `${TRACES}$$d(AB) = @$$`,
    forms: [
      ...holds('dA\\,B + A\\,dB', 'A\\,dB + (dA) B', '(dA)B + A(dB)'),
      fails('dA\\,B + B\\,dA', 'step.not-equal'),
      fails('dA\\,B - A\\,dB', 'step.not-equal', 'dA\\,B + A\\,dB'),
    ],
  },
  {
    title: 'the product rule with upright signs',
    text: '$$\\mathrm{d}(\\mathbf{A}\\mathbf{B}) = @$$',
    forms: [
      ...holds('\\mathrm{d}\\mathbf{A}\\,\\mathbf{B} + \\mathbf{A}\\,\\mathrm{d}\\mathbf{B}'),
      fails(
        '\\mathrm{d}\\mathbf{A}\\,\\mathbf{B} - \\mathbf{A}\\,\\mathrm{d}\\mathbf{B}',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'the product rule with curly signs',
    text: '$$\\partial(\\mathbf{X}\\mathbf{Y}) = @$$',
    forms: [
      ...holds('(\\partial \\mathbf{X})\\mathbf{Y} + \\mathbf{X}(\\partial \\mathbf{Y})'),
      fails(
        '(\\partial \\mathbf{X})\\mathbf{Y} - \\mathbf{X}(\\partial \\mathbf{Y})',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'the inverse',
    text: 'Then\n\n$$\\mathrm{d}(X^{-1}) = @$$',
    forms: [
      ...holds('-X^{-1}\\,\\mathrm{d}X\\,X^{-1}', '-X^{-1} (\\mathrm{d}X) X^{-1}'),
      fails('X^{-1}\\,\\mathrm{d}X\\,X^{-1}', 'step.not-equal', '-X^{-1}\\,\\mathrm{d}X\\,X^{-1}'),
      fails('-X^{-1}\\,\\mathrm{d}X\\,X', 'step.not-equal'),
    ],
  },
  {
    title: 'the logarithm of a determinant',
    text: 'Se tiene $$d \\log \\det X = @$$',
    forms: [
      ...holds('\\operatorname{tr}(X^{-1} dX)', '\\operatorname{tr}(dX\\,X^{-1})'),
      fails('\\operatorname{tr}(X\\,dX)', 'step.not-equal'),
      fails('\\operatorname{tr}(X^{-\\top} dX)', 'step.not-equal'),
    ],
  },
  {
    title: 'what stands still',
    text: `${TRACES}$$d \\operatorname{tr}(A X B) = \\operatorname{tr}(A\\,dX\\,B) = @$$`,
    forms: [
      ...holds('\\operatorname{tr}(B A\\,dX)'),
      fails('\\operatorname{tr}(A B\\,dX)', 'step.not-equal', '\\operatorname{tr}(B A\\,dX)'),
    ],
  },
  {
    title: 'a loss',
    text: `${LEAST_SQUARES}Differentiating,\n\n$$dL = @$$`,
    forms: [
      ...holds(
        '\\operatorname{tr}(E^\\top dE)',
        '\\operatorname{tr}(E^\\top X\\,dW)',
        '\\operatorname{tr}((X^\\top E)^\\top dW)',
        '\\langle X^\\top E, dW \\rangle',
        '\\sum_{i,j} E_{ij}\\,dE_{ij}',
      ),
      fails('\\operatorname{tr}(E\\,dE)', 'step.shape'),
      fails('2 \\operatorname{tr}(E^\\top X\\,dW)', 'step.not-equal'),
      fails('\\operatorname{tr}(X^\\top E\\,dW)', 'step.shape'),
    ],
  },
  {
    title: 'several names that change',
    text: `${LAYER}$$dL = (z - y)^\\top dz, \\qquad dz = @$$`,
    forms: [
      ...holds('dW\\,x + W\\,dx + db', 'dW\\,x', 'db'),
      fails('dW\\,x - db', 'step.not-equal', 'dW\\,x + db'),
    ],
  },
  {
    title: 'numbers',
    text: 'Sea $f(x, y) = x^2 y + \\sin y$. Entonces\n\n$$df = @$$',
    forms: [
      ...holds(
        '2xy\\,dx + (x^2 + \\cos y)\\,dy',
        '\\frac{\\partial f}{\\partial x} dx + \\frac{\\partial f}{\\partial y} dy',
      ),
      fails('2xy\\,dx + (x^2 - \\cos y)\\,dy', 'step.not-equal', '2xy\\,dx + (x^2 + \\cos y)\\,dy'),
      fails('xy\\,dx + (x^2 + \\cos y)\\,dy', 'step.not-equal'),
    ],
  },
  {
    title: 'a gradient that is read off',
    text: `${LEAST_SQUARES}$$dL = \\operatorname{tr}(E^\\top X\\,dW)$$\n\nTherefore $$\\nabla_W L = @$$`,
    forms: [...holds('X^\\top E'), fails('E^\\top X', 'step.shape')],
  },
  {
    title: 'names that are short for derivatives',
    text:
      'With $z = W x + b$, $a = \\sigma(z)$ we write $dz$ for the derivative of the loss. Then ' +
      '$$dz = a - y, \\qquad @$$',
    forms: holds('dW = dz\\,x^\\top'),
  },
  {
    title: 'a size called d',
    text: 'Let $x \\in \\mathbb{R}^d$ with $\\sigma > 0$. Then $$d \\sigma^2 = @$$',
    forms: [{ latex: '\\sigma^2 d', verdict: 'holds' }],
  },
  {
    title: 'where a change gets a name',
    text: 'With $\\mathrm{d}X = H$, $$\\mathrm{d}\\log\\det(X^\\top X) = @$$',
    forms: [
      ...holds('2\\operatorname{tr}((X^\\top X)^{-1} X^\\top \\mathrm{d}X)'),
      fails('\\operatorname{tr}((X^\\top X)^{-1} X^\\top \\mathrm{d}X)', 'step.not-equal'),
    ],
  },
  {
    title: 'the name of a change',
    text: '$$\\mathrm{d}\\det X = \\det(X) \\operatorname{tr}(X^{-1}\\mathrm{d}X)$$ With @ we go on.',
    forms: [{ latex: '$\\mathrm{d}X = H$', verdict: 'given' }],
  },
  {
    title: 'the second differential near a definite matrix',
    text: 'Let $X$ be positive definite. $$\\mathrm{d}^2\\log\\det X = @$$',
    forms: [
      ...holds('-\\operatorname{tr}(X^{-1}(\\mathrm{d}X) X^{-1}\\mathrm{d}X)'),
      fails('\\operatorname{tr}(X^{-1}(\\mathrm{d}X) X^{-1}\\mathrm{d}X)', 'step.not-equal'),
    ],
  },
  {
    title: 'of a matrix that was given as numbers',
    text:
      'Con $X = \\begin{pmatrix} 2 & 1 \\\\ 0 & 3 \\end{pmatrix}$, $\\det X = 6$. ' +
      'En general, $$\\mathrm{d}\\det X = @$$',
    forms: holds('\\det(X) \\operatorname{tr}(X^{-1}\\mathrm{d}X)'),
  },
];

testForms(scenarios);
