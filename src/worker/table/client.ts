import { connect, type After, type Endpoint, type Port, type Silent } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';
import type { TableProblem, TableProtocol } from '../../shared/tableProtocol.js';
import { Memory } from './memory.js';

export type TableMethod = keyof TableProtocol;

/** A request on its way. */
export interface Asked<Result> {
  /** Never rejects: what went wrong is a problem in it. */
  readonly reply: Promise<Result>;
  /** Ends `reply` with `request.cancelled` and interrupts the work. */
  readonly cancel: () => void;
}

export interface TableClient {
  readonly ask: <M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
    onProgress?: (value: TableProtocol[M]['progress']) => void,
  ) => Asked<TableProtocol[M]['result']>;
  /** Ends the process, with all that it holds. */
  readonly dispose: () => void;
}

/** A running database behind a port. */
export interface TableProcess {
  readonly port: Port;
  readonly terminate: () => void;
  /** What it said before it ended, for a report. */
  readonly lastWords: () => string;
}

export interface TableClientOptions {
  /** Starts a process; called at the first request and after each process that ended. */
  readonly spawn: () => TableProcess;
  readonly after: After;
  /** Called once for each process that ended without being asked to, whatever was under way. */
  readonly onGone?: () => void;
}

/** The one client of a window: a process that dies is started again, and tables are opened again when asked for. */
export function createTableClient(options: TableClientOptions): TableClient {
  const desk = new Desk(options);
  return {
    ask: (method, params, onProgress) => desk.ask(method, params, onProgress),
    dispose: () => {
      desk.dispose();
    },
  };
}

/** Milliseconds without a word after which the process is taken for lost: a sort of gigabytes says nothing. */
const PATIENCE = 30 * 60_000;

interface Running {
  readonly process: TableProcess;
  readonly endpoint: Endpoint<TableProtocol>;
}

class Desk {
  readonly #options: TableClientOptions;
  readonly #memory = new Memory();
  #running: Running | undefined;
  #disposed = false;

  constructor(options: TableClientOptions) {
    this.#options = options;
  }

  ask<M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
    onProgress: ((value: TableProtocol[M]['progress']) => void) | undefined,
  ): Asked<TableProtocol[M]['result']> {
    let cancelled = false;
    let stop: (() => void) | undefined;
    const begin = (work: { readonly cancel: () => void }): void => {
      stop = work.cancel;
      if (cancelled) stop();
    };
    const reply = this.#ask(method, params, onProgress, begin);
    return {
      reply,
      cancel: () => {
        cancelled = true;
        stop?.();
      },
    };
  }

  dispose(): void {
    this.#disposed = true;
    this.#end();
  }

  async #ask<M extends TableMethod>(
    method: M,
    params: TableProtocol[M]['params'],
    onProgress: ((value: TableProtocol[M]['progress']) => void) | undefined,
    begin: (work: { readonly cancel: () => void }) => void,
  ): Promise<TableProtocol[M]['result']> {
    if (this.#disposed) return refused('process.gone');
    const running = this.#start();
    const request = async <N extends TableMethod>(
      name: N,
      asked: TableProtocol[N]['params'],
      options: object = {},
    ): Promise<TableProtocol[N]['result']> => {
      const pending = running.endpoint.request(name, asked, { timeout: PATIENCE, ...options });
      begin(pending);
      return await pending.result;
    };
    try {
      const problem = await this.#memory.restore(method, params, request);
      if (problem !== null) return { ok: false, problem };
      const numbered = this.#memory.number(method, params);
      const reply = await request(method, numbered, onProgress && { onProgress });
      this.#memory.learn(method, numbered, reply);
      return reply;
    } catch (error) {
      return this.#failure(error, running);
    }
  }

  #failure(
    error: unknown,
    { process }: Running,
  ): { readonly ok: false; readonly problem: TableProblem } {
    if (!(error instanceof RpcError)) return refused('process.bug', String(error));
    if (error.code === 'cancelled') return refused('request.cancelled');
    if (error.code === 'closed') return refused('process.gone', process.lastWords());
    if (error.code === 'timeout') this.#end();
    return error.code === 'timeout'
      ? refused('process.gone')
      : refused('process.bug', error.message);
  }

  #start(): Running {
    if (this.#running !== undefined) return this.#running;
    const process = this.#options.spawn();
    const endpoint = connect<Silent, TableProtocol>(process.port, {}, this.#options.after);
    const running = { process, endpoint };
    process.port.onClose(() => {
      // Disconnect, exit and error can all tell of one end.
      if (this.#running !== running) return;
      this.#end();
      if (!this.#disposed) this.#options.onGone?.();
    });
    this.#running = running;
    return running;
  }

  #end(): void {
    const running = this.#running;
    this.#running = undefined;
    this.#memory.lose();
    running?.endpoint.dispose();
    running?.process.terminate();
  }
}

function refused(
  code: TableProblem['code'],
  detail = '',
): { readonly ok: false; readonly problem: TableProblem } {
  return { ok: false, problem: { code, args: detail === '' ? {} : { detail } } };
}
