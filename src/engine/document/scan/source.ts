import { Finder } from './finder.js';

/** A part's text while it is scanned. `tex`: `%` starts a comment, and `$` needs no care for spaces. */
export interface Source {
  readonly text: string;
  readonly tex: boolean;
  readonly finder: Finder;
  /** Up to here `\text{` has been seen to hide the closing `$`: there it is not believed again. */
  readonly flat: { inline: number; display: number };
}

export function createSource(text: string, tex: boolean): Source {
  return { text, tex, finder: new Finder(text), flat: { inline: 0, display: 0 } };
}

/** The end of the line that `at` is on, before its line break. */
export function lineEnd(text: string, at: number, limit = text.length): number {
  const last = Math.min(limit, text.length);
  for (let i = at; i < last; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || unit === 13) return i;
  }
  return last;
}

/** A line may be the whole text: what names a scope is read from its beginning. */
const MAX_TITLE = 160;

/** The line from `at` on, cut where it gets too long for a title. */
export function titleAt(text: string, at: number): string {
  return text.slice(at, lineEnd(text, at, at + MAX_TITLE));
}

/** The start of the line after the one that ends at `end`. */
export function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10) return end + 2;
  return Math.min(end + 1, text.length);
}

/** The range without the white space at its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0;
}

/** The position after the brace that closes the one at `open`, or -1 where it is not closed within `limit`. */
export function groupEnd(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(limit, text.length); i++) {
    const unit = text[i];
    if (unit === '\\') i++;
    else if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return i + 1;
  }
  return -1;
}
