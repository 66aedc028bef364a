import { fails, holds, testForms, type Scenario } from '../judging.js';

const MEAN =
  'Let $f(\\theta)=\\frac1N\\sum_{i=1}^N f_i(\\theta)$ with $\\theta\\in\\mathbb{R}^p$ and $u_i=\\nabla f_i(\\theta)-\\nabla f(\\theta)$.\n\n';
const LAYERS =
  'For $l=1,\\dots,L$ let $z^{[l]}=W^{[l]}a^{[l-1]}+b^{[l]}$ and $a^{[l]}=\\tanh(z^{[l]})$ with ' +
  '$W^{[l]}\\in\\mathbb{R}^{n_l\\times n_{l-1}}$, $b^{[l]}\\in\\mathbb{R}^{n_l}$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'an equation of the sigmoid and its derivative, without an argument',
    text: "The activation is $\\sigma(z)=1/(1+e^{-z})$. Recall $\\sigma'=@$.",
    forms: [
      ...holds(
        '\\sigma(1-\\sigma)',
        '\\sigma\\,(1-\\sigma)',
        '\\sigma-\\sigma^2',
        '(1-\\sigma)\\sigma',
      ),
      fails('\\sigma(1+\\sigma)', 'step.not-equal', '\\sigma(1-\\sigma)'),
      fails('1-\\sigma^2', 'step.not-equal'),
    ],
  },
  {
    title: 'an equation of functions that everybody knows',
    text: "Se usa $\\tanh'=@$.",
    forms: [...holds('1-\\tanh^2'), fails('1-\\tanh', 'step.not-equal', '1-\\tanh^2')],
  },
  {
    title: 'second derivatives without an argument',
    text: "With $\\sigma(z)=1/(1+e^{-z})$, $\\sigma''=@$.",
    forms: [
      ...holds("\\sigma'(1-2\\sigma)"),
      fails("\\sigma'(1-\\sigma)", 'step.not-equal', "\\sigma'(1-2\\sigma)"),
    ],
  },
  {
    title: 'a function that the document defines',
    text: "Sea $g(z)=\\tanh(z)$. $g'=@$",
    forms: [...holds('1-g^2'), fails('1+g^2', 'step.not-equal', '1-g^2')],
  },
  {
    title: 'a letter with a prime that is no function',
    text: "We set $g'=@$ where $g=3$.",
    forms: [{ latex: '1-g^2', verdict: 'given' }],
  },
  {
    title: 'the gradient of each of several functions',
    text: `${MEAN}$\\nabla f(\\theta)=@$`,
    forms: holds('\\frac1N\\sum_{i=1}^N\\nabla f_i(\\theta)'),
  },
  {
    title: 'gradients around their mean',
    text: `${MEAN}$\\sum_{i=1}^N\\|u_i\\|^2=@$`,
    forms: holds('\\sum_{i=1}^N\\|\\nabla f_i(\\theta)\\|^2-N\\|\\nabla f(\\theta)\\|^2'),
  },
  {
    title: 'the gradient of a name with an index, by the weights in its formula',
    text: 'Let $x_i\\in\\mathbb{R}^d$ and $p_i=P(y_i=1\\mid x_i)=\\sigma(w^\\top x_i)$. Then $\\nabla p_i=@$.',
    forms: [...holds('p_i(1-p_i)x_i'), fails('p_i(1+p_i)x_i', 'step.not-equal', 'p_i(1-p_i)x_i')],
  },
  {
    title: 'a layer and a prime in one superscript',
    text: 'Let $a^{[l]}=g^{[l]}(z^{[l]})$. Then $\\frac{\\partial a^{[l]}}{\\partial z^{[l]}}=@$.',
    forms: holds(
      '\\operatorname{diag}(g^{[l]\\prime}(z^{[l]}))',
      "\\operatorname{diag}(g^{[l]'}(z^{[l]}))",
    ),
  },
  {
    title: 'a layer and a sample in one superscript',
    text: `${LAYERS}For sample $i$, $u^{[l](i)}=W^{[l]}a^{[l-1](i)}$. $u^{[l](i)T}u^{[l](i)}=@$`,
    forms: [
      ...holds('a^{[l-1](i)T}W^{[l]T}W^{[l]}a^{[l-1](i)}'),
      fails('a^{[l-1](i)T}W^{[l]}W^{[l]T}a^{[l-1](i)}', 'step.not-equal'),
    ],
  },
];

testForms(scenarios);
