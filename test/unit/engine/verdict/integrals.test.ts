import { fails, holds, testForms, type Scenario } from '../judging.js';

const RATE = 'Let $\\lambda > 0$ and $p(x) = \\lambda e^{-\\lambda x}$ for $x \\ge 0$.\n\n';
const BELL =
  'Sea $p(x) = \\frac{1}{\\sqrt{2\\pi}\\sigma} e^{-\\frac{(x - \\mu)^2}{2\\sigma^2}}$ con $\\sigma > 0$.\n\n';
const PHI =
  'Let $\\phi(x) = \\frac{1}{\\sqrt{2\\pi}} e^{-x^2/2}$ and $\\Phi(x) = \\int_{-\\infty}^x \\phi(t)\\,dt$.\n\n';

const scenarios: readonly Scenario[] = [
  {
    title: 'an integral between numbers',
    text: '$$\\int_0^1 x^2\\,dx = @$$',
    forms: [
      ...holds(
        '\\frac{1}{3}',
        '\\left[\\frac{x^3}{3}\\right]_0^1',
        '\\frac{x^3}{3}\\bigg|_0^1',
        '\\int_{0}^{1} t^2 \\mathrm{d}t',
      ),
      fails('\\frac{1}{2}', 'step.not-equal'),
      fails('\\left[\\frac{x^3}{2}\\right]_0^1', 'step.not-equal'),
    ],
  },
  {
    title: 'an integral between names',
    text: '$$\\int_a^b x\\,dx = @$$',
    forms: [...holds('\\frac{b^2 - a^2}{2}'), fails('\\frac{a^2 - b^2}{2}', 'step.not-equal')],
  },
  {
    title: 'an antiderivative',
    text: '$$\\int x e^x\\,dx = @$$',
    forms: [
      ...holds('x e^x - e^x + C', '(x - 1) e^x + c', 'x e^x - \\int e^x\\,dx', '(x - 1) e^x'),
      fails('x e^x + e^x + C', 'step.not-equal', 'x e^x - e^x + C'),
      fails('x e^x + \\int e^x\\,dx', 'step.not-equal'),
    ],
  },
  {
    title: 'antiderivatives that differ by a constant',
    text: '$$\\int \\sin x \\cos x\\,dx = @$$',
    forms: [
      ...holds('\\frac{1}{2} \\sin^2 x + C', "-\\frac{1}{2} \\cos^2 x + C'"),
      fails('\\frac{1}{2} \\cos^2 x + C', 'step.not-equal'),
    ],
  },
  {
    title: 'the letter in a fraction',
    text: '$$\\int \\frac{dx}{1 + x^2} = @$$',
    forms: [...holds('\\arctan x + C'), fails('\\arctan(2x) + C', 'step.not-equal')],
  },
  {
    title: 'the whole line',
    text: '$$\\int_{\\mathbb{R}} e^{-x^2/2}\\,dx = @$$',
    forms: [
      ...holds('\\sqrt{2\\pi}', '2 \\int_0^\\infty e^{-x^2/2}\\,dx'),
      fails('\\sqrt{\\pi}', 'step.not-equal'),
    ],
  },
  {
    title: 'a mean',
    text: `${RATE}$$\\mathbb{E}[X] = \\int_0^\\infty x p(x)\\,dx = @$$`,
    forms: [
      ...holds('\\frac{1}{\\lambda}', '\\int_0^\\infty \\lambda x e^{-\\lambda x}\\,dx'),
      fails('\\frac{1}{\\lambda^2}', 'step.not-equal'),
    ],
  },
  {
    title: 'a density',
    text: `${RATE}$$\\int_0^\\infty p(x)\\,dx = @$$`,
    forms: [...holds('1'), fails('\\lambda', 'step.not-equal')],
  },
  {
    title: 'a variance',
    text: `${BELL}$$\\int_{-\\infty}^{\\infty} (x - \\mu)^2 p(x)\\,dx = @$$`,
    forms: [...holds('\\sigma^2'), fails('\\sigma', 'step.not-equal')],
  },
  {
    title: 'a distribution function',
    text: `${PHI}$$\\frac{d}{dx} (x \\Phi(x)) = @$$`,
    forms: [
      ...holds('\\Phi(x) + x \\phi(x)'),
      fails('\\Phi(x) - x \\phi(x)', 'step.not-equal', '\\Phi(x) + x \\phi(x)'),
    ],
  },
  {
    title: 'an end that moves',
    text: '$$\\frac{d}{dx} \\int_0^{x^2} \\sin t\\,dt = @$$',
    forms: [...holds('2x \\sin(x^2)'), fails('\\sin(x^2)', 'step.not-equal')],
  },
  {
    title: 'a substitution',
    text: 'With $u = x^2$ and $du = 2x\\,dx$,\n\n$$\\int_0^1 2x e^{x^2}\\,dx = @$$',
    forms: [
      ...holds('\\int_0^1 e^u\\,du', 'e - 1'),
      fails('\\int_0^1 2 e^u\\,du', 'step.not-equal'),
    ],
  },
  {
    title: 'by parts',
    text: "$$\\int_0^1 f(x) g'(x)\\,dx = @$$",
    forms: [
      ...holds("\\left[f(x) g(x)\\right]_0^1 - \\int_0^1 f'(x) g(x)\\,dx"),
      fails("\\left[f(x) g(x)\\right]_0^1 + \\int_0^1 f'(x) g(x)\\,dx", 'step.not-equal'),
    ],
  },
  {
    title: 'letters that depend on each other',
    text: '$$\\int u\\,dv = uv - @$$',
    forms: [{ latex: '\\int v\\,du', verdict: 'unchecked', code: 'unchecked.unlinked' }],
  },
  {
    title: 'an integral over two letters',
    text: '$$\\int_0^1 \\int_0^y x\\,dx\\,dy = @$$',
    forms: [...holds('\\frac{1}{6}'), fails('\\frac{1}{3}', 'step.not-equal')],
  },
  {
    title: 'a kink inside',
    text: '$$\\int_0^1 \\int_0^1 |x - y|\\,dx\\,dy = @$$',
    forms: [...holds('\\frac{1}{3}'), fails('\\frac{1}{2}', 'step.not-equal')],
  },
  {
    title: 'an integral over three letters, which takes too long',
    text: '$$\\int_0^1 \\int_0^1 \\int_0^1 x y z\\,dx\\,dy\\,dz = @$$',
    forms: [{ latex: '\\frac{1}{4}', verdict: 'unchecked', code: 'unchecked.syntax' }],
  },
  {
    title: 'an integral without bound',
    text: '$$\\int_1^\\infty \\frac{1}{x}\\,dx = @$$',
    forms: [...holds('\\infty', '\\lim_{b \\to \\infty} \\ln b'), fails('1', 'step.not-equal')],
  },
  {
    title: 'an integral that has no value',
    text: '$$\\int_0^\\infty \\sin x\\,dx = @$$',
    forms: [{ latex: '1', verdict: 'unchecked', code: 'unchecked.syntax' }],
  },
  {
    title: 'the whole line where no limits are written',
    text: `${BELL}$$\\int x\\,p(x)\\,dx = @$$`,
    forms: [
      ...holds('\\mu', '\\int (x - \\mu) p(x)\\,dx + \\mu'),
      fails('\\sigma', 'step.not-equal'),
      fails('\\int (x + \\mu) p(x)\\,dx + \\mu', 'step.not-equal'),
    ],
  },
  {
    title: 'a divergence',
    text: '$$\\int p(x) \\log \\frac{p(x)}{q(x)}\\,dx = @$$',
    forms: [
      ...holds('-\\int p(x) \\log \\frac{q(x)}{p(x)}\\,dx'),
      fails('\\int p(x) \\log \\frac{q(x)}{p(x)}\\,dx', 'step.not-equal'),
    ],
  },
  {
    title: 'what is supposed of a density that is left open',
    text: '$$\\int_0^1 p(x)\\,dx = @$$',
    forms: [{ latex: '1', verdict: 'given' }],
  },
];

testForms(scenarios);
