import type { Encoding } from './dialect.js';
import { sequenceAt } from './utf8.js';

export interface Encoded {
  readonly encoding: Encoding;
  /** Bytes that only name the encoding. */
  readonly bom: number;
}

/** Finds out how text is encoded: by its mark, by the zeros of UTF-16, as UTF-8 where it is valid, else windows-1252. */
export function encodingOf(bytes: Uint8Array, complete: boolean): Encoded {
  return markOf(bytes) ?? { encoding: unmarked(bytes, complete), bom: 0 };
}

/** How many bytes of a mark for this encoding the file begins with. */
export function markLength(bytes: Uint8Array, encoding: Encoding): number {
  const found = markOf(bytes);
  return found?.encoding === encoding ? found.bom : 0;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

function markOf(bytes: Uint8Array): Encoded | undefined {
  const row = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return row && { encoding: row[0], bom: row[1].length };
}

function unmarked(bytes: Uint8Array, complete: boolean): Encoding {
  return wide(bytes) ?? (isUtf8(bytes, complete) ? 'utf-8' : 'windows-1252');
}

/** Share of a byte's places that are zero in UTF-16 where the text is mostly Latin. */
const MANY_ZEROS = 0.4;
const FEW_ZEROS = 0.05;
const LOOKED_AT = 4096;

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function wide(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, LOOKED_AT) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd / half > MANY_ZEROS && even / half < FEW_ZEROS) return 'utf-16le';
  return even / half > MANY_ZEROS && odd / half < FEW_ZEROS ? 'utf-16be' : undefined;
}

/** A character that the block cuts is no mistake unless the file ends there. */
function isUtf8(bytes: Uint8Array, complete: boolean): boolean {
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at, bytes.length);
    if (length === 0) return false;
    if (length < 0) return !complete;
    at += length;
  }
  return true;
}
