import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesBelow, read, root } from './project.js';

/** A module of ours that the type check reads with other settings than the tests'. */
async function load(file: string): Promise<unknown> {
  return await import(/* @vite-ignore */ pathToFileURL(path.join(root, file)).href);
}

const vitest = (await load('vitest.config.ts')) as {
  readonly default: { readonly test: { readonly include: readonly string[] } };
};
const host = (await load('test/host/sessions.mjs')) as {
  readonly sessions: readonly { readonly folder: string }[];
};

/** Every runner's patterns, one `**` each. */
const patterns = [
  ...vitest.default.test.include,
  'test/host/ui/**/*.test.mjs',
  ...host.sessions.map(({ folder }) => `test/host/suite/${folder}/**/*.test.ts`),
];

function matches(pattern: string, file: string): boolean {
  const [folder, ending, ...rest] = pattern.split('**/*');
  if (folder === undefined || ending === undefined || rest.length > 0) {
    throw new Error(`${pattern}: this test understands folder/**/*ending only`);
  }
  return file.startsWith(folder) && file.endsWith(ending);
}

const tests = filesBelow('test').filter((file) => /\.test\.[a-z]+$/.test(file));

describe('the runners', () => {
  it('run every test file, each exactly once', () => {
    const counts = tests.map((file) => ({
      file,
      runners: patterns.filter((pattern) => matches(pattern, file)).length,
    }));
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(({ runners }) => runners !== 1)).toEqual([]);
  });

  it('see every file that declares tests', () => {
    const declares = (text: string): boolean => /^\s*(?:it|test)(?:\.each)?\(/m.test(text);
    // What is exported declares tests where it is called.
    const exported = (text: string): boolean => /^export function test\w*\(/m.test(text);
    const declaring = [...filesBelow('test/unit'), ...filesBelow('test/host/suite')].filter(
      (file) => file.endsWith('.ts') && declares(read(file)) && !exported(read(file)),
    );
    expect(declaring.filter((file) => !tests.includes(file))).toEqual([]);
  });
});
