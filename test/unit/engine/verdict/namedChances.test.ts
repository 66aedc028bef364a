import { fails, holds, testForms } from '../judging.js';

const LIKELIHOOD =
  '$$\\ell(\\beta) = \\sum_{i=1}^n [y_i \\log p_i + (1 - y_i) \\log(1 - p_i)] = @$$';

const FORMS = [
  ...holds('\\sum_{i=1}^n [y_i \\eta_i - \\log(1 + e^{\\eta_i})]'),
  fails(
    '\\sum_{i=1}^n [y_i \\eta_i - \\log(1 + e^{-\\eta_i})]',
    'step.not-equal',
    '\\sum_{i=1}^n [y_i \\eta_i - \\log(1 + e^{\\eta_i})]',
  ),
];

testForms([
  {
    title: 'a chance, its name, and what it is',
    text: `Con $P(y_i = 1 \\mid x_i) = p_i = \\sigma(\\eta_i)$ y $\\eta_i = x_i^\\top \\beta$. ${LIKELIHOOD}`,
    forms: FORMS,
  },
  {
    title: 'a chance, what it is, and its name',
    text: `Let $\\Pr[y_i = 1 \\mid x_i] = \\sigma(\\eta_i) = p_i$ with $\\eta_i = x_i^\\top \\beta$. ${LIKELIHOOD}`,
    forms: FORMS,
  },
  {
    title: 'a chance without a condition',
    text: `Let $\\mathbb{P}(Y_i = 1) = p_i = \\frac{1}{1 + e^{-\\eta_i}}$. ${LIKELIHOOD}`,
    forms: FORMS,
  },
  {
    title: 'the name of a chance of which another sentence says what it is',
    text: `Sea $p_i := P(y_i = 1 \\mid x_i)$. Modelamos $P(y_i = 1 \\mid x_i) = \\sigma(\\eta_i)$. ${LIKELIHOOD}`,
    forms: FORMS,
  },
]);
