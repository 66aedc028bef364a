import type { Column } from './column.js';
import type { Dialect } from './dialect.js';
import type { Note } from './note.js';

/**
 * Rewrites a file, chunk by chunk, as the plainest table there is: UTF-8 without a mark, no header, `,` between
 * cells, `\n` after each row, every row as long as `columns`, nothing for a missing value, cells quoted with `"`
 * (doubled within) where they must be, `.` in numbers, `inf`, ISO dates (`2024-05-01 10:00:00`), `true`/`false`.
 */
export interface Transcoder {
  /** The bytes of the rows that have ended so far. The result is the caller's. */
  readonly push: (chunk: Uint8Array) => Uint8Array;
  readonly end: () => Uint8Array;
  /** What was met so far; complete after `end`. */
  readonly tally: () => Tally;
}

export interface Tally {
  readonly rows: number;
  /** Cells that are not what their column is; written as they stood, so they must be widened before use. */
  readonly misfits: readonly Misfits[];
  /** What was repaired on the way. */
  readonly notes: readonly Note[];
}

export interface Misfits {
  readonly column: string;
  readonly count: number;
  /** Line of data of the first one, from 1. */
  readonly row: number;
  /** Different values, at most `MAX_MISFITS`, in the order met. */
  readonly values: readonly string[];
}

export type CreateTranscoder = (dialect: Dialect, columns: readonly Column[]) => Transcoder;

/** Whether a reader that is given this dialect reads the same rows from the file itself: DuckDB can, without transcoding. */
export type ReadsDirectly = (dialect: Dialect, columns: readonly Column[]) => boolean;

/** What to read a file as, once cells were met that are not what their column was taken for. */
export interface Widened {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
}

/**
 * The pure rule for a late `N/D`: words for "no value" become missing; other numbers make a wider kind of number;
 * anything else makes the column text. Transcode again with the answer: then nothing is a misfit.
 */
export type Widen = (
  dialect: Dialect,
  columns: readonly Column[],
  misfits: readonly Misfits[],
) => Widened;
