import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commentsIn } from '../../../../src/shared/codeWords.js';
import { speaker } from '../../../../src/shared/say.js';
import { runScripts, withoutPandas } from '../../../bench/pandas.js';
import { openDesk, type Desk } from './desk.js';

const comments = commentsIn(speaker({}));
const root = fileURLToPath(new URL('../../../../', import.meta.url));
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
}, 60_000);

afterAll(() => {
  desk.close();
});

describe('the code of a table', () => {
  it('names the file without its folder and reads it as it was understood', async () => {
    const path = desk.file('notas.csv', 'id;nota\n1;9,5\n2;8,0\n');
    const { table } = await desk.ask('open', { path });
    const { text } = await desk.ask('code', { table, screens: [{ kind: 'open' }], comments });
    expect(text).toContain("df = pd.read_csv('notas.csv', sep=';', decimal=',')");
  });

  it('names files as they are seen from the folder of a notebook', async () => {
    const path = desk.file('notas.csv', 'id;nota\n1;9,5\n2;8,0\n');
    const { table } = await desk.ask('open', { path });
    const folder = join(dirname(path), 'cuadernos');
    const fileName = join(dirname(path), 'notas.split.json');
    const split = { kind: 'split', fileName, shares: { train: 0.5, test: 0.5 }, seed: 1 } as const;
    const { text } = await desk.ask('code', { table, screens: [split], folder, comments });
    expect(text).toContain("pd.read_csv('../notas.csv'");
    expect(text).toContain("open('../notas.split.json'");
  });

  it('reads both files of a join, and the table that findings compare with', async () => {
    const left = await desk.ask('open', { path: desk.file('a.csv', 'id,x\n1,2\n3,4\n') });
    const right = await desk.ask('open', { path: desk.file('b.csv', 'id,y\n1,5\n3,6\n') });
    const { table } = await desk.ask('join', { left: left.table, right: right.table, on: 'id' });
    const joined = await desk.ask('code', { table, screens: [{ kind: 'open' }], comments });
    expect(joined.text).toContain("df = df_left.merge(df_right, on='id'");
    expect(joined.text).toContain("pd.read_csv('a.csv')");
    const screen = { kind: 'findings', found: [{ code: 'rows.ids', columns: ['id'] }] } as const;
    const asked = { table: left.table, against: right.table, screens: [screen], comments };
    expect((await desk.ask('code', asked)).text).toContain("test = pd.read_csv('b.csv')");
  });

  it('compares a join with a join, its columns called as on the screen', async () => {
    const sides = ['train', 'test'].map(async (part) => {
      const write = (name: string, text: string): string => desk.file(`${part}_${name}.csv`, text);
      const left = await desk.ask('open', { path: write('a', 'id,x\n1,2\n3,4\n') });
      const right = await desk.ask('open', { path: write('b', 'x,id\n5,1\n6,3\n7,9\n') });
      return desk.ask('join', { left: left.table, right: right.table, on: 'id' });
    });
    const [train, test] = await Promise.all(sides);
    const names = train?.columns.map(({ name }) => name);
    expect(names).toEqual(['id', 'x', 'x_1']);
    const screen = { kind: 'findings', found: [{ code: 'rows.ids', columns: ['id'] }] } as const;
    const asked = {
      table: train?.table ?? 0,
      against: test?.table ?? 0,
      screens: [screen],
      comments,
    };
    const { text } = await desk.ask('code', asked);
    expect(text).toContain("test_right = pd.read_csv('test_b.csv')");
    expect(text).toContain(
      "test = test_left.merge(test_right.rename(columns={'x': 'x_1'}), on='id')",
    );
    if (withoutPandas() !== undefined) return;
    const files = ['train', 'test'].flatMap((part) => [
      { name: `${part}_a.csv`, text: 'id,x\n1,2\n3,4\n' },
      { name: `${part}_b.csv`, text: 'x,id\n5,1\n6,3\n7,9\n' },
    ]);
    const show = [
      'list(df.columns)',
      'list(test.columns)',
      'sorted(shared_ids)',
      'len(test_only_right)',
      'len(only_right)',
    ];
    expect(runScripts(root, files, [{ code: text, show }])).toEqual([[names, names, [1, 3], 1, 1]]);
  });

  it('reads the other tables that a question names, and no others', async () => {
    const songs = await desk.ask('open', { path: desk.file('canciones.csv', 'id,x\n1,2\n') });
    const path = desk.file('géneros "1".csv', 'id;y\n1;5,5\n');
    const genres = await desk.ask('open', { path });
    await desk.ask('open', { path: desk.file('ajena.csv', 'id,z\n1,5\n') });
    const question = `SELECT * FROM canciones JOIN "${genres.name.replaceAll('"', '""')}" USING (id)`;
    const screens = [{ kind: 'sql', question, name: songs.name }] as const;
    const { text } = await desk.ask('code', { table: songs.table, screens, comments });
    expect(text).toContain("df = pd.read_csv('canciones.csv')");
    expect(text).toContain("other = pd.read_csv('géneros \"1\".csv', sep=';', decimal=',')");
    expect(text).toContain(`duckdb.register('${genres.name}', other)`);
    expect(text).not.toContain('ajena');
  });

  it('knows what a later row taught', async () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `${at},${at / 2}`);
    const path = desk.file('late.csv', ['n,v', ...lines, 's/d,0', ''].join('\n'));
    const { table } = await desk.ask('open', { path });
    await desk.ask('load', { table });
    const { text } = await desk.ask('code', { table, screens: [{ kind: 'open' }], comments });
    expect(text).toContain("na_values=['s/d']");
  });
});
