import { byteString, textOf } from './utf8.js';

/** How a cell's bytes become its text: as they are, or without what makes a quote or a delimiter a character. */
export type CellForm = 'plain' | 'doubled' | 'escaped';

/** The cells of one row as places in the bytes that were read; good until the next row is asked for. */
export class Row {
  bytes: Uint8Array = new Uint8Array(0);
  count = 0;
  /** Line of the file on which the row begins, from 1. */
  line = 0;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly forms: CellForm[] = [];
  /** Whether a cell was within quotes, which are not among its bytes. */
  readonly quoted: boolean[] = [];

  private spelled: Uint8Array | undefined;
  private spelling = '';
  private ascii = true;

  constructor(private readonly quote: number) {}

  add(start: number, end: number, form: CellForm, quoted: boolean): void {
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.forms[this.count] = form;
    this.quoted[this.count] = quoted;
    this.count++;
  }

  /** Empty where the row has no such cell. */
  text(at: number): string {
    if (at >= this.count) return '';
    const text = this.slice(this.starts[at] ?? 0, this.ends[at] ?? 0);
    const form = this.forms[at];
    if (form === 'plain') return text;
    return unescaped(text, this.quote, form === 'escaped', this.quoted[at] === true);
  }

  /** A piece of one string for all bytes is far cheaper than a string made of each cell's. */
  private slice(start: number, end: number): string {
    if (this.bytes !== this.spelled) {
      this.spelled = this.bytes;
      this.spelling = byteString(this.bytes);
      this.ascii = !BEYOND_ASCII.test(this.spelling);
    }
    const text = this.spelling.slice(start, end);
    return this.ascii || !BEYOND_ASCII.test(text) ? text : textOf(this.bytes, start, end);
  }

  texts(): string[] {
    return Array.from({ length: this.count }, (_, at) => this.text(at));
  }
}

const BEYOND_ASCII = /[\u0080-\u00ff]/;

function unescaped(text: string, quote: number, backslash: boolean, doubled: boolean): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const pair = doubled && code === quote && text.charCodeAt(i + 1) === quote;
    if (!pair && !(backslash && code === 0x5c && i + 1 < text.length)) continue;
    out += text.slice(from, i);
    from = i + 1;
    i++;
  }
  return out + text.slice(from);
}
