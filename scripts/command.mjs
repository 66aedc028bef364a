import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeAtEnd, endTree } from './ending.mjs';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/**
 * Runs a programme to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {SpawnOptions & {limit?: number}} [options] `limit`: seconds after which it is ended, with
 *   all that it started
 * @returns {Promise<{ok: boolean, output: string}>} whether it ended with 0, and all that it said
 */
export async function capture(program, args, { limit = 600, ...options } = {}) {
  const child = spawn(program, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const closed = once(child, 'close');
  const release = closeAtEnd(() => endTree(child));
  let output = '';
  const late = setTimeout(() => {
    output += `\nStopped: it took more than ${limit} s.`;
    void endTree(child);
  }, limit * 1000);
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  try {
    const [code] = await closed;
    return { ok: code === 0, output };
  } catch (error) {
    return { ok: false, output: `${program}: ${error.message}` };
  } finally {
    clearTimeout(late);
    release();
  }
}

/**
 * Runs a programme that has to succeed; rejects with all that it said when it does not.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 */
export async function run(program, args, options) {
  const { ok, output } = await capture(program, args, options);
  if (!ok) throw new Error(`${program} ${args.join(' ')} failed:\n${output.trimEnd()}`);
}
