import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rm, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after } from '../after.js';
import { processPort } from '../processPort.js';
import { createTableClient, type TableClient, type TableProcess } from './client.js';

/** Megabytes of JavaScript's own; the database counts its memory itself. */
const MAX_HEAP = 1024;

/** Megabytes of what was just made. */
const YOUNG = 1;

/**
 * The database's allocator (jemalloc, where it is the database's own) gives back at once what is freed. Without it a
 * table of 50 MB takes 40 MB more while it is read, with it 5 % more time.
 */
const AT_ONCE = { DUCKDB_JE_MALLOC_CONF: 'dirty_decay_ms:0,muzzy_decay_ms:0' };

/** The process itself beside what its client needs of it. */
export interface ForkedTables extends TableProcess {
  readonly child: ChildProcess;
}

/** The database in a process of its own, started with the first request; `script` is the bundled `entry.ts`. */
export function createProcessTables(script: string, onGone?: () => void): TableClient {
  return createTableClient({
    spawn: () => spawnTables(script),
    after,
    ...(onGone === undefined ? {} : { onGone }),
  });
}

/** Starts one process. */
export function spawnTables(script: string): ForkedTables {
  sweep();
  const folder = mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  const child = fork(script, [folder], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Not those of the host, which may be under a debugger.
    execArgv: [`--max-old-space-size=${MAX_HEAP}`, `--max-semi-space-size=${YOUNG}`, '--expose-gc'],
    // The editor's own binary is no Node unless it is told so.
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_RUN_AS_NODE: '1', ...AT_ONCE },
  });
  const lastWords = listen(child);
  child.once('exit', () => {
    // On some systems the files of a process that was killed are held for a moment longer.
    rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }, () => undefined);
  });
  return { child, port: processPort(child), terminate: () => terminate(child), lastWords };
}

/** Milliseconds that the process has to go by itself. */
const GRACE = 2_000;

/** It ends when it is left alone; one that is stuck is killed. */
function terminate(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  if (child.connected) child.disconnect();
  const cancel = after(GRACE, () => child.kill('SIGKILL'));
  child.once('exit', cancel);
}

const MAX_WORDS = 2_000;

/** The end of what was written to the error stream. */
function listen(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-MAX_WORDS);
  });
  return () => words.trim();
}

const PREFIX = 'tarea-tables-';

/** Removes the folders of windows that were killed together with their tables. */
function sweep(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = /^tarea-tables-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || lives(Number(pid))) continue;
    // Another window may be sweeping too.
    rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Someone else's process is one, though we may not signal it.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
