import { performance } from 'node:perf_hooks';
import { createChecker, type Checker } from '../../engine/index.js';
import { MAX_TEXT } from '../../engine/document/read.js';
import type { CheckerProtocol, CheckReply, CheckRequest } from '../../shared/checkerProtocol.js';
import { connect, type Port, type Silent } from '../../shared/rpc.js';
import { after } from '../after.js';

/** Milliseconds after which a check reports what it has: an editor must not wait. */
const PATIENCE = 8_000;

/** Documents remembered at once; the one not asked for longest is dropped first. */
const MAX_REMEMBERED = 8;

/** Answers for the engine over a port: on a thread, or in process for tests. */
export function serveChecker(port: Port): void {
  const memory = new Memory();
  connect<CheckerProtocol, Silent>(
    port,
    {
      check: (request) => check(memory.checkerFor(request.key), request),
      forget: ({ key }) => {
        memory.forget(key);
        return null;
      },
    },
    after,
  );
}

function check(checker: Checker, { document, stop }: CheckRequest): CheckReply {
  const length = document.parts.reduce((sum, part) => sum + part.text.length, 0);
  if (length > MAX_TEXT) {
    return { ok: false, problem: { code: 'file.too-large', args: { limit: String(MAX_TEXT) } } };
  }
  const flag = new Int32Array(stop);
  const start = performance.now();
  const interrupted = (): boolean =>
    Atomics.load(flag, 0) !== 0 || performance.now() - start > PATIENCE;
  const report = checker.check(document, { interrupted });
  return { ok: true, report, milliseconds: performance.now() - start };
}

class Memory {
  readonly #checkers = new Map<string, Checker>();

  checkerFor(key: string): Checker {
    const checker = this.#checkers.get(key) ?? createChecker();
    this.#checkers.delete(key);
    this.#checkers.set(key, checker);
    const [oldest] = this.#checkers.keys();
    if (this.#checkers.size > MAX_REMEMBERED && oldest !== undefined) this.forget(oldest);
    return checker;
  }

  forget(key: string): void {
    this.#checkers.delete(key);
  }
}
