import { binaryFormat, isBinary } from './binary.js';
import { readBody, type Body } from './body.js';
import type { Column } from './column.js';
import { commentMark, settleComments } from './comments.js';
import { columnsOf, type FoundColumns } from './columns.js';
import { Decoder } from './decoder.js';
import { findCells } from './delimiter.js';
import type { Dialect } from './dialect.js';
import { encodingOf, markLength } from './encoding.js';
import { USUAL_MISSING } from './missing.js';
import type { Note } from './note.js';
import { notesOf } from './notes.js';
import { valueReader } from './value.js';

/** What the first block of a file shows. */
export interface FirstBlock {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  /** The first rows, row by row; null where there is no value. Numbers, dates and booleans as `valueReader` gives them. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** False when not one row ended within the block: read a longer one and ask again. */
  readonly enough: boolean;
}

export interface PreviewProblem {
  readonly code: 'file.empty' | 'file.binary' | 'file.tooWide';
  readonly args: Readonly<Record<string, string | number>>;
}

export type PreviewResult =
  | { readonly ok: true; readonly block: FirstBlock }
  | { readonly ok: false; readonly problem: PreviewProblem };

/**
 * Understands a table from its first bytes. `complete` says that they are all of the file.
 * What `given` says is taken as it is; the rest is inferred. Never throws.
 */
export function readPreview(
  bytes: Uint8Array,
  complete: boolean,
  given: Partial<Dialect> = {},
): PreviewResult {
  const format = binaryFormat(bytes);
  if (format !== undefined) return failed('file.binary', { format });
  const found = encodingOf(bytes, complete);
  const encoding = given.encoding ?? found.encoding;
  const decoder = new Decoder(encoding);
  const text = decoder.push(bytes, complete);
  if (isBinary(text, decoder.zeros)) return failed('file.binary', {});
  const mark = given.comment ?? commentMark(text);
  const missing = new Set(given.missing ?? USUAL_MISSING);
  const { dialect: cells, sample } = findCells(text, complete, mark, given, missing);
  const read = (comment: string, skip?: number): Body => {
    const known = comment === mark ? sample : undefined;
    return readBody(text, complete, { ...cells, comment }, given, missing, skip, known);
  };
  const { body, comment } = settleComments(read, mark);
  if (body.sample.rows.length === 0 && complete) return failed('file.empty', {});
  if (body.width > MOST_COLUMNS) return failed('file.tooWide', { columns: body.width });
  const columns = columnsOf(body, missing, given.missing === undefined);
  const dialect: Dialect = {
    encoding,
    bom: markLength(bytes, encoding) > 0,
    ...cells,
    ...body.form,
    comment,
    header: body.header,
    missing: given.missing ?? [...USUAL_MISSING, ...columns.missing],
    newline: body.sample.newline,
    ragged: isRagged(body),
    zeroBytes: decoder.zeros > 0,
  };
  const notes = notesOf({ dialect, body, columns, zeros: decoder.zeros, foreign: decoder.foreign });
  return { ok: true, block: blockOf(dialect, body, columns, notes, complete) };
}

/** More columns than anyone can look at, or than the table process has memory for while it reads them. */
const MOST_COLUMNS = 10_000;
/** Rows that a first screen has room for. */
const SHOWN = 200;

function blockOf(
  dialect: Dialect,
  body: Body,
  { columns }: FoundColumns,
  notes: readonly Note[],
  complete: boolean,
): FirstBlock {
  const readers = columns.map((column) => valueReader(column, dialect));
  const rows = body.rows
    .slice(0, SHOWN)
    .map((row) => readers.map((read, at) => read(row[at] ?? '') ?? null));
  return { dialect, columns, notes, rows, enough: complete || body.rows.length > 0 };
}

function isRagged({ rows, width, header, sample, before }: Body): boolean {
  const names = header.levels > 0 ? sample.rows[before - Number(header.indexLine) - 1] : undefined;
  const named = names === undefined ? width : names.length + Number(header.rowNames);
  return named !== width || rows.some((row) => row.length !== width);
}

function failed(code: PreviewProblem['code'], args: PreviewProblem['args']): PreviewResult {
  return { ok: false, problem: { code, args } };
}
