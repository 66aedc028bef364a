import { expect, test } from 'vitest';
import { check, fails, holds, slips, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const LAYER = '$$z_{ji} = \\sum_l W_{jl} X_{li} + b_j, \\qquad a_{ji} = \\tanh(z_{ji})$$\n\n';

/** Letters that mean an array in one place and a number in another. */
const scenarios: readonly Scenario[] = [
  {
    title: 'one name alone',
    text: `${LAYER}Escribiendo $\\tanh z = \\sinh z/\\cosh z$, $$\\frac{d}{dz} \\tanh z = @$$`,
    forms: [
      ...holds(
        '\\frac{\\cosh z \\cdot \\cosh z - \\sinh z \\cdot \\sinh z}{\\cosh^2 z}',
        '1 - \\tanh^2 z',
      ),
      fails('1 + \\tanh^2 z', wrong, '1 - \\tanh^2 z'),
    ],
  },
  {
    title: 'weights that are called as a number is',
    text: '$$\\ell = \\sum_{k=1}^K n_k \\log \\pi_k$$\n\nCon $\\sum_k \\pi_k = 1$ y $\\mathcal{L} = \\ell + \\lambda (\\sum_k \\pi_k - 1)$: $$\\frac{\\partial \\mathcal{L}}{\\partial \\pi_k} = @$$',
    forms: [
      ...holds('\\frac{n_k}{\\pi_k} + \\lambda'),
      fails('\\frac{\\pi_k}{n_k} + \\lambda', wrong, '\\frac{n_k}{\\pi_k} + \\lambda'),
    ],
  },
  {
    title: 'the number beside weights of its name',
    text: '$$\\ell = \\sum_k \\pi_k f_k, \\qquad c = \\frac{1}{\\sqrt{2 \\pi}}$$\n\n$$c^2 = @$$',
    forms: [...holds('\\frac{1}{2 \\pi}'), fails('\\frac{2}{\\pi}', wrong)],
  },
  {
    title: 'one number beside a vector of its name',
    text: "Sea $\\mathbf{z} \\in \\mathbb{R}^k$, $\\mathbf{h} = \\sigma(\\mathbf{z})$. Como $\\sigma'(z) = @$, $$\\frac{\\partial L}{\\partial \\mathbf{z}} = \\frac{\\partial L}{\\partial \\mathbf{h}} \\odot \\sigma'(\\mathbf{z}) = \\frac{\\partial L}{\\partial \\mathbf{h}} \\odot \\mathbf{h} \\odot (\\mathbf{1} - \\mathbf{h})$$",
    forms: [
      ...holds('\\sigma(z)(1 - \\sigma(z))'),
      fails('\\sigma(z)(1 + \\sigma(z))', wrong),
      slips('\\sigma(\\mathbf{z})(1 - \\sigma(\\mathbf{z}))', 'step.shape'),
    ],
  },
  {
    title: 'a total beside its parts',
    text: 'Let $n_k$ be the count of class $k$, with $\\sum_k n_k = n$, and $\\sum_k \\theta_k = 1$.\n\n$$L = \\sum_{k=1}^K n_k \\log \\theta_k + \\nu (1 - \\sum_{k=1}^K \\theta_k)$$\n\nThen $\\partial L / \\partial \\theta_k = n_k / \\theta_k - \\nu = 0$, so $\\theta_k = n_k / \\nu$ and $$1 = \\sum_{k=1}^K \\theta_k = \\frac{1}{\\nu} \\sum_{k=1}^K n_k = @$$',
    forms: [...holds('\\frac{n}{\\nu}')],
  },
  {
    title: 'a total that a definition says',
    text: 'Let $N = \\sum_k N_k$. $$\\frac{1}{\\nu} \\sum_k N_k = @$$',
    forms: [...holds('\\frac{N}{\\nu}'), fails('\\frac{N}{2 \\nu}', wrong)],
  },
  {
    title: 'a total of which nothing is said',
    text: 'Let $n_k$ be the counts, $\\sum_k \\theta_k = 1$ and $\\theta_k = n_k / \\nu$. $$1 = \\sum_{k=1}^K \\theta_k = @$$',
    forms: [{ latex: '\\frac{n}{\\nu}', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
  {
    title: 'samples beside any sample, of matrices with columns',
    text: 'Sea $\\mathbf{x} \\in \\mathbb{R}^d$, $\\hat{\\mathbf{x}} = \\mathbf{W}^\\top \\mathbf{h} + \\mathbf{c}$ con $\\mathbf{W} \\in \\mathbb{R}^{k \\times d}$. Sean $\\mathbf{X} = [\\mathbf{x}_1, \\dots, \\mathbf{x}_n] \\in \\mathbb{R}^{d \\times n}$ y $\\hat{\\mathbf{X}} = \\mathbf{W}^\\top \\mathbf{H} + \\mathbf{c} \\mathbf{1}_n^\\top$.\n\n$$J = \\frac{1}{2n} \\sum_{i=1}^n \\|\\hat{\\mathbf{x}}_i - \\mathbf{x}_i\\|^2 = @$$',
    forms: [
      ...holds('\\frac{1}{2n} \\|\\hat{\\mathbf{X}} - \\mathbf{X}\\|_F^2'),
      fails(
        '\\frac{1}{n} \\|\\hat{\\mathbf{X}} - \\mathbf{X}\\|_F^2',
        wrong,
        '\\frac{1}{2n} \\|\\hat{\\mathbf{X}} - \\mathbf{X}\\|_F^2',
      ),
    ],
  },
  {
    title: 'columns of a matrix that is defined',
    text: 'Sean $\\mathbf{X} = [\\mathbf{x}_1, \\dots, \\mathbf{x}_n] \\in \\mathbb{R}^{d \\times n}$, $\\mathbf{Y} = \\mathbf{A} \\mathbf{B}$.\n\n$$\\sum_{i=1}^n \\|\\mathbf{y}_i - \\mathbf{x}_i\\|^2 = @$$',
    forms: [
      ...holds('\\|\\mathbf{Y} - \\mathbf{X}\\|_F^2'),
      fails('\\|\\mathbf{Y} + \\mathbf{X}\\|_F^2', wrong, '\\|\\mathbf{Y} - \\mathbf{X}\\|_F^2'),
    ],
  },
];

testForms(scenarios);

test('a superscript that an elder section defines is no power', () => {
  const text =
    '# Adelante\n\n$$z_t = \\sigma(a_t^z), \\quad a_t^z = W_z x_t + U_z h_{t-1}$$\n\n' +
    '$$\\tilde h_t = \\tanh(a_t^h), \\quad a_t^h = W_h x_t + U_h h_{t-1}$$\n\n' +
    '$$h_t = (1 - z_t) \\odot h_{t-1} + z_t \\odot \\tilde h_t$$\n\n# Atrás\n\n' +
    'Sea $g_t = \\partial \\mathcal{L} / \\partial h_t$.\n\n' +
    '$$\\frac{\\partial \\mathcal{L}}{\\partial a_t^z} = g_t \\odot (\\tilde h_t - h_{t-1}) \\odot z_t \\odot (1 - z_t)$$';
  expect(check(text).steps.at(-1)?.verdict).toBe('holds');
});
