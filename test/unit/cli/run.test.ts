import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type Ending } from '../../../src/cli/run.js';

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tarea-cli-'));
  writeFileSync(at('prose.md'), '# Nothing but words\n');
  writeFileSync(at('latin.tex'), Buffer.from([0x24, 0xe9, 0x24]));
  writeFileSync(at('cut.ipynb'), '{"cells": [');
  writeFileSync(at('big.md'), 'x'.repeat(4_000_001));
  writeFileSync(at('notes.docx'), 'x');
  mkdirSync(at('folder.md'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const noTables = (): never => {
  throw new Error('no table was asked for');
};
const run = (argv: readonly string[], env = {}): Promise<Ending> =>
  runCommand(argv, { env, colour: false, openTables: noTables });

interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly error?: { readonly code: string; readonly message: string };
    readonly steps?: readonly unknown[];
  }[];
  readonly milliseconds?: Readonly<Record<string, number>>;
}

async function runJson(names: readonly string[], ...options: string[]): Promise<Output & Ending> {
  const ending = await run(['check', '--format', 'json', ...options, ...names.map(at)]);
  return { ...ending, ...(JSON.parse(ending.out) as Output) };
}

describe('files that cannot be read', () => {
  it.each([
    ['none.tex', 'file.missing'],
    ['folder.md', 'file.folder'],
    ['latin.tex', 'file.not-utf8'],
    ['cut.ipynb', 'file.not-a-notebook'],
    ['big.md', 'file.too-large'],
    ['notes.docx', 'file.unknown-format'],
  ])('%s gives %s, and the file after it is checked', async (name, code) => {
    const { files, exitCode, err } = await runJson([name, 'prose.md']);
    expect(files[0]).toMatchObject({ path: at(name), error: { code } });
    expect(files[0]).not.toHaveProperty('steps');
    expect(files[1]).toEqual({ path: at('prose.md'), steps: [] });
    expect(exitCode).toBe(2);
    expect(err).toContain(name);
  });

  it('are named with the remedy, in Spanish', async () => {
    const { err, out } = await run(['check', at('latin.tex'), '--lang', 'es']);
    expect(err).toBe(
      `${at('latin.tex')}: El archivo no es texto UTF-8. Hay que guardarlo con la codificación UTF-8.\n`,
    );
    expect(out).toBe('1 sin leer.\n');
  });
});

describe('the ending', () => {
  it('is 0 where nothing is wrong', async () => {
    const { exitCode, out } = await run(['check', at('prose.md')]);
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: 'There is no step to check.\n' });
  });

  it('is 2 with the usage where the question is not understood', async () => {
    const { exitCode, out, err } = await run(['check', at('prose.md'), '--fast']);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^There is no option --fast\.\nUsage: /);
  });

  it('tells the time only when asked', async () => {
    expect((await runJson(['prose.md'])).milliseconds).toBeUndefined();
    const { milliseconds } = await runJson(['prose.md'], '--time');
    expect(Object.keys(milliseconds ?? {})).toEqual(['parse', 'check']);
  });
});

describe('the language', () => {
  it.each([
    [{ LANG: 'es_CR.UTF-8' }, 'Uso'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'es_MX.UTF-8' }, 'Usage'],
    [{ LC_ALL: '', LANG: 'es_MX.UTF-8' }, 'Uso'],
    [{ LANG: 'de_DE.UTF-8' }, 'Usage'],
    [{}, 'Usage'],
  ])('of %j is taken', async (env, word) => {
    expect((await run(['--help'], env)).out).toContain(`${word}: tarea check`);
  });

  it('is the one that is asked for, whatever the environment', async () => {
    expect((await run(['--help', '--lang', 'es'], { LANG: 'en_US' })).out).toContain('Uso: ');
  });
});
