import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const words =
  'Cada palabra $w$ tiene dos vectores $u_w, v_w \\in \\mathbb{R}^d$. Dada la palabra central $c$ y la observada $o$,\n\n$$p_w = P(w \\mid c) = \\frac{\\exp(u_w^\\top v_c)}{\\sum_{x=1}^V \\exp(u_x^\\top v_c)}, \\qquad J = -\\log p_o.$$\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the loss of a word',
    text: `${words}$$J = @$$`,
    forms: [
      ...holds(
        '-\\log \\frac{\\exp(u_o^\\top v_c)}{\\sum_x \\exp(u_x^\\top v_c)}',
        '-u_o^\\top v_c + \\log \\sum_{x=1}^V \\exp(u_x^\\top v_c)',
      ),
      fails('u_o^\\top v_c - \\log \\sum_{x=1}^V \\exp(u_x^\\top v_c)', 'step.not-equal'),
    ],
  },
  {
    title: 'the slope by the central vector',
    text: `${words}$$\\frac{\\partial J}{\\partial v_c} = @$$`,
    forms: [
      ...holds('-u_o + \\sum_{x=1}^V p_x u_x', '\\sum_x p_x u_x - u_o'),
      fails('u_o + \\sum_{x=1}^V p_x u_x', 'step.not-equal'),
      fails('-u_c + \\sum_{x=1}^V p_x u_x', 'step.not-equal'),
    ],
  },
  {
    title: 'the slope by the vector of the word seen',
    text: `${words}$$\\frac{\\partial J}{\\partial u_o} = @$$`,
    forms: [...holds('-v_c + p_o v_c', '(p_o - 1) v_c'), fails('p_o v_c', 'step.not-equal')],
  },
  {
    title: 'the slope by any other vector',
    text: `${words}Si $w \\neq o$, $\\frac{\\partial J}{\\partial u_w} = @$.`,
    forms: [...holds('p_w v_c'), fails('-p_w v_c', 'step.not-equal')],
  },
  {
    title: 'with the one-hot vector of the label',
    text: `${words}$$\\frac{\\partial J}{\\partial U} = @$$\n\ndonde $U \\in \\mathbb{R}^{V \\times d}$ tiene los $u_w^\\top$ por filas e $y \\in \\mathbb{R}^V$ es el vector one-hot de $o$.`,
    forms: [
      ...holds('(p - y) v_c^\\top'),
      fails('(y - p) v_c^\\top', 'step.not-equal'),
      fails('v_c (p - y)^\\top', 'step.shape'),
    ],
  },
  {
    title: 'a class in the place of an index',
    text: 'Let $z \\in \\mathbb{R}^K$, $p_k = \\frac{e^{z_k}}{\\sum_j e^{z_j}}$ and $L = -\\log p_y$.\n\n$$\\frac{\\partial L}{\\partial z_k} = @$$',
    forms: [
      ...holds('p_k - \\mathbb{1}[k = y]'),
      fails('p_k + \\mathbb{1}[k = y]', 'step.not-equal'),
      fails('\\mathbb{1}[k = y] - p_k', 'step.not-equal'),
    ],
  },
];

/** Attention with sums over keys, in which the letter of a size counts too. */
const attention =
  'Sean $Q \\in \\mathbb{R}^{n \\times d_k}$, $K \\in \\mathbb{R}^{m \\times d_k}$ y $V \\in \\mathbb{R}^{m \\times d_v}$. $$S = \\frac{1}{\\sqrt{d_k}} Q K^\\top, \\qquad A = \\operatorname{softmax}(S), \\qquad O = A V$$ Las filas de $A$ suman uno: $\\sum_{k=1}^m A_{ik} = 1$. ';

const sizes: readonly Scenario[] = [
  {
    title: 'a size with the letter of a counter as its label',
    text: `${attention} $$\\frac{\\partial \\mathcal{L}}{\\partial Q} = @$$`,
    forms: [
      ...holds(
        '\\frac{1}{\\sqrt{d_k}} \\frac{\\partial \\mathcal{L}}{\\partial S} K',
        '\\frac{\\partial \\mathcal{L}}{\\partial S} \\frac{K}{\\sqrt{d_k}}',
      ),
      fails('\\frac{1}{d_k} \\frac{\\partial \\mathcal{L}}{\\partial S} K', 'step.not-equal'),
    ],
  },
];

describe('a letter below a size', () => {
  testForms(sizes);
});

describe('a letter that means one entry', () => {
  testForms(scenarios);
});

/** Which entry is spoken of, and one-hot vectors of which nothing says whose they are. */
const unflagged = [
  `${words}Si $w = o$ se tiene $\\frac{\\partial J}{\\partial u_o} = (p_o - 1) v_c$.`,
  `${words}$$\\frac{\\partial J}{\\partial v_c} = U^\\top (p - y)$$\n\ndonde $y$ es one-hot y $U$ tiene los $u_w^\\top$ por filas.`,
  'Let $E = (y_i - w^\\top x_i)^2$. Then $\\frac{\\partial E}{\\partial w} = -2 (y_i - w^\\top x_i) x_i$.',
];

test.each(unflagged)('nothing is wrong in %s', (text) => {
  const flagged = check(text).steps.filter(({ verdict }) => /fails|slip/.test(verdict));
  expect(flagged.map(({ latex }) => latex)).toEqual([]);
});
