import { ByteBuffer, REPLACEMENT } from './byteBuffer.js';
import type { Encoding } from './dialect.js';
import { markLength } from './encoding.js';
import { sequenceAt } from './utf8.js';
import { windows1252 } from './windows1252.js';

/**
 * Turns the bytes of a file into UTF-8 without a mark and without zero bytes, chunk by chunk; characters may be cut
 * by chunks. A byte that is no UTF-8 is taken for windows-1252, which it mostly is.
 */
export class Decoder {
  /** Zero bytes that were left out. */
  zeros = 0;
  /** Bytes within UTF-8 that had to be taken for windows-1252. */
  foreign = 0;
  private rest: Uint8Array = EMPTY;
  private started = false;
  private high = 0;

  constructor(private readonly encoding: Encoding) {}

  /** `last` says that nothing follows. The result may be a view of `chunk`. */
  push(chunk: Uint8Array, last: boolean): Uint8Array {
    let bytes = this.rest.length > 0 ? joined(this.rest, chunk) : chunk;
    this.rest = EMPTY;
    if (!this.started) {
      if (bytes.length < LONGEST_MARK && !last) {
        this.rest = bytes.slice();
        return EMPTY;
      }
      this.started = true;
      bytes = bytes.subarray(markLength(bytes, this.encoding));
    }
    if (this.encoding === 'utf-8') return this.utf8(bytes, last);
    return this.encoding === 'windows-1252' ? this.narrow(bytes) : this.wide(bytes, last);
  }

  private utf8(bytes: Uint8Array, last: boolean): Uint8Array {
    const clean = firstUnclean(bytes);
    if (clean === bytes.length) return bytes;
    const out = new ByteBuffer(bytes.length + 16);
    out.append(bytes, 0, clean);
    for (let at = clean; at < bytes.length;) {
      const byte = bytes[at] ?? 0;
      const length = sequenceAt(bytes, at, bytes.length);
      if (length < 0 && !last) {
        this.rest = bytes.slice(at);
        break;
      }
      if (byte === 0) this.zeros++;
      else if (length > 0) out.append(bytes, at, at + length);
      else {
        this.foreign++;
        out.character(windows1252(byte));
      }
      at += Math.max(1, length);
    }
    return out.take();
  }

  private narrow(bytes: Uint8Array): Uint8Array {
    const out = new ByteBuffer(bytes.length + 16);
    for (const byte of bytes) {
      if (byte === 0) this.zeros++;
      else out.character(windows1252(byte));
    }
    return out.take();
  }

  private wide(bytes: Uint8Array, last: boolean): Uint8Array {
    const out = new ByteBuffer(bytes.length);
    const [low, high] = this.encoding === 'utf-16le' ? [0, 1] : [1, 0];
    const even = bytes.length & ~1;
    for (let at = 0; at < even; at += 2) {
      this.unit((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8), out);
    }
    if (last && this.high > 0) out.character(REPLACEMENT);
    if (even < bytes.length) {
      if (last) out.character(REPLACEMENT);
      else this.rest = bytes.slice(even);
    }
    return out.take();
  }

  /** One unit of UTF-16: a character, or half of one. */
  private unit(unit: number, out: ByteBuffer): void {
    const low = unit >= 0xdc00 && unit <= 0xdfff;
    if (this.high > 0) {
      const high = this.high;
      this.high = 0;
      if (low) {
        out.character(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
        return;
      }
      out.character(REPLACEMENT);
    }
    if (unit >= 0xd800 && unit <= 0xdbff) this.high = unit;
    else if (unit === 0) this.zeros++;
    else out.character(low ? REPLACEMENT : unit);
  }
}

const EMPTY = new Uint8Array(0);
const LONGEST_MARK = 3;

/** Where the first byte stands that has to be looked at: zero, or not ASCII and not valid. */
function firstUnclean(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return at;
    if (byte < 0x80) at++;
    else {
      const length = sequenceAt(bytes, at, bytes.length);
      if (length <= 0) return at;
      at += length;
    }
  }
  return bytes.length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
