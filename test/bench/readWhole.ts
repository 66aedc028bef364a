import type { Column } from '../../src/engine/table/column.js';
import type { Dialect } from '../../src/engine/table/dialect.js';
import { readPreview } from '../../src/engine/table/preview.js';
import { createTranscoder, widen, type Tally } from '../../src/engine/table/transcode.js';

export interface Whole {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** As much as is looked at to understand a file. */
const BLOCK = 256_000;

/** Reads a file as the table process does: the first block, then all of it, again where columns were widened. */
export function readWhole(bytes: Uint8Array): Whole {
  let size = BLOCK;
  let found = readPreview(bytes.subarray(0, size), bytes.length <= size);
  while (found.ok && !found.block.enough) {
    size *= 4;
    found = readPreview(bytes.subarray(0, size), bytes.length <= size);
  }
  if (!found.ok) throw new Error(found.problem.code);
  let known: Pick<Whole, 'dialect' | 'columns'> = found.block;
  let { plain, tally } = madePlain(bytes, known);
  while (tally.misfits.length > 0) {
    known = widen(known.dialect, known.columns, tally.misfits);
    ({ plain, tally } = madePlain(bytes, known));
  }
  return { dialect: known.dialect, columns: known.columns, rows: plainCells(plain) };
}

/** The cells of a plain table, read by the simplest of readers: its form is known. */
export function plainCells(plain: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\n]*))([,\n])/g;
  for (const [, quoted, bare, end] of plain.matchAll(pattern)) {
    const cell = quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"');
    rows.at(-1)?.push(cell === '' ? null : cell);
    if (end === '\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function madePlain(
  bytes: Uint8Array,
  { dialect, columns }: Pick<Whole, 'dialect' | 'columns'>,
): { readonly plain: string; readonly tally: Tally } {
  const transcoder = createTranscoder(dialect, columns);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    pieces.push(transcoder.push(bytes.subarray(at, at + BLOCK)));
  }
  pieces.push(transcoder.end());
  return { plain: Buffer.concat(pieces).toString('utf8'), tally: transcoder.tally() };
}
