/** Bundles everything that ships into `dist/`. `--watch` goes on after each change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build, context } from 'esbuild';
import { bundles, root } from './bundles.mjs';

const watch = process.argv.includes('--watch');
/** @type {import('esbuild').BuildOptions[]} */
const options = bundles.map((bundle) => ({
  ...bundle,
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  metafile: true,
  logLevel: watch ? 'info' : 'warning',
}));

if (watch) {
  const contexts = await Promise.all(options.map((each) => context(each)));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await buildOnce();
}

async function buildOnce() {
  // What an older version of the sources built must not be packaged with this one.
  await rm(`${root}dist/webview`, { recursive: true, force: true });
  await mkdir(`${root}dist`, { recursive: true });
  const results = await Promise.allSettled(options.map((each) => build(each)));
  // esbuild has printed why.
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
  const done = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  await writeFile(`${root}dist/meta.json`, JSON.stringify(joined(done)));
}

/** One description of all bundles: which file went into which, for the tests that look at that. */
function joined(results) {
  const meta = { inputs: {}, outputs: {} };
  for (const { metafile } of results) {
    Object.assign(meta.inputs, metafile.inputs);
    Object.assign(meta.outputs, metafile.outputs);
  }
  return meta;
}
