import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

/** Functions at points, and numbers for what was spoken of in general. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a function of a vector at its entries',
    text: 'Sea $F(\\beta) = \\frac14 \\|y - X\\beta\\|^2 + \\frac12 \\|\\beta\\|_1$ con $X = \\begin{pmatrix} 1 & 1 \\\\ 1 & 0 \\end{pmatrix}$ e $y = \\begin{pmatrix} 3 \\\\ 1 \\end{pmatrix}$. Entonces $F(1, 2) = @$.',
    forms: [...holds('\\frac32', '0 + \\frac12 \\cdot 3'), fails('1', wrong)],
  },
  {
    title: 'la función de distribución normal',
    text: 'GELU: $x\\,\\Phi(x)$ con $\\Phi$ la distribución normal estándar y $\\varphi(x) = \\frac{1}{\\sqrt{2\\pi}} e^{-x^2/2}$ su densidad. $$\\frac{d}{dx}[x\\,\\Phi(x)] = @$$',
    forms: [...holds('\\Phi(x) + x\\,\\varphi(x)'), fails('\\Phi(x) - x\\,\\varphi(x)', wrong)],
  },
  {
    title: 'the standard normal CDF',
    text: 'where $\\Phi$ is the standard normal CDF, so $\\Phi(1) \\approx @$.',
    forms: [...holds('0.8413'), fails('0.8513', wrong)],
  },
  {
    title: 'a function that is only named',
    text: "donde $g$ es la tangente hiperbólica. $$g'(z) = @$$",
    forms: [...holds('1 - g(z)^2'), fails('g(z)(1 - g(z))', 'step.not-equal', '1 - g(z)^2')],
  },
  {
    title: 'what a later section works out for an example',
    text: '# Softmax\n\nLet $S = \\sum_{k=1}^K e^{z_k}$ and $p_i = \\frac{e^{z_i}}{S}$.\n\n# Loss\n\nWith a distribution $y$, $L = -\\sum_i y_i \\log p_i$ and $$\\frac{\\partial L}{\\partial z_j} = @$$\n\nFor $z = (2, 1, 0)$ we have $S = e^2 + e + 1$.',
    forms: holds('p_j - y_j'),
  },
  {
    title: 'an unknown on both sides, solved next',
    text: '$x = \\frac32 - 1 + \\frac12 x \\Rightarrow @$',
    forms: [...holds('x = 1', '\\frac12 x = \\frac12'), fails('x = 2', 'step.implication')],
  },
  {
    title: 'an estimator of which nothing is said',
    text: 'Sean $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$. $\\hat y = X\\hat w = @$',
    forms: [
      { latex: 'X(X^\\top X)^{-1}X^\\top y', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
  {
    title: 'a gradient set to zero',
    text: '$f(x, y) = x^3 + y^3 - 3xy$. De $$\\nabla f = \\begin{pmatrix} 3x^2 - 3y \\\\ 3y^2 - 3x \\end{pmatrix} = @$$',
    forms: [{ latex: '0', verdict: 'given' }, fails('1', wrong)],
  },
  {
    title: 'a slope in numbers',
    text: "$f(x) = x^2 - 3x$, $f'(1) = 2 \\cdot 1 - 3 = @$",
    forms: [...holds('-1'), fails('0', wrong)],
  },
  {
    title: 'entries that are given as numbers beside others that are not',
    text: 'Con $\\alpha_i \\ge 0$ y $S = \\sum_i \\alpha_i$. Sean $\\alpha_1 = 2$ y $\\alpha_2 = 3$. Entonces $\\alpha_1 \\alpha_2 + \\alpha_2^2 = @$.',
    forms: [...holds('15', '6 + 9'), fails('12', wrong)],
  },
  {
    title: 'singular values in numbers after a decomposition in general',
    text: 'Sea $X = U \\Sigma V^\\top$ su SVD, con $\\lambda_j = \\sigma_j^2 / n$. Para $A$ salen $\\sigma_1 = \\sqrt{45} = 3\\sqrt5$ y $\\sigma_2 = \\sqrt5$, con $u_j = A w_j / \\sigma_j$. El número de condición es $\\kappa = \\sigma_1 / \\sigma_2 = @$.',
    forms: [...holds('3'), fails('9', wrong)],
  },
  {
    title: 'information in bits',
    text: '$$I(X; Y) = H(Y) - H(Y \\mid X) = @ = \\sum_{x,y} p(x,y) \\log_2 \\frac{p(x,y)}{p(x)\\,p(y)}$$',
    forms: [
      ...holds('\\sum_{x,y} p(x,y) \\log_2 \\frac{p(y \\mid x)}{p(y)}'),
      fails('\\sum_{x,y} p(x,y) \\log_2 \\frac{p(y \\mid x)}{p(x)}', wrong),
    ],
  },
  {
    title: "Gini's impurity",
    text: '$$G = \\sum_k p_k(1 - p_k) = @$$',
    forms: [...holds('1 - \\sum_k p_k^2'), fails('1 + \\sum_k p_k^2', wrong)],
  },
  {
    title: 'a loss that was printed before a step',
    text: 'Con $x = 2$, $w = 0.5$ y $L = w x^2 = 2$ hacemos un paso: $w \\leftarrow 0.5 - 0.1 \\cdot 4 = 0.1$. La nueva pérdida es $\\tilde L = 0.1 \\cdot 4 = 0.4$ y $$L - \\tilde L = @$$',
    forms: [...holds('2 - 0.4'), fails('2 + 0.4', wrong)],
  },
  ...['Con los pesos nuevos', 'After the update'].map((words) => ({
    title: `numbers of a pass that follows another: ${words}`,
    text: `Sean $x = (1, 2)^\\top$, $W = \\begin{pmatrix} 0.5 & 0.25 \\\\ 1 & 0 \\end{pmatrix}$ y $$z = W x = (1, 1)^\\top.$$ ${words}, $$z_1 = 0.49 + 0.46 = @$$`,
    forms: [...holds('0.95'), fails('0.85', 'step.not-equal')],
  })),
  ...['At', 'En'].map((word) => ({
    title: `an equation for an argument after a value of it: ${word}`,
    text: `Let $f(x) = x \\sigma(x)$.\n\n${word} $x = 2$ we get $f(2) = 1.7616$.\n\nDividing $f'(x) = 0$ by $\\sigma(x) > 0$ leaves $1 + x (1 - \\sigma(x)) = @$.`,
    forms: [{ latex: '0', verdict: 'given' as const }],
  })),
];

testForms(scenarios);
