import { describe, expect, test } from 'vitest';
import { createChecker } from '../../../../src/engine/index.js';
import { check, fails, slips, testForms, type Form, type Scenario } from '../judging.js';

function given(...forms: readonly string[]): readonly Form[] {
  return forms.map((latex) => ({ latex, verdict: 'given' }));
}

const NETWORK = `## Red

Sean $h \\in \\mathbb{R}^m$, $W \\in \\mathbb{R}^{C \\times m}$, $\\hat{y} = W h$ y $y \\in \\mathbb{R}^C$.

`;

/** Definitions of which only later sections show that they are wrong. */
const scenarios: readonly Scenario[] = [
  {
    title: 'the sum of a loss, two sections before',
    text: `${NETWORK}La pérdida es

$$L = @.$$

## Salida

$$\\frac{\\partial L}{\\partial \\hat{y}} = \\hat{y} - y$$

## Pesos

$$\\frac{\\partial L}{\\partial W} = (\\hat{y} - y) h^\\top$$
`,
    forms: [
      ...given('\\frac{1}{2} \\sum_{k=1}^{C} (\\hat{y}_k - y_k)^2'),
      slips(
        '\\frac{1}{2} (\\hat{y}_k - y_k)^2',
        'notation.index-free',
        '\\frac{1}{2} \\sum_k (\\hat{y}_k - y_k)^2',
      ),
    ],
  },
  {
    title: 'the exponent of a norm',
    text: `## Cost

With $s = X w$, where $X \\in \\mathbb{R}^{n \\times d}$ and $\\lambda > 0$,

$$J(w) = @.$$

## Gradient and Hessian

$$\\nabla J(w) = X^\\top (X w - v) + \\lambda w, \\qquad \\nabla^2 J(w) = X^\\top X + \\lambda I$$
`,
    forms: [
      ...given('\\frac{1}{2} \\|s - v\\|^2 + \\frac{\\lambda}{2} \\|w\\|^2'),
      fails(
        '\\frac{1}{2} \\|s - v\\|^3 + \\frac{\\lambda}{2} \\|w\\|^2',
        'definition.dependants',
        '\\frac{1}{2} \\|s - v\\|^2 + \\frac{\\lambda}{2} \\|w\\|^2',
      ),
    ],
  },
  {
    title: 'a loss that a later section takes up again for something else',
    text: `## Regresión

Con $r = X w - v$ la pérdida es $L = @$.

## Clasificación

Con $p = \\sigma(s)$, $\\sigma(t) = \\frac{1}{1 + e^{-t}}$ y la entropía cruzada $L = -t \\log p - (1 - t) \\log(1 - p)$,

$$\\frac{\\partial L}{\\partial s} = p - t.$$
`,
    forms: given('\\|r\\|^2', '\\frac{1}{2} \\|r\\|^2'),
  },
  {
    title: 'the loss of another exercise',
    text: `# Ejercicio 1

Sea $f(u) = @$.

# Ejercicio 2

Para otra $f$ se tiene $f'(u) = 3u^2 - 2$.
`,
    forms: given('u^4 - 2u'),
  },
];

describe('a definition and what a later section makes of it', () => {
  testForms(scenarios);
});

const WRONG = `${NETWORK}$$L = \\frac{1}{2} (\\hat{y}_k - y_k)^2$$

## Salida

$$\\frac{\\partial L}{\\partial \\hat{y}} = \\hat{y} - y$$

## Capa

$$\\frac{\\partial L}{\\partial h} = W^\\top (\\hat{y} - y)$$
`;

test('what builds on it is judged by what it must mean', () => {
  const verdicts = check(WRONG).steps.map(({ verdict }) => verdict);
  expect(verdicts.slice(-2)).toEqual(['holds', 'holds']);
  expect(verdicts.filter((verdict) => verdict === 'slip')).toHaveLength(1);
});

test('after an edit before it the same is said, at its new place', () => {
  const checker = createChecker();
  const read = (text: string) => ({ parts: [{ kind: 'markdown' as const, text }] });
  const before = checker.check(read(WRONG)).steps;
  const after = checker.check(read(`Tarea de julio.\n\n${WRONG}`)).steps;
  const moved = 'Tarea de julio.\n\n'.length;
  expect(after.map(({ place, verdict }) => [place.start - moved, verdict])).toEqual(
    before.map(({ place, verdict }) => [place.start, verdict]),
  );
});
