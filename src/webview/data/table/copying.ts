import type { Column } from '../../../shared/dataProtocol.js';
import { writers, type TextFormat } from '../../../shared/tableText.js';
import { isNumeric } from '../kinds.js';
import { selected, type Cursor } from './cursor.js';
import type { GridSource } from './source.js';

/** What a clipboard, and the document it is pasted into, can bear. */
export const MAX_CELLS = 200_000;

export interface Copied {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** The selected cells with their columns' names; nothing where they are too many. */
export async function copied(
  source: GridSource,
  cursor: Cursor,
  format: TextFormat,
): Promise<Copied | undefined> {
  const { x0, x1, y0, y1 } = selected(cursor);
  const columns = columnsBetween(source, x0, x1);
  const from = Math.max(0, y0);
  // A heading alone stands for its whole column.
  const to = y1 <= 0 ? source.rows : y1;
  const rows = to - from;
  if (rows * columns.length > MAX_CELLS) return undefined;
  const { cells } = await source.read(from, to, columns);
  const text = writers[format]({
    header: columns.map(({ name }) => name),
    numeric: columns.map(isNumeric),
    rows: Array.from({ length: rows }, (_, row) => cells.map((column) => column[row] ?? null)),
  });
  return { text, rows, columns: columns.length };
}

function columnsBetween(
  { columns, frozen }: GridSource,
  x0: number,
  x1: number,
): readonly Column[] {
  const moving = columns.slice(Math.max(0, x0), Math.max(0, x1));
  return x0 < 0 && frozen !== undefined ? [frozen, ...moving] : moving;
}
