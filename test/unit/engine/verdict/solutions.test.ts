import { describe } from 'vitest';
import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

const RIDGE =
  'Let $X \\in \\mathbb{R}^{n \\times d}$, $y \\in \\mathbb{R}^n$ and $J(w) = \\frac{1}{n} \\|y - X w\\|^2 + \\lambda \\|w\\|^2$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'a closed form of an objective whose gradient is not written',
    text: `${RIDGE}The optimum is $@$.`,
    forms: [
      ...holds(
        'w^* = (X^\\top X + n \\lambda I)^{-1} X^\\top y',
        '\\hat{w} = \\left(\\frac{1}{n} X^\\top X + \\lambda I\\right)^{-1} \\frac{1}{n} X^\\top y',
      ),
      fails('w^* = (X^\\top X + \\lambda I)^{-1} X^\\top y', 'step.argmin'),
      fails(
        'w^* = (X^\\top X - n \\lambda I)^{-1} X^\\top y',
        'step.argmin',
        'w^* = (X^\\top X + n \\lambda I)^{-1} X^\\top y',
      ),
      fails(
        'w^* = X^\\top X + n \\lambda I^{-1} X^\\top y',
        'step.shape',
        'w^* = (X^\\top X + n \\lambda I)^{-1} X^\\top y',
      ),
      fails('w^* = (X X^\\top + n \\lambda I)^{-1} X^\\top y', 'step.shape'),
      // Made of less than the objective: another estimate.
      { latex: 'w_{\\text{OLS}} = (X^\\top X)^{-1} X^\\top y', verdict: 'given' },
    ],
  },
  {
    title: 'derivatives that are only spoken of',
    text: 'La log-verosimilitud es $\\ell(\\mu, \\sigma^2) = -\\frac{n}{2} \\log(2 \\pi \\sigma^2) - \\frac{1}{2 \\sigma^2} \\sum_{i=1}^{n} (x_i - \\mu)^2$.\n\nDerivando respecto a $\\sigma^2$ e igualando a cero se obtiene $@$.',
    forms: [
      ...holds(
        '\\hat{\\sigma}^2 = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\mu)^2',
        '\\hat{\\sigma}^2 = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\hat{\\mu})^2',
        '\\hat{\\mu} = \\frac{1}{n} \\sum_{i=1}^{n} x_i',
        '\\hat{\\mu} = \\bar{x}',
      ),
      fails('\\hat{\\sigma}^2 = \\frac{2}{n} \\sum_{i=1}^{n} (x_i - \\mu)^2', 'step.argmin'),
      fails('\\hat{\\mu} = \\sum_{i=1}^{n} x_i', 'step.argmin'),
    ],
  },
  {
    title: 'an estimate by its hat alone, after an objective',
    text: 'Let $\\ell(\\mu, \\sigma^2) = -\\frac{n}{2} \\log(2 \\pi \\sigma^2) - \\frac{1}{2 \\sigma^2} \\sum_{i=1}^{n} (x_i - \\mu)^2$. The estimate is $@$.',
    forms: [
      ...holds('\\hat{\\sigma}^2 = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\mu)^2'),
      // Other estimates than the one of greatest likelihood.
      {
        latex: '\\hat{\\sigma}^2 = \\frac{1}{n - 1} \\sum_{i=1}^{n} (x_i - \\bar{x})^2',
        verdict: 'given',
      },
      { latex: '\\hat{\\mu} = \\frac{1}{n + 1} \\sum_{i=1}^{n} x_i', verdict: 'given' },
      fails('\\hat{\\mu} = -\\frac{1}{n} \\sum_{i=1}^{n} x_i', 'step.argmin'),
    ],
  },
  {
    title: 'what an arrow follows, with the mean of what is summed',
    text: '$$\\frac{1}{\\lambda} \\sum_{i=1}^{n} x_i - n + \\frac{a - 1}{\\lambda} - b = 0 \\quad \\Rightarrow \\quad @.$$',
    forms: [
      ...holds('\\hat{\\lambda} = \\frac{n \\bar{x} + a - 1}{n + b}'),
      fails('\\hat{\\lambda} = \\frac{n \\bar{x} + a}{n + b}', 'step.implication'),
      fails('\\hat{\\lambda} = \\frac{n \\bar{x} + a - 1}{n - b}', 'step.implication'),
    ],
  },
  {
    title: 'an equation and what it is solved to, of which the text makes a definition',
    text: 'Las ecuaciones normales son $X^\\top X w = X^\\top y$, luego $@$.',
    forms: [
      ...holds('w = (X^\\top X)^{-1} X^\\top y'),
      fails('w = (X^\\top X)^{-1} X y', 'step.implication'),
      fails(
        'w = -(X^\\top X)^{-1} X^\\top y',
        'step.implication',
        'w = (X^\\top X)^{-1} X^\\top y',
      ),
    ],
  },
  {
    title: 'the constant that minimises',
    text: 'La constante que minimiza $\\sum_{i=1}^{n} (y_i - c)^2$ es $@$.',
    forms: [
      ...holds('c = \\frac{1}{n} \\sum_{i=1}^{n} y_i'),
      fails('c = \\frac{2}{n} \\sum_{i=1}^{n} y_i', 'step.argmin'),
    ],
  },
  {
    title: 'a step length, of names that are defined',
    text: "Sea $A$ simétrica, $f(x) = \\frac{1}{2} x^\\top A x$ y $g = A x$. Para $\\phi(\\eta) = f(x - \\eta g)$, $$\\phi'(\\eta) = -g^\\top A (x - \\eta g) = 0 \\Rightarrow @.$$",
    forms: [
      ...holds('\\eta = \\frac{g^\\top g}{g^\\top A g}'),
      fails('\\eta = \\frac{g^\\top A g}{g^\\top g}', 'step.implication'),
    ],
  },
  {
    title: 'the least value of a function that is defined in the same words',
    text: 'El mínimo de $f(x) = a x^2 + b x + c$ está en $@$.',
    forms: [
      ...holds('x^* = -\\frac{b}{2 a}'),
      fails('x^* = \\frac{b}{2 a}', 'step.argmin'),
      fails('x^* = -\\frac{b}{a}', 'step.argmin'),
    ],
  },
  {
    title: 'an objective that only its optimum is said of',
    text: 'El óptimo de $\\frac{1}{2} (w - a)^2 + \\frac{\\lambda}{2} w^2$ se alcanza en $@$.',
    forms: [
      ...holds('w^* = \\frac{a}{1 + \\lambda}'),
      fails('w^* = \\frac{a}{1 - \\lambda}', 'step.argmin', 'w^* = \\frac{a}{1 + \\lambda}'),
    ],
  },
  {
    title: 'an unknown that the equation has by another name',
    text: 'Let $N_k = \\sum_n \\gamma_{nk}$ and $\\Lambda_k = \\Sigma_k^{-1}$. Then $$\\frac{N_k}{2} \\Lambda_k^{-1} - \\frac{1}{2} \\sum_n \\gamma_{nk} (x_n - \\mu_k)(x_n - \\mu_k)^\\top = 0 \\quad \\Longrightarrow \\quad @.$$',
    forms: [
      ...holds(
        '\\Sigma_k = \\frac{1}{N_k} \\sum_n \\gamma_{nk} (x_n - \\mu_k)(x_n - \\mu_k)^\\top',
      ),
      fails(
        '\\Sigma_k = \\frac{2}{N_k} \\sum_n \\gamma_{nk} (x_n - \\mu_k)(x_n - \\mu_k)^\\top',
        'step.implication',
      ),
    ],
  },
  {
    title: 'a mean whose variance is divided by throughout',
    text: 'With $N_k = \\sum_n \\gamma_{nk}$, $$\\sum_n \\gamma_{nk} \\frac{x_n - \\mu_k}{\\sigma_k^2} = 0 \\quad \\Rightarrow \\quad @.$$',
    forms: [
      ...holds('\\mu_k = \\frac{1}{N_k} \\sum_n \\gamma_{nk} x_n'),
      fails('\\mu_k = \\sum_n \\gamma_{nk} x_n', 'step.implication'),
    ],
  },
  {
    title: 'constraints',
    text: 'Maximise $\\ell(\\pi) = \\sum_{k=1}^{K} N_k \\log \\pi_k$ subject to $\\sum_{k=1}^{K} \\pi_k = 1$. The solution is $@$.',
    forms: [{ latex: '\\hat{\\pi}_k = \\frac{N_k}{\\sum_{j=1}^{K} N_j}', verdict: 'given' }],
  },
  {
    title: 'what has to add to one, unsaid',
    text: 'La entropía es $H(p) = -\\sum_{i=1}^{n} p_i \\log p_i$. El máximo se alcanza en $@$.',
    forms: [{ latex: 'p_i = \\frac{1}{n}', verdict: 'given' }],
  },
  {
    title: 'the root of a function',
    text: 'Sea $f(x) = a x^2 + b x + c$. Igualando a cero, $@$.',
    forms: [{ latex: 'x = \\frac{-b + \\sqrt{b^2 - 4 a c}}{2 a}', verdict: 'given' }],
  },
  {
    title: 'another function of what a loss is made of',
    text: 'Let $L(w) = \\frac{1}{2} \\|X w - y\\|^2$ and start at $w_0 = 1$. Put $@$.',
    forms: [{ latex: '\\hat{w} = \\frac{w}{\\|w\\|}', verdict: 'given' }],
  },
  {
    title: 'the step along a line, after its slope is zero',
    text:
      'Let $Q \\in \\mathbb{R}^{n \\times n}$ be symmetric and positive definite, $b \\in \\mathbb{R}^n$ and $f(x) = \\frac{1}{2} x^\\top Q x - b^\\top x$ with gradient $g = Q x - b$. ' +
      "Let $\\phi(\\alpha) = f(x - \\alpha g)$. Then $\\phi'(\\alpha) = 0$ implies\n\n$$@.$$",
    forms: [
      ...holds('\\alpha = \\frac{g^\\top g}{g^\\top Q g}'),
      fails(
        '\\alpha = \\frac{g^\\top Q g}{g^\\top g}',
        'step.implication',
        '\\alpha = \\frac{g^\\top g}{g^\\top Q g}',
      ),
    ],
  },
  {
    title: 'a sum left out of an estimate',
    text: 'Let $\\ell(\\theta) = N \\ln \\theta - \\theta \\sum_{k=1}^{N} t_k$ with $t_k > 0$ and $\\theta > 0$. The maximum is at $@$.',
    forms: [
      ...holds('\\hat\\theta = \\frac{N}{\\sum_{k=1}^{N} t_k}'),
      slips('\\hat\\theta = \\frac{N}{t_k}', 'notation.index-free'),
    ],
  },
  {
    title: 'an estimate of each class, its index left out',
    text: 'Let $J = \\sum_{k=1}^{K} \\sum_{i \\in C_k} (x_i - \\mu_k)^2$.\n\n$$\\frac{\\partial J}{\\partial \\mu_k} = -2 \\sum_{i \\in C_k} (x_i - \\mu_k)$$\n\nSetting this to zero, $$@.$$',
    forms: [
      ...holds('\\mu_k = \\frac{1}{|C_k|} \\sum_{i \\in C_k} x_i'),
      slips('\\mu = \\frac{1}{|C_k|} \\sum_{i \\in C_k} x_i', 'notation.index-free'),
    ],
  },
];

describe('what unknowns are solved to', () => {
  testForms(scenarios);
});
