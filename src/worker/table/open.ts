import { open as openFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readPreview } from '../../engine/table/preview.js';
import type { OpenRequest, Preview } from '../../shared/tableProtocol.js';
import { describe } from './describe.js';
import type { Room, Task } from './room.js';
import type { FileSource } from './tables.js';
import { TableTrouble } from './trouble.js';

type Shown = Pick<Preview, 'columns' | 'notes' | 'rows' | 'complete'>;

/** Bytes that the first screen is made of: understanding twice as many takes more than twice as long at a cold start. */
const FIRST_BLOCK = 128 * 1024;

/** Rows below which the columns' kinds are guessed from a longer block. */
const FEW_ROWS = 16;

const LONGEST_FIRST_BLOCK = 64 * 1024 * 1024;

/** Understands a file from its first block, or from its own description where its format has one. */
export async function open(room: Room, request: OpenRequest, task: Task): Promise<Preview & Shown> {
  const { size: bytes, mtimeMs: modified, isFile } = await fileAt(request.path);
  if (!isFile) throw new TableTrouble('file.missing', { file: path.basename(request.path) });
  const { unchanged } = request;
  if (unchanged && (unchanged.bytes !== bytes || unchanged.modified !== modified)) {
    throw new TableTrouble('file.changed', { file: path.basename(request.path) });
  }
  const format = formatOf(request.path);
  const file = { kind: 'file', path: request.path, bytes, modified, format } as const;
  const { dialect, ...shown } =
    format === 'text' ? await first(file, request) : await describe(task.session, file);
  const id = room.tables.number(request.table);
  const own = nameOf(request.path);
  const wish = request.name ?? (request.passing === true ? `${own} #${id}` : own);
  const name = room.tables.freeName(wish, id);
  const { columns, notes } = shown;
  room.tables.put({ id, name, source: { ...file, dialect }, columns, notes, loaded: undefined });
  return { table: id, name, bytes, modified, format, dialect, ...shown };
}

/** Throws `file.changed` or `file.missing` where the file is no longer the one that was opened. */
export async function demandUnchanged({ path: file, bytes, modified }: FileSource): Promise<void> {
  const now = await fileAt(file);
  if (now.size === bytes && now.mtimeMs === modified) return;
  throw new TableTrouble('file.changed', { file: path.basename(file) });
}

async function fileAt(
  file: string,
): Promise<{ readonly size: number; readonly mtimeMs: number; readonly isFile: boolean }> {
  try {
    const found = await stat(file);
    return { size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() };
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

const FORMATS: Readonly<Record<string, FileSource['format']>> = {
  '.parquet': 'parquet',
  '.pq': 'parquet',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
};

function formatOf(file: string): FileSource['format'] {
  return FORMATS[path.extname(file).toLowerCase()] ?? 'text';
}

function nameOf(file: string): string {
  return path.basename(file, path.extname(file)) || 'table';
}

async function first(
  file: Omit<FileSource, 'dialect'>,
  { dialect: given }: OpenRequest,
): Promise<Shown & Pick<Preview, 'dialect'>> {
  for (let length = FIRST_BLOCK; ; length *= 4) {
    const bytes = await beginning(file.path, length);
    const complete = bytes.length >= file.bytes;
    const result = readPreview(bytes, complete, given);
    if (!result.ok) throw new TableTrouble(result.problem.code, result.problem.args);
    const { dialect, columns, notes, rows, enough } = result.block;
    const last = complete || length >= LONGEST_FIRST_BLOCK;
    const plenty = length > FIRST_BLOCK || rows.length >= FEW_ROWS;
    if ((enough && plenty) || last) return { dialect, columns, notes, rows, complete };
  }
}

async function beginning(file: string, length: number): Promise<Uint8Array> {
  try {
    const handle = await openFile(file);
    try {
      const bytes = new Uint8Array(length);
      let filled = 0;
      while (filled < length) {
        const { bytesRead } = await handle.read(bytes, filled, length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileTrouble(error, file);
  }
}

const CODES: Readonly<Record<string, 'file.missing' | 'file.denied'>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EACCES: 'file.denied',
  EPERM: 'file.denied',
  EISDIR: 'file.missing',
};

function fileTrouble(error: unknown, file: string): unknown {
  const code = CODES[(error as NodeJS.ErrnoException).code ?? ''];
  return code === undefined ? error : new TableTrouble(code, { file: path.basename(file) });
}
