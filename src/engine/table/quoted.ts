import type { CellForm } from './row.js';

/** Character codes that matter within quotes. */
export interface QuoteSigns {
  readonly quote: number;
  readonly delimiter: number;
  /** A backslash makes the next character plain. */
  readonly backslash: boolean;
  /** Cells are apart by runs of blanks. */
  readonly blanks: boolean;
}

export type Quoted =
  | {
      readonly kind: 'closed';
      /** Where the closing quote stands, and where the delimiter or line break after it. */
      readonly close: number;
      readonly after: number;
      readonly form: CellForm;
      /** Line breaks within. */
      readonly lines: number;
    }
  | { readonly kind: 'more' }
  /** Nothing closes the quote: it is a character. `seen` bytes were looked at. */
  | { readonly kind: 'stray'; readonly seen: number };

/**
 * Finds where the cell ends whose quote stands at `at`. Only a quote before a delimiter or a line break closes; another
 * one is part of the text. After a line break within the cell, a quote that looks like the beginning of a cell tells
 * that the first was never closed, and so does the end of a line after a quote in the middle of a word.
 */
export function quotedEnd(
  bytes: Uint8Array,
  at: number,
  end: number,
  signs: QuoteSigns,
  last: boolean,
): Quoted {
  const { quote, backslash } = signs;
  let lines = 0;
  let form: CellForm = 'plain';
  let loose = false;
  for (let i = at + 1; i < end; i++) {
    const byte = bytes[i];
    if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) {
      lines++;
      if (loose) return { kind: 'stray', seen: i - at };
    } else if (backslash && byte === BACKSLASH) {
      form = 'escaped';
      i++;
    } else if (byte === quote) {
      if (bytes[i + 1] === quote && i + 1 < end) {
        if (form === 'plain') form = 'doubled';
        i++;
        continue;
      }
      const after = closes(bytes, i + 1, end, signs);
      if (after >= end && !last) return { kind: 'more' };
      if (after >= 0) return { kind: 'closed', close: i, after, form, lines };
      if (lines > 0 && opens(bytes[i - 1], signs)) return { kind: 'stray', seen: i - at };
      loose = true;
    }
  }
  return last ? { kind: 'stray', seen: end - at } : { kind: 'more' };
}

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const BACKSLASH = 0x5c;

/** Where the delimiter, line break or end stands that makes a quote a closing one; spaces may come first. */
function closes(bytes: Uint8Array, at: number, end: number, signs: QuoteSigns): number {
  let after = at;
  while (after < end && bytes[after] === SPACE && signs.delimiter !== SPACE) after++;
  if (after >= end) return end;
  const byte = bytes[after];
  const ends = byte === LF || byte === CR || byte === signs.delimiter;
  return ends || (signs.blanks && byte === TAB) ? after : -1;
}

/** Whether a quote after this byte looks like the first of a cell. */
function opens(before: number | undefined, signs: QuoteSigns): boolean {
  return before === signs.delimiter || before === LF || before === CR;
}
