/** Bytes that are written one after another into room that grows. */
export class ByteBuffer {
  private room: Uint8Array;
  private used = 0;

  constructor(size = 1024) {
    this.room = new Uint8Array(size);
  }

  get length(): number {
    return this.used;
  }

  push(byte: number): void {
    if (this.used === this.room.length) this.grow(1);
    this.room[this.used++] = byte;
  }

  append(bytes: Uint8Array, start = 0, end = bytes.length): void {
    this.grow(end - start);
    const room = this.room;
    let at = this.used;
    // Cells are short: a loop is faster than making a view of each.
    if (end - start < 64) for (let i = start; i < end; i++) room[at++] = bytes[i] ?? 0;
    else room.set(bytes.subarray(start, end), at);
    this.used += end - start;
  }

  /** A character, as UTF-8. */
  character(code: number): void {
    if (code < 0x80) this.push(code);
    else if (code < 0x800) this.all(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      this.all(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      this.all(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63));
      this.push(0x80 | (code & 63));
    }
  }

  text(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      this.character(code >= 0xd800 && code <= 0xdfff ? REPLACEMENT : code);
    }
  }

  /** What was written, which becomes the caller's; the buffer is empty again. */
  take(): Uint8Array {
    const taken = this.room.slice(0, this.used);
    this.used = 0;
    return taken;
  }

  private all(a: number, b: number, c?: number): void {
    this.push(a);
    this.push(b);
    if (c !== undefined) this.push(c);
  }

  private grow(more: number): void {
    if (this.used + more <= this.room.length) return;
    const room = new Uint8Array(Math.max(this.room.length * 2, this.used + more));
    room.set(this.room.subarray(0, this.used));
    this.room = room;
  }
}

/** Stands for what is no character. */
export const REPLACEMENT = 0xfffd;
