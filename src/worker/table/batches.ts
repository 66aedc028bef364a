import { readNumbers } from './numbers.js';
import type { Session } from './session.js';
import type { OpenTable } from './tables.js';

/** Bytes of numbers that are held at a time. */
const BATCH = 4 * 1024 * 1024;

/**
 * The numbers of the columns, column by column, read as many at a time as fit; NaN where missing. What is yielded is
 * good until the next is asked for.
 */
export async function* batches(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): AsyncGenerator<{ readonly column: string; readonly values: Float64Array }> {
  const rows = table.loaded?.rows ?? 0;
  const size = Math.max(1, Math.floor(BATCH / (8 * Math.max(1, rows))));
  const room = new Float64Array(Math.min(size, columns.length) * rows);
  for (let from = 0; from < columns.length; from += size) {
    const some = columns.slice(from, from + size);
    const { values } = await readNumbers(session, table, some, room);
    for (const [place, column] of some.entries()) {
      yield { column, values: values.subarray(place * rows, (place + 1) * rows) };
    }
  }
}
