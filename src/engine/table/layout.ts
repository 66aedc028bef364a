import { guessKind, isTyped, type Guess } from './kind.js';
import type { NumberForm } from './number.js';

/** How often each number of cells occurs, and the commonest: of several the largest. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  }
  return width;
}

/** What each column seems to be, from these rows; a short row has empty cells at its end. */
export function guessColumns(
  rows: readonly (readonly string[])[],
  width: number,
  form: NumberForm,
  missing: ReadonlySet<string>,
): Guess[] {
  return Array.from({ length: width }, (_, at) =>
    guessKind(
      rows.map((row) => row[at] ?? ''),
      form,
      missing,
    ),
  );
}

export function countTyped(guesses: readonly Guess[]): number {
  return guesses.filter(isTyped).length;
}

/** The rows below those that may be header; of a short table at least half. */
export function lowerRows<T>(rows: readonly T[]): readonly T[] {
  return rows.slice(Math.min(FIRST_LINES, Math.floor(rows.length / 2)));
}

const FIRST_LINES = 5;

/** As much of a table as shows what it is like: its first columns, and rows enough. */
export function corner(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.slice(0, CORNER_ROWS).map((row) => row.slice(0, CORNER_COLUMNS));
}

export const CORNER_COLUMNS = 64;
const CORNER_ROWS = 60;
