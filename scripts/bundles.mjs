import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The project's own folder, ending in a slash. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The oldest VS Code that `engines.vscode` promises brings Node 20.18 and Chromium 132. */
/** @type {BuildOptions} */
const node = { platform: 'node', target: 'node20.18' };
/** @type {BuildOptions} */
const chromium = { platform: 'browser', target: 'chrome132' };

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

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
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    banner: { js: '#!/usr/bin/env node' },
    ...node,
  },
];

/** The views inside VS Code: one folder of `src/webview` and one script and style sheet each. */
const panels = ['steps', 'data'];

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
