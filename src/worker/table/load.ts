import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Column } from '../../engine/table/column.js';
import type { Dialect } from '../../engine/table/dialect.js';
import type { Note } from '../../engine/table/note.js';
import { readsDirectly, widen } from '../../engine/table/transcode.js';
import type { TableId } from '../../shared/tableProtocol.js';
import { demandUnchanged } from './open.js';
import { selectDescribed } from './describe.js';
import { Loading } from './loading.js';
import { joinRows } from './joinRows.js';
import { findMisfits } from './misfits.js';
import { plain } from './plain.js';
import { PLAIN, plainColumns, selectFile, type TextFile } from './readCsv.js';
import type { Room, Task } from './room.js';
import { numberOf, type Session } from './session.js';
import { field, literal, quoted } from './storage.js';
import {
  diskOf,
  relation,
  type Disk,
  type FileSource,
  type JoinSource,
  type OpenTable,
} from './tables.js';
import { problemOf } from './trouble.js';

export interface BytesRead {
  readonly bytes: number;
  readonly of: number;
}

/** Told how far a reading has come. */
export type Tell = (read: BytesRead) => void;

/** What a table is, once all of it was read. */
interface Content {
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  /** Of a text: how it is to be read, now that all of it was seen. */
  readonly dialect?: Dialect;
}

/** The table with its rows; whoever asks first reads them, the others wait. */
export async function loaded(
  room: Room,
  id: TableId,
  task: Task,
  tell: Tell = () => undefined,
): Promise<OpenTable> {
  for (;;) {
    const table = room.tables.get(id);
    if (table.loaded !== undefined) return table;
    const under = room.loading.get(id);
    if (under === undefined) {
      await begin(room, table, task, tell);
    } else {
      const { stopped } = under;
      await under.settled().catch((error: unknown) => {
        // Closed, it is no table any more.
        room.tables.get(id);
        // Another one's cancelling is no answer to us, nor what was stopped before we came: it is our turn to read.
        if (problemOf(error).code !== 'request.cancelled') throw error;
        if (under.stopped && !stopped) throw error;
      });
    }
  }
}

/**
 * Reads a table for its own sake. Who cancels that wants no reading to go on: it ends for every question that waits for
 * it too, whichever of them began it.
 */
export async function load(room: Room, id: TableId, task: Task, tell: Tell): Promise<OpenTable> {
  task.onCancel(() => {
    room.stops.set(id, (room.stops.get(id) ?? 0) + 1);
    void room.loading.get(id)?.stop();
  });
  return loaded(room, id, task, tell);
}

async function begin(room: Room, table: OpenTable, task: Task, tell: Tell): Promise<void> {
  const loading = new Loading(task);
  room.loading.set(table.id, loading);
  try {
    await loading.run((own) => readAll(room, table, own, tell));
  } catch (error) {
    // Closed meanwhile: that is why the work was ended.
    room.tables.get(table.id);
    throw error;
  } finally {
    room.loading.delete(table.id);
  }
}

async function readAll(room: Room, table: OpenTable, task: Task, tell: Tell): Promise<void> {
  const { columns, notes, dialect } =
    table.source.kind === 'join'
      ? await readJoined(room, table, table.source, task)
      : await readFile(room, table, table.source, task, tell);
  const rows = await settle(task.session, table, columns);
  const { source } = table;
  const done: OpenTable = {
    ...table,
    source: source.kind === 'file' && dialect !== undefined ? { ...source, dialect } : source,
    columns,
    notes,
    loaded: { rows, profiles: new Map() },
  };
  await name(task.session, done);
  room.tables.put(done);
}

/** Counts the rows; a value that is not a number is a missing one from here on. */
async function settle(
  session: Session,
  table: OpenTable,
  columns: readonly Column[],
): Promise<number> {
  const real = columns.flatMap(({ kind }, index) => (kind === 'real' ? [field(index)] : []));
  const tests = real.map((cell) => `coalesce(bool_or(isnan(${cell})), false)`);
  const found = await session.row(
    `SELECT ${['count(*)', ...tests].join(', ')} FROM ${relation(table)}`,
  );
  for (const [index, cell] of real.entries()) {
    if (found[index + 1] !== true) continue;
    await session.run(`UPDATE ${relation(table)} SET ${cell} = NULL WHERE isnan(${cell})`);
  }
  return numberOf(found[0]);
}

/** Under its own name and its columns' own names the table is what questions in SQL see. */
async function name(session: Session, table: OpenTable): Promise<void> {
  const taken = new Set<string>();
  const columns = table.columns.map((column, index) => {
    let free = column.name;
    for (let n = 1; taken.has(free.toLowerCase()); n += 1) free = `${column.name}_${n}`;
    taken.add(free.toLowerCase());
    return `${field(index)} AS ${quoted(free)}`;
  });
  const sql = `SELECT ${columns.join(', ')} FROM ${relation(table)}`;
  await session.run(`CREATE OR REPLACE VIEW main.${quoted(table.name)} AS ${sql}`);
}

async function readJoined(
  room: Room,
  table: OpenTable,
  source: JoinSource,
  task: Task,
): Promise<Content> {
  const left = await loaded(room, source.left, task);
  const right = await loaded(room, source.right, task);
  return {
    columns: await joinRows(task.session, relation(table), left, right, source.on),
    notes: [],
  };
}

async function readFile(
  room: Room,
  table: OpenTable,
  source: FileSource,
  task: Task,
  tell: Tell,
): Promise<Content> {
  await demandUnchanged(source);
  await task.session.run(`SET threads = ${threadsFor(room)}`);
  const disk = diskOf(table);
  if (disk !== undefined) await task.session.run(attach(disk, room.folder));
  const stop = watch(task.session, source.bytes, tell);
  try {
    const content =
      source.dialect === null
        ? await readDescribed(table, source, task.session)
        : await readText(room, table, source, source.dialect, task);
    await demandUnchanged(source);
    return content;
  } finally {
    stop();
  }
}

/** The file goes with the folder when the process ends. */
function attach({ name, rowGroup, block }: Disk, folder: string): string {
  const file = literal(path.join(folder, `${name}.duckdb`));
  return `ATTACH IF NOT EXISTS ${file} AS ${name} (ROW_GROUP_SIZE ${rowGroup}, BLOCK_SIZE ${block})`;
}

/**
 * Bytes up to which one thread is enough: a second one costs a wide file of 50 MB more time than it saves, and the
 * editor wants a processor too.
 */
const SMALL = 128 * 1024 * 1024;

/** Each thread holds 64 KB of every column: of thousands of columns there is room for those of one. */
function threadsFor(room: Room): number {
  const tables = room.tables.all();
  const sizes = tables.map(({ source }) => (source.kind === 'file' ? source.bytes : 0));
  const widest = tables.some((table) => diskOf(table)?.name === 'widest');
  return widest || Math.max(0, ...sizes) <= SMALL ? 1 : availableParallelism();
}

async function readDescribed(
  table: OpenTable,
  source: FileSource,
  session: Session,
): Promise<Content> {
  const { sql, columns } = await selectDescribed(session, source, table.columns);
  await create(session, table, sql);
  return { columns, notes: table.notes };
}

/** As the first block says; where a later cell is something else, as the whole file says. */
async function readText(
  room: Room,
  table: OpenTable,
  file: TextFile,
  dialect: Dialect,
  task: Task,
): Promise<Content> {
  const { session } = task;
  let { columns, notes } = table;
  let wide = dialect;
  for (let attempt = 0; attempt < 2 && readsDirectly(wide, columns); attempt += 1) {
    if (await succeeds(create(session, table, selectFile(file, wide, columns)))) {
      return { columns, notes, dialect: wide };
    }
    if (attempt > 0) break;
    const misfits = await orNothing(findMisfits(session, file, wide, columns));
    if (misfits.length === 0) break;
    const widened = widen(wide, columns, misfits);
    ({ dialect: wide, columns } = widened);
    notes = [...notes, ...widened.notes];
  }
  const clean = await plain(room, table.id, file.path, { dialect: wide, columns, notes }, task);
  try {
    const sql = selectFile({ ...file, path: clean.path }, PLAIN, plainColumns(clean.columns));
    await create(session, table, sql);
    return clean;
  } finally {
    await clean.remove();
  }
}

function create(session: Session, table: OpenTable, sql: string): Promise<void> {
  return session.run(`CREATE OR REPLACE TABLE ${relation(table)} AS ${sql}`);
}

/** False where the file is not as it was described; what has nothing to do with that is thrown. */
async function succeeds(reading: Promise<void>): Promise<boolean> {
  try {
    await reading;
    return true;
  } catch (error) {
    if (problemOf(error).code !== 'process.bug') throw error;
    return false;
  }
}

async function orNothing<T>(finding: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await finding;
  } catch (error) {
    if (problemOf(error).code !== 'process.bug') throw error;
    return [];
  }
}

/** Milliseconds between two words on how far a reading has come. */
const BEAT = 100;

function watch(session: Session, of: number, tell: Tell): () => void {
  const timer = setInterval(() => {
    const share = session.share();
    if (share !== undefined) tell({ bytes: Math.round(share * of), of });
  }, BEAT);
  return () => {
    clearInterval(timer);
  };
}
