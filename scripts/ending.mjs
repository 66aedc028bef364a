import { once } from 'node:events';

/** What is open now, the newest last. @type {Set<() => Promise<void> | void>} */
const open = new Set();
let listening = false;
let ending = false;

/** How long an orderly end may take before the process goes anyway, in milliseconds. */
const patience = 8000;

/** How long a process may take to end after it was asked to, in milliseconds. */
const grace = 5000;

/**
 * Has `close` called when the process is told to stop (Ctrl-C, SIGTERM, a closed terminal), newest
 * first, so that nothing it started is left behind.
 *
 * @param {() => Promise<void> | void} close
 * @returns {() => void} to call when it was closed in the ordinary way
 */
export function closeAtEnd(close) {
  listen();
  open.add(close);
  return () => open.delete(close);
}

/** Stops this process as well when the one that started it is gone without saying so. */
export function endWithParent() {
  listen();
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 1000).unref();
}

/**
 * Ends a process started with `detached: true`, and all that it started: it is asked first, and
 * not asked a second time.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endTree(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  const last = setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
  signalGroup(child, 'SIGTERM');
  await closed;
  clearTimeout(last);
}

/**
 * Sends a signal to a process started with `detached: true` and to all that it started.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    // Windows knows no groups.
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    // Already gone is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}

function listen() {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
}

async function end() {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), patience).unref();
  for (const close of [...open].reverse()) await Promise.allSettled([close()]);
  process.exit(process.exitCode ?? 1);
}
