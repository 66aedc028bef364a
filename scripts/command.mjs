import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeAtEnd } from './ending.mjs';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */

/**
 * Runs a programme to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {SpawnOptions} [options]
 * @returns {Promise<{ok: boolean, output: string}>} whether it ended with 0, and all that it said
 */
export async function capture(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  const release = closeAtEnd(async () => {
    child.kill();
    await Promise.allSettled([closed]);
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  try {
    const [code] = await closed;
    return { ok: code === 0, output };
  } catch (error) {
    return { ok: false, output: `${program}: ${error.message}` };
  } finally {
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
