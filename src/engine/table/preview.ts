import type { Column } from './column.js';
import type { Dialect } from './dialect.js';
import type { Note } from './note.js';

/** What the first block of a file shows. */
export interface FirstBlock {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  /** The first rows, row by row; null where there is no value. Numbers, dates and booleans as `valueOf` writes them. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** False when not one row ended within the block: read a longer one and ask again. */
  readonly enough: boolean;
}

export interface PreviewProblem {
  readonly code: 'file.empty' | 'file.binary' | 'file.tooWide';
  readonly args: Readonly<Record<string, string | number>>;
}

export type PreviewResult =
  | { readonly ok: true; readonly block: FirstBlock }
  | { readonly ok: false; readonly problem: PreviewProblem };

/**
 * Understands a table from its first bytes. `complete` says that they are all of the file.
 * What `given` says is taken as it is; the rest is inferred. Never throws.
 */
export type ReadPreview = (
  bytes: Uint8Array,
  complete: boolean,
  given?: Partial<Dialect>,
) => PreviewResult;
