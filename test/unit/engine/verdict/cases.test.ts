import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

/** Claims of which a sentence says for which case they are meant, and functions of kinks. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the larger of two',
    text: 'Let $f = \\max(x, y)$ and $g = \\max(y, x)$. Then\n\n$$f = @$$',
    forms: [...holds('g'), fails('g + \\max(x, 0)', 'step.not-equal')],
  },
  {
    title: 'two cases in one sentence',
    text: "Sea $f(x) = |x|$. Se tiene $f'(x) = @$ si $x < 0$ y $f'(x) = 1$ si $x > 0$.",
    forms: [...holds('-1'), fails('1', 'step.not-equal')],
  },
  {
    title: 'the entry that is the largest',
    text: 'For $m = \\max_i u_i$ we have $\\frac{\\partial m}{\\partial u_i} = @$ if $u_i = m$ and $0$ otherwise.',
    forms: [...holds('1'), fails('2', 'step.not-equal')],
  },
  {
    title: 'another function under the same name',
    text: 'A product $f = xy$ gives $\\frac{\\partial f}{\\partial x} = y$. Then the maximum $f = \\max(x, y)$ gives $\\frac{\\partial f}{\\partial x} = @$.',
    forms: [...holds('\\mathbb{1}[x > y]'), fails('\\mathbb{1}[x < y]', 'step.not-equal')],
  },
  {
    title: 'what a name is in another case',
    text: 'Sean $r$ y $\\delta > 0$ números. Por casos:\n\n- Si $z > 0$: $z = r - \\delta$.\n- Si $z < 0$: $@$.',
    forms: [{ latex: 'z = r + \\delta', verdict: 'given' }],
  },
  {
    title: 'a condition after "para" is none of the claims',
    text: 'Sustituyendo para $r > \\delta$,\n\n$$1 + 1 = 2,$$\n\ny para $@$ queda $\\frac{1}{2} r^2$.',
    forms: [{ latex: '|r| \\le \\delta', verdict: 'given' }],
  },
  {
    title: 'a condition after "for" is none of the claims',
    text: 'Substituting for $r > \\delta$,\n\n$$1 + 1 = 2,$$\n\nand for $@$ it is $\\frac{1}{2} r^2$.',
    forms: [{ latex: '|r| \\le \\delta', verdict: 'given' }],
  },
];

testForms(scenarios);

test('two numbers are not always in one order', () => {
  const [step] = check('We write $\\max(x, y) = y$.').steps;
  expect(step?.verdict).not.toBe('holds');
});

test('a number given for the step before is where an example begins', () => {
  const { steps } = check(
    '$$c_t = f_t \\odot c_{t-1} + i_t \\odot g_t$$\n\nCon $i = 0.5$, $f = 0.8$, $g = -0.4$ y $c_{t-1} = 1$.',
  );
  expect(steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
