import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** What a checker in a hurry takes for mistakes: all of it is right. */
const silent: Readonly<Record<string, string>> = {
  'another example of the same quantity':
    'The parent has $H = -\\frac{2}{5} \\log_2 \\frac{2}{5} - \\frac{3}{5} \\log_2 \\frac{3}{5} \\approx 0.971$. ' +
    'One child has $H \\approx 0.811$, the other $H = 1$.',
  'two names that get one value': 'Take $s_1^2 = s_2^2 = 1$ and $a_1 = a_2 = \\frac12$.',
  'a total called by the letter of its parts': 'Counts $N_k$ with $\\sum_{k=1}^{K} N_k = N$.',
  'a number in a sentence of its own':
    'With $v = \\frac{2}{400} = 0.005$ the standard deviation is $\\approx 0.0707$.',
  'functions passed to functions':
    'Let $m = \\frac12 (p + q)$ and $H(p) = -\\sum_x p(x) \\log p(x)$. Then ' +
    '$$J(p, q) = \\frac12 D(p \\| m) + \\frac12 D(q \\| m) = H(m) - \\frac12 H(p) - \\frac12 H(q).$$',
  'an example of a name that is only known in general':
    'La red: $z = Wx + b \\in \\mathbb{R}^K$, $\\hat y = \\operatorname{softmax}(z)$, $L = -\\sum_k y_k \\log \\hat y_k$, y one-hot, $\\delta = \\partial L / \\partial z$. $$\\delta_j = \\hat y_j - y_j$$ ' +
    'Con $m$ ejemplos, $\\Delta \\in \\mathbb{R}^{K \\times m}$ la matriz cuya columna $i$ es el $\\delta$ del ejemplo $i$. ' +
    '$$\\frac{\\partial J}{\\partial b} = \\frac1m \\sum_{i=1}^m \\delta^{(i)} = \\frac1m \\Delta \\mathbf 1_m$$',
  'eigenvalues beside a multiplier of their name':
    'Buscamos $v$ con $\\mathcal L(v, \\lambda) = v^\\top C v - \\lambda (v^\\top v - 1)$. ' +
    'Sean $x_1, \\dots, x_n \\in \\mathbb{R}^p$ los datos, $\\bar x$ su media y $$C = \\frac1n \\sum_{i=1}^n (x_i - \\bar x)(x_i - \\bar x)^\\top.$$ ' +
    'Si $V_k = (v_1 \\mid \\dots \\mid v_k) \\in \\mathbb{R}^{p \\times k}$ tiene columnas ortonormales, ' +
    '$$\\operatorname{tr}(C) - \\operatorname{tr}(V_k^\\top C V_k) = \\sum_{j=1}^p \\lambda_j - \\sum_{j=1}^k \\lambda_j$$',
  'an example that does not give all its numbers':
    'Sea $z = W x + b$, $L = \\frac12 \\|z - y\\|^2$ con $x \\in \\mathbb{R}^2$, $z \\in \\mathbb{R}^2$. Con $x = (1, 2)^\\top$, $W = \\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$ sale $L = 1.47$ y $\\delta = \\begin{pmatrix} -0.77 \\\\ 0.98 \\end{pmatrix}$: ' +
    '$$\\nabla_W L = \\delta x^\\top = \\begin{pmatrix} -0.77 & -1.54 \\\\ 0.98 & 1.96 \\end{pmatrix}$$',
  'what follows in one case and in another':
    'Sea $f(x) = w^\\top x + b$ con $y_i \\in \\{-1, 1\\}$. ' +
    '$$\\begin{align} \\alpha_i = 0 &\\Rightarrow y_i f(x_i) \\ge 1, \\\\ 0 < \\alpha_i < C &\\Rightarrow y_i f(x_i) = 1, \\\\ \\alpha_i = C &\\Rightarrow y_i f(x_i) \\le 1 \\end{align}$$',
  'equations whose right side has no name of its own':
    'Their point of contact fulfils $a x + b y + c = a x + c y$, and the weights $\\alpha p + \\beta q = \\alpha q$.',
  'a size that is solved for': 'The output keeps its size if $$H + 2p - k + 1 = H.$$',
};

test.each(Object.entries(silent))('%s is no mistake', (_, text) => {
  const flagged = check(text).steps.filter(
    ({ verdict }) => verdict === 'fails' || verdict === 'slip',
  );
  expect(flagged.map(({ latex }) => latex)).toEqual([]);
});

const scenarios: readonly Scenario[] = [
  {
    title: 'orthonormal columns, as the text asks',
    text:
      'With $Q \\in \\mathbb{R}^{d \\times k}$ and $Q^\\top Q = I_k$,\n\n' +
      '$$x^\\top Q Q^\\top Q Q^\\top x = @.$$',
    forms: holds('\\|Q^\\top x\\|^2', 'x^\\top Q Q^\\top x'),
  },
  {
    title: 'a hat on what solves an equation',
    text:
      'Let $\\ell(\\mu) = -\\frac12 \\sum_{i=1}^{n} (x_i - \\mu)^2$. ' +
      "Then $$\\ell'(\\mu) = \\sum_{i=1}^{n} (x_i - \\mu) = 0 \\Rightarrow \\hat\\mu = @.$$",
    forms: [
      ...holds('\\frac{1}{n} \\sum_{i=1}^{n} x_i'),
      fails('\\sum_{i=1}^{n} x_i', 'step.implication'),
    ],
  },
  {
    title: 'a number whose namesakes have an index',
    text:
      'Let $\\ell(\\lambda) = \\ln \\lambda \\sum_{i=1}^{n} x_i - n \\lambda$. ' +
      '$$\\frac{d\\ell}{d\\lambda} = @$$ In the regression $\\lambda_i = e^{w^\\top z_i}$.',
    forms: [
      ...holds('\\frac{1}{\\lambda} \\sum_{i=1}^{n} x_i - n'),
      fails('\\frac{1}{\\lambda} \\sum_{i=1}^{n} x_i + n', 'step.not-equal'),
    ],
  },
  {
    title: 'a bias that only a later formula says',
    text:
      'Let $x_i \\in \\mathbb{R}^d$ and $y_i \\in \\{-1, +1\\}$. ' +
      '$$L(w, b, \\alpha) = \\tfrac12 \\|w\\|^2 - \\sum_{i=1}^N \\alpha_i \\bigl[y_i (\\langle w, x_i \\rangle + b) - 1\\bigr].$$ ' +
      'Stationarity gives $$\\nabla_w L = w - \\sum_{i=1}^N \\alpha_i y_i x_i = 0, \\qquad \\frac{\\partial L}{\\partial b} = -\\sum_{i=1}^N \\alpha_i y_i = 0.$$ ' +
      'Substituting $w = \\sum_i \\alpha_i y_i x_i$ back, ' +
      '$$g(\\alpha) = \\tfrac12 \\|w\\|^2 - \\sum_{i=1}^N \\alpha_i y_i \\langle w, x_i \\rangle - b \\sum_{i=1}^N \\alpha_i y_i + \\sum_{i=1}^N \\alpha_i = @$$ ' +
      'For a support vector $x_s$ the bias is $$b = y_s - \\langle w, x_s \\rangle = y_s - \\sum_{i=1}^N \\alpha_i y_i \\langle x_i, x_s \\rangle.$$',
    forms: holds('\\tfrac12 \\|w\\|^2 - \\|w\\|^2 + \\sum_{i=1}^N \\alpha_i'),
  },
  {
    title: 'an indicator in bold, or as I',
    text:
      'Sea $L = \\sum_k v_k z_k$, $z_k = \\sum_i W_{ki} a_i$, $a_i = \\max(0, s_i)$. ' +
      '$$\\frac{\\partial L}{\\partial s_i} = \\sum_k v_k W_{ki}\\, @$$',
    forms: [
      ...holds('\\mathbf{1}[s_i > 0]', '\\mathbf{1}(s_i > 0)', 'I(s_i > 0)', 'I[s_i > 0]'),
      ...holds('\\mathbb{I}\\{s_i > 0\\}', '\\mathbb{1}[s_i > 0]'),
      fails('\\mathbf{1}[s_i < 0]', 'step.not-equal'),
    ],
  },
  {
    title: 'a reason that is given after the formula',
    text:
      'Let $f(x) = w^\\top x + b$ with $x, w \\in \\mathbb{R}^d$, and let $x = x_0 + r\\, w / \\|w\\|$. Then ' +
      '$$f(x) = w^\\top x_0 + b + r \\frac{w^\\top w}{\\|w\\|} = @,$$ since $f(x_0) = 0$.',
    forms: [...holds('r \\|w\\|'), fails('2 r \\|w\\|', 'step.not-equal')],
  },
  {
    title: 'un motivo que se da después de la fórmula',
    text:
      'Sean $V \\in \\mathbb{R}^{d \\times k}$, $x \\in \\mathbb{R}^d$ y $z \\in \\mathbb{R}^k$. ' +
      '$$\\|x - V z\\|^2 = x^\\top x - 2 x^\\top V z + z^\\top V^\\top V z = @,$$ donde usamos que $V^\\top V = I$.',
    forms: [
      ...holds('x^\\top x - 2 x^\\top V z + z^\\top z'),
      fails('x^\\top x - x^\\top V z + z^\\top z', 'step.not-equal'),
    ],
  },
];

testForms(scenarios);
