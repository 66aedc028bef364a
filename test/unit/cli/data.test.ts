import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type Ending } from '../../../src/cli/run.js';
import { createProcessTables } from '../../../src/worker/table/process.js';
import { openDesk, type Desk } from '../worker/table/desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const lines = Array.from(
    { length: 30 },
    (_, at) => `${at * at * 37 + 5};${at % 7},5;${at % 3 ? 'rock' : 'pop'}`,
  );
  desk.file('train.csv', ['track_id;tempo;género', ...lines, ''].join('\n'));
  const others = lines.slice(20).map((line) => line.split(';').slice(0, 2).join(';'));
  desk.file('test.csv', ['track_id;tempo', ...others, ''].join('\n'));
  desk.file('empty.csv', '');
  desk.file('escape.csv', 'a\u001b[31m,b\n1,2\n3,4\n');
}, 60_000);

afterAll(() => {
  desk.close();
});

function run(...argv: readonly string[]): Promise<Ending> {
  const script = path.join(path.dirname(desk.window), 'table.cjs');
  return runCommand(argv, {
    env: { LANG: 'es_CR.UTF-8' },
    colour: false,
    openTables: () => createProcessTables(script),
  });
}

const at = (name: string): string => path.join(desk.folder, name);

interface Output {
  readonly rows: number;
  readonly dialect: { readonly delimiter: string; readonly decimal: string };
  readonly notes: readonly { readonly code: string; readonly message: string }[];
  readonly columns: readonly {
    readonly name: string;
    readonly kind: string;
    readonly profile: { readonly distinct: number; readonly numeric?: { readonly max: number } };
  }[];
  readonly classes: readonly { readonly value: string; readonly count: number }[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
  readonly pandas: string;
  readonly error?: { readonly code: string; readonly message: string };
}

describe('the data command', () => {
  it('gives columns, dialect, notes, profiles and findings to programs', async () => {
    const ending = await run(
      'data',
      at('train.csv'),
      '--format',
      'json',
      '--target',
      'género',
      '--against',
      at('test.csv'),
    );
    const output = JSON.parse(ending.out) as Output;
    expect(output).toMatchObject({ rows: 30, dialect: { delimiter: ';', decimal: ',' } });
    expect(output.notes.map(({ code }) => code)).toContain('decimal.comma');
    expect(output.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'track_id integer',
      'tempo real',
      'género text',
    ]);
    expect(output.columns[1]?.profile).toMatchObject({ distinct: 7, numeric: { max: 6.5 } });
    expect(output.classes).toEqual([
      { value: 'rock', count: 20 },
      { value: 'pop', count: 10 },
    ]);
    expect(output.findings.map(({ code }) => code)).toContain('rows.ids');
    expect(output.pandas).toContain("sep=';', decimal=','");
    expect(ending).toMatchObject({ exitCode: 1, err: '' });
  });

  it('tells people in their language', async () => {
    const { out, exitCode } = await run('data', at('test.csv'));
    expect(out).toContain('10 filas, 2 columnas');
    expect(out).toContain('Usa coma decimal');
    expect(out).toContain('pd.read_csv(');
    expect(exitCode).toBe(0);
  });

  it.each([
    ['nada.csv', 'file.missing'],
    ['empty.csv', 'file.empty'],
  ])('says why there is nothing to see in %s', async (name, code) => {
    const { out, err, exitCode } = await run('data', at(name), '--format', 'json');
    expect((JSON.parse(out) as Output).error?.code).toBe(code);
    expect(err).toContain(name);
    expect(exitCode).toBe(2);
  });

  it('names the other file when it is the one that cannot be read', async () => {
    const { err } = await run('data', at('train.csv'), '--against', at('nada.csv'));
    expect(err).toContain('nada.csv');
  });

  it('shows names without letting them steer the terminal', async () => {
    expect((await run('data', at('escape.csv'))).out).not.toContain('\u001b');
  });
});
