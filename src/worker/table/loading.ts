import type { Session } from './session.js';
import type { Task } from './room.js';

/**
 * A table that is being read. It ends early when whoever began it cancels, when the reading itself is cancelled, whoever
 * began it, or when the table is closed.
 */
export class Loading implements Task {
  readonly session: Session;
  readonly #task: Task;
  readonly #onStop: (() => void)[] = [];
  #stopped = false;
  #work: Promise<void> = Promise.resolve();

  constructor(task: Task) {
    this.session = task.session;
    this.#task = task;
  }

  /** For all who wait for it; not so where one of them cancelled a question of its own. */
  get stopped(): boolean {
    return this.#stopped;
  }

  readonly cancelled = (): boolean => this.#stopped || this.#task.cancelled();

  readonly onCancel = (run: () => void): void => {
    this.#task.onCancel(run);
    if (this.#stopped) run();
    else this.#onStop.push(run);
  };

  /** Does the work, once. */
  async run(work: (task: Task) => Promise<void>): Promise<void> {
    this.#work = work(this);
    await this.#work;
  }

  /** Settles when the work did; rejects as it does. */
  settled(): Promise<void> {
    return this.#work;
  }

  /** Ends the work and waits until nothing of it goes on. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.session.interrupt();
    for (const run of this.#onStop) run();
    await Promise.allSettled([this.#work]);
  }
}
