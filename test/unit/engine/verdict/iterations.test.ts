import { expect, test } from 'vitest';
import { check, fails, holds, testForms, type Form, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';

const QUADRATIC =
  'Sea $f(w)=\\frac12 w^\\top A w - b^\\top w$ con $A$ simétrica. La regla es $w_{k+1}=w_k-\\eta\\nabla f(w_k)$. ';

const scenarios: readonly Scenario[] = [
  {
    title: 'what a step of gradient descent is',
    text: `${QUADRATIC}Entonces $w_{k+1}=@$.`,
    forms: [
      ...holds('w_k-\\eta(Aw_k-b)', '(I-\\eta A)w_k+\\eta b'),
      fails('w_k-\\eta(Aw_k+b)', wrong, 'w_k-\\eta(Aw_k-b)'),
      fails('(I+\\eta A)w_k+\\eta b', wrong, '(I-\\eta A)w_k+\\eta b'),
    ],
  },
  {
    title: 'the same with other letters',
    text: `${QUADRATIC.replaceAll('k', 'j').replaceAll('w', 'x')}Entonces $x_{j+1}=@$.`,
    forms: [...holds('x_j-\\eta(Ax_j-b)'), fails('x_j+\\eta(Ax_j-b)', wrong, 'x_j-\\eta(Ax_j-b)')],
  },
  {
    title: "Newton's step for a root",
    text: "Newton: $x_{n+1}=x_n-\\frac{f(x_n)}{f'(x_n)}$ con $f(x)=x^2-2$ da $x_{n+1}=@$.",
    forms: [
      ...holds('\\frac12\\left(x_n+\\frac{2}{x_n}\\right)', '\\frac{x_n^2+2}{2x_n}'),
      fails('\\frac12\\left(x_n-\\frac{2}{x_n}\\right)', wrong),
    ],
  },
  {
    title: 'how far an iteration is from where it ends',
    text: 'Sea $f(w)=\\frac12w^\\top Aw-b^\\top w$ con $A$ simétrica. La regla es $w_{k+1}=w_k-\\eta\\nabla f(w_k)$. Sea $e_k=w_k-w^*$. Como $b=Aw^*$, $$e_{k+1}=w_k-\\eta(Aw_k-b)-w^*=@$$',
    forms: [
      ...holds('e_k-\\eta A(w_k-w^*)', '(I-\\eta A)e_k'),
      fails('(I+\\eta A)e_k', wrong, '(I-\\eta A)e_k'),
    ],
  },
  {
    title: 'heavy ball on one eigenvector',
    text: 'Heavy ball: $$x_{k+1}=x_k-\\alpha\\nabla f(x_k)+\\beta(x_k-x_{k-1})$$ With $f(x)=\\frac{\\lambda}{2}x^2$ it is $x_{k+1}=@$.',
    forms: [
      ...holds('(1+\\beta-\\alpha\\lambda)x_k-\\beta x_{k-1}'),
      fails(
        '(1+\\beta-\\alpha\\lambda)x_k+\\beta x_{k-1}',
        wrong,
        '(1+\\beta-\\alpha\\lambda)x_k-\\beta x_{k-1}',
      ),
    ],
  },
  {
    title: 'momentum, whose velocity is the last change',
    text: '$$v_{k+1}=\\beta v_k-\\eta\\nabla f(w_k),\\qquad w_{k+1}=w_k+v_{k+1}.$$ Uso que $v_k=@$.',
    forms: [...holds('w_k-w_{k-1}'), fails('w_k+w_{k-1}', wrong, 'w_k-w_{k-1}')],
  },
  {
    title: 'residuals',
    text: 'With $r_k=b-Ax_k$ and $x_{k+1}=x_k+\\alpha r_k$ we have $r_{k+1}=b-A(x_k+\\alpha r_k)=@$.',
    forms: [...holds('(I-\\alpha A)r_k'), fails('(I+\\alpha A)r_k', wrong, '(I-\\alpha A)r_k')],
  },
  {
    title: 'what a recursion comes to',
    text: '$$u_k = a u_{k-1} + b$$\n\n$$u_k = @$$',
    forms: [
      ...holds('a^k u_0 + b \\frac{1 - a^k}{1 - a}'),
      supposed('a^k u_0 + b \\frac{1 - a^{k-1}}{1 - a}'),
      supposed('a^{k-1} u_0 + b \\frac{1 - a^k}{1 - a}'),
    ],
  },
  {
    title: 'a closed form in the same chain',
    text: '$$v_t = \\rho v_{t-1} = @$$',
    forms: [...holds('\\rho^t v_0'), unlinked('\\rho^{2t} v_0')],
  },
];

testForms(scenarios);

/** Steps of several methods beside each other, and sums that go through the letter: nothing of it is wrong. */
test.each([
  'Gradient descent: $x_{k+1}=x_k-\\alpha g_k$. Gradient ascent: $x_{k+1}=x_k+\\alpha g_k$.',
  'Descenso: $w_{k+1}=w_k-\\eta\\nabla f(w_k)$. Momentum: $v_{k+1}=\\beta v_k-\\eta\\nabla f(w_k)$, $w_{k+1}=w_k+v_{k+1}$. Newton: $w_{k+1}=w_k-H^{-1}\\nabla f(w_k)$.',
  'Cada iteración es $x_{k+1}=(1-2\\eta)x_k$, así que $x_k=(1-2\\eta)^kx_0$. Si $\\eta=0.1$: $x_{k+1}=0.8x_k$, y con $x_0=1$ se tiene $x_1=0.8$, $x_2=0.64$.',
  'Sean $F_{i+1}=F_i+F_{i-1}$ y $s=\\sum_{i=1}^{3} F_i$, entonces $s=F_1+F_2+F_3$.',
])('%s', (text) => {
  const verdicts = check(text).steps.map(({ verdict }) => verdict);
  expect(verdicts).not.toContain('fails');
  expect(verdicts).not.toContain('slip');
});

/** Left open: where a recursion begins, nothing says. */
function unlinked(latex: string): Form {
  return { latex, verdict: 'unchecked', code: 'unchecked.unlinked' };
}

/** An equation, as where it could say what the steps are. */
function supposed(latex: string): Form {
  return { latex, verdict: 'given' };
}
