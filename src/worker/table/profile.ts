import { measure, type Measures } from '../../engine/table/measure.js';
import type { ColumnProfile } from '../../engine/table/profile.js';
import { NumberSorter } from '../../engine/table/sortNumbers.js';
import type { TableId } from '../../shared/tableProtocol.js';
import { batches } from './batches.js';
import { estimate } from './estimate.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import { isNumeric } from './storage.js';
import { columnOf, type OpenTable } from './tables.js';
import { tally } from './tally.js';

/** Rows up to which all is exact, if it is not demanded: a sort of a million numbers takes a tenth of a second. */
const EXACT_ROWS = 1_000_000;

/** Rows beyond which even on demand quartiles are estimated: they would need more memory than there is. */
const MOST_EXACT_ROWS = 30_000_000;

export async function profile(
  room: Room,
  request: {
    readonly table: TableId;
    readonly columns: readonly string[];
    readonly exact?: boolean;
  },
  task: Task,
): Promise<{ readonly profiles: readonly ColumnProfile[] }> {
  const table = await loaded(room, request.table, task);
  const rows = table.loaded?.rows ?? 0;
  const exact = rows <= (request.exact === true ? MOST_EXACT_ROWS : EXACT_ROWS);
  const names = [...new Set(request.columns)];
  const profiles = table.loaded?.profiles ?? new Map<string, ColumnProfile>();
  const wanted = names.filter((name) => {
    const known = profiles.get(name);
    return known === undefined || (exact && known.approximate);
  });
  const numeric = wanted.filter((name) => isNumeric(columnOf(table, name)));
  const others = wanted.filter((name) => !isNumeric(columnOf(table, name)));
  const numbers = exact ? measured(table, numeric, task) : estimate(task.session, table, numeric);
  for await (const each of numbers) profiles.set(each.column, each);
  for await (const each of tally(task.session, table, others, exact)) {
    profiles.set(each.column, each);
  }
  return { profiles: names.flatMap((name) => profiles.get(name) ?? []) };
}

async function* measured(
  table: OpenTable,
  names: readonly string[],
  { session, cancelled }: Task,
): AsyncGenerator<ColumnProfile> {
  const sorter = new NumberSorter();
  for await (const { column, values } of batches(session, table, names)) {
    if (cancelled()) return;
    yield profileOf(table, column, measure(values, sorter));
  }
}

function profileOf(
  table: OpenTable,
  column: string,
  { top, ...measures }: Measures,
): ColumnProfile {
  const written = top?.map(({ value, count }) => {
    return { value: write(table, column, value), count };
  });
  return { column, approximate: false, ...measures, ...(written && { top: written }) };
}

/** As a page writes it. */
function write(table: OpenTable, column: string, value: number): string {
  const { kind } = columnOf(table, column);
  if (kind === 'boolean') return value === 0 ? 'false' : 'true';
  return kind === 'real' && Number.isInteger(value) ? value.toFixed(1) : String(value);
}
