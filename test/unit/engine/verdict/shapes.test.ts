import { fails, holds, testForms, type Scenario } from '../judging.js';

const SOFTMAX = 'Let $p = \\operatorname{softmax}(z)$.';

const scenarios: readonly Scenario[] = [
  {
    title: 'a matrix beside what is but one row of it, unless there is one entry',
    text: `${SOFTMAX} Then $dp = \\left(\\operatorname{diag}(p) - @\\right) dz$ and $d\\log\\sum_j e^{z_j} = p^\\top dz = \\sum_j p_j\\,dz_j$.`,
    forms: [...holds('p p^\\top'), fails('p \\odot p^\\top', 'step.not-equal')],
  },
];

testForms(scenarios);
