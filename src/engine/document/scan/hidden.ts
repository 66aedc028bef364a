import type { Span } from '../../text/span.js';
import { fenceLine, shapeAt } from './lines.js';
import type { FormulaMark } from './mark.js';
import { lineEnd, nextLine, type Source } from './source.js';

/** A fenced block; `inner` is its mathematics where the language says ```` ```math ````. */
export interface Fence extends Span {
  readonly inner: Span | null;
}

/** The fenced block that begins at a line's start, or null. One that never closes runs to the end. */
export function fence(text: string, at: number): Fence | null {
  const opening = shapeAt(fenceLine, text, at);
  if (opening === null) return null;
  const mark = opening[1] ?? '';
  const innerStart = nextLine(text, lineEnd(text, at + opening[0].length));
  const isMath = /^\{?(?:math|latex-math)\}?$/i.test(opening[2] ?? '');
  let line = innerStart;
  while (line < text.length) {
    const end = lineEnd(text, line);
    if (closesFence(text.slice(line, Math.min(end, line + 200)), mark)) {
      const inner = isMath && text.slice(innerStart, line).trim() !== '';
      return { start: at, end, inner: inner ? { start: innerStart, end: line } : null };
    }
    line = nextLine(text, end);
  }
  return { start: at, end: text.length, inner: null };
}

function closesFence(line: string, mark: string): boolean {
  const trimmed = line.replace(/^[\s>]{0,20}/, '').trimEnd();
  if (trimmed.length < mark.length || trimmed.length > 150) return false;
  return trimmed === (mark[0] ?? '`').repeat(trimmed.length);
}

/**
 * The end of the code between backticks at `at`; minus the length of the run where it has no partner
 * in its paragraph, so that the run is passed over as text.
 */
export function codeSpan(source: Source, at: number, limit: number): number {
  let run = 1;
  while (source.text[at + run] === '`') run++;
  const close = source.finder.ticks(run, at + run);
  return close < 0 || close >= limit ? -run : close + run;
}

/** GitHub's `` $`x`$ ``. */
export function tickedDollar(source: Source, at: number, limit: number): FormulaMark | null {
  if (source.text[at + 1] !== '`') return null;
  const close = source.finder.next('`$', at + 2);
  if (close < 0 || close >= limit || source.text.slice(at + 2, close).trim() === '') return null;
  const inner = { start: at + 2, end: close };
  return { kind: 'formula', start: at, end: close + 2, inner, display: false };
}

const htmlOpening = /<(script|style|pre|code|textarea|svg)(?=[\s>])/iy;

/** The end of a comment or of an element that holds no text to read, or null. */
export function hiddenHtml(source: Source, at: number): number | null {
  const { text, finder } = source;
  if (text.startsWith('<!--', at)) {
    const close = finder.next('-->', at + 4);
    return close < 0 ? null : close + 3;
  }
  const name = shapeAt(htmlOpening, text, at)?.[1];
  if (name === undefined) return null;
  const close = finder.next(`</${name}`, at);
  if (close < 0) return null;
  const end = text.indexOf('>', close);
  return end < 0 || end - close > 40 ? null : end + 1;
}

const opening = /\uFEFF?---[ \t]*(?:\r\n|\n|\r)/y;

/** The end of the settings between `---` lines that a text may begin with, or 0. */
export function frontMatter(text: string): number {
  const first = shapeAt(opening, text, 0);
  if (first === null) return 0;
  let line = first[0].length;
  for (let count = 0; count < 200 && line < text.length; count++) {
    const end = lineEnd(text, line);
    const content = text.slice(line, Math.min(end, line + 300));
    if (/^(?:---|\.\.\.)[ \t]*$/.test(content)) return count > 0 ? end : 0;
    if (!/^(?:[\w.-]+[ \t]*:|[ \t]+\S|- |#|[ \t]*$)/.test(content)) return 0;
    line = nextLine(text, end);
  }
  return 0;
}
