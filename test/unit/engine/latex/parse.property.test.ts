import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../../src/engine/expression/walk.js';
import { printLatex } from '../../../../src/engine/latex/print.js';
import { parseFormula, type Statement } from '../../../../src/engine/latex/statement.js';
import { tokenize } from '../../../../src/engine/latex/tokenize.js';
import type { Span } from '../../../../src/engine/text/span.js';
import { formulas, fragments } from '../fragments.js';

const NO_MACROS = new Map();

/** No formula ends in a lone backslash: what closes it would be part of a command. */
const anything = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 200 }), fragments)
  .map((latex) => latex.replace(/\\+$/, ''));

describe('the tokens of any text', () => {
  it('stand in the text, in order', () => {
    fc.assert(
      fc.property(anything, fc.nat(1000), (latex, offset) => {
        let last = offset;
        for (const token of tokenize(latex, offset)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThanOrEqual(token.start);
          expect(token.end).toBeLessThanOrEqual(offset + latex.length);
          last = token.start;
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('the tokens of a formula', () => {
  it.each([
    ['W_1 \\cdot x', ['W', '_', '1', '\\cdot', 'x']],
    ['\\left( a+2.50 \\right)\\,b', ['\\left(', 'a', '+', '2.50', '\\right)', 'b']],
    ['x % why\n= y', ['x', '=', 'y']],
    ['\\text{si } 0{,}5 \\\\[2pt] z', ['\\text{si }', '0{,}5', '\\\\[2pt]', 'z']],
    ['\\dfrac{\\hat{y}}{n}', ['\\dfrac', '{', '\\hat', '{', 'y', '}', '}', '{', 'n', '}']],
  ])('of %s are what its text says', (latex, pieces) => {
    const text = `before ${latex} after`;
    expect(tokenize(latex, 7).map(({ start, end }) => text.slice(start, end))).toEqual(pieces);
  });
});

describe('any text read as a formula', () => {
  it('gives statements whose parts stand in the text', () => {
    fc.assert(
      fc.property(anything, (latex) => {
        for (const statement of parseFormula(latex, 0, NO_MACROS)) {
          expect(statement.items).toHaveLength(statement.relations.length + 1);
          for (const { start, end } of spansOf(statement)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(latex.length);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each(['(', '\\left(', '{', '\\frac{', '^', '_{', '-', '\\sqrt', '\\sum_', '|', "'", '\\hat'])(
    'ends, of nothing but %s too',
    (piece) => {
      expect(parseFormula(piece.repeat(20_000), 0, NO_MACROS)).toBeInstanceOf(Array);
    },
  );
});

describe('a formula of the bank', () => {
  const bank = formulas().map(({ latex }) => latex);

  it('stands where its document has it', () => {
    for (const latex of bank) {
      const here = parseFormula(latex, 0, NO_MACROS).flatMap(spansOf);
      const there = parseFormula(latex, 500, NO_MACROS).flatMap(spansOf);
      expect(there.map(({ start, end }) => ({ start: start - 500, end: end - 500 }))).toEqual(here);
    }
  });

  it('is read whole', () => {
    const broken = bank.filter((latex) =>
      parseFormula(latex, 0, NO_MACROS).some((statement) => statement.broken),
    );
    // A sign alone, where the text speaks of it.
    expect(broken.filter((latex) => latex !== '\\odot')).toEqual([]);
  });

  it('reads back as what was printed', () => {
    const all = [...new Set(bank.flatMap(printed))];
    const changed = all.filter((text) => printed(text).join(' ; ') !== text);
    expect(all.length).toBeGreaterThan(500);
    // Print has no brackets for «this is a product»: `w_5 (1 - x)` may read back as a call.
    expect(changed.filter((text) => !text.includes(' \\left('))).toEqual([]);
    expect(changed.length / all.length).toBeLessThan(0.005);
  });
});

/** The sides of a formula as they are printed; conditions within brackets of their own aside. */
function printed(latex: string): readonly string[] {
  return parseFormula(latex, 0, NO_MACROS).flatMap(({ items }) =>
    items.flatMap((item) => (item && item.kind !== 'rel' ? [printLatex(item)] : [])),
  );
}

function spansOf(statement: Statement): readonly Span[] {
  const spans = [statement.span, ...statement.relations.map(({ span }) => span)];
  for (const item of statement.items) if (item) walk(item, (node) => spans.push(node.span));
  return spans;
}
