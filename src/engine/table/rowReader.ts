import type { Dialect } from './dialect.js';
import { quotedEnd, type QuoteSigns } from './quoted.js';
import { Row } from './row.js';

/** What of a dialect tells rows and cells apart. */
export type RowDialect = Pick<
  Dialect,
  'delimiter' | 'quote' | 'escape' | 'comment' | 'initialSpace'
>;

/**
 * Cuts UTF-8 into rows and cells, chunk by chunk. A row ends at `\n`, `\r\n` or `\r` outside quotes; blank lines and
 * comments are no rows. A quote that is never closed is a character, so that it cannot swallow what follows.
 */
export class RowReader {
  /** Quotes that were taken for characters because nothing closes them, and the line of the first. */
  strays = 0;
  firstStray = 0;
  comments = 0;
  /** Rows with a line break within quotes. */
  broken = 0;
  /** How many rows each kind of line break ended. */
  readonly ended = { '\n': 0, '\r\n': 0, '\r': 0 };
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private line = 1;
  private last = false;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private wanted = 0;
  private wasted = 0;
  private readonly row: Row;
  private readonly delimiter: number;
  private readonly comment: number;
  private readonly signs: QuoteSigns;

  constructor(
    private readonly dialect: RowDialect,
    private skip = 0,
  ) {
    this.delimiter = codeOf(dialect.delimiter);
    this.comment = codeOf(dialect.comment);
    this.signs = {
      quote: codeOf(dialect.quote),
      delimiter: this.delimiter,
      backslash: dialect.escape === '\\',
      blanks: dialect.delimiter === ' ',
    };
    this.row = new Row(this.signs.quote);
  }

  /** Adds bytes; they must not change until their rows were read. `last` says that nothing follows. */
  push(chunk: Uint8Array, last: boolean): void {
    this.last = last;
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    // A row that did not fit is looked at again when twice as much is there: each byte a few times in all.
    if (last || this.waitingBytes >= this.wanted) this.gather();
  }

  /** The next row; undefined where more bytes are needed, or there are none. */
  next(): Row | undefined {
    if (this.waiting.length > 0) return undefined;
    while (this.skip > 0) {
      if (!this.pass()) return undefined;
      this.skip--;
    }
    while (this.at < this.bytes.length) {
      const passed = this.passable() ? this.pass() : null;
      if (passed === false) return undefined;
      if (passed === null) return this.read();
    }
    return undefined;
  }

  /** The bytes of a row that has not ended. */
  get pending(): number {
    return this.bytes.length - this.at + this.waitingBytes;
  }

  private gather(): void {
    const rest = this.bytes.subarray(this.at);
    if (rest.length === 0 && this.waiting.length === 1) this.bytes = this.waiting[0] ?? rest;
    else this.bytes = joined([rest, ...this.waiting]);
    this.at = 0;
    this.waiting = [];
    this.waitingBytes = 0;
    this.wanted = 0;
  }

  private lacking(): void {
    this.wanted = this.bytes.length - this.at;
  }

  /** Goes over a line that is no row; false where its end is not there yet. */
  private pass(): boolean {
    const { bytes } = this;
    let end = this.at;
    while (end < bytes.length && !isBreak(bytes[end])) end++;
    const next = this.afterBreak(end);
    if (next < 0) {
      this.lacking();
      return false;
    }
    if (this.comment > 0 && bytes[this.at] === this.comment) this.comments++;
    this.at = next;
    this.line++;
    return true;
  }

  /** Whether the line is blank or a comment. */
  private passable(): boolean {
    const { bytes, delimiter } = this;
    if (this.comment > 0 && bytes[this.at] === this.comment) return true;
    let at = this.at;
    const blank = (byte: number | undefined): boolean =>
      byte === SPACE || (byte === TAB && delimiter !== TAB);
    while (blank(bytes[at])) at++;
    return isBreak(bytes[at]) || (at === bytes.length && this.last);
  }

  private read(): Row | undefined {
    const { row } = this;
    row.bytes = this.bytes;
    row.count = 0;
    row.line = this.line;
    const { strays, firstStray, wasted } = this;
    const breaks = { lines: 0 };
    const end = this.cells(breaks);
    if (end < 0) {
      // The same quotes will be met again.
      this.strays = strays;
      this.firstStray = firstStray;
      this.wasted = wasted;
      this.lacking();
      return undefined;
    }
    if (breaks.lines > 0) this.broken++;
    this.line += breaks.lines + 1;
    this.at = end;
    this.countBreak(end);
    return row;
  }

  private countBreak(end: number): void {
    const { bytes, ended } = this;
    if (bytes[end - 1] === CR) ended['\r']++;
    else if (bytes[end - 1] === LF) ended[bytes[end - 2] === CR ? '\r\n' : '\n']++;
  }

  /** Where the next row begins; negative where this one has not ended. */
  private cells(breaks: { lines: number }): number {
    const { bytes, row } = this;
    const spaced = this.signs.blanks || this.dialect.initialSpace;
    for (let at = this.at; ;) {
      if (spaced) while (isBlank(bytes[at]) && bytes[at] !== this.solid()) at++;
      // Blanks before a line break part nothing from nothing.
      const over = at >= bytes.length || isBreak(bytes[at]);
      if (this.signs.blanks && row.count > 0 && over) return this.afterBreak(at);
      let end =
        this.signs.quote > 0 && bytes[at] === this.signs.quote ? this.quoted(at, breaks) : 0;
      if (end < 0) return -1;
      if (end === 0) end = this.plain(at);
      if (end === bytes.length && !this.last) return -1;
      if (end >= bytes.length) return bytes.length;
      if (isBreak(bytes[end])) return this.afterBreak(end);
      at = end + 1;
    }
  }

  /** A blank that is the delimiter belongs to the row's form. */
  private solid(): number {
    return this.signs.blanks ? -1 : this.delimiter;
  }

  /** Adds a cell without quotes; where its delimiter or line break stands. */
  private plain(at: number): number {
    const { bytes, delimiter } = this;
    const { blanks, backslash } = this.signs;
    let end = at;
    let escaped = false;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte === delimiter || (blanks && byte === TAB) || byte === LF || byte === CR) break;
      if (backslash && byte === BACKSLASH) {
        escaped = true;
        end++;
      }
    }
    const stop = Math.min(end, bytes.length);
    this.row.add(at, stop, escaped ? 'escaped' : 'plain', false);
    return stop;
  }

  /** Adds a cell within quotes; 0 where the quote is only a character, negative where the cell has not ended. */
  private quoted(at: number, breaks: { lines: number }): number {
    const patient = this.wasted < MAX_WASTED;
    const limit = Math.min(this.bytes.length, at + (patient ? MAX_QUOTED : IMPATIENT));
    const last = this.last || limit < this.bytes.length;
    const found = quotedEnd(this.bytes, at, limit, this.signs, last);
    if (found.kind === 'more') return -1;
    if (found.kind === 'stray') {
      this.wasted += found.seen;
      if (this.strays++ === 0) this.firstStray = this.line;
      return 0;
    }
    breaks.lines += found.lines;
    this.row.add(at + 1, found.close, found.form, true);
    return found.after;
  }

  private afterBreak(at: number): number {
    const { bytes } = this;
    if (at >= bytes.length) return this.last ? bytes.length : -1;
    if (bytes[at] !== CR) return at + 1;
    if (at + 1 >= bytes.length && !this.last) return -1;
    return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
}

/** A cell within quotes may be this long, in bytes; a quote that is not closed by then never is. */
const MAX_QUOTED = 32_000_000;
/** After so many bytes were read in vain for a closing quote, the next are given up soon. */
const MAX_WASTED = 128_000_000;
const IMPATIENT = 10_000;

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const BACKSLASH = 0x5c;

function codeOf(character: string): number {
  return character === '' ? -1 : character.charCodeAt(0);
}

function isBreak(byte: number | undefined): boolean {
  return byte === LF || byte === CR;
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
