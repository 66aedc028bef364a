import type { FormulaMark } from './mark.js';
import { looksLikeProse } from './prose-like.js';
import { isSpace, lineEnd, nextLine, trimmed, type Source } from './source.js';

/** The formula that the `$` or `$$` at `at` opens, or null where it is money or a stray. */
export function dollarFormula(source: Source, at: number, limit: number): FormulaMark | null {
  return source.text[at + 1] === '$'
    ? displayFormula(source, at)
    : inlineFormula(source, at, limit);
}

function displayFormula(source: Source, at: number): FormulaMark | null {
  const { text } = source;
  const close = closingDollar(source, at + 2, text.length, 'display');
  if (close < 0 || text[close + 1] !== '$') return null;
  const inner = { start: at + 2, end: close };
  const latex = text.slice(inner.start, inner.end);
  if (latex.trim() === '' || looksLikeProse(latex)) return null;
  return { kind: 'formula', start: at, end: close + 2, inner, display: true };
}

function inlineFormula(source: Source, at: number, limit: number): FormulaMark | null {
  const { text, tex } = source;
  const close = closingDollar(source, at + 1, Math.min(limit, at + MAX_INLINE), 'inline');
  if (close < 0) return null;
  const inner = { start: at + 1, end: close };
  const { start, end } = trimmed(text, inner.start, inner.end);
  if (start === end || (!tex && !isMarkdownInline(text, at, close))) return null;
  return { kind: 'formula', start: at, end: close + 1, inner, display: false };
}

/** Inline mathematics is shorter than this; a `$` with no partner nearby is a price. */
const MAX_INLINE = 4000;

/**
 * Pandoc's rule (no space inside the delimiters, no digit after them), with a door for `$ x $` as
 * notebooks accept it: then what stands between must look like mathematics.
 */
function isMarkdownInline(text: string, at: number, close: number): boolean {
  const inner = text.slice(at + 1, close);
  const after = text[close + 1] ?? ' ';
  if (/\d/.test(after)) return false;
  const spacedLeft = isSpace(text.charCodeAt(at + 1));
  const spacedRight = isSpace(text.charCodeAt(close - 1));
  if (!spacedLeft && !spacedRight) return !sumOfMoney.test(inner);
  if (/[\r\n]/.test(inner) || !looksLikeMath.test(inner.trim())) return false;
  const before = text[at - 1] ?? ' ';
  return !(spacedLeft && /[\p{L}\d]/u.test(before)) && !(spacedRight && /[\p{L}\\]/u.test(after));
}

const looksLikeMath = /[\\^_=<>]|^[\p{L}\d]{1,3}$|^\p{L}[ ,+*/-]/u;
const sumOfMoney = /^\d[\d.,]*\s+(?:\p{L}{3,}\s|(?:[oya]|or|and|to)\s+\d)[^\\^_=+{(<>]*$/u;

/** The first `$` from `from` that no backslash, comment or `\text{...}` hides, or -1. */
function closingDollar(
  source: Source,
  from: number,
  limit: number,
  mode: 'inline' | 'display',
): number {
  const nesting = from >= source.flat[mode];
  const close = seekDollar(source, from, limit, mode, nesting);
  if (close >= 0 || !nesting) return close;
  source.flat[mode] = limit;
  return seekDollar(source, from, limit, mode, false);
}

function seekDollar(
  source: Source,
  from: number,
  limit: number,
  mode: 'inline' | 'display',
  nesting: boolean,
): number {
  const { text, tex } = source;
  let depth = 0;
  for (let i = from; i < limit; i++) {
    switch (text[i]) {
      case '\\':
        if (nesting && depth === 0 && opensText(text, i)) {
          i = textOpening.lastIndex - 1;
          depth = 1;
        } else i++;
        break;
      case '{':
        if (depth > 0) depth++;
        break;
      case '}':
        if (depth > 0) depth--;
        break;
      case '$':
        if (depth === 0) return i;
        break;
      case '%':
        if (tex) i = lineEnd(text, i);
        break;
      case '\n':
      case '\r':
        if (mode === 'inline' && endsInline(text, nextLine(text, i), tex)) return -1;
        break;
      default:
        break;
    }
  }
  return -1;
}

const textOpening = /\\(?:text[a-z]*|mbox|hbox|fbox|intertext|shortintertext)\s{0,3}\{/y;

function opensText(text: string, at: number): boolean {
  textOpening.lastIndex = at;
  return textOpening.test(text);
}

/** Inline mathematics may run over a line's end, but not into a blank line, a list or a heading. */
function endsInline(text: string, lineStart: number, tex: boolean): boolean {
  const rest = tex ? blank : blankOrBlock;
  rest.lastIndex = lineStart;
  return rest.test(text);
}

const blank = /[ \t]*(?:[\r\n]|$)/y;
const blankOrBlock = /[ \t]*(?:[\r\n]|$|(?:[-*+•]|\d{1,3}[.)]|#{1,6})[ \t]|\||`{3}|~{3})/y;
