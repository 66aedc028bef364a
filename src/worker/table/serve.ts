import { connect, type Handlers, type Port, type Serving, type Silent } from '../../shared/rpc.js';
import type { TableProtocol } from '../../shared/tableProtocol.js';
import { after } from '../after.js';
import { Database } from './database.js';
import { HANDLERS } from './handlers.js';
import type { Room, Task } from './room.js';
import { Tables } from './tables.js';
import { problemOf } from './trouble.js';
import { Views } from './views.js';

type Method = keyof TableProtocol;
type Params<M extends Method> = TableProtocol[M]['params'];
type Progress<M extends Method> = TableProtocol[M]['progress'];
type Answer<M extends Method> = Omit<Extract<TableProtocol[M]['result'], { ok: true }>, 'ok'>;

type Rows = Handlers<TableProtocol>;

/** How each request is served: with an answer, or with a `TableTrouble` that is thrown. */
export type TableHandlers = {
  readonly [M in Method]: (
    room: Room,
    params: Params<M>,
    task: Task,
    progress: (value: Progress<M>) => void,
  ) => Promise<Answer<M>>;
};

/** Answers for the database over a port. `folder` is for what does not fit into memory; it is the process's own. */
export function serveTables(port: Port, folder: string): void {
  // Opened with the first request: until then there may be nothing to do.
  let opening: Promise<Room> | undefined;
  const room = (): Promise<Room> => (opening ??= createRoom(folder));
  const rows = Object.keys(HANDLERS).map((method) => [
    method,
    (params: unknown, serving: Serving<unknown>) => serve(room, method as Method, params, serving),
  ]);
  // Sound: each row is served by the handler of its own name, whose types are the row's.
  connect<TableProtocol, Silent>(port, Object.fromEntries(rows) as Rows, after);
}

async function createRoom(folder: string): Promise<Room> {
  const database = await Database.create(folder);
  return { database, folder, tables: new Tables(), views: new Views(), loading: new Map() };
}

async function serve(
  room: () => Promise<Room>,
  method: Method,
  params: unknown,
  serving: Serving<unknown>,
): Promise<unknown> {
  try {
    const { database } = await room();
    const session = await database.session();
    serving.onCancel(() => {
      session.interrupt();
    });
    try {
      const handle = HANDLERS[method] as TableHandlers[never] as (
        room: Room,
        params: unknown,
        task: Task,
        progress: (value: unknown) => void,
      ) => Promise<object>;
      const { cancelled, onCancel, progress } = serving;
      const task = { session, cancelled, onCancel };
      const answer = await handle(await room(), params, task, progress);
      return { ok: true, ...answer };
    } finally {
      session.close();
    }
  } catch (error) {
    return { ok: false, problem: serving.cancelled() ? CANCELLED : problemOf(error) };
  }
}

const CANCELLED = { code: 'request.cancelled', args: {} } as const;
