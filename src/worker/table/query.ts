import type { DuckDBValue } from '@duckdb/node-api';
import type { Cell } from '../../shared/tableProtocol.js';
import { demandHarmless } from './allowed.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import type { Session } from './session.js';
import { problemOf, TableTrouble } from './trouble.js';

/** Milliseconds. */
const TIME_LIMIT = 20_000;

/** Rows that one answer may have. */
const MOST_ROWS = 100_000;

/** Characters of a cell of an answer. */
const LONGEST_CELL = 2_000;

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly more: boolean;
}

/** A question in SQL: looked at first, then answered within a time limit and a transaction that writes nothing. */
export async function query(
  room: Room,
  { sql, limit }: { readonly sql: string; readonly limit: number },
  task: Task,
): Promise<Answer> {
  const { session } = task;
  const stops = new Map(room.stops);
  const open = new Map(room.tables.all().map((table) => [table.name.toLowerCase(), table.id]));
  const [serialised] = await session.row(SERIALISE, [sql]);
  const { tables } = demandHarmless(String(serialised), new Set(open.keys()));
  for (const name of tables) {
    const id = open.get(name);
    if (id === undefined) continue;
    if (room.stops.get(id) !== stops.get(id)) throw new TableTrouble('request.cancelled');
    await loaded(room, id, task);
  }
  const rows = Math.max(1, Math.min(MOST_ROWS, Math.floor(limit)));
  return await timed(session, task.cancelled, () => answer(session, sql, rows));
}

/** What is empty is left out, so that the tree is small. */
const SERIALISE =
  'SELECT json_serialize_sql(CAST(? AS VARCHAR), skip_null := true, skip_empty := true)';

async function answer(session: Session, sql: string, limit: number): Promise<Answer> {
  await session.run('BEGIN TRANSACTION READ ONLY');
  try {
    const reader = await session.beginning(sql, limit + 1);
    const rows = reader.getRows();
    return {
      columns: reader.columnNames(),
      rows: rows.slice(0, limit).map((row) => row.map(written)),
      more: rows.length > limit,
    };
  } finally {
    await session.run('ROLLBACK');
  }
}

/** Interrupted at the time limit; an error of the question itself is the reader's to see. */
async function timed<T>(
  session: Session,
  cancelled: () => boolean,
  work: () => Promise<T>,
): Promise<T> {
  const clock = { late: false };
  const timer = setTimeout(() => {
    clock.late = true;
    session.interrupt();
  }, TIME_LIMIT);
  try {
    return await work();
  } catch (error) {
    if (clock.late) throw new TableTrouble('query.slow', { seconds: TIME_LIMIT / 1000 });
    if (cancelled() || problemOf(error).code !== 'process.bug') throw error;
    throw new TableTrouble('query.syntax', { detail: sentence(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** The database's sentence without the name of its class. */
function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z][A-Za-z ]* Error: /, '').trim();
}

/** Values of the library print themselves as SQL writes them. */
function written(value: DuckDBValue): Cell {
  if (value === null) return null;
  const text = value.toString();
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}
