import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const SMOOTHED =
  'We turn scores into $$p_k = \\frac{e^{z_k/T}}{S},\\qquad S=\\sum_{j=1}^{K}e^{z_j/T}.$$ ' +
  'The true class is called $c$. The target is $$q_k = (1-a)\\,\\delta_{kc}+\\frac{a}{K}$$ and ' +
  'the loss is $$L = -\\sum_{k=1}^{K} q_k\\log p_k.$$\n\n';
const SIGMOID =
  '**Sigmoide.** Con $p=\\sigma(z)=\\frac{1}{1+e^{-z}}$ y $\\ell=-y\\log p-(1-y)\\log(1-p)$, ' +
  '$$\\frac{d\\ell}{dz}=p-y.$$\n\n';
const SOFTMAX =
  '**Softmax.** Ahora $p_k=e^{z_k}/\\sum_je^{z_j}$, $\\ell=-\\sum_ky_k\\log p_k$ y $\\sum_ky_k=1$. ';
const TRACES =
  '\\section{Traces}\n\\paragraph{1.1} $f(X)=\\operatorname{Tr}(AXB)$ with $A\\in\\mathbb R^{p\\times m}$, ' +
  '$X\\in\\mathbb R^{m\\times n}$, $B\\in\\mathbb R^{n\\times p}$.\n\\[\\mathrm d f=\\operatorname{Tr}(A\\,\\mathrm d X\\,B)=\\operatorname{Tr}(BA\\,\\mathrm d X)\\quad\\Longrightarrow\\quad\\nabla f=A^TB^T .\\]\n\n';
const BY_T =
  'Sean $\\Phi\\in\\mathbb R^{N\\times M}$, $w\\in\\mathbb R^{M}$, $y\\in\\mathbb R^{N}$ y $t=a+b$.\n\n';

/** Names that mean something else from a place on, or in one paragraph, and what stands for one of all classes. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a smoothed label adds to one',
    text: `${SMOOTHED}$$\\frac{\\partial L}{\\partial z_j} = @$$`,
    forms: [
      ...holds('\\frac{1}{T}(p_j-q_j)', '-\\frac1T\\sum_{k=1}^{K} q_k(\\delta_{kj}-p_j)'),
      fails('\\frac{1}{T}(p_j+q_j)', wrong, '\\frac{1}{T}(p_j-q_j)'),
    ],
  },
  {
    title: 'a smoothed label by itself',
    text: `${SMOOTHED}$$\\sum_j q_j = @$$`,
    forms: [...holds('(1-a)+a'), fails('(1-a)-a', wrong, '(1-a)+a')],
  },
  {
    title: 'a list after a number of its name',
    text: `### A\n\n${SIGMOID}${SOFTMAX}$$\\frac{\\partial\\ell}{\\partial z_j}=@$$`,
    forms: [...holds('-\\sum_ky_k(\\delta_{kj}-p_j)')],
  },
  {
    title: 'a matrix that is square in one paragraph',
    kind: 'tex',
    text:
      `${TRACES}\\paragraph{1.2} $f(X)=\\operatorname{Tr}(X^3)$ with $X$ square. ` +
      '\\[\\mathrm d f=\\operatorname{Tr}(\\mathrm d X\\,X^2)+\\operatorname{Tr}(X\\,\\mathrm d X\\,X)+\\operatorname{Tr}(X^2\\,\\mathrm d X)=3\\operatorname{Tr}(X^2\\,\\mathrm d X),\\qquad \\nabla f=@ .\\]\n' +
      '\\section{Norms}\n\nLet $R=AXB-C$.\n',
    forms: [...holds('3(X^2)^T')],
  },
  {
    title: 'an upright letter for the transpose beside a name',
    kind: 'tex',
    text: `${BY_T}$$\\|y-\\Phi w\\|^2 = @$$`,
    forms: [
      ...holds(
        'y^{\\mathrm t}y-2w^{\\mathrm t}\\Phi^{\\mathrm t}y+w^{\\mathrm t}\\Phi^{\\mathrm t}\\Phi w',
      ),
      fails(
        'y^{\\mathrm t}y-w^{\\mathrm t}\\Phi^{\\mathrm t}y+w^{\\mathrm t}\\Phi^{\\mathrm t}\\Phi w',
        wrong,
      ),
    ],
  },
];

testForms(scenarios);

/** Right text, in which nothing may be found. */
const right: readonly (readonly [title: string, text: string])[] = [
  [
    'vectors that are set to one another later',
    'For $x\\in\\mathbb R^m$, $y\\in\\mathbb R^n$ and $A,B\\in\\mathbb R^{m\\times n}$, ' +
      '$$x^T(A\\odot B)y = \\sum_{i,j}x_iA_{ij}B_{ij}y_j.$$ ' +
      'With $x=y=\\mathbf{1}$ it says $\\mathbf{1}^T(A\\odot B)\\mathbf{1}=\\operatorname{Tr}(AB^T)$.',
  ],
  [
    'an example with one column',
    'Modelo: $y=\\Phi w+e$, con $\\Phi\\in\\mathbb R^{N\\times M}$ y $w\\in\\mathbb R^{M}$.\n\n' +
      'Recta por el origen: $\\Phi=(1,2,3)^{\\mathrm t}$, $y=(1,2,2)^{\\mathrm t}$. ' +
      'Entonces $\\Phi^{\\mathrm t}\\Phi=1+4+9=14$ y $P(t<0)=a$.',
  ],
  [
    'the density of numbers that are given',
    'Recta: $y=(1,2,2)$. $$\\log p(y) = \\tfrac12\\log2-\\tfrac32\\log(2\\pi).$$',
  ],
  [
    'means given different things',
    '\\def\\trans{^{\\mathrm{t}}}\n\\newcommand{\\esp}{\\operatorname{E}}\n' +
      '\\begin{gather}\n\\esp[x_a\\mid x_b]=\\mu_a+\\Sigma_{ab}\\Sigma_{bb}^{-1}(x_b-\\mu_b),\\\\\n\\end{gather}\n' +
      '\\begin{align}\n\\esp[y_*\\mid y] &= \\phi\\trans\\esp[w\\mid y]=\\phi\\trans m,\\\\\n' +
      '\\var(y_*\\mid y) &= \\phi\\trans S\\,\\phi+\\frac{1}{\\beta}.\n\\end{align}',
  ],
];

test.each(right)('%s', (_, text) => {
  const wrongs = check(text, 'tex').steps.filter(({ verdict }) => /fails|slip/.test(verdict));
  expect(wrongs.map(({ latex }) => latex)).toEqual([]);
});
