import type { ReadProblem, Report, SourceDocument } from '../../engine/index.js';
import type { CheckerProtocol, Commands } from '../../shared/checkerProtocol.js';
import { connect, type After, type Endpoint, type Port, type Silent } from '../../shared/rpc.js';
import { RpcError } from '../../shared/rpcError.js';

/** What became of a request to check a document. Nothing rejects. */
export type CheckOutcome =
  | {
      readonly kind: 'report';
      readonly report: Report;
      readonly commands: Commands;
      readonly milliseconds: number;
    }
  | { readonly kind: 'problem'; readonly problem: ReadProblem }
  /** A newer request for the same document took its place, or the document was closed. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed'; readonly failure: CheckFailure };

export interface CheckFailure {
  /** `timeout`: stopped at the time limit. `crashed`: the thread died, as when its memory ran out. `bug`: the engine threw. */
  readonly code: 'timeout' | 'crashed' | 'bug' | 'disposed';
  readonly detail: string;
}

export interface CheckerClient {
  /** The latest request for a key wins; the ones before it end as `superseded`. */
  readonly check: (key: string, document: SourceDocument) => Promise<CheckOutcome>;
  readonly forget: (key: string) => void;
  readonly dispose: () => void;
}

/** A running engine behind a port. */
export interface CheckerThread {
  readonly port: Port;
  readonly terminate: () => void;
}

export interface CheckerClientOptions {
  /** Starts a thread; called at the first check and after each thread that had to be ended. */
  readonly spawn: () => CheckerThread;
  readonly after: After;
  /** Milliseconds after which a check is ended by force. */
  readonly limit: number;
}

export function createCheckerClient(options: CheckerClientOptions): CheckerClient {
  const queue = new Queue(options);
  return {
    check: (key, document) => queue.add(key, document),
    forget: (key) => {
      queue.forget(key);
    },
    dispose: () => {
      queue.dispose();
    },
  };
}

interface Job {
  readonly key: string;
  readonly document: SourceDocument;
  readonly stop: SharedArrayBuffer;
  readonly settle: (outcome: CheckOutcome) => void;
}

interface Running {
  readonly thread: CheckerThread;
  readonly endpoint: Endpoint<CheckerProtocol>;
}

/** One check runs at a time, so the time limit measures the check and not the wait. */
class Queue {
  readonly #options: CheckerClientOptions;
  readonly #waiting = new Map<string, Job>();
  #current: Job | undefined;
  #running: Running | undefined;
  #disposed = false;

  constructor(options: CheckerClientOptions) {
    this.#options = options;
  }

  add(key: string, document: SourceDocument): Promise<CheckOutcome> {
    if (this.#disposed) return Promise.resolve(failed('disposed', ''));
    this.#supersede(key);
    return new Promise((settle) => {
      this.#waiting.set(key, { key, document, stop: new SharedArrayBuffer(4), settle });
      void this.#next();
    });
  }

  forget(key: string): void {
    this.#supersede(key);
    // Not answering only means that there is nothing left to forget.
    this.#running?.endpoint.request('forget', { key }).result.catch(() => undefined);
  }

  dispose(): void {
    this.#disposed = true;
    for (const job of this.#waiting.values()) job.settle(failed('disposed', ''));
    this.#waiting.clear();
    this.#current?.settle(failed('disposed', ''));
    this.#end();
  }

  #supersede(key: string): void {
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    waiting?.settle({ kind: 'superseded' });
    if (this.#current?.key !== key) return;
    Atomics.store(new Int32Array(this.#current.stop), 0, 1);
    this.#current.settle({ kind: 'superseded' });
  }

  async #next(): Promise<void> {
    const [job] = this.#waiting.values();
    if (job === undefined || this.#current !== undefined) return;
    this.#waiting.delete(job.key);
    this.#current = job;
    job.settle(await this.#run(job));
    this.#current = undefined;
    void this.#next();
  }

  async #run({ key, document, stop }: Job): Promise<CheckOutcome> {
    try {
      this.#running ??= this.#start();
      const asked = this.#running.endpoint.request(
        'check',
        { key, document, stop },
        { timeout: this.#options.limit },
      );
      const reply = await asked.result;
      if (!reply.ok) return { kind: 'problem', problem: reply.problem };
      const { report, commands, milliseconds } = reply;
      return { kind: 'report', report, commands, milliseconds };
    } catch (error) {
      return this.#failure(error);
    }
  }

  #failure(error: unknown): CheckOutcome {
    if (!(error instanceof RpcError)) {
      this.#end();
      return failed('crashed', error instanceof Error ? error.message : String(error));
    }
    if (error.code === 'handler') return failed('bug', error.message);
    this.#end();
    return failed(error.code === 'timeout' ? 'timeout' : 'crashed', error.message);
  }

  #start(): Running {
    const thread = this.#options.spawn();
    const endpoint = connect<Silent, CheckerProtocol>(thread.port, {}, this.#options.after);
    return { thread, endpoint };
  }

  #end(): void {
    this.#running?.endpoint.dispose();
    this.#running?.thread.terminate();
    this.#running = undefined;
  }
}

function failed(code: CheckFailure['code'], detail: string): CheckOutcome {
  return { kind: 'failed', failure: { code, detail } };
}
