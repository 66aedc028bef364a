import type { Cell, Condition, TableId, View } from '../../shared/tableProtocol.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import { numberOf } from './session.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';
import { whereSql } from './where.js';

export interface PageRequest {
  readonly table: TableId;
  readonly view: View;
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
  readonly longest?: number;
}

export interface Page {
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly number[];
}

/** Characters of a cell; enough for a table on the screen. */
const LONGEST_CELL = 2_000;

/** Rows that one page may have. */
const LONGEST_PAGE = 100_000;

/** Some rows of a view, column by column. */
export async function page(room: Room, request: PageRequest, task: Task): Promise<Page> {
  const table = await loaded(room, request.table, task);
  const cells = request.columns.map((name) => shown(table, name, request.longest ?? LONGEST_CELL));
  const view = await room.views.rows(task.session, table, request.view);
  const from = Math.max(0, Math.floor(request.from));
  const to = Math.min(view.rows, Math.floor(request.to), from + LONGEST_PAGE);
  if (to <= from) return { cells: request.columns.map(() => []), rows: [] };
  const within = `rowid >= ${from} AND rowid < ${to}`;
  const [rows = [], ...columns] = await task.session.columns(
    view.order === null
      ? `SELECT rowid AS r, ${cells.join(', ') || 'NULL'} FROM ${relation(table)} WHERE ${within} ORDER BY r`
      : `SELECT v.r, ${cells.join(', ') || 'NULL'} FROM (SELECT rowid AS p, r FROM ${view.order} WHERE ${within}) v` +
          ` JOIN ${relation(table)} t ON t.rowid = v.r ORDER BY v.p`,
  );
  const asked = columns.slice(0, request.columns.length) as unknown as readonly (readonly Cell[])[];
  return { cells: asked, rows: rows.map(numberOf) };
}

/** How many rows a filter leaves. */
export async function count(
  room: Room,
  { table: id, filter }: { readonly table: TableId; readonly filter: readonly Condition[] },
  task: Task,
): Promise<{ readonly rows: number }> {
  const table = await loaded(room, id, task);
  const { sql, values } = whereSql(table, filter);
  const [rows] = await task.session.row(
    `SELECT count(*) FROM ${relation(table)} WHERE ${sql}`,
    values,
  );
  return { rows: numberOf(rows) };
}

/** A cell as it is written out; one that is too long is cut. */
function shown(table: OpenTable, name: string, longest: number): string {
  const cell = fieldOf(table, name);
  if (columnOf(table, name).kind !== 'text') return `CAST(${cell} AS VARCHAR)`;
  const length = Math.max(1, Math.floor(longest));
  if (!Number.isFinite(length)) return cell;
  return `CASE WHEN length(${cell}) > ${length} THEN left(${cell}, ${length - 1}) || '…' ELSE ${cell} END`;
}
