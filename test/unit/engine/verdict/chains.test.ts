import { describe, expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const REGRESSION =
  'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$ and $L(w) = \\|X w - y\\|^2$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'the middle of a chain',
    text: '$$(x + 1)^2 - x^2 = @ = 2x + 1$$',
    forms: [
      ...holds('x^2 + 2x + 1 - x^2'),
      fails('x^2 + x + 1 - x^2', 'step.not-equal'),
      fails('x^2 + 2x - 1 - x^2', 'step.not-equal', 'x^2 + 2x + 1 - x^2'),
    ],
  },
  {
    title: 'the end of a chain',
    text: '\\[\\begin{aligned}\n(a - b)(a + b) &= a^2 + ab - ab - b^2 \\\\\n&= @\n\\end{aligned}\\]',
    kind: 'tex',
    forms: [...holds('a^2 - b^2'), fails('a^2 + b^2', 'step.not-equal', 'a^2 - b^2')],
  },
  {
    title: 'normal equations under a zero gradient',
    text: `${REGRESSION}$$\\nabla_w L = 2 X^T (X w - y) = 0 \\Rightarrow @$$`,
    forms: [
      ...holds('X^T X w = X^T y', 'X^T y = X^T X w'),
      fails('X^T X w = -X^T y', 'step.implication', 'X^T X w = X^T y'),
    ],
  },
  {
    title: 'a linear equation solved',
    text: '$$a x + b = 0 \\Rightarrow x = @$$',
    forms: [...holds('-\\frac{b}{a}'), fails('\\frac{b}{a}', 'step.implication', '-\\frac{b}{a}')],
  },
  {
    title: 'logarithms of products',
    text: 'Let $p, q > 0$.\n\n$$\\log(p q) = @$$',
    forms: [
      ...holds('\\log p + \\log q'),
      fails('\\log p - \\log q', 'step.not-equal', '\\log p + \\log q'),
      fails('\\log p \\log q', 'step.not-equal'),
    ],
  },
  {
    title: 'a product transposed',
    text: 'Let $A \\in \\mathbb{R}^{m \\times n}$ and $B \\in \\mathbb{R}^{n \\times p}$.\n\n$$(A B)^T = @$$',
    forms: [...holds('B^T A^T'), fails('A^T B^T', 'step.shape', 'B^T A^T')],
  },
];

testForms(scenarios);

describe('one mistake', () => {
  test.each([
    ['at the first step', '$$(x+1)^2 = x^2 + x + 1 = x^2 + 2x + 1$$', 0],
    ['carried on', '$$(x+1)^2 = x^2 + x + 1 = x(x + 1) + 1$$', 0],
    ['in the middle', '$$(x+1)^2 - 1 = x^2 + 2x + 1 - 1 = x^2 + 2x + 2 = x^2 + 2(x + 1)$$', 1],
    ['in a definition used later', "Sea $f(x) = x^3$.\n\n$$f'(x) = 3x$$\n\n$$f''(x) = 3$$", 1],
  ])('%s is one root cause', (_, text, wrong) => {
    const { steps } = check(text);
    const roots = steps.flatMap((step, at) =>
      step.verdict === 'fails' && step.cause === undefined ? [at] : [],
    );
    expect(roots).toEqual([wrong]);
  });
});
