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
