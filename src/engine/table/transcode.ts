import { ByteBuffer } from './byteBuffer.js';
import { CellWriter } from './cellWriter.js';
import type { Column } from './column.js';
import { Decoder } from './decoder.js';
import type { Dialect } from './dialect.js';
import type { Misfits } from './misfits.js';
import type { Note } from './note.js';
import { RowReader } from './rowReader.js';

export { MAX_MISFITS, type Misfits } from './misfits.js';
export { widen } from './widen.js';

/**
 * Rewrites a file, chunk by chunk, as the plainest table there is: UTF-8 without a mark, no header, `,` between
 * cells, `\n` after each row, every row as long as `columns`, nothing for a missing value, cells quoted with `"`
 * (doubled within) where they must be, `.` in numbers, `inf`, ISO dates (`2024-05-01 10:00:00`), `true`/`false`.
 * A row of one missing cell is `""`, so that no reader takes it for a blank line.
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
  /** Cells that are not what their column is; written as they stood, so the columns must be widened before use. */
  readonly misfits: readonly Misfits[];
  /** What was repaired on the way. */
  readonly notes: readonly Note[];
}

/** A chunk must not change until the next call. Never throws, whatever the bytes are. */
export function createTranscoder(dialect: Dialect, columns: readonly Column[]): Transcoder {
  const decoder = new Decoder(dialect.encoding);
  const reader = new RowReader(dialect, dialect.header.skip);
  const writers = columns.map((column) => new CellWriter(column, dialect));
  const rows = new RowCounts(
    columns.length,
    leastCells(dialect, columns),
    dialect.header.levels + Number(dialect.header.indexLine),
  );
  const pass = (chunk: Uint8Array, last: boolean): Uint8Array => {
    reader.push(decoder.push(chunk, last), last);
    const out = new ByteBuffer(chunk.length * 2 + 64);
    for (let row = reader.next(); row !== undefined; row = reader.next()) {
      if (!rows.isData(row)) continue;
      const before = out.length;
      for (const [at, writer] of writers.entries()) {
        if (at > 0) out.push(COMMA);
        writer.write(row, at, rows.data, out);
      }
      if (out.length === before) out.text('""');
      out.push(LF);
    }
    return out.take();
  };
  return {
    push: (chunk) => pass(chunk, false),
    end: () => pass(new Uint8Array(0), true),
    tally: () => ({
      rows: rows.data,
      misfits: writers.flatMap((writer) => writer.misfits ?? []),
      notes: [...rows.notes(), ...notesOf(reader, decoder)],
    }),
  };
}

/**
 * Whether DuckDB, given this dialect, reads the same cells from the file itself. What is plain text in one line per
 * row, in UTF-8, with columns that it can cast.
 */
export function readsDirectly(dialect: Dialect, columns: readonly Column[]): boolean {
  const { header } = dialect;
  return (
    dialect.encoding === 'utf-8' &&
    dialect.delimiter !== ' ' &&
    dialect.quote === '"' &&
    dialect.escape === '"' &&
    !dialect.initialSpace &&
    dialect.decimal === '.' &&
    dialect.thousands === '' &&
    dialect.comment === '' &&
    header.skip === 0 &&
    header.levels < 2 &&
    !header.indexLine &&
    !header.rowNames &&
    (dialect.newline === '\n' || dialect.newline === '\r\n') &&
    !dialect.ragged &&
    !dialect.zeroBytes &&
    columns.length > 1 &&
    columns.every(isPlain)
  );
}

const COMMA = 0x2c;
const LF = 10;

function isPlain({ kind, format, truth, beyond }: Column): boolean {
  if (beyond === true) return false;
  if (kind === 'boolean') {
    return [...(truth?.yes ?? []), ...(truth?.no ?? [])].every((word) =>
      /^(?:true|false)$/i.test(word),
    );
  }
  return kind === 'date' ? format === '%Y-%m-%d' : kind === 'datetime' ? isPlainTime(format) : true;
}

function isPlainTime(format = ''): boolean {
  return /^%Y-%m-%d[ T]%H:%M:%S(?:\.%f)?$/.test(format);
}

/** Cells that a row has that is not too short: where some rows are longer than the header, as many as it names. */
function leastCells({ header }: Dialect, columns: readonly Column[]): number {
  if (header.levels === 0) return columns.length;
  return columns.filter(({ path }) => path.length > 0).length + Number(header.rowNames);
}

/** Tells header from data, and counts rows that are too short or too long. */
class RowCounts {
  data = 0;
  private short = 0;
  private long = 0;
  private firstShort = 0;
  private firstLong = 0;

  constructor(
    private readonly width: number,
    private readonly least: number,
    private header: number,
  ) {}

  isData(row: {
    readonly count: number;
    readonly line: number;
    text: (at: number) => string;
  }): boolean {
    if (this.header > 0) {
      this.header--;
      return false;
    }
    this.data++;
    if (row.count < this.least && this.short++ === 0) this.firstShort = row.line;
    if (row.count > this.width && this.fillsMore(row) && this.long++ === 0)
      this.firstLong = row.line;
    return true;
  }

  notes(): Note[] {
    const { short, long, firstShort, firstLong } = this;
    const notes: Note[] = [];
    if (short > 0) notes.push({ code: 'rows.short', args: { count: short, line: firstShort } });
    if (long > 0) notes.push({ code: 'rows.cut', args: { count: long, line: firstLong } });
    return notes;
  }

  private fillsMore(row: { readonly count: number; text: (at: number) => string }): boolean {
    for (let at = this.width; at < row.count; at++) if (row.text(at) !== '') return true;
    return false;
  }
}

function notesOf(reader: RowReader, decoder: Decoder): Note[] {
  const notes: Note[] = [];
  if (reader.strays > 0) {
    const args = { count: reader.strays, line: reader.firstStray };
    notes.push({ code: 'quote.unclosed', args });
  }
  if (decoder.foreign > 0) notes.push({ code: 'encoding.mixed', args: { count: decoder.foreign } });
  if (decoder.zeros > 0) notes.push({ code: 'bytes.nul', args: { count: decoder.zeros } });
  return notes;
}
