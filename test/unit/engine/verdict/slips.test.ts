import { fails, holds, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'the derivative of what is inside',
    text: "Sea $f(x) = (3x^2 + 1)^5$.\n\n$$f'(x) = @$$",
    forms: [
      ...holds('5 (3x^2 + 1)^4 \\cdot 6x', '30x (3x^2 + 1)^4'),
      fails('5 (3x^2 + 1)^4', 'step.not-equal', '5 (3x^2 + 1)^4 \\cdot 6x'),
    ],
  },
  {
    title: 'what no name of the left side that cancels leaves open',
    text: '$$\\frac{ac + cb}{acb} = @$$',
    forms: [
      ...holds('\\frac{1}{b} + \\frac{1}{a}'),
      fails('\\frac{1}{b} - \\frac{1}{a}', 'step.not-equal', '\\frac{1}{b} + \\frac{1}{a}'),
      fails('\\frac{1}{b} + \\frac{2}{a}', 'step.not-equal', '\\frac{1}{b} + \\frac{1}{a}'),
      fails('\\frac{1}{b} + \\frac{1}{c}', 'step.not-equal', '\\frac{1}{b} + \\frac{1}{a}'),
    ],
  },
  {
    title: 'a sign where the shapes fit by another reading alone',
    text: 'Si $x \\mid \\mathcal{C}_k \\sim \\mathcal{N}(m_k, \\Sigma)$: $$-\\tfrac12 (x - m_2)^T \\Sigma^{-1} (x - m_2) + \\tfrac12 (x - m_1)^T \\Sigma^{-1} (x - m_1) = @$$',
    forms: [
      ...holds(
        '(m_2 - m_1)^T \\Sigma^{-1} x - \\tfrac12 m_2^T \\Sigma^{-1} m_2 + \\tfrac12 m_1^T \\Sigma^{-1} m_1',
      ),
      fails(
        '(m_2 - m_1)^T \\Sigma^{-1} x - \\tfrac12 m_2^T \\Sigma^{-1} m_2 - \\tfrac12 m_1^T \\Sigma^{-1} m_1',
        'step.not-equal',
        '(m_2 - m_1)^T \\Sigma^{-1} x - \\tfrac12 m_2^T \\Sigma^{-1} m_2 + \\tfrac12 m_1^T \\Sigma^{-1} m_1',
      ),
    ],
  },
  {
    title: 'the sign inside a function',
    text: '$$\\frac{d}{dx} \\log(1 + e^{-x}) = @$$',
    forms: [
      ...holds('-\\frac{1}{1 + e^{x}}'),
      fails('-\\frac{1}{1 + e^{-x}}', 'step.not-equal', '-\\frac{1}{1 + e^{x}}'),
    ],
  },
  {
    title: 'the sign of the first term',
    text: '$$-(x - y)^2 = @$$',
    forms: [
      ...holds('-x^2 + 2xy - y^2'),
      fails('x^2 + 2xy - y^2', 'step.not-equal', '-x^2 + 2xy - y^2'),
    ],
  },
  {
    title: 'an exponent that is a fraction',
    text: '$$\\frac{d}{dx} \\frac{1}{\\sqrt{1 + x^2}} = @$$',
    forms: [
      ...holds('-x (1 + x^2)^{-3/2}'),
      fails('-x (1 + x^2)^{-1/2}', 'step.not-equal', '-x (1 + x^2)^{-\\frac{3}{2}}'),
    ],
  },
  {
    title: 'the mixed term of a square',
    text: '$$(a + b)^2 = @$$',
    forms: [...holds('a^2 + 2ab + b^2'), fails('a^2 + b^2', 'step.not-equal', 'a^2 + 2ab + b^2')],
  },
  {
    title: 'limits of two sums that change places',
    text: '$$\\sum_{i=1}^{n} \\sum_{j=1}^{i} a_{ij} = @$$',
    forms: [
      ...holds('\\sum_{j=1}^{n} \\sum_{i=j}^{n} a_{ij}'),
      fails(
        '\\sum_{j=1}^{n} \\sum_{i=1}^{j} a_{ij}',
        'step.not-equal',
        '\\sum_{j=1}^{n} \\sum_{i=j}^{n} a_{ij}',
      ),
    ],
  },
  {
    title: 'where a sum begins',
    text: '$$s = \\sum_{j=1}^{d} a_j - \\sum_{j=1}^{k} a_j = @$$',
    forms: [
      ...holds('\\sum_{j=k+1}^{d} a_j'),
      fails('\\sum_{j=k}^{d} a_j', 'step.not-equal', '\\sum_{j=k+1}^{d} a_j'),
    ],
  },
  {
    title: 'a term that belongs to the exponent',
    text: '$$\\frac{e^{x} e^{c}}{e^{x} e^{c} + e^{y} e^{c}} = @$$',
    forms: [
      ...holds('\\frac{e^{x}}{e^{x} + e^{y}}'),
      fails(
        '\\frac{e^{x + c}}{e^{x} + c + e^{y + c}}',
        'step.not-equal',
        '\\frac{e^{x + c}}{e^{x + c} + e^{y + c}}',
      ),
    ],
  },
  {
    title: 'another number of the same line',
    text: '$$@ = 23550 + 310 = 23860$$',
    forms: [
      ...holds('30 (784 + 1) + 10 (30 + 1)'),
      fails('30 (784 + 1) + 10 (784 + 1)', 'step.not-equal', '30 (784 + 1) + 10 (30 + 1)'),
    ],
  },
  {
    title: 'a square of a function',
    text: '$$\\frac{d}{dx} \\tanh(x) = @$$',
    forms: [
      ...holds('1 - \\tanh^2(x)'),
      fails('1 - \\tanh(x)', 'step.not-equal', '1 - \\tanh^{2}(x)'),
    ],
  },
];

testForms(scenarios);
