import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const LAYERS =
  '$$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}, \\qquad a^{[l]} = g^{[l]}(z^{[l]})$$ y $\\hat y = a^{[L]}$. La pérdida es ' +
  '$\\mathcal{L}(\\hat y, y) = -y \\log \\hat y - (1 - y) \\log(1 - \\hat y)$. Como $z^{[l+1]}_k = \\sum_j ' +
  'W^{[l+1]}_{kj} a^{[l]}_j + b^{[l+1]}_k$,\n\n$$dz^{[l]}_j = da^{[l]}_j g^{[l]\\prime}(z^{[l]}_j), \\qquad ' +
  'dz^{[l]} = W^{[l+1]T} dz^{[l+1]} \\odot g^{[l]\\prime}(z^{[l]}).$$\n\n';

const SUPPORT =
  '## Modelo\n\nDatos $(\\mathbf{x}_i, y_i)$ con $\\mathbf{x}_i \\in \\mathbb{R}^d$. El clasificador es el signo de ' +
  '$f(\\mathbf{x}) = \\mathbf{w}^T \\mathbf{x} + b$.\n\n## Dual\n\n$$L = \\frac{1}{2} \\|\\mathbf{w}\\|^2 - \\sum_i ' +
  '\\alpha_i [y_i (\\mathbf{w}^T \\mathbf{x}_i + b) - 1]$$\n\n$$\\frac{\\partial L}{\\partial \\mathbf{w}} = \\mathbf{w} - ' +
  '\\sum_i \\alpha_i y_i \\mathbf{x}_i = 0 \\Rightarrow \\mathbf{w} = \\sum_i \\alpha_i y_i \\mathbf{x}_i$$\n\n';

/** What teachers and students write in their solutions, of which each was once misread. */
const scenarios: readonly Scenario[] = [
  {
    title: 'ones beside rounded entries',
    text:
      'Sea $h = \\begin{pmatrix} 0.6457 \\\\ 0.5250 \\end{pmatrix}$.\n\n' +
      '$$h \\odot (\\mathbf{1} - h) \\approx \\begin{pmatrix} @ \\\\ 0.2494 \\end{pmatrix}$$',
    forms: [...holds('0.2288'), fails('0.2388', wrong)],
  },
  {
    title: 'blocks that add to the identity, whose product is no product of numbers',
    text: '$$(I + B)(I + A) = @$$',
    forms: [...holds('I + A + B + BA'), fails('I + A + B - BA', wrong)],
  },
  {
    title: 'residuals whose letter is that of a number elsewhere',
    text: '$$\\|e\\|^2 = \\frac{1}{36} + \\frac{1}{9} + \\frac{1}{36} = @$$',
    forms: [...holds('\\frac{1}{6}'), fails('\\frac{1}{8}', wrong)],
  },
  {
    title: 'scores of attention with the number of its root',
    text: 'Los puntajes son $$S = @ = \\frac12 \\begin{bmatrix} 2 & 0 \\\\ 2 & 2 \\end{bmatrix}.$$',
    forms: [{ latex: '\\frac{1}{2} Q K^T', verdict: 'given' }],
  },
  {
    title: 'a mean over all counts, where samples have the same letter',
    text:
      'Sea $P(x_i = x) = \\frac{\\lambda^x e^{-\\lambda}}{x!}$. La media es $$\\mathbb{E}[x] = \\sum_{x=0}^{\\infty} x\\, ' +
      '\\frac{\\lambda^x e^{-\\lambda}}{x!} = \\lambda e^{-\\lambda} \\sum_{x=1}^{\\infty} ' +
      '\\frac{\\lambda^{x-1}}{(x-1)!} = @.$$',
    forms: [...holds('\\lambda'), fails('2 \\lambda', wrong)],
  },
  {
    title: 'a function, and what it is worth at one point',
    text: 'Let $s(x) = x\\,\\sigma(x)$.\n\nThe minimum value is $s(x_0) = 1 + x_0$.\n\n\\[ s(x) - s(-x) = @ \\]',
    forms: [...holds('x'), fails('2 x', wrong)],
  },
  {
    title: 'a matrix at the first step and at the next',
    text:
      '\\[ H(w^{(0)}) = \\frac14 X^T X = \\begin{pmatrix} 1 & 0.5 \\\\ 0.5 & 1.5 \\end{pmatrix} \\] \\[ w^{(1)} = ' +
      '\\begin{pmatrix} -0.4 \\\\ 0.8 \\end{pmatrix} \\] \\[ H(w^{(1)}) \\approx @ \\]',
    forms: [
      {
        latex: '\\begin{pmatrix} 0.8364 & 0.4182 \\\\ 0.4182 & 1.1298 \\end{pmatrix}',
        verdict: 'unchecked',
        code: 'unchecked.unknown-function',
      },
    ],
  },
  {
    title: 'the size of an identity that stands alone',
    text: 'Sea $x \\in \\mathbb{R}^d$. Entonces $\\operatorname{tr}(\\Sigma^{-1} \\Sigma) = \\operatorname{tr}(I) = @$.',
    forms: [...holds('d'), fails('2 d', wrong)],
  },
  {
    title: 'an exponent that is asked for',
    text: 'Hay que pedir $0.8^t \\le @$.',
    forms: [{ latex: '10^{-3}', verdict: 'given' }],
  },
  {
    title: 'the variance of an estimate beside that of the data',
    text:
      'Es el promedio de $B$ gradientes con varianza $\\tau^2$. Entonces ' +
      '$$\\operatorname{Var}[\\hat g] = \\frac{1}{B^2} \\sum_{b=1}^{B} \\tau^2 = @.$$',
    forms: [...holds('\\frac{\\tau^2}{B}'), fails('\\frac{\\tau^2}{B^2}', wrong)],
  },
  {
    title: 'the variance of which a slope is zero, with a hat',
    text:
      'Sea $X \\in \\mathbb{R}^{n \\times p}$ y $b = (X^T X)^{-1} X^T y$. $$-\\frac{n}{2\\sigma^2} + ' +
      '\\frac{1}{2\\sigma^4} \\|y - Xb\\|^2 = 0 \\quad\\Rightarrow\\quad \\hat\\sigma^2 = @$$',
    forms: holds('\\frac1n \\|y - Xb\\|^2'),
  },
  {
    title: 'a residual where its own sample is left out',
    text: 'Residuos $e = y - Hy$. Al dejar fuera el dato $i$, $e_{(i)} = @$.',
    forms: [{ latex: '\\frac{e_i}{1 - H_{ii}}', verdict: 'given' }],
  },
  {
    title: 'what a result is, where its factors are not given',
    text: 'Calculamos $o = V u = @$.',
    forms: [{ latex: '\\begin{pmatrix} 3 \\\\ 1 \\end{pmatrix}', verdict: 'given' }],
  },
  {
    title: 'entries of a target that add up to one',
    text:
      'Con un blanco $p$ (suma 1), $L = -\\sum_i p_i \\log q_i$ y $q_i = \\frac{e^{z_i/T}}{\\sum_k e^{z_k/T}}$.\n\n' +
      '$$\\frac{\\partial L}{\\partial z_j} = -\\frac{1}{T} \\left(p_j - q_j \\sum_i p_i\\right) = @$$',
    forms: [...holds('\\frac{1}{T} (q_j - p_j)'), fails('\\frac{1}{T} (p_j - q_j)', wrong)],
  },
  {
    title: 'chances by name',
    text: 'La clase tiene probabilidad $\\phi_k = p(y = k)$, con $\\sum_{k=1}^K \\phi_k = @$.',
    forms: holds('1'),
  },
  {
    title: 'a sum in an unknown',
    text:
      'Con la restricción $\\sum_k \\phi_k = 1$, $$\\mathcal{L}(\\phi, \\alpha) = \\sum_{k=1}^K n_k \\log \\phi_k + ' +
      '\\alpha \\Bigl(1 - \\sum_{k=1}^K \\phi_k\\Bigr).$$ $$\\frac{\\partial \\mathcal{L}}{\\partial \\phi_k} = ' +
      '\\frac{n_k}{\\phi_k} - \\alpha = 0 \\Longrightarrow \\phi_k = \\frac{n_k}{\\alpha}.$$ $$1 = \\sum_{k=1}^K \\phi_k = ' +
      '\\frac{1}{\\alpha} \\sum_{k=1}^K n_k = \\frac{n}{\\alpha} \\Longrightarrow \\alpha = @$$',
    forms: [...holds('n'), fails('2 n', 'step.implication')],
  },
  {
    title: 'the number of one class',
    text:
      '$$\\ell_{kj} = -\\frac{n_k}{2} \\log \\sigma_{kj}^2 - \\frac{1}{2 \\sigma_{kj}^2} \\sum_{i: y_i = k} (x_{ij} - \\mu_{kj})^2$$\n\n' +
      '$$\\frac{\\partial \\ell_{kj}}{\\partial \\mu_{kj}} = \\frac{1}{\\sigma_{kj}^2} \\sum_{i: y_i = k} (x_{ij} - \\mu_{kj}) = 0 ' +
      '\\Longrightarrow \\hat\\mu_{kj} = @$$',
    forms: [{ latex: '\\frac{1}{n_k} \\sum_{i: y_i = k} x_{ij}', verdict: 'given' }],
  },
  {
    title: 'matrices of which brackets say that they are symmetric',
    text: 'Con $\\nabla_P \\log|P| = @$ y $\\nabla_P \\operatorname{tr}(P S) = S$ (matrices simétricas) queda:',
    forms: [...holds('P^{-1}'), fails('P', wrong, 'P^{-1}')],
  },
  {
    title: 'a penalty on a loss whose output was not read',
    text:
      'Con $X \\in \\mathbb{R}^{n \\times d}$: $$L(W) = -\\sum_{i=1}^n \\sum_{c=1}^K Y_{ic} \\log P_{ic}$$ ' +
      '$$J(W) = L(W) + \\frac{\\lambda}{2} \\|W\\|_F^2$$ $$\\nabla_W J = @$$',
    forms: [
      { latex: 'X^\\top (P - Y) + \\lambda W', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
  {
    title: 'a function of any sample beside the samples',
    text:
      'Con $x_i \\in \\mathbb{R}^p$ se predice $f(x) = \\langle w, x \\rangle + b$. El punto más cercano cumple\n\n' +
      '$$0 = @ = \\langle w, x \\rangle - t \\langle w, w \\rangle + b$$',
    forms: [{ latex: 'f(x - t w)', verdict: 'given' }],
  },
  {
    title: 'an inequality from which words conclude',
    text: 'Sea $\\alpha_i \\ge 0$. Entonces $\\alpha_i = C$; y $0 < \\alpha_i < @$ implica que $m_i = 1$.',
    forms: holds('C').map((form) => ({ ...form, verdict: 'given' as const })),
  },
  {
    title: 'entries side by side, with a sign between arrays elsewhere',
    text: `${LAYERS}$$\\frac{\\partial \\mathcal{L}}{\\partial W^{[l]}_{jk}} = @$$`,
    forms: [
      {
        latex:
          '\\frac{\\partial \\mathcal{L}}{\\partial z^{[l]}_j} \\frac{\\partial z^{[l]}_j}{\\partial W^{[l]}_{jk}}',
        verdict: 'holds',
      },
    ],
  },
  {
    title: 'a name of a condition that is given a formula later',
    text: `${SUPPORT}Para hallar $b$: $$b = y_s - \\mathbf{w}^T \\mathbf{x}_s = @$$`,
    forms: holds('y_s - \\sum_i \\alpha_i y_i \\mathbf{x}_i^T \\mathbf{x}_s'),
  },
];

testForms(scenarios);
