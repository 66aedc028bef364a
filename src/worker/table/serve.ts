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

/**
 * Answers for the database over a port. `folder` is for what does not fit into memory; it is the process's own.
 * `beforeWork` is called once, before anything that takes long.
 */
export function serveTables(port: Port, folder: string, beforeWork: () => void): void {
  const database = new Database(folder, beforeWork);
  const room: Room = {
    folder,
    tables: new Tables(),
    views: new Views(),
    loading: new Map(),
    stops: new Map(),
  };
  const rows = Object.keys(HANDLERS).map((method) => [
    method,
    (params: unknown, serving: Serving<unknown>) =>
      serve(database, room, method as Method, params, serving),
  ]);
  // Sound: each row is served by the handler of its own name, whose types are the row's.
  connect<TableProtocol, Silent>(port, Object.fromEntries(rows) as Rows, after);
}

async function serve(
  database: Database,
  room: Room,
  method: Method,
  params: unknown,
  { cancelled, onCancel, progress }: Serving<unknown>,
): Promise<unknown> {
  const session = database.session();
  onCancel(() => {
    session.interrupt();
  });
  try {
    const handle = HANDLERS[method] as TableHandlers[never] as (
      room: Room,
      params: unknown,
      task: Task,
      progress: (value: unknown) => void,
    ) => Promise<object>;
    const answer = await handle(room, params, { session, cancelled, onCancel }, progress);
    return { ok: true, ...answer };
  } catch (error) {
    return { ok: false, problem: cancelled() ? CANCELLED : problemOf(error) };
  } finally {
    session.close();
    // What is shown first will be asked for more: the library is loaded meanwhile.
    if (method === 'open') setImmediate(() => void database.open().catch(() => undefined));
  }
}

const CANCELLED = { code: 'request.cancelled', args: {} } as const;
