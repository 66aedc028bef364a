import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'a set by a condition',
    text: 'Let $w, x_i \\in \\mathbb{R}^d$ and $J(w, b) = \\sum_{i=1}^n \\max(0, 1 - y_i(w^\\top x_i + b))$, with $M = \\{i : y_i(w^\\top x_i + b) < 1\\}$.\n\n$$\\nabla_w J = @$$',
    forms: [
      ...holds('-\\sum_{i \\in M} y_i x_i', '-\\sum_{i: y_i(w^\\top x_i + b) < 1} y_i x_i'),
      fails('\\sum_{i \\in M} y_i x_i', 'step.not-equal', '-\\sum_{i \\in M} y_i x_i'),
    ],
  },
  {
    title: 'the gradient of a batch',
    text: 'Let $x_i, w \\in \\mathbb{R}^d$ and $L(w) = \\frac{1}{2|B|} \\sum_{i \\in B} (w^\\top x_i - y_i)^2$.\n\n$$\\nabla L(w) = @$$',
    forms: [
      ...holds(
        '\\frac{1}{|B|} \\sum_{i \\in B} (w^\\top x_i - y_i) x_i',
        '\\frac{1}{|B|} \\sum_{j \\in B} x_j (x_j^\\top w - y_j)',
      ),
      fails('\\frac{1}{|B|} \\sum_{i \\in B} (y_i - w^\\top x_i) x_i', 'step.not-equal'),
      fails('\\sum_{i \\in B} (w^\\top x_i - y_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'una suma sobre los pares observados',
    text: 'Sean $p_u, q_i \\in \\mathbb{R}^d$ y $J = \\sum_{(u,i) \\in \\Omega} (r_{ui} - p_u^\\top q_i)^2$.\n\n$$\\frac{\\partial J}{\\partial p_u} = @$$',
    forms: [
      ...holds(
        '-2 \\sum_{i: (u,i) \\in \\Omega} (r_{ui} - p_u^\\top q_i) q_i',
        '2 \\sum_{i \\mid (u,i) \\in \\Omega} (p_u^\\top q_i - r_{ui}) q_i',
        '-2 \\sum_{i \\in \\Omega_u} (r_{ui} - p_u^\\top q_i) q_i',
      ),
      fails('2 \\sum_{i: (u,i) \\in \\Omega} (r_{ui} - p_u^\\top q_i) q_i', 'step.not-equal'),
      unexplained('-2 \\sum_{i} (r_{ui} - p_u^\\top q_i) q_i'),
    ],
  },
  {
    title: 'la suma de una clase',
    text: 'Sean $N_k = \\sum_{n=1}^{N} \\mathbb{1}[y_n = k]$ y $\\mu_k = \\frac{1}{N_k} \\sum_{n: y_n = k} x_n$.\n\n$$\\sum_{n: y_n = k} (x_n - a) = @$$',
    forms: [
      ...holds('N_k \\mu_k - N_k a', 'N_k (\\mu_k - a)', '\\sum_{n: y_n = k} x_n - N_k a'),
      fails('N_k \\mu_k + N_k a', 'step.not-equal', 'N_k \\mu_k - N_k a'),
      fails('N_k \\mu_k - N a', 'step.not-equal'),
    ],
  },
  {
    title: 'the centre of a cluster',
    text: 'Let $J = \\sum_{k=1}^{K} \\sum_{i \\in C_k} \\|x_i - \\mu_k\\|^2$ with $x_i, \\mu_k \\in \\mathbb{R}^d$.\n\n$$\\frac{\\partial J}{\\partial \\mu_k} = @$$',
    forms: [
      ...holds('-2 \\sum_{i \\in C_k} (x_i - \\mu_k)', '2 |C_k| \\mu_k - 2 \\sum_{i \\in C_k} x_i'),
      fails('-2 \\sum_{i \\in C_k} (x_i + \\mu_k)', 'step.not-equal'),
      fails('2 |C_k| \\mu_k - \\sum_{i \\in C_k} x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'a sum that values decide',
    text: 'Let $L(w) = \\sum_{i=1}^{n} \\max(0, 1 - y_i w^\\top x_i)$.\n\n$$\\nabla L(w) = @$$',
    forms: [
      ...holds('-\\sum_{i: y_i w^\\top x_i < 1} y_i x_i'),
      fails('\\sum_{i: y_i w^\\top x_i < 1} y_i x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'vectors that are counted with themselves are not read as their indices',
    text: 'La clase $C_k$ tiene la media $m_k = \\frac{1}{n_k} \\sum_{x \\in C_k} x$.\n\n$$\\sum_{k=1}^2 \\sum_{x \\in C_k} (w^T x - w^T m_k)^2 = @$$',
    forms: [
      {
        latex: 'w^T \\left[\\sum_{k=1}^2 \\sum_{x \\in C_k} (x - m_k)(x - m_k)^T\\right] w',
        verdict: 'unchecked',
        code: 'unchecked.syntax',
      },
    ],
  },
  {
    title: 'la n de todas las clases juntas',
    text: 'Hay $n$ puntos en total.\n\n$$\\frac{n_1 n_2^2}{n^2} + \\frac{n_2 n_1^2}{n^2} = @$$',
    forms: [
      ...holds('\\frac{n_1 n_2}{n}'),
      { latex: '\\frac{n_1 n_2}{n^2}', verdict: 'fails', code: 'step.not-equal' },
    ],
  },
];

testForms(scenarios);

describe('what sets leave open', () => {
  test.each([
    // How sets go together is for the text to say.
    '$$\\sum_{i \\in S} y_i = \\sum_{i \\in L} y_i + \\sum_{i \\in R} y_i$$',
    '$$|S| = |L| + |R|, \\qquad a = \\frac{1}{|S|} \\sum_{i \\in S} y_i, \\qquad \\sum_{i \\in L} y_i + \\sum_{i \\in R} y_i = |S| a$$',
    // Meant of the members.
    'Let $h_i = \\sum_{j \\in \\mathcal{N}(i)} w_{ij} x_j$. Then $\\frac{\\partial h_i}{\\partial x_j} = w_{ij}$.',
  ])('%s is no mistake', (text) => {
    expect(check(text).steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
  });
});
