import { describe, expect, it } from 'vitest';
import { exists, read } from './project.js';

/** What esbuild writes of each bundle: which files went into it, and how much of each. */
interface Metafile {
  readonly outputs: Readonly<
    Record<
      string,
      { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }
    >
  >;
}

/** Each bundle, and the folders whose code must not be in it. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'dist/webview/': ['src/engine/', 'src/worker/', 'src/extension/', 'src/cli/'],
  'dist/extension.cjs': ['src/engine/', 'src/webview/', 'src/cli/', 'node_modules/'],
  'dist/checker.cjs': ['src/extension/', 'src/webview/', 'src/cli/', 'node_modules/'],
  'dist/audio.cjs': ['src/extension/', 'src/webview/', 'src/cli/'],
  'dist/projection.mjs': ['src/extension/', 'src/webview/', 'src/cli/'],
  'dist/table.cjs': ['src/extension/', 'src/webview/', 'src/cli/'],
  'dist/cli.js': ['src/extension/', 'src/webview/', 'node_modules/'],
};

const built = exists('dist/meta.json');

describe.skipIf(!built)('the bundles, as last built', () => {
  const { outputs } = JSON.parse(built ? read('dist/meta.json') : '{"outputs":{}}') as Metafile;

  it.each(Object.entries(refused))('%s holds no code of other layers', (bundle, folders) => {
    const parts = Object.entries(outputs)
      .filter(([output]) => output.startsWith(bundle))
      .flatMap(([, { inputs }]) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([input]) => input);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((input) => folders.some((folder) => input.startsWith(folder)))).toEqual([]);
  });
});
