import { describe } from 'vitest';
import { fails, holds, testForms, type Scenario } from '../judging.js';

const NETWORK =
  '## Exercise 1\n\nLet $z = W_1 x + b_1$, $h = \\tanh(z)$, $\\hat y = W_2 h + b_2$ with $x \\in \\mathbb{R}^n$, $W_1 \\in \\mathbb{R}^{m \\times n}$, $W_2 \\in \\mathbb{R}^{1 \\times m}$, and $L = \\frac{1}{2} (\\hat y - y)^2$.\n\n';

const OTHER = '## Exercise 2\n\n$$(a + b)^2 = a^2 + 2 a b + b^2$$\n\n';

const LOGISTIC =
  '## Exercise 1\n\nLet $a = \\sigma(w x + b)$ and $L = -y \\log a - (1 - y) \\log(1 - a)$.\n\n';

/** An exercise that uses a name without a word goes on from the last one that defined it, and its own words win. */
const scenarios: readonly Scenario[] = [
  {
    title: 'a network that an elder exercise defines',
    text: `${NETWORK}${OTHER}## Exercise 3\n\n$$\\frac{\\partial L}{\\partial \\hat y} = \\hat y - y, \\quad \\frac{\\partial L}{\\partial b_2} = \\hat y - y$$\n\n$$\\frac{\\partial L}{\\partial z} = @$$`,
    forms: [
      ...holds('(\\hat y - y) W_2^\\top \\odot (1 - h^2)'),
      fails(
        '(\\hat y - y) W_2^\\top \\odot (1 + h^2)',
        'step.not-equal',
        '(\\hat y - y) W_2^\\top \\odot (1 - h^2)',
      ),
    ],
  },
  {
    title: 'ejercicios en LaTeX',
    kind: 'tex',
    text: '\\section*{Ejercicio 1}\nLa capa oculta es $h = \\mathrm{ReLU}(W x + b)$ y la salida $\\hat y = V h + c$, con $L = \\|\\hat y - y\\|^2$.\n\\section*{Ejercicio 2}\n\\[ \\frac{\\partial L}{\\partial \\hat y} = 2 (\\hat y - y), \\quad \\frac{\\partial L}{\\partial V} = 2 (\\hat y - y) h^\\top \\]\n\\[ \\frac{\\partial L}{\\partial h} = @ \\]\n',
    forms: [
      ...holds('2 V^\\top (\\hat y - y)'),
      fails('2 V (\\hat y - y)', 'step.not-equal', '2 V^\\top (\\hat y - y)'),
    ],
  },
  {
    title: 'nothing else in the exercise shows that its names are the elder ones',
    text: `${NETWORK}## Exercise 2\n\n$$\\frac{\\partial L}{\\partial b_2} = @$$`,
    forms: [
      ...holds('\\hat y - y'),
      { latex: '2 (\\hat y - y)', verdict: 'unchecked', code: 'unchecked.unlinked' },
    ],
  },
  {
    title: 'another loss, in words only',
    text: `${LOGISTIC}## Exercise 2\n\nNow the loss is the squared error.\n\n$$\\frac{\\partial a}{\\partial b} = a (1 - a), \\quad \\frac{\\partial L}{\\partial a} = a - y, \\quad \\frac{\\partial L}{\\partial w} = @$$`,
    forms: [{ latex: '(a - y) a (1 - a) x', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
  {
    title: 'sizes that an elder exercise gives',
    text: '## Exercise 1\n\nLet $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$ and $E(w) = \\|y - X w\\|^2$.\n\n## Exercise 2\n\nLet $H = X (X^\\top X)^{-1} X^\\top$. Then $\\operatorname{tr} H = \\operatorname{tr} I_p = @$.',
    forms: [...holds('p'), fails('n', 'step.not-equal', 'p')],
  },
  {
    title: 'an identity matrix of a size that an elder section gives',
    text: '## Least squares\n\nLet $X \\in \\mathbb{R}^{n \\times p}$, $y \\in \\mathbb{R}^n$ and $\\hat w = (X^\\top X)^{-1} X^\\top y$.\n\n## Ridge\n\nWe minimise $R(w) = \\|y - X w\\|^2 + \\lambda \\|w\\|^2$.\n\n$$\\nabla R(w) = @$$',
    forms: [
      ...holds('2 (X^\\top X + \\lambda I_p) w - 2 X^\\top y'),
      fails(
        '2 (X^\\top X + \\lambda I_p) w - X^\\top y',
        'step.not-equal',
        '2 (X^\\top X + \\lambda I_p) w - 2 X^\\top y',
      ),
    ],
  },
  {
    title: 'a section with another loss, in words only',
    text: `${LOGISTIC.replace('Exercise 1', 'Cross-entropy')}## Squared error\n\n$$\\frac{\\partial a}{\\partial b} = a (1 - a), \\quad \\frac{\\partial L}{\\partial a} = a - y, \\quad \\frac{\\partial L}{\\partial w} = @$$`,
    forms: [{ latex: '(a - y) a (1 - a) x', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
  {
    title: 'its own definitions',
    text: `${LOGISTIC}## Exercise 2\n\nLet $L = \\frac{1}{2} (a - y)^2$ and $a = w x + b$.\n\n$$\\frac{\\partial L}{\\partial w} = @$$`,
    forms: [...holds('(a - y) x'), fails('(a - y) w', 'step.not-equal')],
  },
];

describe('exercises and sections that go on from others', () => {
  testForms(scenarios);
});
