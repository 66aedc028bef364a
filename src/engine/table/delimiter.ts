import type { Dialect } from './dialect.js';
import {
  commonWidth,
  corner,
  CORNER_COLUMNS,
  countTyped,
  guessColumns,
  lowerRows,
} from './layout.js';
import { numberFormOf } from './numberForms.js';
import type { RowDialect } from './rowReader.js';
import { sampleOf, type Sample } from './sample.js';

/** How cells are told apart, as far as it was not said. */
export type CellDialect = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'initialSpace'>;

export interface Cells {
  readonly dialect: CellDialect;
  readonly sample: Sample;
  /** Cells that most rows have. */
  readonly width: number;
}

/**
 * Finds what parts the cells: tries each delimiter, with each way to quote that the bytes may show, and takes what
 * gives rows of one length and columns of one kind.
 */
export function findCells(
  bytes: Uint8Array,
  complete: boolean,
  comment: string,
  given: Partial<CellDialect>,
  missing: ReadonlySet<string>,
): Cells {
  let best: Cells | undefined;
  let most = -1;
  for (const dialect of candidates(bytes, given)) {
    const cells = readCells(bytes, complete, { ...dialect, comment });
    const score = scoreOf(cells, missing);
    if (score > most) [best, most] = [cells, score];
  }
  const found = best ?? readCells(bytes, complete, { ...ALONE, ...given, comment });
  if (found.sample.quotedShare > 0 || found.sample.strays === 0 || given.quote !== undefined) {
    return found;
  }
  // Quotes that never close anything are characters of this file.
  return readCells(bytes, complete, { ...found.dialect, comment, quote: '' });
}

/** Rows that are looked at to tell how cells are apart. */
const ROWS = 100;

/** How likely a delimiter is before anything was seen. */
const DELIMITERS: readonly (readonly [string, number])[] = [
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 0.95],
  [' ', 0.6],
];

/** What one column is worth beside several that fit. */
const SINGLE = 0.3;
/** Where the first line has another number of cells than the rows. */
const OTHER_HEADER = 0.8;
/** `1,5` below a header of one cell is a column of decimals, not two columns. */
const DECIMALS = 0.1;
const STRAYS = 0.7;
/** A quote or an escape that is not the usual one has to be better, not as good. */
const UNUSUAL = 0.99;
/** Nearly all cells begin with a blank. */
const SPACED = 0.9;

const ALONE: CellDialect = { delimiter: ',', quote: '"', escape: '"', initialSpace: false };

function candidates(bytes: Uint8Array, given: Partial<CellDialect>): CellDialect[] {
  const delimiters = given.delimiter === undefined ? DELIMITERS.map(([d]) => d) : [given.delimiter];
  const quotes: readonly CellDialect['quote'][] =
    given.quote === undefined ? quotesIn(bytes) : [given.quote];
  const escapes: readonly CellDialect['escape'][] =
    given.escape === undefined
      ? holds(bytes, BACKSLASH, DOUBLE)
        ? ['"', '\\']
        : ['"']
      : [given.escape];
  const initialSpace = given.initialSpace ?? false;
  return delimiters
    .filter((delimiter) => delimiter === '' || holds(bytes, delimiter.charCodeAt(0)))
    .flatMap((delimiter) =>
      quotes.flatMap((quote) =>
        escapes.flatMap((escape) => ({ delimiter, quote, escape, initialSpace })),
      ),
    );
}

/** Single quotes are looked for where there are no others. */
function quotesIn(bytes: Uint8Array): readonly CellDialect['quote'][] {
  return holds(bytes, DOUBLE) || !holds(bytes, SINGLE_QUOTE) ? ['"'] : ['"', "'"];
}

function readCells(bytes: Uint8Array, complete: boolean, dialect: RowDialect): Cells {
  const first = sampleOf(bytes, complete, dialect, ROWS);
  const { delimiter, quote, escape } = dialect;
  const spaced = !dialect.initialSpace && delimiter !== ' ' && first.spacedShare > SPACED;
  const initialSpace = dialect.initialSpace || spaced;
  const sample = spaced ? sampleOf(bytes, complete, { ...dialect, initialSpace }, ROWS) : first;
  const rows = sample.rows.length > 2 ? sample.rows.slice(1) : sample.rows;
  return {
    dialect: { delimiter, quote, escape, initialSpace },
    sample,
    width: commonWidth(rows),
  };
}

/** How well rows and columns fit: 0 to 1. */
function scoreOf({ dialect, sample, width }: Cells, missing: ReadonlySet<string>): number {
  const { rows } = sample;
  if (rows.length === 0) return 0;
  const even = rows.filter((row) => row.length === width).length / rows.length;
  const part = corner(rows);
  const across = Math.min(width, CORNER_COLUMNS);
  const form = numberFormOf(part, across, dialect.delimiter, missing);
  const guesses = guessColumns(lowerRows(part), across, form, missing);
  const typed = countTyped(guesses) / Math.max(1, across);
  const likely = DELIMITERS.find(([delimiter]) => delimiter === dialect.delimiter)?.[1] ?? 1;
  const unusual = dialect.quote === "'" || dialect.escape === '\\' ? UNUSUAL : 1;
  const quoteShown = dialect.quote === "'" && sample.quotedShare < QUOTES_SHOWN ? 0 : 1;
  const strays = sample.strays > 0 ? STRAYS : 1;
  const fit = width > 1 ? even * even * likely * headerFit(rows, width, dialect) : SINGLE;
  return fit * (0.5 + 0.5 * typed) * unusual * quoteShown * strays;
}

/** Single quotes count where at least so many cells have them. */
const QUOTES_SHOWN = 0.2;

function headerFit(
  rows: readonly (readonly string[])[],
  width: number,
  { delimiter }: CellDialect,
): number {
  const header = rows[0]?.length ?? 0;
  if (header === width) return 1;
  const decimals = delimiter === ',' && width === 2 && header === 1;
  const like = (row: readonly string[]): boolean => row.every((cell) => DIGITS.test(cell));
  return decimals && rows.slice(1).every(like) ? DECIMALS : OTHER_HEADER;
}

const DIGITS = /^ ?-?\d*$/;

const DOUBLE = 0x22;
const SINGLE_QUOTE = 0x27;
const BACKSLASH = 0x5c;

/** Whether these bytes follow one another somewhere. */
function holds(bytes: Uint8Array, first: number, second?: number): boolean {
  if (first === 0x20) return bytes.includes(0x20) || bytes.includes(0x09);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (second === undefined || bytes[at + 1] === second) return true;
  }
  return false;
}
