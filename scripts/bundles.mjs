import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindingFor, target } from './target.mjs';

/** The project's own folder, ending in a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The oldest VS Code that `engines.vscode` promises brings Node 20.18 and Chromium 132. */
/** @type {BuildOptions} */
const node = { platform: 'node', target: 'node20.18' };
/** @type {BuildOptions} */
const chromium = { platform: 'browser', target: 'chrome132' };

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/**
 * scran.js starts threads from its own file and finds its WebAssembly beside it, so that these two go
 * unbundled into a folder `scran` next to the bundle.
 * @type {import('esbuild').Plugin}
 */
export const scranBeside = {
  name: 'scran-beside',
  setup(build) {
    build.onResolve({ filter: /\/wasm\/scran\.js$/ }, () => ({
      path: './scran/scran.js',
      external: true,
    }));
    build.onEnd(async () => {
      const from = `${root}node_modules/scran.js/`;
      const { outfile = '' } = build.initialOptions;
      const to = path.join(path.resolve(root, path.dirname(outfile)), 'scran');
      await mkdir(to, { recursive: true });
      for (const name of ['main/wasm/scran.js', 'main/wasm/scran.wasm', 'LICENSE']) {
        await copyFile(`${from}${name}`, path.join(to, path.basename(name)));
      }
      await writeFile(path.join(to, 'package.json'), '{ "type": "module" }\n');
    });
  },
};

/**
 * The database is a native library: this platform's, unless TAREA_TARGET names another, goes unbundled into a folder
 * `duckdb` next to the bundle.
 * @type {import('esbuild').Plugin}
 */
const duckdbBeside = {
  name: 'duckdb-beside',
  setup(build) {
    build.onResolve({ filter: /^@duckdb\/node-bindings$/ }, () => ({
      path: './duckdb/duckdb.node',
      external: true,
    }));
    build.onEnd(async () => {
      const from = `${root}node_modules/${bindingFor(target())}/`;
      const { outfile = '' } = build.initialOptions;
      const to = path.join(path.resolve(root, path.dirname(outfile)), 'duckdb');
      // One platform's library in each package: they are large.
      await rm(to, { recursive: true, force: true });
      await mkdir(to, { recursive: true });
      const names = await readdir(from);
      for (const name of names.filter((each) => each !== 'package.json' && each !== 'README.md')) {
        await copyFile(`${from}${name}`, path.join(to, name));
      }
    });
  },
};

/**
 * One row for each thing that ships, in esbuild's words.
 * @type {BuildOptions[]}
 */
const programs = [
  {
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
    ...node,
  },
  {
    entryPoints: ['src/worker/checker/entry.ts'],
    outfile: 'dist/checker.cjs',
    format: 'cjs',
    ...node,
  },
  {
    entryPoints: ['src/worker/audio/entry.ts'],
    outfile: 'dist/audio.cjs',
    format: 'cjs',
    ...node,
  },
  {
    entryPoints: ['src/worker/projection/entry.ts'],
    outfile: 'dist/projection.mjs',
    format: 'esm',
    ...node,
    plugins: [scranBeside],
  },
  {
    entryPoints: ['src/worker/table/entry.ts'],
    outfile: 'dist/table.cjs',
    format: 'cjs',
    ...node,
    plugins: [duckdbBeside],
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    banner: { js: '#!/usr/bin/env node' },
    ...node,
  },
];

/** The views inside VS Code: one folder of `src/webview` and one script and style sheet each. */
const panels = ['steps', 'data', 'audio'];

/** @returns {BuildOptions} */
function panel(name) {
  return {
    entryPoints: [{ in: `src/webview/${name}/main.ts`, out: name }],
    outdir: 'dist/webview',
    format: 'iife',
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
    plugins: [oneFontFormat],
    ...chromium,
  };
}

/**
 * KaTeX names each font in three formats; every VS Code reads the smallest.
 * @type {import('esbuild').Plugin}
 */
const oneFontFormat = {
  name: 'one-font-format',
  setup(build) {
    build.onLoad({ filter: /katex[\\/]dist[\\/]katex(\.min)?\.css$/ }, async (file) => {
      const css = await readFile(file.path, 'utf8');
      const older = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'][a-z]+["']\)/g;
      return { contents: css.replace(older, ''), loader: 'css' };
    });
  },
};

/** Every bundle: one set of esbuild's options each. A source that is missing fails the build. */
export const bundles = [...programs, ...panels.map(panel)];
