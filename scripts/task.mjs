import { availableParallelism } from 'node:os';
import { root } from './bundles.mjs';
import { capture } from './command.mjs';

/** Seconds that one task may take: a test that never ends must not hold up the rest. */
const patience = 900;

/**
 * @typedef {object} Task one thing that passes or fails
 * @property {string} name
 * @property {string} verb of package.json, so that it is said in one place how it is run
 * @property {readonly string[]} [args]
 * @property {(ok: boolean) => Count} [count] what it adds to the tally, when that
 *   is not simply one
 *
 * @typedef {{passed: number, failed: number}} Count
 */

/**
 * Runs tasks, as many at a time as there are processors, and prints each as it ends: a line when it
 * passed, everything it said when it failed.
 *
 * @param {readonly Task[]} tasks
 * @returns {Promise<Count>}
 */
export async function runTasks(tasks) {
  const waiting = [...tasks];
  const total = { passed: 0, failed: 0 };
  const lane = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) add(total, await runTask(task));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return total;
}

/** @returns {Promise<Count>} */
async function runTask(task) {
  const started = performance.now();
  const { ok, output } = await start(task);
  const count = task.count?.(ok) ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const detail = task.count ? ` (${count.passed} passed, ${count.failed} failed)` : '';
  console.log(`${ok ? '✔' : '✘'} ${task.name}${detail}  ${seconds} s`);
  if (!ok) console.log(output.trimEnd());
  return count;
}

/** @param {Count} total @param {Count} more */
export function add(total, more) {
  total.passed += more.passed;
  total.failed += more.failed;
}

/** @param {Task} task @returns {Promise<{ok: boolean, output: string}>} */
export function start({ verb, args = [] }) {
  const shell = process.platform === 'win32';
  return capture(shell ? 'npm.cmd' : 'npm', ['run', '--silent', verb, '--', ...args], {
    cwd: root,
    limit: patience,
    shell,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) },
  });
}
