import { fails, holds, testForms, type Scenario } from '../judging.js';

const NAIVE =
  'Sea $x\\in\\mathbb{R}^d$ y $p(x\\mid y=k)=\\prod_{j=1}^d\\frac{1}{\\sqrt{2\\pi}\\sigma_{kj}}e^{-(x_j-\\mu_{kj})^2/(2\\sigma_{kj}^2)}$.\n\n';
const BINARY =
  'Let $p(y=1\\mid x)=\\sigma(w^\\top x)$ with $x\\in\\mathbb{R}^d$ and $p(y=0\\mid x)=1-p(y=1\\mid x)$.\n\n';
const SOFTMAX =
  'Let $x\\in\\mathbb{R}^d$ and $p(y=k\\mid x)=\\frac{e^{w_k^\\top x}}{\\sum_{j=1}^K e^{w_j^\\top x}}$.\n\n';
const CLASSES =
  'By Bayes $p(C_k\\mid x)=\\frac{p(x\\mid C_k)\\pi_k}{\\sum_j p(x\\mid C_j)\\pi_j}$ with $p(x\\mid C_k)=\\frac{1}{\\sqrt{2\\pi}\\sigma}e^{-(x-\\mu_k)^2/(2\\sigma^2)}$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the density of each class',
    text: `${NAIVE}$\\log p(x\\mid y=k)=@$`,
    forms: [
      ...holds(
        '-\\frac d2\\log(2\\pi)-\\sum_{j=1}^d\\log\\sigma_{kj}-\\sum_{j=1}^d\\frac{(x_j-\\mu_{kj})^2}{2\\sigma_{kj}^2}',
      ),
      fails(
        '-\\frac d2\\log(2\\pi)-\\sum_{j=1}^d\\log\\sigma_{kj}+\\sum_{j=1}^d\\frac{(x_j-\\mu_{kj})^2}{2\\sigma_{kj}^2}',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'the log odds of two classes that are counted from 0',
    text: `${BINARY}$\\log\\frac{p(y=1\\mid x)}{p(y=0\\mid x)}=@$`,
    forms: [...holds('w^\\top x'), fails('-w^\\top x', 'step.not-equal', 'w^\\top x')],
  },
  {
    title: 'the other class',
    text: `${BINARY}$p(y=0\\mid x)=@$`,
    forms: holds('\\sigma(-w^\\top x)'),
  },
  {
    title: 'weights behind a semicolon',
    text: 'Sea $P(y=1\\mid x;w)=\\sigma(w^\\top x)$ con $x\\in\\mathbb{R}^d$. $1-P(y=1\\mid x;w)=@$',
    forms: holds('\\sigma(-w^\\top x)'),
  },
  {
    title: 'the chances of all classes',
    text: `${SOFTMAX}$\\sum_{k=1}^K p(y=k\\mid x)=@$`,
    forms: holds('1'),
  },
  {
    title: 'the log odds of two of many classes',
    text: `${SOFTMAX}$\\log\\frac{p(y=1\\mid x)}{p(y=2\\mid x)}=@$`,
    forms: [
      ...holds('(w_1-w_2)^\\top x', 'w_1^\\top x-w_2^\\top x'),
      fails('(w_1+w_2)^\\top x', 'step.not-equal', '(w_1-w_2)^\\top x'),
    ],
  },
  {
    title: 'classes by a letter of their own',
    text: `${CLASSES}$\\log\\frac{p(C_1\\mid x)}{p(C_2\\mid x)}=@$`,
    forms: [
      ...holds(
        '\\frac{(\\mu_1-\\mu_2)x}{\\sigma^2}-\\frac{\\mu_1^2-\\mu_2^2}{2\\sigma^2}+\\log\\frac{\\pi_1}{\\pi_2}',
      ),
      fails(
        '\\frac{(\\mu_1-\\mu_2)x}{\\sigma^2}+\\frac{\\mu_1^2-\\mu_2^2}{2\\sigma^2}+\\log\\frac{\\pi_1}{\\pi_2}',
        'step.not-equal',
      ),
    ],
  },
  {
    title: 'chances of a class that the text gives',
    text: 'Se predice $P(y=1\\mid x)=0.7$, luego $P(y=0\\mid x)=@$.',
    forms: [{ latex: '1-0.7', verdict: 'given' }],
  },
];

testForms(scenarios);
