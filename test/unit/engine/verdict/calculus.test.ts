import { fails, holds, testForms, type Scenario } from '../judging.js';

const SIGMA = 'Sea $\\sigma(x) = \\frac{1}{1 + e^{-x}}$ la sigmoide.\n\n';
const SOFTMAX =
  'Let $z \\in \\mathbb{R}^C$, $\\hat{y} = \\operatorname{softmax}(z)$, with $y$ one-hot, and ' +
  '$L = -\\sum_{k=1}^{C} y_k \\log \\hat{y}_k$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the definition of the sigmoid',
    text: 'La sigmoide es\n\n$$\\sigma(x) = @$$\n\nusada en la salida.',
    forms: [
      { latex: '\\frac{1}{1 + e^{-x}}', verdict: 'given' },
      {
        ...fails('\\frac{1}{1 - e^{-x}}', 'definition.known', '\\frac{1}{1 + e^{-x}}'),
      },
      fails('\\frac{1}{1 + e^{x}}', 'definition.known'),
    ],
  },
  {
    title: 'the derivative of the sigmoid',
    text: `${SIGMA}$$\\sigma'(x) = @$$`,
    forms: [
      ...holds(
        '\\sigma(x)(1 - \\sigma(x))',
        '\\frac{e^{-x}}{(1 + e^{-x})^2}',
        '\\sigma(x) - \\sigma(x)^2',
        '\\sigma(x)\\sigma(-x)',
      ),
      fails('\\sigma(x)(1 + \\sigma(x))', 'step.not-equal', '\\sigma(x)(1 - \\sigma(x))'),
      fails('\\frac{-e^{-x}}{(1 + e^{-x})^2}', 'step.not-equal', '\\frac{e^{-x}}{(1 + e^{-x})^2}'),
      fails('\\sigma(x)(1 - x)', 'step.not-equal'),
    ],
  },
  {
    title: 'the derivative of tanh',
    text: '$$\\frac{d}{dx} \\tanh(x) = @$$',
    forms: [
      ...holds('1 - \\tanh^2(x)', '\\frac{1}{\\cosh^2(x)}', '1 - \\tanh^2(x)'),
      fails('1 + \\tanh^2(x)', 'step.not-equal', '1 - \\tanh^2(x)'),
      fails('1 - \\tanh(x)', 'step.not-equal'),
    ],
  },
  {
    title: 'the chain rule',
    text: '$$\\frac{d}{dx} e^{-x^2} = @$$',
    forms: [
      ...holds('-2x e^{-x^2}', 'e^{-x^2} \\cdot (-2x)'),
      fails('2x e^{-x^2}', 'step.not-equal', '-2x e^{-x^2}'),
      fails('-2 e^{-x^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'softmax with cross entropy',
    text: `${SOFTMAX}$$\\frac{\\partial L}{\\partial z} = @$$`,
    forms: [
      ...holds('\\hat{y} - y'),
      fails('y - \\hat{y}', 'step.not-equal'),
      fails('\\hat{y} + y', 'step.not-equal', '\\hat{y} - y'),
    ],
  },
  {
    title: 'softmax with cross entropy, entry by entry',
    text: `${SOFTMAX}$$\\frac{\\partial L}{\\partial z_i} = @$$`,
    forms: [...holds('\\hat{y}_i - y_i'), fails('y_i - \\hat{y}_i', 'step.not-equal')],
  },
  {
    title: 'a quadratic form',
    text: 'Let $x \\in \\mathbb{R}^n$ and $A \\in \\mathbb{R}^{n \\times n}$.\n\n$$\\nabla_x (x^T A x) = @$$',
    forms: [
      ...holds('(A + A^T) x', 'A x + A^T x'),
      fails('2 A x', 'step.not-equal'),
      fails('(A - A^T) x', 'step.not-equal', '(A + A^T) x'),
    ],
  },
  {
    title: 'a symmetric quadratic form',
    text: 'Sea $A \\in \\mathbb{R}^{n \\times n}$ simétrica y $x \\in \\mathbb{R}^n$.\n\n$$\\nabla_x (x^T A x) = @$$',
    forms: [...holds('2 A x'), fails('A x', 'step.not-equal')],
  },
  {
    title: 'log det',
    text: 'Let $X \\in \\mathbb{R}^{n \\times n}$ be positive definite.\n\n$$\\frac{\\partial \\log \\det X}{\\partial X} = @$$',
    forms: [...holds('X^{-1}', 'X^{-T}'), fails('-X^{-1}', 'step.not-equal', 'X^{-1}')],
  },
  {
    title: 'least squares',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$ and $L(w) = \\|X w - y\\|^2$.\n\n$$\\nabla_w L = @$$',
    forms: [
      ...holds('2 X^T (X w - y)', '2 X^T X w - 2 X^T y'),
      fails('2 X^T (y - X w)', 'step.not-equal'),
      fails('X^T (X w - y)', 'step.not-equal'),
      fails('2 X (X w - y)', 'step.shape', '2 X^T (X w - y)'),
    ],
  },
  {
    title: 'the derivative of a sum, with a Kronecker delta',
    text: 'Sea $f(x) = \\sum_{i=1}^n x_i^2$ con $x \\in \\mathbb{R}^n$.\n\n$$\\frac{\\partial f}{\\partial x_j} = @$$',
    forms: [
      ...holds(
        '\\sum_{i=1}^n 2 x_i \\delta_{ij}',
        '2 x_j',
        '\\sum_i 2 x_i \\frac{\\partial x_i}{\\partial x_j}',
      ),
      fails('x_j', 'step.not-equal'),
      fails('2 x_i', 'step.not-equal', '2 x_j'),
    ],
  },
  {
    title: 'a sum that went missing',
    text: 'Let $L = \\sum_{i=1}^n (w x_i + b - y_i)^2$.\n\n$$\\frac{\\partial L}{\\partial w} = @$$',
    forms: [
      ...holds('\\sum_{i=1}^n 2 (w x_i + b - y_i) x_i', '2 \\sum_{i=1}^n x_i (w x_i + b - y_i)'),
      fails('\\sum_{i=1}^n 2 (w x_i + b - y_i)', 'step.not-equal'),
      fails('2 (w x_i + b - y_i) x_i', 'step.not-equal'),
    ],
  },
  {
    title: 'a missing index',
    text: 'Sean $x, w \\in \\mathbb{R}^n$.\n\n$$w^T x = @$$',
    forms: [
      ...holds('\\sum_{i=1}^n w_i x_i', 'x^T w'),
      fails('\\sum_{i=1}^n w_i x', 'step.shape', '\\sum_{i=1}^n w_i x_i'),
      fails('\\sum_{i=1}^n w_i^2', 'step.not-equal'),
    ],
  },
  {
    title: 'the Jacobian of softmax, by cases',
    text: 'Sea $s = \\operatorname{softmax}(z)$ con $z \\in \\mathbb{R}^n$.\n\nSi $i = j$:\n\n$$\\frac{\\partial s_i}{\\partial z_j} = @$$',
    forms: [
      ...holds('s_i (1 - s_i)', 's_i (1 - s_j)'),
      fails('-s_i s_j', 'step.not-equal'),
      fails('s_i (1 + s_i)', 'step.not-equal', 's_i (1 - s_i)'),
    ],
  },
  {
    title: 'the Jacobian of softmax off the diagonal',
    text: 'Sea $s = \\operatorname{softmax}(z)$ con $z \\in \\mathbb{R}^n$.\n\nSi $i \\ne j$:\n\n$$\\frac{\\partial s_i}{\\partial z_j} = @$$',
    forms: [
      ...holds('-s_i s_j'),
      fails('s_i s_j', 'step.not-equal', '-s_i s_j'),
      fails('s_i (1 - s_j)', 'step.not-equal'),
    ],
  },
  {
    title: 'the Jacobian of softmax with a Kronecker delta',
    text: 'Let $s = \\operatorname{softmax}(z)$ with $z \\in \\mathbb{R}^n$.\n\n$$\\frac{\\partial s_i}{\\partial z_j} = @$$',
    forms: [
      ...holds('s_i (\\delta_{ij} - s_j)'),
      fails('s_i (\\delta_{ij} + s_j)', 'step.not-equal', 's_i (\\delta_{ij} - s_j)'),
    ],
  },
  {
    title: 'cases in one formula',
    text: 'Let $s = \\operatorname{softmax}(z)$ with $z \\in \\mathbb{R}^n$.\n\n$$\\frac{\\partial s_i}{\\partial z_j} = @$$',
    forms: [
      ...holds(
        '\\begin{cases} s_i(1 - s_i) & \\text{if } i = j \\\\ -s_i s_j & \\text{if } i \\ne j \\end{cases}',
      ),
      fails(
        '\\begin{cases} s_i(1 - s_i) & \\text{if } i = j \\\\ s_i s_j & \\text{if } i \\ne j \\end{cases}',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'a bracket beside the bare argument of a function',
    text: '$$\\frac{d^2}{dx^2} \\tanh x = @$$',
    forms: [
      ...holds('-2 \\tanh x\\,(1 - \\tanh^2 x)', '-2 \\tanh x (1 - \\tanh^2 x)'),
      fails('2 \\tanh x\\,(1 - \\tanh^2 x)', 'step.not-equal', '-2 \\tanh x\\,(1 - \\tanh^2 x)'),
    ],
  },
];

testForms(scenarios);
