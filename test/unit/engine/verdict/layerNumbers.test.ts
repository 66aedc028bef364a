import { fails, holds, testForms, type Form, type Scenario } from '../judging.js';

const LAYERS =
  '$$z^{(1)} = W^{(1)} x + b^{(1)}, \\quad a = \\max(0, z^{(1)}), \\quad z^{(2)} = W^{(2)} a + b^{(2)}, \\quad L = \\tfrac12 \\|z^{(2)} - t\\|^2.$$\n\n';

const NUMBERS =
  'Take $$W^{(1)} = \\begin{bmatrix} 1 & -1 \\\\ 0 & 2 \\end{bmatrix}, \\quad b^{(1)} = \\begin{bmatrix} 0 \\\\ 1 \\end{bmatrix}, \\quad W^{(2)} = \\begin{bmatrix} 1 & 2 \\\\ 1 & 0 \\end{bmatrix}, \\quad b^{(2)} = \\begin{bmatrix} 1 \\\\ 0 \\end{bmatrix},$$\n\nwith $x = \\begin{bmatrix} 3 \\\\ 1 \\end{bmatrix}$ and $t = \\begin{bmatrix} 8 \\\\ 4 \\end{bmatrix}$.\n\n';

const FORWARD =
  '$$z^{(1)} = \\begin{bmatrix} 2 \\\\ 3 \\end{bmatrix}, \\quad a = \\begin{bmatrix} 2 \\\\ 3 \\end{bmatrix}, \\quad z^{(2)} = \\begin{bmatrix} 9 \\\\ 2 \\end{bmatrix}.$$\n\n';

const column = (a: number, b: number): string =>
  `\\begin{bmatrix} ${String(a)} \\\\ ${String(b)} \\end{bmatrix}`;

const FIRST: readonly Form[] = [
  ...holds(column(2, 3), '\\begin{bmatrix} 3 - 1 \\\\ 2 + 1 \\end{bmatrix}'),
  fails(column(2, 2), 'step.not-equal', column(2, 3)),
];

const BACK: readonly Form[] = [
  ...holds(column(-1, 2)),
  fails(column(-1, -2), 'step.not-equal', column(-1, 2)),
];

/** Numbers for the members of a family of layers, and what is computed with them. */
const scenarios: readonly Scenario[] = [
  { title: 'a first layer', text: `${LAYERS}${NUMBERS}$$z^{(1)} = @$$`, forms: FIRST },
  {
    title: 'a first layer in letters of its own',
    text: `${LAYERS}${NUMBERS}$$z^{(1)} = @$$`.replaceAll('z^', 'h^').replaceAll('W', 'U'),
    forms: FIRST,
  },
  {
    title: 'a derivative through numbers that were worked out',
    text: `${LAYERS}${NUMBERS}${FORWARD}$$\\frac{\\partial L}{\\partial a} = (W^{(2)})^\\top (z^{(2)} - t) = @$$`,
    forms: BACK,
  },
  {
    title: 'a derivative through two layers of numbers',
    text: `${LAYERS}${NUMBERS}${FORWARD}$$\\frac{\\partial L}{\\partial x} = @$$`,
    forms: [...holds(column(-1, 5)), fails(column(-1, -5), 'step.not-equal', column(-1, 5))],
  },
  {
    title: 'the size of what was written out',
    text: `${LAYERS}${NUMBERS}$b^{(1)} \\in \\mathbb{R}^2$, $W^{(1)} \\in \\mathbb{R}^{@}$`,
    forms: [...holds('2 \\times 2'), fails('2 \\times 3', 'step.shape', '2 \\times 2')],
  },
  {
    title: 'numbers of an elder section',
    text: `# Data\n\n${LAYERS}${NUMBERS}# Forward\n\n${FORWARD}# Backward\n\n$$\\frac{\\partial L}{\\partial a} = (W^{(2)})^\\top (z^{(2)} - t) = @$$`,
    forms: holds(column(-1, 2)),
  },
  {
    title: 'a point of an elder section, where a function has its argument',
    text: '# One\n\nLet $f(x) = x^2$. For $x = 1$ it is $f(1) = 1$.\n\n# Two\n\nLet $g(x) = x^3$. Then $g(x) + x = @$.',
    forms: [...holds('x (x^2 + 1)'), fails('x (x + 1)', 'step.not-equal')],
  },
];

testForms(scenarios);
