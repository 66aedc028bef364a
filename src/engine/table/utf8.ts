import { REPLACEMENT } from './byteBuffer.js';

/** The text of UTF-8 bytes; what is no character becomes U+FFFD. */
export function textOf(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  const codes: number[] = [];
  for (let at = start; at < end;) {
    const length = sequenceAt(bytes, at, end);
    codes.push(length > 0 ? characterAt(bytes, at, length) : REPLACEMENT);
    at += Math.max(1, length);
    if (codes.length >= MAX_AT_ONCE) text += String.fromCodePoint(...codes.splice(0));
  }
  return text + String.fromCodePoint(...codes);
}

/** One character for each byte: pieces of it are the text where all bytes are ASCII. */
export function byteString(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += MAX_AT_ONCE) {
    // Spread, each byte would be made an argument by way of an iterator.
    const piece = bytes.subarray(at, at + MAX_AT_ONCE);
    text += String(Reflect.apply(String.fromCharCode, String, piece));
  }
  return text;
}

/**
 * How many bytes the character at `at` has: 0 where there is no valid one, -1 where the bytes end within what may
 * become one (Unicode 15, table 3-7: shortest forms only, no surrogates).
 */
export function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = lengthOf(first);
  if (length === 0) return 0;
  for (let i = 1; i < length; i++) {
    if (at + i >= end) return -1;
    const byte = bytes[at + i] ?? 0;
    const [least, most] = i === 1 ? secondOf(first) : CONTINUATION;
    if (byte < least || byte > most) return 0;
  }
  return length;
}

/** As many arguments as one call surely takes. */
const MAX_AT_ONCE = 4096;

const CONTINUATION = [0x80, 0xbf] as const;

function lengthOf(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Which second bytes may follow a first one. */
function secondOf(first: number): readonly [number, number] {
  if (first === 0xe0) return [0xa0, 0xbf];
  if (first === 0xed) return [0x80, 0x9f];
  if (first === 0xf0) return [0x90, 0xbf];
  return first === 0xf4 ? [0x80, 0x8f] : CONTINUATION;
}

function characterAt(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let code = first & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return code;
}
