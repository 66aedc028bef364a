import type { ByteBuffer } from './byteBuffer.js';
import type { Column } from './column.js';
import type { Dialect } from './dialect.js';
import { MAX_MISFITS, type Misfits } from './misfits.js';
import type { Row } from './row.js';
import { valueReader, type ReadValue } from './value.js';

/** Writes the cells of one column for a plain table, and keeps those that are not what the column is. */
export class CellWriter {
  private readonly read: ReadValue;
  private readonly isText: boolean;
  /** Digits are written as they stand, without being read. */
  private readonly isNumber: boolean;
  private readonly missing: ReadonlySet<number>;
  private readonly values = new Set<string>();
  private count = 0;
  private first = 0;

  constructor(
    private readonly column: Column,
    dialect: Dialect,
  ) {
    this.read = valueReader(column, dialect);
    this.isText = column.kind === 'text' || column.kind === 'code';
    this.isNumber = column.kind === 'integer' || column.kind === 'bigint' || column.kind === 'real';
    this.missing = new Set(dialect.missing.map((word) => word.charCodeAt(0)));
  }

  /** `data`: which row of data it is, from 1. */
  write(row: Row, at: number, data: number, out: ByteBuffer): void {
    if (at >= row.count) return;
    const start = row.starts[at] ?? 0;
    const end = row.ends[at] ?? 0;
    if (end === start) return;
    if (this.copies(row, at, start, end)) {
      out.append(row.bytes, start, end);
      return;
    }
    const cell = row.text(at);
    const value = this.read(cell);
    if (value === null) return;
    if (value === undefined) this.keep(cell, data);
    quoted(value ?? cell, out);
  }

  get misfits(): Misfits | undefined {
    if (this.count === 0) return undefined;
    const { count, first, values } = this;
    return { column: this.column.name, count, row: first, values: [...values] };
  }

  /** Whether the bytes of a cell are what would be written for it. */
  private copies(row: Row, at: number, start: number, end: number): boolean {
    if (row.forms[at] !== 'plain') return false;
    const { bytes } = row;
    const first = bytes[start] ?? 0;
    if (this.missing.has(first)) return false;
    if (this.isNumber) return end - start <= SHORT && isDigits(bytes, start, end);
    return this.isText && first < 0x80 && isPlain(bytes, start, end);
  }

  private keep(cell: string, data: number): void {
    if (this.count++ === 0) this.first = data;
    if (this.values.size < MAX_MISFITS) this.values.add(cell);
  }
}

/** As many digits as are surely no bigint. */
const SHORT = 15;

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] === 0x30 && end - start > 1) return false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x30 || byte > 0x39) return false;
  }
  return true;
}

const QUOTE = 0x22;
const COMMA = 0x2c;

function isPlain(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE || byte === COMMA || byte === 10 || byte === 13) return false;
  }
  return bytes[start] !== 0x20 && bytes[end - 1] !== 0x20;
}

function quoted(value: string, out: ByteBuffer): void {
  if (!/[",\r\n]|^\s|\s$/.test(value)) out.text(value);
  else {
    out.push(QUOTE);
    out.text(value.replaceAll('"', '""'));
    out.push(QUOTE);
  }
}
