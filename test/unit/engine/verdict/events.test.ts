import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'una prueba diagnóstica con números',
    text: 'Sean $P(E) = 0.01$, $P(+ \\mid E) = 0.95$, $P(S) = 0.99$ y $P(+ \\mid S) = 0.1$. Entonces\n\n$$P(+) = P(+ \\mid E) P(E) + P(+ \\mid S) P(S) = @.$$',
    forms: [
      ...holds('0.95 \\cdot 0.01 + 0.1 \\cdot 0.99', '0.1085'),
      fails('0.95 \\cdot 0.01 + 0.1 \\cdot 0.9', 'step.not-equal'),
      fails('0.95 \\cdot 0.1 + 0.1 \\cdot 0.99', 'step.not-equal'),
      fails('0.1185', 'step.not-equal'),
    ],
  },
  {
    title: 'the posterior of a word in a message',
    text: 'With $P(\\text{spam}) = 0.4$, $P(\\text{free} \\mid \\text{spam}) = 0.5$ and $P(\\text{free}) = 0.23$,\n\n$$P(\\text{spam} \\mid \\text{free}) = \\frac{P(\\text{free} \\mid \\text{spam}) P(\\text{spam})}{P(\\text{free})} = @.$$',
    forms: [
      ...holds('\\frac{0.5 \\cdot 0.4}{0.23}', '\\frac{0.2}{0.23} \\approx 0.87'),
      fails('\\frac{0.5}{0.23}', 'step.not-equal'),
    ],
  },
  {
    title: 'chances of values, in blackboard bold',
    text: 'Let $\\mathbb{P}(Y = 1) = 0.3$, $\\mathbb{P}(X = 0 \\mid Y = 1) = 0.2$. Then\n\n$$\\mathbb{P}(X = 0, Y = 1) = \\mathbb{P}(X = 0 \\mid Y = 1) \\mathbb{P}(Y = 1) = @.$$',
    forms: [
      ...holds('0.2 \\cdot 0.3', '0.06'),
      fails('0.2 + 0.3', 'step.not-equal'),
      fails('0.6', 'step.not-equal'),
    ],
  },
  {
    title: 'la ganancia de información de un atributo',
    text: 'Con $H(Y) = 0.971$ y\n\n$$H(Y \\mid B) \\approx \\frac{5}{10} \\cdot 0.722 + \\frac{5}{10} \\cdot 0.971 \\approx 0.846$$\n\nqueda\n\n$$IG(B) = H(Y) - H(Y \\mid B) \\approx @.$$',
    forms: [
      ...holds('0.971 - 0.846', '0.125'),
      fails('0.215', 'step.not-equal'),
      fails('0.971 + 0.846', 'step.not-equal'),
    ],
  },
  {
    title: 'la regla de Bayes sin más',
    text: 'Para dos sucesos,\n\n$$P(A \\mid B) = @.$$',
    forms: [
      ...holds('\\frac{P(A, B)}{P(B)}', '\\frac{P(B \\mid A) P(A)}{P(B)}'),
      fails('\\frac{P(B \\mid A) P(B)}{P(A)}', 'step.not-equal'),
    ],
  },
  {
    title: 'entropies of a table that is not spoken of',
    text: 'Since $H(X, Y) = H(X) + H(Y \\mid X)$,\n\n$$I(X; Y) = @.$$',
    forms: [
      ...holds('H(X) - H(X \\mid Y)', 'H(Y) - H(Y \\mid X)', 'H(X) + H(Y) - H(X, Y)'),
      fails('H(X) - H(Y \\mid X)', 'step.not-equal'),
      fails('H(X) + H(Y) + H(X, Y)', 'step.not-equal'),
    ],
  },
  {
    title: 'entropies of distributions by name',
    text: 'Para $P = (\\frac12, \\frac12)$ y $Q = (\\frac34, \\frac14)$: $$H(P, Q) = -\\sum_x P(x) \\log Q(x) = @$$',
    forms: [
      ...holds('H(P) + \\mathrm{KL}(P \\,\\|\\, Q)'),
      unexplained('H(Q) + \\mathrm{KL}(P \\,\\|\\, Q)'),
    ],
  },
  {
    title: 'entropies beside tables of one variable',
    text:
      'Sea $\\mathrm{KL}(P \\,\\|\\, Q) = \\sum_x P(x) \\log \\frac{P(x)}{Q(x)}$ y ' +
      '$$I(X; Y) = \\sum_{x, y} p(x, y) \\log \\frac{p(x, y)}{p(x) p(y)} = @$$',
    forms: [...holds('H(X) - H(X \\mid Y)'), fails('H(X) + H(X \\mid Y)', 'step.not-equal')],
  },
  {
    title: 'a number for two distributions, which says nothing of one',
    text: '$$H(P, Q) = 1.2075$$ $$D = H(P, Q) - H(P) = @$$',
    forms: [{ latex: '0.2075', verdict: 'unchecked', code: 'unchecked.unknown-function' }],
  },
];

describe('an event or a condition in brackets', () => {
  testForms(scenarios);
});

/** How chances go together where it is not said, or where letters are no events. */
const unflagged = [
  '$$P(A \\mid B) + P(\\bar{A} \\mid B) = 1$$',
  '$$P(B) = \\sum_i P(B \\mid A_i) P(A_i)$$',
  '$$P(A, B) = P(A \\mid B) P(B) = P(A) P(B)$$',
  '$$P(A \\mid B) P(B) = P(B \\mid A) P(A)$$\n\nand $P(B) = P(B \\mid A) P(A) + P(B \\mid \\neg A) P(\\neg A)$.',
  'Let $P(A) = 0.5$, $P(B \\mid A) = 0.4$, $P(B) = 0.6$.\n\n$$P(B) P(A \\mid B) = P(A) P(B \\mid A)$$',
  'Since $A$ and $B$ are independent, $P(A \\mid B) = P(A)$ and $P(A, B) = P(A) P(B)$.',
  '$$p(x \\mid \\theta) = \\theta e^{-\\theta x}, \\qquad L(\\theta) = p(x \\mid \\theta), \\qquad \\log L(\\theta) = \\log \\theta - \\theta x$$',
];

test.each(unflagged)('nothing is wrong in %s', (text) => {
  const flagged = check(text).steps.filter(({ verdict }) => /fails|slip/.test(verdict));
  expect(flagged.map(({ latex }) => latex)).toEqual([]);
});
