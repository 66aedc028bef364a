import { Worker } from 'node:worker_threads';
import { after } from '../after.js';
import { threadPort } from '../threadPort.js';
import { createCheckerClient, type CheckerClient } from './client.js';

/** Milliseconds: the thread itself stops at 8 s between formulas; past this it is stuck within one. */
const HARD_LIMIT = 12_000;

/** Megabytes: a report takes tens; a document made to exhaust memory ends the thread, not the editor. */
const MAX_HEAP = 512;

/** The engine on a thread of its own; `script` is the bundled `entry.ts`. */
export function createThreadChecker(script: string, limit = HARD_LIMIT): CheckerClient {
  return createCheckerClient({
    spawn: () => {
      const worker = new Worker(script, {
        name: 'tarea-checker',
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
      });
      // The `exit` that follows rejects what is on its way; without a listener Node would throw.
      worker.on('error', () => undefined);
      return {
        port: threadPort(worker),
        terminate: () => {
          void worker.terminate();
        },
      };
    },
    after,
    limit,
  });
}
