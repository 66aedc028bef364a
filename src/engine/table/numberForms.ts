import type { Dialect } from './dialect.js';
import { countTyped, guessColumns, lowerRows } from './layout.js';
import { readNumber, type NumberForm } from './number.js';

/**
 * Finds how numbers are written: the form in which most columns are numbers, of several the one in which most marked
 * cells of the whole sample are (the first may prove what the others leave open), and of these the plainest. Where
 * only `1,234` occurs it is a thousand between commas and a decimal between semicolons.
 */
export function numberFormOf(
  all: readonly (readonly string[])[],
  width: number,
  delimiter: string,
  missing: ReadonlySet<string>,
): NumberForm {
  const marked = all.slice(0, LOOKED_AT).flatMap((row) => row.filter((cell) => MARKED.test(cell)));
  if (marked.length === 0) return PLAIN;
  const rows = lowerRows(all);
  let best = PLAIN;
  let most = -1;
  for (const form of delimiter === ',' ? AMONG_COMMAS : FORMS) {
    const typed = countTyped(guessColumns(rows, width, form, missing));
    const numbers = marked.filter((cell) => readNumber(cell, form) !== undefined).length;
    const score = typed + numbers / (marked.length + 1);
    if (score > most) [best, most] = [form, score];
  }
  return best;
}

const LOOKED_AT = 500;

/** A mark between digits that is not a point, or more points than one. */
const MARKED = /^[ +-]*\d*(?:,\d|\d[ '\u00a0]\d|\d\.\d+\.)/;

const PLAIN: NumberForm = { decimal: '.', thousands: '' };
const COMMA: NumberForm = { decimal: ',', thousands: '' };

const GROUPED: readonly NumberForm[] = (
  [
    [',', '.'],
    ['.', ','],
    [',', ' '],
    [',', '\u00a0'],
    ['.', ' '],
    ['.', '\u00a0'],
    ['.', "'"],
    [',', "'"],
  ] satisfies readonly (readonly [Dialect['decimal'], Dialect['thousands']])[]
).map(([decimal, thousands]) => ({ decimal, thousands }));

const FORMS: readonly NumberForm[] = [PLAIN, COMMA, ...GROUPED];
const AMONG_COMMAS: readonly NumberForm[] = [
  PLAIN,
  { decimal: '.', thousands: ',' },
  COMMA,
  ...GROUPED,
];
