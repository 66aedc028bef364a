import type { TableId } from '../../shared/tableProtocol.js';
import { correlations } from '../numeric/correlation.js';
import { BLOCK } from '../numeric/kernel.js';
import { loaded } from './load.js';
import { numberBlocks, numberSql } from './numbers.js';
import type { Room, Task } from './room.js';
import { isNumeric } from './storage.js';
import { columnOf } from './tables.js';
import { TableTrouble } from './trouble.js';

/** A matrix of 3,000 columns is 36 MB to send, and nine times as much to compute where values are missing. */
const MOST_COLUMNS = 3_000;

/** Numbers at a time, about. */
const NUMBERS = 300_000;

export async function correlation(
  room: Room,
  { table: id, columns }: { readonly table: TableId; readonly columns: readonly string[] },
  task: Task,
): Promise<{ readonly columns: readonly string[]; readonly r: Float32Array }> {
  const table = await loaded(room, id, task);
  const numeric = columns.filter((name) => isNumeric(columnOf(table, name)));
  if (numeric.length > MOST_COLUMNS) throw new TableTrouble('memory.full', {});
  const pairs = correlations(numeric.length);
  if (numeric.length > 0) {
    // The kernel takes so many rows at once, and fewer cost it as much.
    const rows = BLOCK * Math.max(1, Math.floor(NUMBERS / numeric.length / BLOCK));
    const cells = numeric.map((name) => numberSql(table, name));
    await numberBlocks(task.session, table, cells, rows, (values, count) => {
      pairs.add(values, count);
    });
  }
  return { columns: numeric, r: pairs.result() };
}
