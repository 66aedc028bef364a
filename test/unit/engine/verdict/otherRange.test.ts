import { testForms, type Form, type Scenario } from '../judging.js';

const ranged = (latex: string, fix: string): Form => ({
  latex,
  verdict: 'slip',
  code: 'notation.range',
  fix,
});
const given = (latex: string): Form => ({ latex, verdict: 'given' });

/** As many entries as are added up, which are all of them. */
const scenarios: readonly Scenario[] = [
  {
    title: 'entries of a function that are counted in the same formula',
    text: '$$\\text{Softmax}(x)_i = @ \\quad \\text{con } i = 1, 2, \\dots, d$$',
    forms: [
      given('\\frac{e^{x_i}}{\\sum_{j=1}^d e^{x_j}}'),
      ranged('\\frac{e^{x_i}}{\\sum_{j=1}^k e^{x_j}}', '\\frac{e^{x_i}}{\\sum_{j=1}^d e^{x_j}}'),
    ],
  },
  {
    title: 'entries that are counted right after',
    text: 'Let $p_i = @$ for $i = 1, \\dots, C$.',
    forms: [
      given('\\frac{w_i}{\\sum_{j=1}^C w_j}'),
      ranged('\\frac{w_i}{\\sum_{j=1}^K w_j}', '\\frac{w_i}{\\sum_{j=1}^C w_j}'),
      // What is divided by is another thing.
      given('\\frac{w_i}{\\sum_{j=1}^K v_j}'),
    ],
  },
];

testForms(scenarios);
