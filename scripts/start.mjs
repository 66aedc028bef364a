/**
 * From a fresh clone to the checker at work: its report on the sample coursework in the terminal,
 * then the same folder in a real VS Code with the packaged extension. Ctrl-C ends all of it.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { ensureModules } from './modules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'examples/tarea1');

try {
  ensureModules(say);
  await start();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function start() {
  // What comes from node_modules can only be loaded once that is there.
  const { build, packaging } = await import('./habits.mjs');
  const { openSample, prepare } = await import('./opening.mjs');
  // The network is waited for while the processors are at work.
  const ready = prepare(say);
  say('building the checker and the extension');
  await succeed(build);
  const samples = await findSamples();
  report(samples);
  say('packaging the extension');
  await succeed(packaging);
  await ready;
  const [sample = ''] = samples;
  await openSample({ folder, sample, vsix: path.join(root, 'dist/tarea.vsix'), say });
}

async function succeed(task) {
  const { start: startTask } = await import('./task.mjs');
  const { ok, output } = await startTask(task);
  if (!ok) throw new Error(output.trimEnd());
}

/** The report first, then the notebooks. */
async function findSamples() {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const kinds = ['.tex', '.ipynb'];
  return kinds.flatMap((kind) => names.filter((name) => name.endsWith(kind)).sort());
}

/** Ends with 1 when mistakes were found, as the sample has some on purpose. */
function report(samples) {
  const files = samples.map((name) => path.relative(process.cwd(), path.join(folder, name)));
  const cli = path.join(root, 'dist/cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'check', ...files], { stdio: 'inherit' });
  if (status !== 0 && status !== 1) throw new Error(`The checker ended with ${status}.`);
}

function say(line) {
  console.log(`· ${line}`);
}
