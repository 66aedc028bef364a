/** A half-open range of UTF-16 units, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span within one part (a notebook's cell, or the whole of a plain file) of a document. */
export interface Place extends Span {
  readonly part: number;
}

/** A position as people count it: line and column from 1, offset in UTF-16 units from 0. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Does the one begin where the other does, or before? */
export function isBefore(one: Place, other: Place): boolean {
  return one.part === other.part ? one.start <= other.start : one.part < other.part;
}
