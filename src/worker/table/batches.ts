import { readNumbers } from './numbers.js';
import type { Session } from './session.js';
import type { OpenTable } from './tables.js';

/** Bytes of numbers that are held at a time. */
const BATCH = 64 * 1024 * 1024;

/** The numbers of the columns, column by column, read as many at a time as fit; NaN where missing. */
export async function* batches(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): AsyncGenerator<{ readonly column: string; readonly values: Float64Array }> {
  const rows = table.loaded?.rows ?? 0;
  const size = Math.max(1, Math.floor(BATCH / (8 * Math.max(1, rows))));
  for (let from = 0; from < columns.length; from += size) {
    const some = columns.slice(from, from + size);
    const { values } = await readNumbers(session, table, some);
    for (const [place, column] of some.entries()) {
      yield { column, values: values.subarray(place * rows, (place + 1) * rows) };
    }
  }
}
