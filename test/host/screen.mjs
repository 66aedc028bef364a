/** Runs the tests that look at the screen of a served VS Code. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import * as versions from './versions.mjs';

const folder = fileURLToPath(new URL('ui', import.meta.url));

/**
 * @param {{vsix: string, which: 'newest' | 'floor', say: (line: string) => void}} options
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runOnScreen({ vsix, which, say }) {
  if (!existsSync(vsix)) return { passed: 0, failed: 1 };
  say(`looking at the screen of VS Code ${versions[which].vscode} in Chromium`);
  Object.assign(process.env, { TAREA_VSIX: vsix, TAREA_VSCODE: which });
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, slow: 15_000 });
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.test.mjs'))
    .sort();
  for (const name of names) mocha.addFile(path.join(folder, name));
  await mocha.loadFilesAsync();
  return await new Promise((resolve) => {
    const runner = mocha.run((failed) => resolve({ passed: runner.stats?.passes ?? 0, failed }));
  });
}
