import { RpcError, errorFrom, type RpcFailure } from './rpcError.js';

/** One row of a protocol: what is asked, what comes back, what may be told in between. */
export interface Call<Params, Result, Progress = never> {
  readonly params: Params;
  readonly result: Result;
  readonly progress: Progress;
}

/** A protocol is an interface whose members are `Call`s; both ends' types are computed from it. */
export type Protocol<Rows> = { readonly [K in keyof Rows]: Call<unknown, unknown, unknown> };

/** The rows of an end that is asked nothing. */
export type Silent = object;

/** What a handler learns of the request it serves. */
export interface Serving<Progress> {
  readonly cancelled: () => boolean;
  /** Calls `run` once, when the request is cancelled; at once where it is already. */
  readonly onCancel: (run: () => void) => void;
  readonly progress: (value: Progress) => void;
}

/** One handler per row: leaving one out does not compile. */
export type Handlers<Rows extends Protocol<Rows>> = {
  readonly [K in keyof Rows]: (
    params: Rows[K]['params'],
    serving: Serving<Rows[K]['progress']>,
  ) => Rows[K]['result'] | Promise<Rows[K]['result']>;
};

/** A two-way channel: a thread, a webview, or a pair in memory. */
export interface Port {
  readonly send: (message: Message) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onClose: (listener: () => void) => void;
}

/** Runs something later; the result calls it off. The pure layers own no clock. */
export type After = (milliseconds: number, run: () => void) => () => void;

export interface RequestOptions<Progress> {
  /** Milliseconds without an answer or progress after which the request fails with `timeout`. */
  readonly timeout?: number;
  readonly onProgress?: (value: Progress) => void;
}

/** A request on its way. */
export interface Pending<Result> {
  readonly result: Promise<Result>;
  /** Rejects `result` with `cancelled` and tells the other end. */
  readonly cancel: () => void;
}

export interface Endpoint<Rows extends Protocol<Rows>> {
  readonly request: <K extends keyof Rows & string>(
    method: K,
    params: Rows[K]['params'],
    options?: RequestOptions<Rows[K]['progress']>,
  ) => Pending<Rows[K]['result']>;
  /** Rejects everything on its way with `closed`; later requests are rejected at once. */
  readonly dispose: () => void;
}

export type Message =
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: RpcFailure }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

const DEFAULT_TIMEOUT = 30_000;

/** Serves `Local` with `handlers` over the port and asks `Remote` of the other end. */
export function connect<Local extends Protocol<Local>, Remote extends Protocol<Remote>>(
  port: Port,
  handlers: Handlers<Local>,
  after: After,
): Endpoint<Remote> {
  const caller = new Caller(port, after);
  const server = new Server(port, new Map(Object.entries<Handler>(handlers)));
  port.onMessage((message) => {
    if (!isMessage(message)) return;
    if (message.kind === 'request') void server.serve(message.id, message.method, message.params);
    else if (message.kind === 'cancel') server.cancel(message.id);
    else caller.settle(message);
  });
  port.onClose(() => {
    caller.close();
  });
  return {
    // Sound: every value travels under its row's own name, and both ends share the rows.
    request: (method, params, options) => caller.request(method, params, options),
    dispose: () => {
      caller.close();
    },
  };
}

type Handler = (params: unknown, serving: Serving<unknown>) => unknown;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RpcError) => void;
  readonly onProgress: ((value: unknown) => void) | undefined;
  /** Starts the time-out anew. */
  readonly wind: () => void;
  readonly unwind: () => void;
}

class Caller {
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;
  #closed = false;

  constructor(
    readonly port: Port,
    readonly after: After,
  ) {}

  request(method: string, params: unknown, options?: RequestOptions<unknown>): Pending<unknown> {
    const id = this.#nextId++;
    const result = new Promise<unknown>((resolve, reject) => {
      if (this.#closed) {
        reject(new RpcError('closed', method));
        return;
      }
      this.#await(id, method, options, resolve, reject);
      this.#send({ kind: 'request', id, method, params }, id);
    });
    return {
      result,
      cancel: () => {
        this.#giveUp(id, new RpcError('cancelled', method));
      },
    };
  }

  settle(message: Exclude<Message, { kind: 'request' | 'cancel' }>): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    if (message.kind === 'progress') {
      waiting.wind();
      waiting.onProgress?.(message.value);
      return;
    }
    this.#forget(message.id, waiting);
    if (message.kind === 'result') waiting.resolve(message.value);
    else waiting.reject(new RpcError(message.error.code, message.error.message));
  }

  close(): void {
    this.#closed = true;
    for (const [id, waiting] of [...this.#waiting]) {
      this.#forget(id, waiting);
      waiting.reject(new RpcError('closed', 'the other end is gone'));
    }
  }

  #await(
    id: number,
    method: string,
    options: RequestOptions<unknown> | undefined,
    resolve: (value: unknown) => void,
    reject: (error: RpcError) => void,
  ): void {
    const limit = options?.timeout ?? DEFAULT_TIMEOUT;
    let stop: () => void;
    const wind = (): void => {
      stop = this.after(limit, () => {
        this.#giveUp(id, new RpcError('timeout', `${method}: no answer in ${String(limit)} ms`));
      });
    };
    wind();
    this.#waiting.set(id, {
      resolve,
      reject,
      onProgress: options?.onProgress,
      wind: () => {
        stop();
        wind();
      },
      unwind: () => {
        stop();
      },
    });
  }

  #giveUp(id: number, error: RpcError): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#forget(id, waiting);
    waiting.reject(error);
    this.#send({ kind: 'cancel', id }, id);
  }

  #forget(id: number, waiting: Waiting): void {
    waiting.unwind();
    this.#waiting.delete(id);
  }

  #send(message: Message, id: number): void {
    try {
      this.port.send(message);
    } catch (error) {
      const waiting = this.#waiting.get(id);
      if (waiting === undefined) return;
      this.#forget(id, waiting);
      waiting.reject(new RpcError('unsendable', errorFrom(error).message));
    }
  }
}

class Server {
  readonly #serving = new Map<number, Work>();

  constructor(
    readonly port: Port,
    readonly handlers: ReadonlyMap<string, Handler>,
  ) {}

  async serve(id: number, method: string, params: unknown): Promise<void> {
    const work: Work = { cancelled: false, listeners: [] };
    this.#serving.set(id, work);
    try {
      const handler = this.handlers.get(method);
      if (handler === undefined) throw new RpcError('unknown-method', method);
      const value = await handler(params, {
        cancelled: () => work.cancelled,
        onCancel: (run) => {
          if (work.cancelled) run();
          else work.listeners.push(run);
        },
        progress: (progress) => {
          this.port.send({ kind: 'progress', id, value: progress });
        },
      });
      this.port.send({ kind: 'result', id, value });
    } catch (error) {
      // A value that cannot be sent lands here too, and an error always can.
      this.port.send({ kind: 'error', id, error: errorFrom(error) });
    } finally {
      this.#serving.delete(id);
    }
  }

  cancel(id: number): void {
    const work = this.#serving.get(id);
    if (work === undefined || work.cancelled) return;
    work.cancelled = true;
    for (const run of work.listeners) run();
  }
}

interface Work {
  cancelled: boolean;
  readonly listeners: (() => void)[];
}

const KINDS: ReadonlySet<unknown> = new Set(['request', 'result', 'error', 'progress', 'cancel']);

function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, method, error } = value as Readonly<Record<string, unknown>>;
  if (!KINDS.has(kind) || typeof id !== 'number') return false;
  if (kind === 'request') return typeof method === 'string';
  if (kind === 'error') return typeof error === 'object' && error !== null && 'code' in error;
  return true;
}
