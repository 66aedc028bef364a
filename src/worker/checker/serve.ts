import { performance } from 'node:perf_hooks';
import { createChecker, type Checker } from '../../engine/index.js';
import { readOutline } from '../../engine/document/build.js';
import type { Macro } from '../../engine/document/outline.js';
import { MAX_TEXT } from '../../engine/document/read.js';
import type {
  CheckerProtocol,
  CheckReply,
  CheckRequest,
  Commands,
} from '../../shared/checkerProtocol.js';
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
  const commands = commandsOf(readOutline(document).macros);
  return { ok: true, report, commands, milliseconds: performance.now() - start };
}

/** Longer ones are no notation, and there are never many. */
const MAX_COMMAND = 1_000;
const MAX_COMMANDS = 200;

/** Those with an optional argument are left out: a typesetter's table cannot say them. */
function commandsOf(macros: readonly Macro[]): Commands {
  const plain = macros.filter(
    ({ optional, body }) => optional === undefined && body.length <= MAX_COMMAND,
  );
  const entries = plain.slice(0, MAX_COMMANDS).map(({ name, body, operator }) => {
    return [name, operator ? `\\operatorname{${body}}` : body] as const;
  });
  return Object.fromEntries(entries);
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
