import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const P = '\\frac{e^{z_i}}{\\sum_k e^{z_k}}';
const CROSS = '-\\frac{e^{z_i} e^{z_j}}{(\\sum_k e^{z_k})^2}';
const slope = `\\frac{\\partial}{\\partial z_j} ${P} = @`;
const apart = [...holds(CROSS), fails(CROSS.slice(1), wrong)];
const same = [...holds(`${P}\\left(1 - ${P}\\right)`), unexplained(CROSS)];

/** What is said of the indices beside a formula, or before it without a word for it. */
const scenarios: readonly Scenario[] = [
  { title: 'a case without a number', text: `**Case $i \\neq j$:**\n\n$$${slope}$$`, forms: apart },
  { title: 'un caso', text: `\\textbf{Caso $i \\ne j$.} Se tiene $$${slope}$$`, forms: apart },
  { title: 'un caso con número', text: `Caso 2 ($i \\ne j$): $${slope}$`, forms: apart },
  { title: 'the other case', text: `Case $i \\ne j$: zero. Case $i = j$: $${slope}$`, forms: same },
  { title: 'in brackets behind', text: `$$${slope}\\qquad (i \\ne j)$$`, forms: apart },
  { title: 'in brackets behind a comma', text: `$$${slope},\\quad (i \\neq j).$$`, forms: apart },
  ...['por filas', 'row by row'].map((how) => ({
    title: `a remark in brackets: ${how}`,
    text: `$$A = \\mathrm{softmax}(S)\\ \\text{(${how})}, \\qquad O = A V$$\n\n$$A_{ij} = @$$`,
    forms: [
      ...holds('\\frac{e^{S_{ij}}}{\\sum_l e^{S_{il}}}'),
      fails('\\frac{e^{S_{ij}}}{\\sum_l e^{S_{lj}}}', wrong),
    ],
  })),
  { title: 'in brackets, with a word', text: `$$${slope}\\quad(\\text{si } i = j)$$`, forms: same },
  {
    title: 'in brackets before',
    text: `Fuera de la diagonal ($i \\ne j$): $${slope}$`,
    forms: apart,
  },
];

testForms(scenarios);
