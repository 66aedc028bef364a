import type { Dialect } from './dialect.js';
import { countTyped, guessColumns } from './layout.js';
import type { NumberForm } from './number.js';

/**
 * Finds how numbers are written: the form in which most columns are numbers, the plainest of several. Where only
 * `1,234` occurs it is a thousand between commas and a decimal between semicolons.
 */
export function numberFormOf(
  rows: readonly (readonly string[])[],
  width: number,
  delimiter: string,
  missing: ReadonlySet<string>,
): NumberForm {
  if (!rows.some((row) => row.some((cell) => MARKED.test(cell)))) return PLAIN;
  let best = PLAIN;
  let most = -1;
  for (const form of delimiter === ',' ? AMONG_COMMAS : FORMS) {
    const typed = countTyped(guessColumns(rows, width, form, missing));
    if (typed > most) [best, most] = [form, typed];
  }
  return best;
}

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
