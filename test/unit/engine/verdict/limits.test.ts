import { fails, holds, slips, testForms, type Scenario } from '../judging.js';

const SIGMA = 'Sea $\\sigma(x) = \\frac{1}{1 + e^{-x}}$ la sigmoide.\n\n';
const RELU = 'Sea $\\operatorname{ReLU}(x) = \\max(0, x)$. Entonces\n\n';
const FIELD =
  'Let $f: \\mathbb{R}^n \\to \\mathbb{R}$ be smooth and $x, p \\in \\mathbb{R}^n$. Then\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'a limit at a point',
    text: '$$\\lim_{x \\to 0} \\frac{1 - \\cos x}{x^2} = @$$',
    forms: [
      ...holds('\\frac{1}{2}', '0.5'),
      fails('1', 'step.not-equal'),
      fails('-\\frac{1}{2}', 'step.not-equal'),
    ],
  },
  {
    title: 'a limit with a parameter',
    text: '$$\\lim_{h \\to 0} \\frac{(x + h)^3 - x^3}{h} = @$$',
    forms: [...holds('3x^2'), fails('3x', 'step.not-equal'), fails('x^2', 'step.not-equal')],
  },
  {
    title: 'a limit at infinity',
    text: `${SIGMA}$$\\lim_{x \\to -\\infty} \\sigma(x) = @$$`,
    forms: [...holds('0'), fails('1', 'step.not-equal'), fails('-1', 'step.not-equal')],
  },
  {
    title: "Euler's number",
    text: '$$\\lim_{n \\to \\infty} \\left(1 + \\frac{x}{n}\\right)^n = @$$',
    forms: [...holds('e^x', '\\exp(x)'), fails('e^{-x}', 'step.not-equal')],
  },
  {
    title: 'a limit from the right',
    text: `${RELU}$$\\lim_{h \\to 0^+} \\frac{\\operatorname{ReLU}(h) - \\operatorname{ReLU}(0)}{h} = @$$`,
    forms: [...holds('1'), fails('0', 'step.not-equal')],
  },
  {
    title: 'a limit from the left',
    text: `${RELU}$$\\lim_{h \\to 0^-} \\frac{\\operatorname{ReLU}(h) - \\operatorname{ReLU}(0)}{h} = @$$`,
    forms: [...holds('0'), fails('1', 'step.not-equal')],
  },
  {
    title: 'a limit that is the greatest entry',
    text: 'Let $x \\in \\mathbb{R}^n$.\n\n$$\\lim_{p \\to \\infty} \\left(\\sum_{i=1}^{n} |x_i|^p\\right)^{1/p} = @$$',
    forms: [fails('\\sum_i |x_i|', 'step.not-equal')],
  },
  {
    title: 'a limit that does not exist',
    text: '$$\\lim_{x \\to 0} \\frac{|x|}{x} = @$$',
    forms: [{ latex: '1', verdict: 'unchecked', code: 'unchecked.syntax' }],
  },
  {
    title: 'a limit without bound',
    text: '$$\\lim_{x \\to 0} \\frac{1}{x^2} = @$$',
    forms: [
      ...holds('\\infty', '+\\infty'),
      fails('0', 'step.not-equal'),
      fails('-\\infty', 'step.not-equal'),
    ],
  },
  {
    title: 'a limit whose parameter decides',
    text: '$$\\lim_{n \\to \\infty} r^n = @$$',
    forms: holds('0', '\\infty'),
  },
  {
    title: 'a limit from above, by an arrow',
    text: '$$\\lim_{x \\downarrow 0} \\frac{|x|}{x} = @$$',
    forms: [...holds('1'), fails('-1', 'step.not-equal')],
  },
  {
    title: 'what is supposed of a function that is left open',
    text: '$$\\lim_{x \\to 0} f(x) = @$$',
    forms: [{ latex: '0', verdict: 'given' }],
  },
  {
    title: 'the derivative by its definition',
    text: '$$\\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h} = @$$',
    forms: [...holds("f'(x)"), fails('f(x)', 'step.not-equal')],
  },
  {
    title: 'the order of a remainder',
    text: '$$e^x = 1 + x + \\frac{x^2}{2} + @$$',
    forms: [
      ...holds('O(x^3)', '\\mathcal{O}(x^3)', 'o(x^2)'),
      slips('O(x^2)', 'notation.remainder', 'O(x^3)'),
      fails('O(x^4)', 'step.remainder'),
      fails('o(x^3)', 'step.remainder'),
    ],
  },
  {
    title: 'the terms of a series',
    text: '$$\\ln(1 + x) = @$$',
    forms: [
      ...holds('x - \\frac{x^2}{2} + O(x^3)', 'x - \\frac{x^2}{2} + \\frac{x^3}{3} - \\cdots'),
      fails('x + \\frac{x^2}{2} + O(x^3)', 'step.remainder', 'x - \\frac{x^2}{2} + O(x^3)'),
      fails('x - \\frac{x^2}{2!} + \\frac{x^3}{3!} + O(x^4)', 'step.remainder'),
      fails('x - x^2 + \\cdots', 'step.remainder'),
    ],
  },
  {
    title: 'an expansion of any function',
    text: '$$f(x + h) = f(x) + @$$',
    forms: [
      ...holds("h f'(x) + O(h^2)", "h f'(x) + o(h)", "h f'(x) + \\frac{h^2}{2} f''(x) + O(h^3)"),
      fails(
        "h f'(x) + h^2 f''(x) + O(h^3)",
        'step.remainder',
        "h f'(x) + \\frac{1}{2} h^2 f''(x) + O(h^3)",
      ),
      fails("h f'(x) + O(h^3)", 'step.remainder'),
    ],
  },
  {
    title: 'an expansion about a point',
    text: "$$f(x) = f(a) + f'(a)(x - a) + @$$",
    forms: [
      ...holds('O((x - a)^2)', "\\frac{f''(a)}{2!}(x - a)^2 + o((x - a)^2)"),
      fails("f''(a)(x - a)^2 + O((x - a)^3)", 'step.remainder'),
    ],
  },
  {
    title: 'an expansion in several variables',
    text: `${FIELD}$$f(x + p) = f(x) + @$$`,
    forms: [
      ...holds(
        '\\nabla f(x)^\\top p + o(\\|p\\|)',
        '\\nabla f(x)^\\top p + \\frac{1}{2} p^\\top \\nabla^2 f(x) p + O(\\|p\\|^3)',
      ),
      fails('\\nabla f(x)^\\top p + p^\\top \\nabla^2 f(x) p + o(\\|p\\|^2)', 'step.remainder'),
      fails('\\nabla f(x)^\\top p + O(\\|p\\|^3)', 'step.remainder'),
      ...holds('\\nabla f(x)^\\top p + \\frac{1}{2} p^\\top H(x) p + o(\\|p\\|^2)'),
      slips(
        '\\nabla f(x)^\\top p + \\frac{1}{2} p^\\top H p + O(\\|p\\|^2)',
        'notation.remainder',
        '\\nabla f(x)^\\top p + \\frac{1}{2} p^\\top H p + O(\\|p\\|^3)',
      ),
      {
        latex: '\\nabla f(x)^\\top p + p^\\top H p + o(\\|p\\|^2)',
        verdict: 'unchecked',
        code: 'unchecked.unlinked',
      },
    ],
  },
  {
    title: 'one step of gradient descent',
    text: 'Let $\\theta \\in \\mathbb{R}^n$.\n\n$$L(\\theta - \\eta \\nabla L(\\theta)) = @$$',
    forms: [
      ...holds('L(\\theta) - \\eta \\|\\nabla L(\\theta)\\|^2 + O(\\eta^2)'),
      fails('L(\\theta) + \\eta \\|\\nabla L(\\theta)\\|^2 + O(\\eta^2)', 'step.remainder'),
    ],
  },
  {
    title: 'an expansion of the inverse',
    text: 'Let $A, B \\in \\mathbb{R}^{n \\times n}$ with $A$ invertible.\n\n$$(A + \\epsilon B)^{-1} = @$$',
    forms: [
      ...holds('A^{-1} - \\epsilon A^{-1} B A^{-1} + O(\\epsilon^2)'),
      fails('A^{-1} + \\epsilon A^{-1} B A^{-1} + O(\\epsilon^2)', 'step.remainder'),
    ],
  },
  {
    title: 'an order of what grows',
    text: '$$\\left(1 + \\frac{1}{n}\\right)^n = @$$',
    forms: [
      ...holds('e - \\frac{e}{2n} + O(1/n^2)', 'e + O(n^{-1})'),
      fails('e + \\frac{e}{2n} + O(n^{-2})', 'step.remainder'),
    ],
  },
  {
    title: 'what says how a function grows',
    text: 'El costo es\n\n$$T(n) = @$$',
    forms: [{ latex: '2T(n/2) + O(n)', verdict: 'unchecked', code: 'unchecked.unknown-function' }],
  },
];

testForms(scenarios);
