import { fails, holds, testForms, type Form, type Scenario } from '../judging.js';

/** What is said of the rows and columns of a matrix in words, by names and Greek letters too. */
const gram = (row: string): readonly Form[] => [
  ...holds(`\\sum_{i=1}^n ${row} ${row}^\\top`),
  fails(`2 \\sum_{i=1}^n ${row} ${row}^\\top`, 'step.not-equal'),
];

const scenarios: readonly Scenario[] = [
  {
    title: 'rows by another letter',
    text: 'Let $Z \\in \\mathbb{R}^{n \\times p}$ have rows $u_i^\\top$.\n\n$$Z^\\top Z = @$$',
    forms: gram('u_i'),
  },
  {
    title: 'one row, in Spanish',
    text: 'La $i$-ésima fila de $A \\in \\mathbb{R}^{n \\times p}$ es $u_i^\\top$.\n\n$$A^\\top A = @$$',
    forms: gram('u_i'),
  },
  {
    title: 'features of the samples',
    text: 'Sea $\\Phi \\in \\mathbb{R}^{n \\times p}$ la matriz cuya fila $i$ es $\\varphi(x_i)^\\top$.\n\n$$\\Phi^\\top \\Phi = @$$',
    forms: holds('\\sum_{i=1}^n \\varphi(x_i) \\varphi(x_i)^\\top'),
  },
  {
    title: 'features with names of their own',
    text: 'Sea $\\Phi \\in \\mathbb{R}^{n \\times p}$ (la fila $i$ es $\\varphi_i^T$, con $\\varphi_i = \\varphi(x_i)$).\n\n$$\\Phi^\\top \\Phi = @$$',
    forms: gram('\\varphi_i'),
  },
  {
    title: 'rows beside the matrix of a Greek letter',
    text: 'Let $\\Phi \\in \\mathbb{R}^{n \\times p}$.\n\n$$\\Phi^\\top \\Phi = @$$',
    forms: gram('\\phi_i'),
  },
  {
    title: 'a solution that leaves one sample out',
    text:
      'Sea $\\lambda > 0$, $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$, $A = X^T X + \\lambda I$, $\\hat w = A^{-1} X^T y$, $\\hat y = X \\hat w$ y $h_i = x_i^T A^{-1} x_i$.\n\n' +
      '$$\\hat w_{-i} = \\Big(A^{-1} + \\frac{A^{-1} x_i x_i^T A^{-1}}{1 - h_i}\\Big)(X^T y - y_i x_i)$$\n\n$$y_i - x_i^T \\hat w_{-i} = @$$',
    forms: [
      ...holds('\\frac{y_i - \\hat y_i}{1 - h_i}'),
      fails(
        '\\frac{y_i - \\hat y_i}{1 + h_i}',
        'step.not-equal',
        '\\frac{y_i - \\hat y_i}{1 - h_i}',
      ),
    ],
  },
];

testForms(scenarios);
