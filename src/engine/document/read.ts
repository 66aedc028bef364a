import { readNotebook } from './notebook.js';
import type { SourceDocument } from './source.js';

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

/** A notebook carries its pictures within it, so the file may be longer than its text. */
const MAX_NOTEBOOK = 60_000_000;

/**
 * Reads a file's text into parts: a notebook's cells by index, anything else as one part. Never throws:
 * what cannot be read is a problem with a code. A byte order mark is dropped, as editors do, and offsets
 * count from behind it.
 */
export function readSource(format: SourceFormat, raw: string): ReadResult {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  const limit = format === 'notebook' ? MAX_NOTEBOOK : MAX_TEXT;
  if (text.length > limit) return tooLarge(limit);
  switch (format) {
    case 'tex':
    case 'markdown':
      return { ok: true, document: { parts: [{ kind: format, text }] } };
    case 'notebook':
      return notebookSource(text);
    default:
      return unknownFormat(format);
  }
}

function notebookSource(text: string): ReadResult {
  const parts = readNotebook(text);
  if (parts === null) return { ok: false, problem: { code: 'file.not-a-notebook', args: {} } };
  const total = parts.reduce((sum, part) => sum + part.text.length, 0);
  return total > MAX_TEXT ? tooLarge(MAX_TEXT) : { ok: true, document: { parts } };
}

function tooLarge(limit: number): ReadResult {
  return { ok: false, problem: { code: 'file.too-large', args: { limit: String(limit) } } };
}

function unknownFormat(format: never): ReadResult {
  return { ok: false, problem: { code: 'file.unknown-format', args: { format: String(format) } } };
}
