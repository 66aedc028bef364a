// Runs one of the scoring verbs: `node test/bench/run.mjs truth|bank|mutants|invariance|speed|dialect [--only text]`.
// Node 20 reads no TypeScript, so the verbs are bundled to a temporary file first.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'tarea-bench-'));
try {
  const outfile = join(folder, 'score.mjs');
  await build({
    entryPoints: [join(here, 'score.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    sourcemap: 'inline',
  });
  const { score } = await import(pathToFileURL(outfile).href);
  process.exitCode = await score(join(here, '..', '..'), process.argv.slice(2));
} finally {
  await rm(folder, { recursive: true, force: true });
}
