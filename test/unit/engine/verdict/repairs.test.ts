import { fails, holds, testForms, type Scenario } from '../judging.js';

const DATA =
  'Let $x_1, \\dots, x_n$ be data with $\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'brackets left out',
    text: 'Let $p(z) = \\frac{1}{1 + e^{-z}}$.\n\n$$p(z) - p(z)^2 = @$$',
    forms: [
      ...holds('p(z) (1 - p(z))'),
      fails('p(z) 1 - p(z)', 'step.not-equal', 'p(z) (1 - p(z))'),
    ],
  },
  {
    title: 'a logarithm forgotten, and one too many',
    text: 'Let $z \\in \\mathbb{R}^M$. $$-\\log \\frac{\\exp(z_1)}{\\sum_{w=1}^{M} \\exp(z_w)} = @$$',
    forms: [
      ...holds('-z_1 + \\log \\sum_{w=1}^{M} \\exp(z_w)'),
      fails(
        '-z_1 + \\sum_{w=1}^{M} \\exp(z_w)',
        'step.not-equal',
        '-z_1 + \\log(\\sum_{w=1}^{M} \\exp(z_w))',
      ),
      fails(
        '-\\log(z_1) + \\log \\sum_{w=1}^{M} \\exp(z_w)',
        'step.not-equal',
        '-z_1 + \\log \\sum_{w=1}^{M} \\exp(z_w)',
      ),
    ],
  },
  {
    title: 'brackets left out before a power',
    text: '$$\\frac{d}{dx} \\frac{x}{1 + x} = @$$',
    forms: [
      ...holds('\\frac{1}{(1 + x)^2}'),
      fails('\\frac{1}{1 + x^2}', 'step.not-equal', '\\frac{1}{(1 + x)^2}'),
    ],
  },
  {
    title: 'an exponent of one letter',
    text: 'Let $x > 0$. $$\\frac{d}{dx} e^{-x} = @$$',
    forms: [...holds('-e^{-x}'), fails('-e^x', 'step.not-equal', '-e^{-x}')],
  },
  {
    title: 'a square forgotten',
    text: '$$\\frac{d}{dx} \\arctan x = @$$',
    forms: [
      ...holds('\\frac{1}{1 + x^2}'),
      fails('\\frac{1}{1 + x}', 'step.not-equal', '\\frac{1}{1 + x^2}'),
    ],
  },
  {
    title: 'a factor of one term',
    text: '$$\\frac{d}{dx} (x^2 + x^3) = @$$',
    forms: [
      ...holds('2x + 3x^2'),
      fails('x + 3x^2', 'step.not-equal', '2x + 3x^2'),
      fails('2x + 7x^2', 'step.not-equal', '2x + 3x^2'),
    ],
  },
  {
    title: 'a sum left out, with the range that others have',
    text: `${DATA}$$\\sum_{i=1}^{n} (x_i - \\bar{x})^2 = @$$`,
    forms: [
      ...holds('\\sum_{i=1}^{n} x_i^2 - n \\bar{x}^2'),
      fails('x_i^2 - n \\bar{x}^2', 'step.not-equal', '\\sum_{i=1}^{n} x_i^2 - n \\bar{x}^2'),
    ],
  },
  {
    title: 'one entry of a matrix',
    text: '$$\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\begin{pmatrix} 0 & 1 \\\\ 2 & 3 \\end{pmatrix} = @$$',
    forms: [
      fails(
        '\\begin{bmatrix} 4 & 7 \\\\ 8 & 16 \\end{bmatrix}',
        'step.not-equal',
        '\\begin{bmatrix} 4 & 7 \\\\ 8 & 15 \\end{bmatrix}',
      ),
      fails(
        '\\begin{bmatrix} 7 & 4 \\\\ 8 & 15 \\end{bmatrix}',
        'step.not-equal',
        '\\begin{bmatrix} 4 & 7 \\\\ 8 & 15 \\end{bmatrix}',
      ),
    ],
  },
  {
    title: 'a number with many digits',
    text: '$$2 \\cdot 512 \\cdot 2048 = @$$',
    forms: [...holds('2097152'), fails('2097153', 'step.not-equal', '2097152')],
  },
  {
    title: 'the order of factors under a trace',
    text: '$$\\operatorname{tr}(ABC) = @$$',
    forms: [
      ...holds('\\operatorname{tr}(BCA)', '\\operatorname{tr}(CAB)'),
      fails('\\operatorname{tr}(CBA)', 'step.not-equal'),
    ],
  },
  {
    title: 'an equation that one sign makes an identity',
    text: `${DATA}$$@$$`,
    forms: [
      ...holds('\\sum_{i=1}^{n} (x_i - \\bar{x}) = 0'),
      fails(
        '\\sum_{i=1}^{n} (x_i + \\bar{x}) = 0',
        'step.not-equal',
        '\\sum_{i=1}^{n} (x_i - \\bar{x}) = 0',
      ),
    ],
  },
  {
    title: 'one of two functions that look alike',
    text: '$$\\frac{d}{dx} \\tanh x = @$$',
    forms: [
      ...holds('1 - \\tanh^2 x'),
      fails('1 + \\tanh^2 x', 'step.not-equal', '1 - \\tanh^2 x'),
    ],
  },
  {
    title: 'the numbers before a result that the chain goes on from',
    text: '$$@ = \\frac{1}{2} \\cdot 0.36 = 0.18$$',
    forms: [fails('\\frac{1}{2} (1 - 0.3)^2', 'step.not-equal', '\\frac{1}{2} (1 - 0.4)^2')],
  },
  {
    title: 'multiplied by what divides',
    text: '$$\\ell = \\sum_k n_k \\log q_k$$\n\n$$\\frac{\\partial \\ell}{\\partial q_k} = @$$',
    forms: [...holds('\\frac{n_k}{q_k}'), fails('n_k q_k', 'step.not-equal', 'n_k \\frac{1}{q_k}')],
  },
  {
    title: 'the slope of another activation',
    text: 'Sea $v = \\tanh(a)$, $p = \\sigma(a)$ con $a \\in \\mathbb{R}$ y $\\sigma$ la logística.\n\n$$\\frac{d v}{d a} = @$$',
    forms: [...holds('1 - v^2'), fails('v (1 - v)', 'step.not-equal', '1 - v^2')],
  },
  {
    title: 'the other way round',
    text: 'Sea $v = \\tanh(a)$, $p = \\sigma(a)$ con $a \\in \\mathbb{R}$ y $\\sigma$ la logística.\n\n$$\\frac{d p}{d a} = @$$',
    forms: [...holds('p (1 - p)'), fails('1 - p^2', 'step.not-equal', 'p (1 - p)')],
  },
  {
    title: 'a name that one fraction lacks',
    text:
      'The iterates are $x_{t+1} = (1 - \\eta\\lambda) x_t - \\eta \\xi_t$.\n\n$$\\frac{\\eta^2 s^2}{1 - (1 - \\eta\\lambda)^2} ' +
      '= \\frac{\\eta^2 s^2}{2\\eta\\lambda - \\eta^2\\lambda^2} = @$$',
    forms: [
      ...holds('\\frac{\\eta s^2}{\\lambda (2 - \\eta\\lambda)}'),
      fails(
        '\\frac{s^2}{\\lambda (2 - \\eta\\lambda)}',
        'step.not-equal',
        '\\frac{\\eta s^2}{\\lambda (2 - \\eta\\lambda)}',
      ),
    ],
  },
  {
    title: 'a power of the last factor alone',
    text: '$$e^{-\\gamma (x - z)^2} = e^{-\\gamma x^2} e^{-\\gamma z^2} e^{2\\gamma x z} = e^{-\\gamma x^2} e^{-\\gamma z^2} \\sum_{m=0}^{\\infty} \\frac{@}{m!} x^m z^m$$',
    forms: [...holds('(2\\gamma)^m'), fails('2\\gamma^m', 'step.not-equal', '(2\\gamma)^m')],
  },
  {
    title: 'a sum left out below a fraction, or within brackets',
    text: 'Let $s_i = \\frac{e^{z_i}}{\\sum_{k=1}^{K} e^{z_k}}$.\n\n$$\\frac{\\partial \\log s_i}{\\partial z_j} = @$$',
    forms: [
      ...holds(
        '\\delta_{ij} - \\frac{e^{z_j}}{\\sum_{k=1}^{K} e^{z_k}}',
        '\\delta_{ij} - \\frac{e^{z_j} \\sum_k e^{z_k}}{(\\sum_k e^{z_k})^2}',
      ),
      fails(
        '\\delta_{ij} - \\frac{e^{z_j}}{e^{z_k}}',
        'step.not-equal',
        '\\delta_{ij} - \\frac{e^{z_j}}{\\sum_{k=1}^{K} e^{z_k}}',
      ),
      fails('\\delta_{ij} - \\frac{e^{z_j} \\sum_k e^{z_k}}{(e^{z_k})^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'a sum over two letters left out',
    text: '$$H(X, Y) = -\\sum_{x, y} p(x, y) \\log p(x, y) = @$$',
    forms: [
      ...holds('-\\sum_{x, y} p(x, y) \\log p(x) - \\sum_{x, y} p(x, y) \\log p(y \\mid x)'),
      fails('-\\sum_{x, y} p(x, y) \\log p(x) - p(x, y) \\log p(y \\mid x)', 'step.not-equal'),
    ],
  },
  {
    title: 'brackets left out after a name',
    text: 'Let $p = \\frac{1}{1 + e^{-z}}$.\n\n$$\\frac{dp}{dz} = @$$',
    forms: [...holds('p(1 - p)'), fails('p1 - p', 'step.not-equal', 'p(1 - p)')],
  },
  {
    title: 'brackets left out before other brackets',
    text: 'Let $P, Y \\in \\mathbb{R}^{k \\times m}$ and $H \\in \\mathbb{R}^{n \\times m}$. $$P H^\\top - Y H^\\top = @$$',
    forms: [
      ...holds('(P - Y) (H)^\\top'),
      fails('P - Y (H)^\\top', 'step.shape', '(P - Y) H^\\top'),
    ],
  },
  {
    title: 'an entry of a matrix that has indices nowhere else',
    text: 'Let $A, C \\in \\mathbb{R}^{m \\times n}$. $$\\operatorname{tr}(A^\\top C) = @$$',
    forms: [
      ...holds('\\sum_{i=1}^{m} \\sum_{j=1}^{n} A_{ij} C_{ij}'),
      fails(
        '\\sum_{i=1}^{m} \\sum_{j=1}^{n} A_{ij} C',
        'step.shape',
        '\\sum_{i=1}^{m} \\sum_{j=1}^{n} A_{ij} C_{ij}',
      ),
    ],
  },
  {
    title: 'brackets left out after a word',
    text: 'Let $X$ and $Y$ be independent random variables. Then $$@ = \\operatorname{Var}(X) + \\operatorname{Var}(Y).$$',
    forms: [
      { latex: '\\operatorname{Var}(X - Y)', verdict: 'holds' },
      fails('\\operatorname{Var} X - Y', 'step.not-equal', '\\operatorname{Var}(X - Y)'),
    ],
  },
  {
    title: 'the first derivative instead of the second',
    text: 'Let $g(x) = x^3 - 2x + 5$. Then $@ = 6x$.',
    forms: [...holds("g''(x)"), fails("g'(x)", 'step.not-equal', "g''(x)")],
  },
  {
    title: 'a gradient instead of the second derivatives',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $y \\in \\mathbb{R}^n$ and $L(w) = \\frac{1}{2} \\|X w - y\\|^2$. Then $@ = X^\\top X$.',
    forms: [...holds('\\nabla^2 L(w)'), fails('\\nabla L(w)', 'step.shape', '\\nabla^2 L(w)')],
  },
  {
    title: 'the square that a term is divided by, left out',
    text:
      'Sea $y_i = w^\\top x_i + \\varepsilon_i$ con $w, x_i \\in \\mathbb{R}^d$ y ruido normal de varianza $s^2$. Con $$\\ell(w) = -\\frac{1}{2 s^2} \\sum_{i=1}^{n} (y_i - w^\\top x_i)^2$$ el gradiente es ' +
      '$$\\nabla_w \\ell = @.$$',
    forms: [
      ...holds('\\frac{1}{s^2} \\sum_{i=1}^{n} (y_i - w^\\top x_i) x_i'),
      fails(
        '\\sum_{i=1}^{n} (y_i - w^\\top x_i) x_i',
        'step.not-equal',
        '\\frac{1}{s^2} \\sum_{i=1}^{n} (y_i - w^\\top x_i) x_i',
      ),
    ],
  },
  {
    title: 'one factor of a square with another index',
    text: 'Sea $p_k = \\frac{e^{z_k}}{\\sum_{j=1}^{K} e^{z_j}}$. Entonces $$\\frac{\\partial p_k}{\\partial z_l} = @,$$ con $\\delta_{kl}$ la delta de Kronecker.',
    forms: [
      ...holds('\\delta_{kl} p_k - p_k p_l'),
      fails('\\delta_{kl} p_k - p_k^2', 'step.not-equal', '\\delta_{kl} p_k - p_k p_l'),
    ],
  },
  {
    title: 'a term that an exponent lacks',
    text: 'For any $u > 0$ and $v > 0$: $$u^{k} v^{m-k} u^{a-1} v^{b-1} = @$$',
    forms: [
      ...holds('u^{a+k-1} v^{b+m-k-1}'),
      fails('u^{a+k-1} v^{b+m-1}', 'step.not-equal', 'u^{a+k-1} v^{b+m-k-1}'),
    ],
  },
  {
    title: 'an entrywise product for an outer one',
    text: 'Let $x \\in \\mathbb{R}^d$, $W \\in \\mathbb{R}^{h \\times d}$, $z = W x$, $L$ the loss and $\\delta = \\frac{\\partial L}{\\partial z}$. Then $$\\frac{\\partial L}{\\partial W} = @.$$',
    forms: [
      ...holds('\\delta x^\\top'),
      fails('\\delta \\odot x', 'step.shape', '\\delta x^\\top'),
    ],
  },
];

testForms(scenarios);
