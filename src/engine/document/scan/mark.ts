import type { Span } from '../../text/span.js';
import type { Macro, ScopeKind } from '../outline.js';

/** Mathematics; the span is with the delimiters, `inner` without. */
export interface FormulaMark extends Span {
  readonly kind: 'formula';
  readonly inner: Span;
  readonly display: boolean;
  readonly environment?: string;
}

/** What is neither prose nor mathematics: code, comments, commands without text. */
export interface SkipMark extends Span {
  readonly kind: 'skip';
}

/** A paragraph, list item or table cell ends here. */
export interface BreakMark extends Span {
  readonly kind: 'break';
}

/** A scope begins and lasts until one of its own level or above. */
export interface OpenMark extends Span {
  readonly kind: 'open';
  readonly scope: Exclude<ScopeKind, 'document'>;
  readonly level: number;
  readonly title: string;
}

/** The scopes below `level` end here; one at `level` goes on. */
export interface CloseMark extends Span {
  readonly kind: 'close';
  readonly level: number;
}

/** The marker of a numbered list's item that may turn out to be an exercise. */
export interface NumberMark extends Span {
  readonly kind: 'number';
  readonly value: number;
}

export interface MacroMark extends Span {
  readonly kind: 'macro';
  readonly macros: readonly Macro[];
}

/** What a scanner says of a part's text, in order and without overlaps; what no mark covers is prose. */
export type Mark =
  FormulaMark | SkipMark | BreakMark | OpenMark | CloseMark | NumberMark | MacroMark;
