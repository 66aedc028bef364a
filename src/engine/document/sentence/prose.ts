import type { Span } from '../../text/span.js';
import { isSpace } from '../scan/source.js';

/** Words without markup, and where each of their units stands in the text. */
export interface Plain {
  readonly text: string;
  readonly offsets: readonly number[];
}

export interface ProseRange extends Span {
  /** Stretches within that are no prose, in order. */
  readonly skips: readonly Span[];
}

/** The words of a stretch of text: emphasis, tags and commands gone, white space narrowed to one space. */
export function plainText(text: string, range: ProseRange, markup: 'tex' | 'markdown'): Plain {
  const out = new PlainWriter();
  const read = markup === 'tex' ? readTex : readMarkdown;
  let at = range.start;
  for (const skip of [...range.skips, { start: range.end, end: range.end }]) {
    while (at < skip.start) at = read(text, at, skip.start, out);
    if (skip.end > skip.start) out.space(skip.start);
    at = Math.max(at, skip.end);
  }
  return { text: out.text, offsets: out.offsets };
}

class PlainWriter {
  readonly #parts: string[] = [];
  readonly offsets: number[] = [];
  #last = '';

  get text(): string {
    return this.#parts.join('');
  }

  add(unit: string, offset: number): void {
    this.#parts.push(unit);
    for (let i = 0; i < unit.length; i++) this.offsets.push(offset);
    this.#last = unit;
  }

  space(offset: number): void {
    if (this.#last !== ' ') this.add(' ', offset);
  }
}

const tag = /<\/?[a-zA-Z][^<>\r\n]{0,200}>/y;
const escapable = /[\\`*_{}[\]()#+\-.!$%&~|><"'/:;=?@^,]/;

/** Writes what stands at `at` and says where to go on. */
function readMarkdown(text: string, at: number, end: number, out: PlainWriter): number {
  const unit = text[at] ?? '';
  if (isSpace(text.charCodeAt(at))) out.space(at);
  else if (unit === '`') return at + 1;
  else if (unit === '*' && !/[\^_]/.test(text[at - 1] ?? '')) return at + 1;
  else if (unit === '_' && !(isWord(text[at - 1]) && /[\p{L}\d{\\]/u.test(text[at + 1] ?? ''))) {
    return at + 1;
  } else if (unit === '\\' && escapable.test(text[at + 1] ?? '') && at + 1 < end) {
    out.add(text[at + 1] ?? '', at + 1);
    return at + 2;
  } else if (unit === '<') {
    tag.lastIndex = at;
    if (tag.test(text) && tag.lastIndex <= end) {
      out.space(at);
      return tag.lastIndex;
    }
    out.add(unit, at);
  } else out.add(unit, at);
  return at + 1;
}

function isWord(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\d})]/u.test(unit);
}

const accent = /\\(['`"^~=.]|[cuvHr](?=\{))\s{0,3}(?:\{\\?([a-zA-Z])\}|\\?([a-zA-Z]))/y;
const combining: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '"': '\u0308',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  r: '\u030a',
};
const texCommand = /\\(?:([a-zA-Z@]+)\*?|(.))/y;

function readTex(text: string, at: number, end: number, out: PlainWriter): number {
  const unit = text[at] ?? '';
  if (unit === '\\') return readTexCommand(text, at, end, out);
  if (isSpace(text.charCodeAt(at)) || unit === '~') out.space(at);
  else if (unit !== '{' && unit !== '}') out.add(unit, at);
  return at + 1;
}

function readTexCommand(text: string, at: number, end: number, out: PlainWriter): number {
  accent.lastIndex = at;
  const accented = accent.exec(text);
  if (accented !== null && accent.lastIndex <= end) {
    const letter = (accented[2] ?? accented[3] ?? '') + (combining[accented[1] ?? ''] ?? '');
    out.add(letter.normalize('NFC'), at);
    return accent.lastIndex;
  }
  texCommand.lastIndex = at;
  const command = texCommand.exec(text);
  if (command === null) return at + 1;
  const symbol = command[2];
  if (command[1]?.endsWith('dots') === true) out.add('...', at);
  else if (symbol !== undefined && /[%&_#${}]/.test(symbol)) out.add(symbol, at);
  else if (
    command[1] === 'footnote' ||
    symbol !== undefined ||
    !/[\s{[]/.test(text[texCommand.lastIndex] ?? ' ')
  )
    out.space(at);
  return Math.min(texCommand.lastIndex, end);
}

/** Lower case without accents, unit for unit: what phrases are compared with. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return text;
  return lower.replace(/[\u00c0-\u024f]/g, (unit) => unit.normalize('NFD')[0] ?? unit);
}
