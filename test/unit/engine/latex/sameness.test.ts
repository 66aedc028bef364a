import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../../src/engine/document/sentence/names.js';
import { printLatex } from '../../../../src/engine/latex/print.js';
import { parseFormula } from '../../../../src/engine/latex/statement.js';

/** Two ways to write each formula; what is printed the same is read the same. */
const SAME: readonly (readonly [string, string])[] = [
  ['a ={} b {}+ c', 'a = b + c'],
  ['\\alpha{} x + \\mathbb{E}[x]{} = 0', '\\alpha x + \\mathbb{E}[x] = 0'],
  ['a \\quad = \\quad b', 'a = b'],
  ['a = b, \\quad c \\quad \\le d', 'a = b, \\quad c \\le d'],
  ['\\sum_i 1[y_i \\quad = \\quad c]', '\\sum_i 1[y_i = c]'],
  ['x^2_i + W^\\top_1 v + z^{(l)}_i', 'x_i^2 + W_1^\\top v + z^{(l)}_i'],
  ['q^TP^{-1}q', 'q^T P^{-1} q'],
  ['\\displaystyle a = b', 'a = b'],
];

describe('a formula that shows the same', () => {
  it.each(SAME)('%s is read as %s', (one, other) => {
    expect(read(one)).toEqual(read(other));
  });

  it('keeps an empty argument', () => {
    expect(read('\\frac{}{2}')).not.toEqual(read('\\frac{2}'));
    expect(read('x^{}')).not.toEqual(read('x'));
    expect(read('\\sqrt[3]{} + 1')).not.toEqual(read('\\sqrt[3] + 1'));
  });

  it('takes an entry of a transpose for just that', () => {
    expect(read('A^\\top_{ij}')).not.toEqual(read('A_{ij}^\\top'));
  });
});

describe('the names in a short formula', () => {
  it.each([
    ['\\displaystyle x', ['x']],
    ['{}x{}', ['x']],
    ['\\vect{x}, \\vect{A} \\in \\reals^n', ['\\vect{x}', '\\vect{A}']],
  ])('of %s are %s', (latex, names) => {
    expect(namesIn(latex)).toEqual(names);
  });
});

function read(latex: string): readonly unknown[] {
  return parseFormula(latex, 0, new Map()).map(({ items, relations, link }) => [
    items.map((item) => item && printLatex(item)),
    relations.map(({ sign }) => sign),
    link,
  ]);
}
