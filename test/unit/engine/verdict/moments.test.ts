import { fails, holds, testForms, unexplained, type Scenario } from '../judging.js';

const sample =
  'Let $x_1, \\dots, x_n$ be i.i.d. with mean $\\mu$ and variance $\\sigma^2$, and $\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$.\n\n';
const muestra =
  'Sean $x_1, \\dots, x_n$ independientes de media $\\mu$ y varianza $\\sigma^2$, y $\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the variance as a difference',
    text: 'Let $X$ be a random variable.\n\n$$\\operatorname{Var}(X) = @$$',
    forms: [
      ...holds(
        '\\mathbb{E}[X^2] - (\\mathbb{E}[X])^2',
        'E[X^2] - E[X]^2',
        '\\mathrm{E}(X^2) - \\mathrm{E}(X)^2',
        '\\mathbb{E}\\{(X - \\mathbb{E}X)^2\\}'.replace('\\mathbb{E}X', '\\mathbb{E}[X]'),
        '\\operatorname{Cov}(X, X)',
      ),
      fails(
        '\\mathbb{E}[X^2] + (\\mathbb{E}[X])^2',
        'step.not-equal',
        '\\mathbb{E}[X^2] - (\\mathbb{E}[X])^2',
      ),
      fails('\\mathbb{E}[X^2] - \\mathbb{E}[X]', 'step.not-equal'),
    ],
  },
  {
    title: 'la varianza de una función lineal',
    text: 'Para constantes $a$ y $b$,\n\n$$\\operatorname{Var}(aX + b) = @.$$',
    forms: [
      ...holds('a^2 \\operatorname{Var}(X)'),
      fails('a \\operatorname{Var}(X)', 'step.not-equal'),
      fails('a^2 \\operatorname{Var}(X) + b', 'step.not-equal'),
    ],
  },
  {
    title: 'the variance of a sum of what may be dependent',
    text: 'For random variables $X$ and $Y$,\n\n$$\\operatorname{Var}(X + Y) = @.$$',
    forms: [
      ...holds(
        '\\operatorname{Var}(X) + \\operatorname{Var}(Y) + 2 \\operatorname{Cov}(X, Y)',
        // Independence goes without saying where no covariance is written.
        '\\operatorname{Var}(X) + \\operatorname{Var}(Y)',
      ),
      fails(
        '\\operatorname{Var}(X) + \\operatorname{Var}(Y) + \\operatorname{Cov}(X, Y)',
        'step.not-equal',
      ),
      fails('\\operatorname{Var}(X) - \\operatorname{Var}(Y)', 'step.not-equal'),
    ],
  },
  {
    title: 'a covariance before independence is spoken of',
    text: 'For random variables $X$ and $Y$,\n\n$$\\operatorname{Var}(X - Y) = \\operatorname{Var}(X) + \\operatorname{Var}(Y) - @.$$\n\nWhen they are independent, the last term is zero.',
    forms: [
      ...holds('2 \\operatorname{Cov}(X, Y)'),
      fails('3 \\operatorname{Cov}(X, Y)', 'step.not-equal'),
    ],
  },
  {
    title: 'the variance of a mean',
    text: `${sample}$$\\operatorname{Var}(\\bar{x}) = @$$`,
    forms: [
      ...holds(
        '\\frac{1}{n^2} \\sum_{i=1}^{n} \\operatorname{Var}(x_i)',
        '\\frac{\\sigma^2}{n}',
        '\\mathbb{E}[\\bar{x}^2] - \\mu^2',
      ),
      fails('\\frac{1}{n} \\sum_{i=1}^{n} \\operatorname{Var}(x_i)', 'step.not-equal'),
      fails('\\frac{\\sigma^2}{n^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'la varianza muestral es sesgada',
    text: `${muestra}Sea $v = \\frac{1}{n} \\sum_{i=1}^{n} (x_i - \\bar{x})^2$.\n\n$$\\mathbb{E}[v] = @$$`,
    forms: [
      ...holds('\\frac{n-1}{n} \\sigma^2', '\\sigma^2 - \\frac{\\sigma^2}{n}'),
      fails('\\frac{n}{n-1} \\sigma^2', 'step.not-equal'),
      unexplained('\\sigma^2'),
    ],
  },
  {
    title: 'the variance of a neuron',
    text: 'Let $y_i = \\sum_{j=1}^{n} w_{ij} x_j$ with independent zero-mean weights and zero-mean inputs.\n\n$$\\operatorname{Var}(y_i) = \\sum_{j=1}^{n} \\operatorname{Var}(w_{ij}) \\operatorname{Var}(x_j) = @$$',
    forms: [
      ...holds('n \\operatorname{Var}(w) \\operatorname{Var}(x)'),
      fails('n^2 \\operatorname{Var}(w) \\operatorname{Var}(x)', 'step.not-equal'),
      fails('\\operatorname{Var}(w) \\operatorname{Var}(x)', 'step.not-equal'),
    ],
  },
  {
    title: 'the second moment of a Gaussian',
    text: 'Let $Z \\sim \\mathcal{N}(\\mu, \\sigma^2)$.\n\n$$\\mathbb{E}[Z^2] = @$$',
    forms: [
      ...holds('\\mu^2 + \\sigma^2', '\\operatorname{Var}(Z) + \\mu^2'),
      fails('\\mu^2 - \\sigma^2', 'step.not-equal', '\\mu^2 + \\sigma^2'),
    ],
  },
  {
    title: 'la varianza de una Bernoulli',
    text: 'Si $X \\sim \\mathrm{Bernoulli}(p)$, entonces\n\n$$\\operatorname{Var}(X) = @$$',
    forms: [...holds('p(1-p)', 'p - p^2'), fails('p(1+p)', 'step.not-equal', 'p(1-p)')],
  },
  {
    title: 'the covariance of a linear map',
    text: 'Let $\\mathbf{x} \\in \\mathbb{R}^n$ with $\\operatorname{Cov}(\\mathbf{x}) = \\Sigma$, $\\Sigma$ positive definite, and $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$\\operatorname{Cov}(A \\mathbf{x}) = @$$',
    forms: [...holds('A \\Sigma A^\\top'), fails('A^\\top \\Sigma A', 'step.not-equal')],
  },
  {
    title: 'sizes that the step before it links',
    text: 'Let $W \\in \\mathbb{R}^{d \\times d_k}$. The entries of $q$ and $k$ are independent with zero mean and unit variance.\n\n$$\\operatorname{Var}(q^\\top k) = \\sum_{i=1}^{d_k} \\operatorname{Var}(q_i k_i) = @$$',
    forms: [...holds('d_k'), fails('2 d_k', 'step.not-equal')],
  },
  {
    title: 'el gradiente de un riesgo',
    text: 'Sea $R(w) = \\mathbb{E}_{(x, y) \\sim D}[(y - w^\\top x)^2]$ con $w \\in \\mathbb{R}^d$.\n\n$$\\nabla_w R(w) = @$$',
    forms: [
      ...holds('-2 \\mathbb{E}_{(x, y) \\sim D}[(y - w^\\top x) x]'),
      fails('2 \\mathbb{E}_{(x, y) \\sim D}[(y - w^\\top x) x]', 'step.not-equal'),
    ],
  },
  {
    title: 'a mask that is zero or one',
    text: 'Each mask $r_i \\sim \\text{Bernoulli}(q)$ is drawn by itself. As $r_i^2 = @$ all its moments are one.',
    forms: [...holds('r_i'), fails('2 r_i', 'step.not-equal')],
  },
  {
    title: 'the mean of what nothing says to be random',
    text: '$$I(\\lambda) = \\frac{n\\,E[\\bar{x}]}{\\lambda^2} = @$$',
    forms: [
      { latex: '\\frac{n \\lambda}{\\lambda^2}', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
];

testForms(scenarios);
