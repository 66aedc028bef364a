import type { Column } from '../../engine/table/column.js';
import type { JoinRequest, TableId } from '../../shared/tableProtocol.js';
import { keySql, sameKey } from './joinRows.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import { numberOf, type Session } from './session.js';
import { columnOf, relation, type OpenTable } from './tables.js';

export interface Joined {
  readonly table: TableId;
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly unmatched: { readonly left: Unmatched; readonly right: Unmatched };
}

interface Unmatched {
  readonly count: number;
  readonly keys: readonly string[];
}

/** Keys without a partner that are named. */
const NAMED = 20;

/** A new table of both, and what found no partner. */
export async function join(room: Room, request: JoinRequest, task: Task): Promise<Joined> {
  const left = await loaded(room, request.left, task);
  const right = await loaded(room, request.right, task);
  columnOf(left, request.on);
  columnOf(right, request.on);
  const unmatched = {
    left: await without(task.session, left, right, request.on),
    right: await without(task.session, right, left, request.on),
  };
  const id = room.tables.number(request.table);
  const name = room.tables.freeName(request.name ?? `${left.name}_${right.name}`, id);
  const source = { ...request, kind: 'join', table: id } as const;
  room.tables.put({ id, name, source, columns: [], notes: [], loaded: undefined });
  try {
    const { columns, loaded: done } = await loaded(room, id, task);
    return { table: id, name, rows: done?.rows ?? 0, columns, unmatched };
  } catch (error) {
    room.tables.delete(id);
    throw error;
  }
}

/** Rows of `table` whose key `other` does not have; missing keys have no partner. */
async function without(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  on: string,
): Promise<Unmatched> {
  const anti = `${relation(table)} l ANTI JOIN ${relation(other)} r ON ${sameKey(table, other, on)}`;
  const [count] = await session.row(`SELECT count(*) FROM ${anti}`);
  const key = keySql(table, other, 'l', on);
  const keys = await session.rows(
    `SELECT CAST(${key} AS VARCHAR) FROM ${anti} WHERE ${key} IS NOT NULL ORDER BY l.rowid LIMIT ${NAMED}`,
  );
  return { count: numberOf(count), keys: keys.map(([text]) => String(text)) };
}
