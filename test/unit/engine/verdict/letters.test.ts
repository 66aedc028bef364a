import { fails, holds, testForms, type Scenario } from '../judging.js';

const wrong = 'step.not-equal';
const POINT = 'En $z = 1$ vale $\\varphi(1) \\approx 0.242$.';
const DENSITY = 'Sea $\\varphi(z) = \\frac{1}{\\sqrt{2\\pi}} e^{-z^2/2}$.';

/** What is said in letters is judged in letters, whatever numbers an example gave them. */
const scenarios: readonly Scenario[] = [
  {
    title: 'beside a number for the letter',
    text: `${DENSITY} ${POINT} Además $$\\varphi''(z) = -\\varphi(z) - z\\varphi'(z) = @$$`,
    forms: [
      ...holds('(z^2 - 1)\\varphi(z)'),
      fails('(z - 1)\\varphi(z)', wrong, '(z^2 - 1)\\varphi(z)'),
    ],
  },
  {
    title: 'at a point where a term vanishes',
    text: 'The derivative at $t = 0$ is wanted. $$(2 + t)(3 + t) - (1 + 2t) = 6 + 5t + t^2 - 1 - 2t = @$$',
    forms: [...holds('5 + 3t + t^2'), fails('5 + 7t + t^2', wrong, '5 + 3t + t^2')],
  },
  {
    title: 'of what would be so instead',
    text: 'En $t = 0$ tomamos cero.\n\nSi cambiáramos la ReLU por $\\tanh$, el único factor distinto sería $$\\frac{\\cosh^2 t - \\sinh^2 t}{\\cosh^2 t} = @$$',
    forms: [...holds('1 - \\tanh^2 t'), fails('1 + \\tanh^2 t', wrong, '1 - \\tanh^2 t')],
  },
  {
    title: 'with the numbers of the example',
    text: 'Con $n = 2$ y $p = 3$, $$\\frac{a + b}{n} = @$$',
    forms: holds('\\frac{a + b}{2}', '\\frac12 a + \\frac12 b'),
  },
  {
    title: 'arithmetic with free letters',
    text: '$$m = \\frac{n a / s + c / t}{n / s + 1 / t} = @$$',
    forms: [...holds('\\frac{n t a + s c}{n t + s}'), fails('\\frac{n s a + t c}{n t + s}', wrong)],
  },
  {
    title: 'arithmetic with what a condition links',
    text: 'Sea $p + q = 1$. $$r = p^2 + 2 p q + q^2 = @$$',
    forms: holds('p + q', '1'),
  },
  {
    title: 'a divergence the other way round',
    text: 'Sean $p, q$ distribuciones de $K$ clases con $\\mathrm{KL}(q\\,\\|\\,p) = \\sum_{k=1}^K q_k \\log\\frac{q_k}{p_k}$. $$\\sum_{k=1}^K q_k \\log p_k - \\sum_{k=1}^K q_k \\log q_k = @$$',
    forms: [
      ...holds('-\\mathrm{KL}(q\\,\\|\\,p)'),
      fails('-\\mathrm{KL}(p\\,\\|\\,q)', wrong, '-\\mathrm{KL}(q \\| p)'),
    ],
  },
  {
    title: 'a derivative by its labels',
    text: 'Sea $f(x, y) = x^2 y + e^{xy}$. Entonces $f_{xy} = @$.',
    forms: [
      ...holds('2x + (1 + xy) e^{xy}'),
      fails('2x + xy e^{xy}', wrong),
      fails('2x + (1 - xy) e^{xy}', wrong, '2x + (1 + xy) e^{xy}'),
    ],
  },
  {
    title: 'a label that is no argument',
    text: 'Sea $f(x, y) = x^2 y$ y $f_0 = f(1, 2)$. $$f_0 = @$$',
    forms: holds('2'),
  },
];

testForms(scenarios);
