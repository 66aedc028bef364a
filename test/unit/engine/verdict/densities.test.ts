import { describe } from 'vitest';
import { fails, holds, testForms, type Scenario } from '../judging.js';

const unknown = (latex: string): Scenario['forms'][number] => ({
  latex,
  verdict: 'unchecked',
  code: 'unchecked.unknown-function',
});

/** Normal densities have their values; of other open functions it counts that a name stands for one thing. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a normal density of a number',
    text: '$$\\log \\mathcal{N}(x \\mid \\mu, \\sigma^2) = @$$',
    forms: [
      ...holds(
        '-\\frac{1}{2} \\log(2 \\pi \\sigma^2) - \\frac{(x - \\mu)^2}{2 \\sigma^2}',
        '-\\log \\sigma - \\frac{1}{2} \\log(2 \\pi) - \\frac{(x - \\mu)^2}{2 \\sigma^2}',
      ),
      fails('-\\log(2 \\pi \\sigma^2) - \\frac{(x - \\mu)^2}{2 \\sigma^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'de un vector, con punto y coma',
    text: 'Sea $x \\in \\mathbb{R}^d$ y $\\Sigma \\in \\mathbb{R}^{d \\times d}$. Entonces $$\\nabla_\\mu \\log \\mathcal{N}(x; \\mu, \\Sigma) = @$$',
    forms: [
      ...holds('\\Sigma^{-1} (x - \\mu)'),
      fails('\\Sigma^{-1} (\\mu - x)', 'step.not-equal'),
      fails('\\Sigma (x - \\mu)', 'step.not-equal'),
    ],
  },
  {
    title: 'a mixture of normal densities',
    text: '$$\\gamma_{nk} = \\frac{\\pi_k \\mathcal{N}(x_n \\mid \\mu_k, \\Sigma_k)}{\\sum_{j=1}^K \\pi_j \\mathcal{N}(x_n \\mid \\mu_j, \\Sigma_j)}, \\qquad L = \\sum_{n=1}^N \\log \\sum_{k=1}^K \\pi_k \\mathcal{N}(x_n \\mid \\mu_k, \\Sigma_k)$$\n\n$$\\frac{\\partial L}{\\partial \\mu_k} = @$$',
    forms: [
      ...holds('\\sum_{n=1}^N \\gamma_{nk} \\Sigma_k^{-1} (x_n - \\mu_k)'),
      fails('\\sum_{n=1}^N \\gamma_{nk} \\Sigma_k (x_n - \\mu_k)', 'step.not-equal'),
    ],
  },
  {
    title: 'a letter that may be a standard deviation or a variance',
    text: '$$\\log \\mathcal{N}(x \\mid \\mu, \\sigma) + a = @$$',
    forms: [
      unknown('a - \\frac{1}{2} \\log(2 \\pi \\sigma^2) - \\frac{(x - \\mu)^2}{2 \\sigma^2}'),
    ],
  },
  {
    title: 'a loss that is left open, with a penalty',
    text: 'Let $w \\in \\mathbb{R}^d$. $$\\hat L(w) = L(w) + \\alpha \\|w\\|_2^2 = @$$',
    forms: [
      ...holds('L(w) + \\alpha \\sum_{i=1}^d w_i^2'),
      fails(
        'L(w) + \\alpha \\sum_{i=1}^d w_i',
        'step.not-equal',
        'L(w) + \\alpha \\sum_{i=1}^d w_i^2',
      ),
    ],
  },
  {
    title: 'open functions with scripts',
    text: '$$D(x) = \\frac{p_r(x)}{p_r(x) + p_g(x)} = @$$',
    forms: [
      ...holds('\\frac{1}{1 + p_g(x) / p_r(x)}'),
      fails('\\frac{1}{1 + p_r(x) / p_g(x)}', 'step.not-equal'),
    ],
  },
  {
    title: 'what the laws of probability say',
    text: '$$p_a(x) \\, p_b(y) = @$$',
    forms: [unknown('p_b(x) \\, p_a(y)')],
  },
  {
    title: 'open losses of the steps',
    text: 'Let $h_t = \\tanh(a_t)$ with $a_t = W h_{t-1} + U x_t + b$, $h_t \\in \\mathbb{R}^q$, and $\\mathcal{L} = \\sum_{t=1}^T \\mathcal{L}_t(h_t)$. We write $\\bar h_t = \\frac{\\partial \\mathcal{L}}{\\partial h_t}$ and $\\bar a_t = \\frac{\\partial \\mathcal{L}}{\\partial a_t}$.\n\n$$\\frac{\\partial \\mathcal{L}}{\\partial W} = @$$',
    forms: [
      ...holds('\\sum_{t=1}^T \\bar a_t h_{t-1}^\\top'),
      fails('2 \\sum_{t=1}^T \\bar a_t h_{t-1}^\\top', 'step.not-equal'),
    ],
  },
];

describe('densities and functions that are left open', () => {
  testForms(scenarios);
});
