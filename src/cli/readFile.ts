import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import {
  readSource,
  type ReadProblem,
  type SourceDocument,
  type SourceFormat,
} from '../engine/index.js';
import { sayFirst, type Say } from '../shared/say.js';
import { problems } from '../shared/words.js';
import { sentences } from './sentences.js';

export type FileResult =
  | { readonly ok: true; readonly document: SourceDocument; readonly format: SourceFormat }
  | { readonly ok: false; readonly error: FileError };

/** A file that could not be read, said in the person's language. */
export interface FileError {
  readonly code:
    | ReadProblem['code']
    | 'file.missing'
    | 'file.folder'
    | 'file.not-regular'
    | 'file.not-utf8'
    | 'file.unreadable';
  readonly message: string;
}

const FORMATS: Readonly<Record<string, SourceFormat>> = {
  '.tex': 'tex',
  '.ltx': 'tex',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'markdown',
  '.ipynb': 'notebook',
};

/** Bytes; a notebook's outputs count here but not towards the engine's own limit. */
const MAX_BYTES = 64_000_000;

/** Reads a document from disk. Never throws. */
export async function readDocument(file: string, say: Say): Promise<FileResult> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) return failed('file.folder', say(sentences.folder));
    const format = FORMATS[path.extname(file).toLowerCase()];
    if (format === undefined) return refused({ code: 'file.unknown-format', args: {} }, say);
    if (!about.isFile()) return failed('file.not-regular', say(sentences.notRegular));
    if (about.size > MAX_BYTES) return refused({ code: 'file.too-large', args: {} }, say);
    return parse(format, await readFile(file), say);
  } catch (error) {
    return unreadable(error, say);
  }
}

function parse(format: SourceFormat, bytes: Uint8Array, say: Say): FileResult {
  const text = decode(bytes);
  if (text === undefined) return failed('file.not-utf8', say(sentences.notUtf8));
  const result = readSource(format, text);
  return result.ok ? { ok: true, document: result.document, format } : refused(result.problem, say);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function unreadable(error: unknown, say: Say): FileResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return failed('file.missing', say(sentences.missing));
  const reason = code === '' ? String(error) : code;
  return failed('file.unreadable', say(sentences.unreadable, { reason }));
}

function refused({ code, args }: ReadProblem, say: Say): FileResult {
  return failed(code, sayFirst(say, problems[code], args));
}

function failed(code: FileError['code'], message: string): FileResult {
  return { ok: false, error: { code, message } };
}
