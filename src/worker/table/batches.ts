import type { Numbers } from '../../shared/tableProtocol.js';
import { readNumbers } from './numbers.js';
import type { Session } from './session.js';
import type { OpenTable } from './tables.js';

/** Bytes of numbers that are held at a time: half of them in use, half on their way. */
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
  const fitting = Math.floor(BATCH / 2 / (8 * Math.max(1, rows)));
  const size = Math.max(1, fitting);
  const rooms = (fitting > 0 ? [0, 1] : [0]).map(
    () => new Float64Array(Math.min(size, columns.length) * rows),
  );
  const read = (from: number): Promise<Numbers> =>
    readNumbers(
      session,
      table,
      columns.slice(from, from + size),
      rooms[(from / size) % rooms.length],
    );
  let next = read(0);
  try {
    for (let from = 0; from < columns.length; from += size) {
      const { columns: some, values } = await next;
      // The database reads the next ones while these are used; a single one that is too long for that has the room alone.
      const ahead = rooms.length > 1;
      if (ahead) next = read(from + size);
      for (const [place, column] of some.entries()) {
        yield { column, values: values.subarray(place * rows, (place + 1) * rows) };
      }
      if (!ahead) next = read(from + size);
    }
  } finally {
    // It must not be under way when its connection is closed; why it failed was said where it was waited for.
    await next.catch(() => null);
  }
}
