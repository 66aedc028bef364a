import type { SourceDocument, SourcePart } from './source.js';

/** `text` is read as Markdown. */
export type SourceFormat = 'tex' | 'markdown' | 'notebook';

export interface ReadProblem {
  readonly code: 'file.too-large' | 'file.not-a-notebook' | 'file.unknown-format';
  readonly args: Readonly<Record<string, string>>;
}

export type ReadResult =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly problem: ReadProblem };

/** A document's text may be at most this long: checking is linear in it, but an editor must not wait. */
export const MAX_TEXT = 4_000_000;

/** Reads a file's text into parts. Never throws: what cannot be read is a problem with a code. */
export function readSource(format: SourceFormat, text: string): ReadResult {
  if (text.length > MAX_TEXT) {
    return { ok: false, problem: { code: 'file.too-large', args: { limit: String(MAX_TEXT) } } };
  }
  const kind = format === 'tex' ? 'tex' : 'markdown';
  const parts: SourcePart[] = [{ kind, text }];
  return { ok: true, document: { parts } };
}
