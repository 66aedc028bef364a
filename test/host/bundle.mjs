import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'test/host/suite');
const out = path.join(root, 'dist/test/suite');

/**
 * Bundles every test under `suite/`, each file on its own.
 *
 * @returns {Promise<Record<string, string[]>>} the bundles by folder, in the order of their names
 */
export async function bundleSuites() {
  const names = await readdir(source, { recursive: true });
  const tests = names.filter((name) => name.endsWith('.test.ts')).sort();
  await rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...tests].map((name) => path.join(source, name)),
    outbase: source,
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  /** @type {Record<string, string[]>} */
  const groups = {};
  for (const test of tests) {
    const file = path.join(out, test.replace(/\.ts$/, '.cjs'));
    (groups[path.dirname(test)] ??= []).push(file);
  }
  return groups;
}
