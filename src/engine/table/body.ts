import type { Dialect } from './dialect.js';
import { findHeader, type FoundHeader } from './header.js';
import { commonWidth } from './layout.js';
import type { NumberForm } from './number.js';
import { numberFormOf } from './numberForms.js';
import type { RowDialect } from './rowReader.js';
import { sampleOf, type Sample } from './sample.js';

/** A block cut into its header and its data. */
export interface Body extends FoundHeader {
  readonly sample: Sample;
  readonly form: NumberForm;
  /** Columns; rows may have fewer or, beyond what the header names, more cells. */
  readonly width: number;
  /** Rows of data, and the line on which each begins. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}

/**
 * Cuts a block under a dialect whose cells are known, and finds its header and how it writes numbers. `known` are rows
 * that were read of it under this dialect.
 */
export function readBody(
  bytes: Uint8Array,
  complete: boolean,
  dialect: RowDialect,
  given: Partial<Dialect>,
  missing: ReadonlySet<string>,
  skipped = 0,
  known?: Sample,
): Body {
  const skip = given.header?.skip ?? skipped;
  const read =
    known?.all === true && skip === 0 ? known : sampleOf(bytes, complete, dialect, ROWS, skip);
  const sample = mended(read, bytes, dialect, skip);
  const common = commonWidth(sample.rows.length > 2 ? sample.rows.slice(1) : sample.rows);
  const form = {
    ...numberFormOf(sample.rows, common, dialect.delimiter, missing),
    ...(given.decimal === undefined ? {} : { decimal: given.decimal }),
    ...(given.thousands === undefined ? {} : { thousands: given.thousands }),
  };
  const found = given.header
    ? { header: given.header, before: given.header.levels + Number(given.header.indexLine) }
    : afterSkip(findHeader({ ...sample, width: common, form, missing }), skip);
  const rows = sample.rows.slice(found.before);
  const width = widthOf(
    sample.rows.slice(found.before - levelRows(found), found.before),
    rows,
    found,
  );
  return { ...found, sample, form, width, rows, lines: sample.lines.slice(found.before) };
}

/** Lines that were skipped before the block was read count among those before the header. */
function afterSkip({ header, before }: FoundHeader, skip: number): FoundHeader {
  return { header: { ...header, skip: Math.max(header.skip, skip) }, before };
}

/** Rows that are read of a block. */
const ROWS = 2000;
/** A cell is swallowed, not long, when at least so many lines in it look like rows. */
const SWALLOWED = 5;

/**
 * A quote that the block leaves open may begin a long cell, or nothing closes it and the lines within are rows: they
 * are where nearly all of them have as many cells as the rows before.
 */
function mended(sample: Sample, bytes: Uint8Array, dialect: RowDialect, skip: number): Sample {
  const rest = bytes.subarray(bytes.length - sample.cut);
  if (dialect.quote === '' || !rest.includes(dialect.quote.charCodeAt(0))) return sample;
  const whole = sampleOf(bytes, true, dialect, ROWS, skip);
  const width = commonWidth(sample.rows);
  const more = whole.rows.slice(sample.rows.length, -1);
  const even = more.filter((row) => row.length === width).length;
  if (width < 2 || more.length < SWALLOWED || even < 0.9 * more.length) return sample;
  return {
    ...whole,
    rows: whole.rows.slice(0, -1),
    lines: whole.lines.slice(0, -1),
    cut: sample.cut,
  };
}

function levelRows({ header }: FoundHeader): number {
  return header.levels + Number(header.indexLine);
}

/** The header's cells, or more where rows have something there; one row cannot make a table wide alone. */
function widthOf(
  names: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  { header }: FoundHeader,
): number {
  const named = Math.max(0, ...names.map((row) => row.length)) + Number(header.rowNames);
  let longest = named;
  for (const row of rows) {
    let length = row.length;
    while (length > longest && named > 0 && row[length - 1] === '') length--;
    longest = Math.max(longest, length);
  }
  return Math.min(longest, Math.max(named, commonWidth(rows) * 2 + 8));
}
