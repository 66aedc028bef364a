import type { Dialect } from './dialect.js';
import { RowReader, type RowDialect } from './rowReader.js';

/** The first rows of a block as text, with what was met on the way. */
export interface Sample {
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
  /** Of all cells that are not empty. */
  readonly quotedShare: number;
  /** Of the unquoted cells after the first of their row in which something stands, how many begin with a blank. */
  readonly spacedShare: number;
  readonly strays: number;
  readonly firstStray: number;
  readonly comments: number;
  readonly broken: number;
  readonly newline: Dialect['newline'];
  /** Whether the block has no more rows. */
  readonly all: boolean;
  /** Bytes of a row that the block cuts. */
  readonly cut: number;
}

/** Reads at most `most` rows. A row that the block cuts is left out unless `complete`. */
export function sampleOf(
  bytes: Uint8Array,
  complete: boolean,
  dialect: RowDialect,
  most: number,
  skip = 0,
): Sample {
  const reader = new RowReader(dialect, skip);
  reader.push(bytes, complete);
  const rows: string[][] = [];
  const lines: number[] = [];
  const seen = { cells: 0, quoted: 0, later: 0, spaced: 0 };
  for (let row = reader.next(); row !== undefined; row = reader.next()) {
    const texts = row.texts();
    texts.forEach((text, at) => {
      const quoted = row.quoted[at] === true;
      if (quoted) seen.quoted++;
      if (text !== '' || quoted) seen.cells++;
      if (at === 0 || quoted || text === '') return;
      const spaced = text.startsWith(' ') || text.startsWith('\t');
      if (spaced && !SOMETHING.test(text)) return;
      seen.later++;
      if (spaced) seen.spaced++;
    });
    rows.push(texts);
    lines.push(row.line);
    if (rows.length === most) break;
  }
  const { strays, firstStray, comments, broken, pending } = reader;
  return {
    rows,
    lines,
    quotedShare: seen.quoted / Math.max(1, seen.cells),
    spacedShare: seen.spaced / Math.max(1, seen.later),
    strays,
    firstStray,
    comments,
    broken,
    newline: newlineOf(reader),
    all: rows.length < most,
    cut: rows.length === most ? 0 : pending,
  };
}

/** A cell of blanks alone says nothing about the others. */
const SOMETHING = /[^ \t]/;

function newlineOf({ ended }: RowReader): Dialect['newline'] {
  const kinds = (['\n', '\r\n', '\r'] as const).filter((kind) => ended[kind] > 0);
  return kinds.length > 1 ? 'mixed' : (kinds[0] ?? '\n');
}
