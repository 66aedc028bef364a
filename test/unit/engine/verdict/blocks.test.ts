import { fails, holds, testForms, type Scenario } from '../judging.js';

const SIZES =
  'Sea $X\\in\\mathbb{R}^{n\\times d}$, $y\\in\\mathbb{R}^n$, $w\\in\\mathbb{R}^d$ y $b\\in\\mathbb{R}$.\n\n';
const WEIGHTS = [
  '\\tilde w=\\begin{bmatrix}b\\\\ w\\end{bmatrix}',
  '\\tilde w=(b, w^T)^T',
  '\\tilde w=(b,w)',
  '\\tilde w=[b;w]',
];
const DESIGNS = [
  '\\tilde X=\\begin{bmatrix}\\mathbf 1 & X\\end{bmatrix}',
  '\\tilde X=\\begin{bmatrix}1 & X\\end{bmatrix}',
  '\\tilde X=[\\mathbf 1, X]\\in\\mathbb{R}^{n\\times(d+1)}',
  '\\tilde X=[\\mathbf 1\\;\\; X]',
  '\\tilde X=[\\mathbf{1} \\mid X]',
  '\\tilde X=[\\mathbf 1\\quad X]',
];

const augmented = (design: string, weights: string): Scenario => ({
  title: `a column of ones: $${design}$, $${weights}$`,
  text: `${SIZES}$${design}$ y $${weights}$. Entonces $\\tilde X\\tilde w=@$.`,
  forms: [
    ...holds('b\\mathbf 1+Xw', 'Xw+b'),
    fails('b\\mathbf 1-Xw', 'step.not-equal', 'b\\mathbf 1+Xw'),
  ],
});

const scenarios: readonly Scenario[] = [
  ...WEIGHTS.map((weights) => augmented(DESIGNS[0] ?? '', weights)),
  ...DESIGNS.slice(1).map((design) => augmented(design, WEIGHTS[0] ?? '')),
  {
    title: 'a vector with a number above it',
    text: `${SIZES}$@$`,
    forms: WEIGHTS.map((latex) => ({ latex, verdict: 'given' })),
  },
  {
    title: 'the products of blocks',
    text: `${SIZES}$\\tilde X=\\begin{bmatrix}\\mathbf 1 & X\\end{bmatrix}$. $\\tilde X^T\\tilde X=@$`,
    forms: [
      ...holds('\\begin{bmatrix}n & \\mathbf 1^T X\\\\ X^T\\mathbf 1 & X^TX\\end{bmatrix}'),
      fails(
        '\\begin{bmatrix}n & \\mathbf 1^T X\\\\ X^T\\mathbf 1 & XX^T\\end{bmatrix}',
        'step.shape',
      ),
    ],
  },
  {
    title: 'what a product is below another',
    text: `${SIZES}$\\tilde X=\\begin{bmatrix}\\mathbf 1 & X\\end{bmatrix}$. $\\tilde X^T y=@$`,
    forms: [
      ...holds('\\begin{bmatrix}\\mathbf 1^T y\\\\ X^T y\\end{bmatrix}'),
      fails('\\begin{bmatrix}\\mathbf 1^T y\\\\ -X^T y\\end{bmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'blocks of zeros',
    text: 'Let $A\\in\\mathbb{R}^{n\\times n}$, $B\\in\\mathbb{R}^{m\\times m}$ and $M=\\begin{bmatrix}A&0\\\\0&B\\end{bmatrix}$. $M^{-1}=@$',
    forms: [
      ...holds('\\begin{bmatrix}A^{-1}&0\\\\0&B^{-1}\\end{bmatrix}'),
      fails('\\begin{bmatrix}A^{-1}&0\\\\0&B\\end{bmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'a state and an input in one column',
    text: 'Let $v=[h;x]$ with $h\\in\\mathbb{R}^m$, $x\\in\\mathbb{R}^d$ and $W=[U\\; V]$ with $W\\in\\mathbb{R}^{k\\times(m+d)}$. Then $Wv=@$.',
    forms: [...holds('Uh+Vx'), fails('Uh-Vx', 'step.not-equal', 'Uh+Vx')],
  },
  {
    title: 'a list of entries of what the list is called',
    text: 'Entradas $@$ con $\\mathbf w=(w_0,w_1,w_2)^\\top$.',
    forms: [
      {
        latex: '\\mathbf x_i=(1,x_{i1},x_{i2})^\\top',
        verdict: 'unchecked',
        code: 'unchecked.context',
      },
    ],
  },
  {
    title: 'the chance of a class, which is no list that something is multiplied by',
    text: 'Con $x_i\\in\\mathbb{R}^d$, $@=\\sigma(w^\\top x_i)$.',
    forms: [{ latex: 'p_i=P(y_i=1\\mid x_i)', verdict: 'given' }],
  },
];

testForms(scenarios);
