import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Scenario } from '../judging.js';

const scenarios: readonly Scenario[] = [
  {
    title: 'the soft threshold',
    text: 'Let $v \\in \\mathbb{R}$ and $\\lambda > 0$. We minimise $$f(u) = \\frac{1}{2} (u - v)^2 + \\lambda |u|.$$\n\nThe function $f$ is minimised at $$u^* = @.$$',
    forms: [
      ...holds('\\operatorname{sign}(v) \\max\\{|v| - \\lambda, 0\\}'),
      fails(
        '\\operatorname{sign}(v) \\max\\{|v| + \\lambda, 0\\}',
        'step.argmin',
        '\\operatorname{sign}(v) \\max\\{|v| - \\lambda, 0\\}',
      ),
      fails('\\operatorname{sign}(v) \\min\\{|v| - \\lambda, 0\\}', 'step.argmin'),
      fails('v - \\lambda', 'step.argmin'),
    ],
  },
  {
    title: 'arg min written out',
    text: 'Let $v \\in \\mathbb{R}$ and $\\lambda > 0$. Then $$\\hat{u} = \\arg\\min_u \\left( \\frac{1}{2} (u - v)^2 + \\frac{\\lambda}{2} u^2 \\right) = @$$',
    forms: [
      ...holds('\\frac{v}{1 + \\lambda}'),
      fails('\\frac{v}{1 - \\lambda}', 'step.argmin', '\\frac{v}{1 + \\lambda}'),
      fails('v (1 + \\lambda)', 'step.argmin'),
    ],
  },
  {
    title: 'ridge regression',
    text: 'Let $X \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$ and $\\lambda > 0$. We minimise $$J(w) = \\|X w - y\\|^2 + \\lambda \\|w\\|^2.$$ The minimum is at $$\\hat{w} = @.$$',
    forms: [
      ...holds('(X^\\top X + \\lambda I)^{-1} X^\\top y'),
      fails(
        '(X^\\top X - \\lambda I)^{-1} X^\\top y',
        'step.argmin',
        '(X^\\top X + \\lambda I)^{-1} X^\\top y',
      ),
    ],
  },
  {
    title: 'máxima verosimilitud',
    text: 'Sean $t_i > 0$ y $\\theta > 0$. Hay que maximizar $$\\ell(\\theta) = n \\ln \\theta - \\theta \\sum_{i=1}^{n} t_i.$$ El máximo está en $$\\hat{\\theta} = @.$$',
    forms: [
      ...holds('\\frac{n}{\\sum_{i=1}^{n} t_i}'),
      fails('\\frac{1}{n} \\sum_{i=1}^{n} t_i', 'step.argmin'),
    ],
  },
  {
    title: 'an equation that the minimiser solves',
    text: 'The exact minimiser solves $\\sigma(z) = \\frac14$, so it is $z = @$.',
    forms: [...holds('\\ln\\frac{1/4}{3/4}'), fails('\\ln\\frac{3/4}{1/4}', 'step.implication')],
  },
];

testForms(scenarios);

test('a claimed optimum that is beaten comes with a better value', () => {
  const { steps } = check(
    'Let $v \\in \\mathbb{R}$. We minimise $g(u) = (u - 3 v)^2 + 1$. The minimum is at $u = 2 v$.',
  );
  const step = steps.at(-1);
  expect(step?.verdict).toBe('fails');
  expect(Number(step?.counterexample?.right)).toBeLessThan(Number(step?.counterexample?.left));
});

test('a stationary point is not called wrong because of a matrix whose sign is not known', () => {
  const { steps } = check(
    'Let $Q$ be a symmetric $n \\times n$ matrix and $c, x \\in \\mathbb{R}^n$. We minimise $q(x) = \\frac{1}{2} x^\\top Q x - c^\\top x$. The minimum is at $x = Q^{-1} c$.',
  );
  expect(steps.filter(({ verdict }) => verdict === 'fails')).toEqual([]);
});
