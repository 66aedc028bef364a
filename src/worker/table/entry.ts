import { rmSync } from 'node:fs';
import os from 'node:os';
import { processPort } from '../processPort.js';
import { serveTables } from './serve.js';

const [, , folder] = process.argv;
if (folder === undefined || process.send === undefined) {
  throw new Error('The tables are served by a child process that is given a folder.');
}

/** The window that asked for us is gone: nothing of ours may stay. */
process.once('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  // A query at work on another thread would hold up an orderly exit.
  process.kill(process.pid, 'SIGKILL');
});

serveTables(processPort(process), folder, giveWay);

/** The editor comes first, and the first screen of a file is a part of it: what comes after that can wait. */
function giveWay(): void {
  try {
    os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    // Some systems forbid it; then it runs as it is.
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}
