/**
 * Everything there is to test, on a machine with nothing but Node and npm. Goes on after a failure,
 * so that one run tells all; the last line is the sum.
 *
 * `--host` leaves out what needs no VS Code; `--floor`, or TAREA_FLOOR=1, tests in the oldest VS Code
 * that the extension promises to run in.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureModules } from './modules.mjs';

const vsix = fileURLToPath(new URL('../dist/tarea.vsix', import.meta.url));
const total = { passed: 0, failed: 0 };

try {
  ensureModules(say);
  await testAll();
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

async function testAll() {
  // What comes from node_modules can only be loaded once that is there.
  const { add, runTasks } = await import('./task.mjs');
  const { afterBuild, build, forgetReports, habits, packaging } = await import('./habits.mjs');
  const { findVSCode } = await import('../test/host/executable.mjs');
  const { findChromium } = await import('../test/host/chromium.mjs');
  const { runInVSCode } = await import('../test/host/run.mjs');
  const { runOnScreen } = await import('../test/host/screen.mjs');
  forgetReports();
  rmSync(vsix, { force: true });
  // The network is waited for while the processors are at work.
  const ready = settled(findVSCode(which(), say));
  add(total, await runTasks([build]));
  add(total, await runTasks(flag('host') ? [packaging] : [...habits, ...afterBuild]));
  const { value: vscode, error } = await ready;
  if (error) throw error;
  add(total, await runInVSCode({ vscode, vsix, say }));
  if (vscode.desktop && !(await findChromium())) {
    say('not looking at the screen: that needs a Chromium, and there is none');
  } else {
    add(total, await runOnScreen({ vsix, which: which(), say }));
  }
}

/** Holds a failure until it is asked for, instead of ending the run in the middle of the rest. */
async function settled(promise) {
  try {
    return { value: await promise };
  } catch (error) {
    return { error };
  }
}

function which() {
  return flag('floor') || process.env['TAREA_FLOOR'] ? 'floor' : 'newest';
}

function flag(name) {
  return process.argv.includes(`--${name}`);
}

function say(line) {
  console.log(`· ${line}`);
}
