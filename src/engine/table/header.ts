import type { Header } from './dialect.js';
import { fits, isTyped, type Guess } from './kind.js';
import { corner, CORNER_COLUMNS, countTyped, guessColumns } from './layout.js';
import type { NumberForm } from './number.js';

/** The rows of a block under the right delimiter. */
export interface Body {
  readonly rows: readonly (readonly string[])[];
  /** Line on which each row begins, from 1. */
  readonly lines: readonly number[];
  readonly width: number;
  readonly form: NumberForm;
  readonly missing: ReadonlySet<string>;
}

export interface FoundHeader {
  readonly header: Header;
  /** Rows before the first row of data: what is skipped, the names and the index line. */
  readonly before: number;
}

/**
 * Finds the lines before the data. A line belongs to the header when its cells do not fit what the columns below
 * it are; a line with one cell only, below such lines, names the index.
 */
export function findHeader(body: Body): FoundHeader {
  const skipped = preamble(body);
  const rows = body.rows.slice(skipped);
  const skip = skipped === 0 ? 0 : (body.lines[skipped] ?? 1) - 1;
  const rowNames = hasRowNames(rows, body.width);
  const [first = [], ...others] = rows;
  const aligned = rowNames ? [['', ...first], ...others] : rows;
  const { levels, indexLine } = levelsOf(aligned, body);
  return {
    header: { skip, levels, indexLine, rowNames: rowNames && levels > 0 },
    before: skipped + levels + (indexLine ? 1 : 0),
  };
}

/** Lines of text before the header: at most this many. */
const MOST_SKIPPED = 30;
/** Names in lines one below the other: at most this many. */
const MOST_LEVELS = 4;
/** Of the columns that are not text, how many must not fit a line for it to be header. */
const MISFITS = 0.5;
/** A second line of names has to be surer: it may be a row with an odd cell. */
const MORE_MISFITS = 0.75;

/** Rows at the top that are shorter than any header would be. */
function preamble({ rows, width }: Body): number {
  if (width < 2) return 0;
  const least = width === 2 ? 2 : Math.max(2, Math.ceil(width / 2));
  const at = rows.findIndex((row) => row.filter((cell) => cell !== '').length >= least);
  const short = rows.slice(0, Math.max(0, at));
  return at > 0 && at <= MOST_SKIPPED && short.every((row) => row.length < least) ? at : 0;
}

/** Whether the header has one cell less than nearly all rows, whose last cells are not all empty. */
function hasRowNames(rows: readonly (readonly string[])[], width: number): boolean {
  const [header, ...data] = rows;
  if (header?.length !== width - 1 || data.length === 0 || width < 2) return false;
  const full = data.filter((row) => row.length === width);
  return full.length > 0.9 * data.length && full.some((row) => row[width - 1] !== '');
}

type Levels = Pick<Header, 'levels' | 'indexLine'>;

function levelsOf(rows: readonly (readonly string[])[], body: Body): Levels {
  if (rows.length === 0) return { levels: 0, indexLine: false };
  const guesses = firstData(rows, body);
  const typed = guesses.flatMap((guess, at) => (isTyped(guess) ? [at] : []));
  const misfit = (row: readonly string[]): boolean => misfits(row, typed, guesses, body) >= MISFITS;
  const index = indexLineAt(rows, guesses, misfit, body);
  if (index > 0) return { levels: index, indexLine: true };
  if (typed.length === 0 || rows.length === 1)
    return { levels: named(rows) ? 1 : 0, indexLine: false };
  const most = typed.length < 2 || body.width < 2 ? 1 : MOST_LEVELS;
  let levels = 0;
  while (levels < Math.min(most, rows.length - 1)) {
    const share = misfits(rows[levels] ?? [], typed, guesses, body);
    if (share < (levels === 0 ? MISFITS : MORE_MISFITS)) break;
    levels++;
  }
  // Columns may be called by numbers: 2019, 2020, 2021.
  if (levels === 0 && consecutive(rows[0] ?? [])) levels = 1;
  return { levels, indexLine: false };
}

/** What columns are, from the rows below those lines that may be header: as few as make the most columns typed. */
function firstData(rows: readonly (readonly string[])[], body: Body): readonly Guess[] {
  let best: readonly Guess[] = [];
  let most = -1;
  const part = corner(rows);
  const width = Math.min(body.width, CORNER_COLUMNS);
  const last = Math.min(MOST_LEVELS + 1, rows.length - 1);
  for (let from = Math.min(1, last); from <= last; from++) {
    const guesses = guessColumns(part.slice(from), width, body.form, body.missing);
    const typed = countTyped(guesses);
    if (typed > most) [best, most] = [guesses, typed];
  }
  return best;
}

/** The share of the typed columns for which a row has a cell that is no number, date or the like. */
function misfits(
  row: readonly string[],
  typed: readonly number[],
  guesses: readonly Guess[],
  { form, missing }: Body,
): number {
  const present = typed.filter((at) => (row[at] ?? '') !== '');
  const wrong = present.filter((at) => {
    const [cell, guess] = [row[at] ?? '', guesses[at]];
    return guess !== undefined && !missing.has(cell) && !fits(cell, guess, form);
  });
  return wrong.length / Math.max(1, present.length);
}

/** Where the line stands that names the index: its first cell alone is filled, and lines of names are above it. */
function indexLineAt(
  rows: readonly (readonly string[])[],
  guesses: readonly Guess[],
  misfit: (row: readonly string[]) => boolean,
  { form, missing, width }: Body,
): number {
  if (width < 2) return 0;
  for (let at = 1; at <= Math.min(MOST_LEVELS, rows.length - 1); at++) {
    const row = rows[at] ?? [];
    const alone = row.length === width && row.every((cell, i) => (cell === '') === i > 0);
    if (!alone || !rows.slice(0, Math.max(1, at - 1)).every(misfit)) continue;
    // A number there is the first value of a row without others.
    const [name] = guessColumns([row.slice(0, 1)], 1, form, missing);
    if (name !== undefined && isTyped(name)) continue;
    const numbered = guesses[0] !== undefined && isTyped(guesses[0]);
    if (at > 1 || numbered) return at;
  }
  return 0;
}

/** Whether the first row of a table of text looks like names: none of its cells is met again below it. */
function named(rows: readonly (readonly string[])[]): boolean {
  const [header = [], ...data] = rows;
  const single = guessColumns([header], header.length, { decimal: '.', thousands: '' }, new Set());
  if (data.length === 0) return !single.some(isTyped);
  return !header.some((name, at) => name !== '' && data.some((row) => row[at] === name));
}

/** Three or more numbers that count up by one, as years or places do. */
function consecutive(row: readonly string[]): boolean {
  const numbers = row.filter((cell) => /^\d{1,4}$/.test(cell)).map(Number);
  if (numbers.length < 3 || numbers.length < row.length - 1) return false;
  return numbers.every((value, at) => at === 0 || value === (numbers[at - 1] ?? 0) + 1);
}
