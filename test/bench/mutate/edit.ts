import type { Pieces } from './atoms.js';

/** Replaces a span of the formula. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way in which students go wrong: the places of a formula where it could happen. */
export interface Slip {
  readonly kind: string;
  readonly propose: (pieces: Pieces) => readonly Edit[];
}

/** Offers one edit at every token where `at` finds one. */
export function eachToken(kind: string, at: (pieces: Pieces, index: number) => Edit | null): Slip {
  return {
    kind,
    propose: (pieces) =>
      pieces.tokens.flatMap((_token, index) => {
        const edit = at(pieces, index);
        return edit === null ? [] : [edit];
      }),
  };
}

/** An edit of the tokens `from` up to, not including, `to`. */
export function replaceTokens(pieces: Pieces, from: number, to: number, text: string): Edit {
  return { start: pieces.token(from).start, end: pieces.token(to - 1).end, text };
}

/** Whether a sign at this token joins two terms, rather than standing before the first. */
export function isBinary(pieces: Pieces, index: number): boolean {
  const before = pieces.token(index - 1);
  if (['letter', 'number', 'close'].includes(before.kind)) return true;
  return (
    before.kind === 'command' && /^\\(?:top|[a-z]*eta|alpha|mu|sigma|lambda|T)$/.test(before.text)
  );
}

/** Whether the token stands in a subscript. */
export function inSubscript(pieces: Pieces, index: number): boolean {
  return enclosing(pieces, index) === '_';
}

/** The sign whose script holds the token (`_` or `^`), or empty. */
export function enclosing(pieces: Pieces, index: number): string {
  const direct = pieces.token(index - 1).text;
  if (direct === '_' || direct === '^') return direct;
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const { kind } = pieces.token(at);
    if (kind === 'close') depth++;
    else if (kind === 'open' && depth > 0) depth--;
    else if (kind === 'open') {
      const script = pieces.token(at - 1).text;
      if (script === '_' || script === '^') return script;
    }
  }
  return '';
}

/** Whether the token stands in the range of a sum, a product or a maximum. */
export function inBounds(pieces: Pieces, index: number): boolean {
  for (let at = index; at >= 0; at--) {
    if (!/^\\(?:sum|prod|max|min|lim|int)$/.test(pieces.token(at).text)) continue;
    return index < afterBounds(pieces, at);
  }
  return false;
}

/** The index of the first token after a sum's bounds. */
export function afterBounds(pieces: Pieces, sum: number): number {
  let at = sum + 1;
  while (pieces.token(at).text === '_' || pieces.token(at).text === '^') {
    at = pieces.token(at + 1).text === '{' ? pieces.afterGroup(at + 1) : at + 2;
  }
  return at;
}
