/** What a part of a document is written in; code is never read for mathematics. */
export type PartKind = 'tex' | 'markdown' | 'code';

/** A notebook's cell, or the whole text of a plain file. */
export interface SourcePart {
  readonly kind: PartKind;
  readonly text: string;
}

/** A document as the engine sees it: its text, cut into parts, with no file behind it. */
export interface SourceDocument {
  readonly parts: readonly SourcePart[];
}
