import { Decoder } from '../decoder.js';
import type { Encoding } from '../dialect.js';
import { encodingOf } from '../encoding.js';
import { readPreview } from '../preview.js';
import type { Row } from '../row.js';
import { RowReader } from '../rowReader.js';
import { textOf } from '../utf8.js';
import { fault, type Fault, type Spot } from './fault.js';

/** A file of predictions as rows of cells, each with its place in the text. */
export interface PredictionRows {
  readonly encoding: Encoding;
  /** Begins with bytes that only name the encoding. */
  readonly mark: boolean;
  readonly delimiter: string;
  /** The header among them, if there is one. */
  readonly rows: readonly PredictionRow[];
}

export interface PredictionRow {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly PredictionCell[];
}

export interface PredictionCell extends Spot {
  readonly text: string;
}

/** No assignment's predictions are longer. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Cells of a row that are looked at; there should be two. */
const MAX_CELLS = 1_000;

/** Bytes that tell how the cells are apart. */
const FIRST_BLOCK = 256 * 1024;

export function readPredictions(bytes: Uint8Array): PredictionRows | Fault {
  if (bytes.length > MAX_BYTES) {
    return fault('file.large', 'error', { megabytes: MAX_BYTES / 1024 / 1024 });
  }
  const preview = readPreview(bytes.subarray(0, FIRST_BLOCK), bytes.length <= FIRST_BLOCK);
  if (!preview.ok) {
    return preview.problem.code === 'file.empty'
      ? fault('file.empty', 'error', {})
      : fault('file.binary', 'error', {});
  }
  const { dialect } = preview.block;
  const { encoding, bom } = encodingOf(bytes, true);
  const reader = new RowReader({ ...dialect, comment: '' });
  reader.push(new Decoder(encoding).push(bytes, true), true);
  const rows: PredictionRow[] = [];
  for (let row = reader.next(); row !== undefined; row = reader.next()) {
    rows.push({ line: row.line, cells: cellsOf(row) });
  }
  return { encoding, mark: bom > 0, delimiter: dialect.delimiter, rows };
}

export function isFault(read: PredictionRows | Fault): read is Fault {
  return 'code' in read;
}

/** Places count characters, as editors do, and the row counts bytes. */
function cellsOf(row: Row): readonly PredictionCell[] {
  const first = (row.starts[0] ?? 0) - (row.quoted[0] === true ? 1 : 0);
  const cells: PredictionCell[] = [];
  let [at, character] = [first, 0];
  for (let place = 0; place < Math.min(row.count, MAX_CELLS); place++) {
    const [from, to] = [row.starts[place] ?? 0, row.ends[place] ?? 0];
    const start = character + textOf(row.bytes, at, from).length;
    const end = start + textOf(row.bytes, from, to).length;
    cells.push({ line: row.line, start, end, text: row.text(place) });
    [at, character] = [to, end];
  }
  return cells;
}
