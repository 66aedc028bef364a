import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, createChecker } from '../../../src/engine/index.js';
import type { Report } from '../../../src/engine/index.js';
import { formulas, fragments } from './fragments.js';
import { check } from './judging.js';

/** Small documents, with right steps and wrong ones, that use the letters a, w, x, y, L, M and h. */
const DOCUMENTS: readonly (readonly [string, string])[] = [
  [
    'least squares',
    'Let $M \\in \\mathbb{R}^{n \\times d}$, $w \\in \\mathbb{R}^d$, $y \\in \\mathbb{R}^n$ and $L(w) = \\|M w - y\\|^2$.\n\n' +
      '$$\\nabla_{w} L = 2 M^T (M w - y) = 2 M^T M w + 2 M^T y$$',
  ],
  [
    'a sigmoid',
    'Sea $h(x) = \\frac{1}{1 + e^{-x}}$.\n\n' +
      "$$h'(x) = \\frac{e^{-x}}{(1 + e^{-x})^2} = h(x) (1 - h(x))$$\n\n$$h'(x) = h(x) (1 + h(x))$$",
  ],
  [
    'a quadratic form',
    'Let $x \\in \\mathbb{R}^n$ and $M \\in \\mathbb{R}^{n \\times n}$.\n\n' +
      '$$\\nabla_{x} (x^T M x) = (M + M^T) x$$\n\n$$\\nabla_{x} (x^T M x) = (M - M^T) x$$',
  ],
  [
    'a sum',
    'Let $L = \\sum_{i=1}^n (w x_i + a - y_i)^2$.\n\n' +
      '$$\\frac{\\partial L}{\\partial w} = \\sum_{i=1}^n 2 (w x_i + a - y_i) x_i$$\n\n' +
      '$$\\frac{\\partial L}{\\partial a} = \\sum_{i=1}^n (w x_i + a - y_i)$$',
  ],
  [
    'numbers',
    '$$\\left( \\frac{1}{2} + \\frac{1}{3} \\right) \\cdot 2 = \\frac{5}{3} = 1.67$$\n\n$$\\frac{3}{4} - \\frac{1}{8} = \\frac{2}{4}$$',
  ],
];

/** Rewritings that leave the mathematics as it is. */
const REWRITINGS: readonly (readonly [string, (text: string) => string])[] = [
  ['delimiters that grow', (text) => inFormulas(text, grown)],
  [
    'delimiters of a fixed size',
    (text) =>
      inFormulas(grownAway(text), (latex) =>
        latex.replace(/(?<!\\)\(/g, '\\big(').replace(/(?<!\\)\)/g, '\\big)'),
      ),
  ],
  ['display fractions', (text) => text.replaceAll('\\frac', '\\dfrac')],
  ['text fractions', (text) => text.replaceAll('\\frac', '\\tfrac')],
  ['spaces', (text) => inFormulas(text, (latex) => latex.replace(/([=+])/g, ' \\, $1 \\; '))],
  [
    'no spaces',
    (text) => inFormulas(text, (latex) => latex.replace(/(?<=[=+()]) | (?=[=+()])/g, '')),
  ],
  ['line breaks', (text) => text.replace(/\n/g, '\r\n')],
  ['transposes by \\top', (text) => text.replaceAll('^T', '^\\top')],
  ['transposes in braces', (text) => text.replaceAll('^T', '^{T}')],
  [
    'a macro for a letter',
    (text) => `$\\newcommand{\\weights}{w}$\n\n${letters(text, { w: '\\weights ' })}`,
  ],
  [
    'a macro for a matrix',
    (text) => `$\\newcommand{\\data}{M}$\n\n${letters(text, { M: '\\data ' })}`,
  ],
  [
    'other letters',
    (text) => letters(text, { w: 'v', a: 'c', L: 'J', M: 'B', x: 'u', y: 't', h: 'g' }),
  ],
  ['Greek letters', (text) => letters(text, { w: '\\theta ', a: '\\beta ', M: '\\Phi ' })],
  [
    'bold letters',
    (text) => letters(text, { w: '\\mathbf{w}', M: '\\mathbf{M}', y: '\\mathbf{y}' }),
  ],
  ['prose before', (text) => `Resolvemos el ejercicio paso a paso.\n\n${text}`],
];

describe.each(DOCUMENTS)('%s', (_, text) => {
  const plain = outline(check(text));

  it('has a step that holds and one that fails', () => {
    expect(plain.some((line) => line.includes('holds'))).toBe(true);
    expect(plain.some((line) => line.includes('fails'))).toBe(true);
  });

  it.each(REWRITINGS)('is judged the same with %s', (__, rewrite) => {
    const other = rewrite(text);
    expect(outline(check(other))).toEqual(plain);
  });

  it('is judged the same twice, by the same checker or another', () => {
    const document = { parts: [{ kind: 'markdown', text }] } as const;
    const checker = createChecker();
    const first = checker.check(document);
    expect(checker.check(document)).toEqual(first);
    expect(checkDocument(document)).toEqual(first);
  });

  it('is judged no further than the caller says', () => {
    const document = { parts: [{ kind: 'markdown', text }] } as const;
    const { steps } = createChecker().check(document, { interrupted: () => true });
    expect(steps.filter(({ verdict }) => ['holds', 'fails'].includes(verdict))).toEqual([]);
  });
});

describe('a document of random formulas', { timeout: 60_000 }, () => {
  const prose = fc.constantFrom(
    '',
    'Sea ',
    'Let ',
    '\n\nSi $i = j$:\n\n',
    '\n\n## Ejercicio\n\n',
    ', donde ',
    '\n\n- ',
    ' symmetric ',
    '\n\n$x \\in \\mathbb{R}^n$, $W \\in \\mathbb{R}^{m \\times n}$.\n\n',
  );
  const known = fc.constantFrom(...formulas().map(({ latex }) => latex));
  const cut = fc
    .tuple(known, fc.nat(200), fc.nat(9))
    .map(([latex, at, length]) => latex.slice(0, at) + latex.slice(at + length));
  const formula = fc.oneof(fragments, known, cut).map((latex) => latex.replace(/[$\n]/g, ' '));
  const text = fc
    .array(fc.tuple(prose, fc.constantFrom('$', '$$'), formula), { maxLength: 6 })
    .map((list) => list.map(([words, fence, latex]) => words + fence + latex + fence).join(' '));

  it('is judged, and every place of the report stands in it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('markdown', 'tex'), (source, kind) => {
        const report = check(source, kind);
        for (const step of report.steps) {
          const places = [
            step.place,
            ...(step.at ? [step.at] : []),
            ...step.fixes.map(({ place }) => place),
          ];
          for (const { part, start, end } of places) {
            expect(part).toBe(0);
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(source.length);
          }
          expect(step.reason === undefined).toBe(['holds', 'given'].includes(step.verdict));
          if (step.cause !== undefined) expect(report.steps[step.cause]?.verdict).toBe('fails');
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is judged the same twice', () => {
    fc.assert(
      fc.property(text, (source) => {
        expect(check(source)).toEqual(check(source));
      }),
      { numRuns: 50 },
    );
  });
});

/** The report without places and wording: what a reader learns of each step. */
function outline(report: Report): readonly string[] {
  return report.steps.map((step) =>
    [step.kind, step.verdict, step.reason?.code ?? '', step.cause ?? ''].join(' '),
  );
}

function inFormulas(text: string, rewrite: (latex: string) => string): string {
  return text.replace(/\$+[^$]+\$+/g, rewrite);
}

/** Renames letters that stand alone in formulas. */
function letters(text: string, names: Readonly<Record<string, string>>): string {
  return inFormulas(text, (latex) =>
    latex.replace(/\\[a-zA-Z]+|[a-zA-Z]/g, (name) => names[name] ?? name),
  );
}

function grown(latex: string): string {
  return grownAway(latex).replaceAll('(', '\\left(').replaceAll(')', '\\right)');
}

function grownAway(latex: string): string {
  return latex.replace(/\\left|\\right/g, '');
}
