import { describe } from 'vitest';
import { fails, holds, testForms, type Scenario } from '../judging.js';

const MODEL =
  '## Model\n\nLet $u_i = \\gamma x_i + \\beta$ and $L = \\sum_{i=1}^m (u_i - t_i)^2$.\n\n';

const EXAMPLE =
  '## Example\n\nWith $x = (1, 3)$ we take $\\gamma = 2$, $\\beta = 1$:\n\n$$u = 2 x + 1 = (3, 7)$$\n\n';

const FORWARD =
  '## Model\n\n$$\\mathbf{z} = W \\mathbf{x} + \\mathbf{b}, \\quad \\mathbf{h} = \\sigma(\\mathbf{z}), \\quad o = \\mathbf{v}^\\top \\mathbf{h} + c, \\quad \\hat{y} = \\sigma(o), \\quad E = \\frac12 (\\hat{y} - y)^2$$\n\n';

const PASS =
  '## Forward\n\n$$h_1 = \\sigma(0.5) \\approx 0.6225, \\quad h_2 = \\sigma(0) = 0.5$$\n\n$$o = 0.5 \\cdot 0.6225 - 0.4 \\cdot 0.5 + 0.2 \\approx 0.3112, \\quad \\hat{y} = \\sigma(0.3112) \\approx 0.5772$$\n\n';

const LOGITS =
  '# Logistic regression\n\n## The loss\n\nLet $p = \\sigma(z)$ and $\\ell(z, y) = \\log(1 + e^z) - y z$.\n\n';

const BY_SAMPLES =
  '# Loss\n\nWith $p_i = \\sigma(z_i)$, $z_i = \\mathbf{w}^\\top \\mathbf{x}_i$ it is $$E(\\mathbf{w}) = -\\sum_{i=1}^n [y_i \\log p_i + (1 - y_i) \\log(1 - p_i)]$$ so, with $\\mathbf{p} = (p_1, \\dots, p_n)^\\top$, $$\\nabla E(\\mathbf{w}) = \\sum_{i=1}^n (p_i - y_i) \\mathbf{x}_i = \\mathbf{X}^\\top (\\mathbf{p} - \\mathbf{y}).$$\n\n# Regularisation\n\n';

/** What one section gives numbers, or writes for a whole batch, says nothing against another. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a condition on what an elder section defined',
    text: '## Counts\n\nLet $N_k = \\sum_{n=1}^N r_{nk}$.\n\n## Weights\n\nAt the optimum $N_k = \\lambda \\pi_k$, so $\\pi_k = N_k / N$.\n\n$$\\frac{1}{\\pi_k} \\sum_{n=1}^N r_{nk} - \\lambda = @$$',
    forms: [
      ...holds('\\frac{N_k}{\\pi_k} - \\lambda'),
      fails('\\frac{N_k}{\\pi_k} + \\lambda', 'step.not-equal', '\\frac{N_k}{\\pi_k} - \\lambda'),
    ],
  },
  {
    title: 'a relation that is inverted, of names that an elder section related otherwise',
    text: '## Poisson\n\nHere $\\eta = \\log\\mu$.\n\n## Bernoulli\n\nHere $\\eta = \\log\\frac{\\mu}{1 - \\mu}$, which inverts to $\\mu = @$.',
    forms: holds('\\frac{1}{1 + e^{-\\eta}}'),
  },
  {
    title: 'a softmax of one sample, taken up for all of them',
    text:
      '## Softmax\n\nFor one sample we omit $n$, with $z \\in \\mathbb{R}^K$: ' +
      '$$p_k = \\frac{e^{z_k}}{\\sum_{l=1}^K e^{z_l}}.$$\n\n## Loss\n\n' +
      '$$L = -\\frac{1}{N} \\sum_{n=1}^N \\sum_{k=1}^K y_{nk} \\log p_{nk}, \\quad \\sum_k y_{nk} = 1.$$ ' +
      '$$\\frac{\\partial L}{\\partial z_{nj}} = -\\frac{1}{N} \\sum_{k=1}^K y_{nk} (\\delta_{kj} - p_{nj}) = @$$',
    forms: [
      ...holds('\\frac{1}{N} (p_{nj} - y_{nj})'),
      fails('p_{nj} - y_{nj}', 'step.not-equal', '\\frac{1}{N} (p_{nj} - y_{nj})'),
      fails('\\frac{1}{N} (p_{nj} + y_{nj})', 'step.not-equal', '\\frac{1}{N} (p_{nj} - y_{nj})'),
    ],
  },
  {
    title: 'the general case after an example',
    text: `${MODEL}${EXAMPLE}## Gradient\n\n$$\\frac{\\partial L}{\\partial \\beta} = 2 \\sum_{i=1}^m (u_i - t_i), \\quad \\frac{\\partial L}{\\partial \\gamma} = @$$`,
    forms: [
      ...holds('2 \\sum_{i=1}^m (u_i - t_i) x_i'),
      fails('\\sum_{i=1}^m (u_i - t_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'backwards after a forward pass with numbers',
    text: `${FORWARD}${PASS}## Backward\n\n$$\\frac{\\partial E}{\\partial \\hat{y}} = \\hat{y} - y, \\quad \\frac{\\partial E}{\\partial o} = @$$`,
    forms: [
      ...holds('(\\hat{y} - y) \\hat{y} (1 - \\hat{y})'),
      fails('(\\hat{y} - y) (1 - \\hat{y})', 'step.not-equal'),
    ],
  },
  {
    title: 'entries beside bold vectors, after a forward pass with numbers',
    text: `${FORWARD}${PASS}## Backward\n\nLet $\\delta_o = \\frac{\\partial E}{\\partial o}$. Since $o = v_1 h_1 + v_2 h_2 + c$,\n\n$$\\frac{\\partial E}{\\partial v_1} = @$$`,
    forms: [
      ...holds('\\delta_o h_1', '(\\hat{y} - y) \\hat{y} (1 - \\hat{y}) h_1'),
      fails('\\delta_o v_1', 'step.not-equal', '\\delta_o \\mathbf{h}_1'),
    ],
  },
  {
    title: 'one sample before a batch of them',
    text: `${LOGITS}$$\\frac{\\partial \\ell}{\\partial z} = @$$\n\n## In a batch\n\nNow $y \\in \\mathbb{R}^n$ and $p = \\sigma(X w)$ with $X \\in \\mathbb{R}^{n \\times d}$.\n\n$$\\nabla_w \\left(\\mathbf{1}^\\top \\log(1 + e^{X w}) - y^\\top X w\\right) = X^\\top (p - y)$$`,
    forms: holds('p - y', '\\frac{e^z}{1 + e^z} - y'),
  },
  {
    title: 'a series',
    text: 'For $\\lambda > 0$ we have $\\sum_{k=0}^{\\infty} e^{-\\lambda} \\frac{\\lambda^k}{k!} k = @$.',
    forms: [...holds('\\lambda'), fails('\\lambda^2', 'step.not-equal')],
  },
  {
    title: 'a series that does not converge for every value',
    text: '$$\\sum_{k=0}^{\\infty} r^k = @$$',
    forms: [...holds('\\frac{1}{1 - r}'), fails('\\frac{1}{1 + r}', 'step.not-equal')],
  },
  {
    title: 'a constraint on two products at once',
    text: 'With the thin SVD $X = U D V^\\top$ we have $V^\\top V = @ = I$.',
    forms: [{ latex: 'V V^\\top', verdict: 'holds' }],
  },
  {
    title:
      'a name with a number that no formula of the section has, beside a function of its letter',
    text: '## Model\n\nLet $A \\in \\mathbb{R}^{m \\times h}$, $W_2 \\in \\mathbb{R}^{h \\times 1}$ and $y \\in \\{0, 1\\}^{m \\times 1}$.\n\n$$z_2 = A W_2, \\quad \\hat{y} = \\sigma(z_2)$$\n\n$$J = -\\frac{1}{m} \\sum_{i=1}^m [y_i \\log \\hat{y}_i + (1 - y_i) \\log(1 - \\hat{y}_i)]$$\n\n## Sigmoid\n\n$$\\sigma(z) = \\frac{1}{1 + e^{-z}}$$\n\n## Penalty\n\nLet $\\delta_2 = \\frac{1}{m}(\\hat{y} - y)$ and $R = J + \\frac{\\lambda}{2} \\|W_2\\|_F^2$.\n\n$$\\frac{\\partial J}{\\partial W_2} = A^T \\delta_2, \\quad \\frac{\\partial R}{\\partial W_2} = @$$',
    forms: [
      ...holds('A^T \\delta_2 + \\lambda W_2'),
      fails('A^T \\delta_2 - \\lambda W_2', 'step.not-equal'),
    ],
  },
  {
    title: 'a value at one point in a section, of a function that an elder one defines',
    text: '## Bowl\n\nLet $f(x) = \\frac12 x^\\top A x$ with $A = \\operatorname{diag}(1, 9)$ and $x \\in \\mathbb{R}^2$.\n\n## Descent\n\nThe iteration is $x_{k+1} = x_k - \\eta A x_k$. At $x_1 = (1, 2)$ it is $f(x_1) = \\frac12 (1 + 36) = 18.5$. Along $g = A x$,\n\n$$f(x - \\eta g) = @$$',
    forms: [
      ...holds('f(x) - \\eta g^\\top g + \\frac{\\eta^2}{2} g^\\top A g'),
      fails('f(x) - \\eta g^\\top g + \\frac{\\eta}{2} g^\\top A g', 'step.not-equal'),
    ],
  },
  {
    title: 'a matrix whose rows an elder section spoke of',
    text: `${BY_SAMPLES}Take $\\lambda > 0$ and $$E_\\lambda(\\mathbf{w}) = E(\\mathbf{w}) + \\frac{\\lambda}{2} \\|\\mathbf{w}\\|_2^2 .$$ Then $$\\nabla E_\\lambda(\\mathbf{w}) = @$$ with the working response $\\mathbf{r} = \\mathbf{X} \\mathbf{w} - S^{-1} (\\mathbf{p} - \\mathbf{y})$.`,
    forms: [
      ...holds('\\mathbf{X}^\\top (\\mathbf{p} - \\mathbf{y}) + \\lambda \\mathbf{w}'),
      {
        latex: '\\mathbf{X}^\\top (\\mathbf{p} + \\mathbf{y}) + \\lambda \\mathbf{w}',
        verdict: 'unchecked',
        code: 'unchecked.unknown-function',
      },
    ],
  },
];

describe('sections, examples and series', () => {
  testForms(scenarios);
});
