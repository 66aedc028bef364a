import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

/** Mistakes on the left of a claim, and claims about one number, which could pass for definitions and equations. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a derivative whose prime was forgotten',
    text: 'Let $s(x) = \\frac{x}{1 + |x|}$. Then $@ = \\frac{1}{(1 + |x|)^2}$.',
    forms: [...holds("s'(x)"), fails('s(x)', 'step.not-equal', "s'(x)")],
  },
  {
    title: 'an entrywise product inside a trace',
    text: '$$\\frac{\\partial}{\\partial X} \\operatorname{tr}(@) = A^T B^T.$$',
    forms: [...holds('A X B'), fails('A X \\odot B', 'step.not-equal', 'A X B')],
  },
  {
    title: 'a letter that is no constant here',
    text: "Let $L(e) = \\ln \\cosh e$. Then $$L'(e) = \\tanh e, \\qquad L''(e) = @.$$",
    forms: [...holds('1 - \\tanh^2 e'), fails('1 + \\tanh^2 e', 'step.not-equal')],
  },
  {
    title: 'the same letter as an error vector',
    text:
      'Let $e = \\hat{y} - y$ with $y \\in \\mathbb{R}^C$ and $E = \\frac{1}{2} e^\\top e$. Then ' +
      '$\\frac{\\partial E}{\\partial y} = @$.',
    forms: [...holds('-e'), fails('e', 'step.not-equal', '-e')],
  },
  {
    title: "Euler's number beside it",
    text: 'Let $e = t - y$ and $y = \\frac{1}{1 + e^{-z}}$. Then $\\frac{\\partial y}{\\partial z} = @$.',
    forms: [...holds('y (1 - y)'), fails('y (1 + y)', 'step.not-equal', 'y (1 - y)')],
  },
  {
    title: 'a sum that is one number whatever the names are',
    text: 'Let $p = \\operatorname{softmax}(z)$ with $z \\in \\mathbb{R}^K$. Then $\\sum_{i=1}^{K} p_i = @$.',
    forms: [...holds('1'), fails('2', 'step.not-equal', '1')],
  },
  {
    title: 'matrices that were given',
    text:
      '$A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}$, $B = \\begin{pmatrix} 0 & 1 \\\\ 1 & 0 \\end{pmatrix}$ ' +
      '$$A B = @$$',
    forms: [
      ...holds('\\begin{pmatrix} 2 & 1 \\\\ 4 & 3 \\end{pmatrix}'),
      fails('\\begin{pmatrix} 9 & 1 \\\\ 4 & 30 \\end{pmatrix}', 'step.not-equal'),
    ],
  },
  {
    title: 'a vector summed without its index',
    text: 'Let $y \\in \\mathbb{R}^K$ be one-hot. Then $y_k^2 = y_k$ and $\\sum_{k=1}^{K} @ = 1$.',
    forms: [...holds('y_k'), slips('y', 'notation.index-missing', 'y_k')],
  },
  {
    title: 'a value of a function that was defined',
    text: "Sea $g(t) = 3 t^2$. Entonces $g'(3) = @$.",
    forms: [...holds('18'), fails('12', 'step.not-equal')],
  },
];

testForms(scenarios);
