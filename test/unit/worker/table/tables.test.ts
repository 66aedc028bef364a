import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../../../../src/shared/tableProtocol.js';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => {
  desk.close();
});

const ALL: View = { filter: [], sort: [] };

const PENGUINS = `species,mass,born,banded
Adelie,3750,2007-11-11,true
Gentoo,5000.5,2008-01-02,false
,,,
Adelie,4100,2007-12-01,true
Chinstrap,-2,2009-05-05,
`;

async function opened(name: string, content: string | Uint8Array): Promise<number> {
  const { table } = await desk.ask('open', { path: desk.file(name, content) });
  return table;
}

describe('opening and loading', () => {
  it('shows the first block, then all of it', async () => {
    const path = desk.file('penguins.csv', PENGUINS);
    const preview = await desk.ask('open', { path });
    expect(preview).toMatchObject({ name: 'penguins', format: 'text', complete: true });
    expect(preview.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['species', 'text'],
      ['mass', 'real'],
      ['born', 'date'],
      ['banded', 'boolean'],
    ]);
    expect(preview.rows[0]).toEqual(['Adelie', '3750', '2007-11-11', 'true']);
    const { rows, columns } = await desk.ask('load', { table: preview.table });
    expect(rows).toBe(5);
    expect(columns).toEqual(preview.columns);
  });

  it('keeps the order of the file, and says what is missing', async () => {
    const table = await opened('order.csv', PENGUINS);
    const page = await desk.ask('page', {
      table,
      view: ALL,
      from: 1,
      to: 4,
      columns: ['mass', 'species'],
    });
    expect(page.rows).toEqual([1, 2, 3]);
    expect(page.cells).toEqual([
      ['5000.5', null, '4100.0'],
      ['Gentoo', null, 'Adelie'],
    ]);
  });

  it('reads what the database cannot: another encoding, decimal commas', async () => {
    const bytes = Buffer.from('ciudad;altura\nCórdoba;1,5\nSan José;1172,25\nLeón;3\n', 'latin1');
    const table = await opened('ciudades.csv', bytes);
    const page = await desk.ask('page', {
      table,
      view: ALL,
      from: 0,
      to: 3,
      columns: ['ciudad', 'altura'],
    });
    expect(page.cells).toEqual([
      ['Córdoba', 'San José', 'León'],
      ['1.5', '1172.25', '3.0'],
    ]);
  });

  it('takes a late word for "no value" as missing, and says so', async () => {
    const numbers = Array.from({ length: 40_000 }, (_, n) => `${n},${n / 2}`).join('\n');
    const table = await opened('late.csv', `id,x\n${numbers}\n40000,N/D\n40001,7\n`);
    const { rows, columns, notes } = await desk.ask('load', { table });
    expect(rows).toBe(40_002);
    expect(columns.map(({ kind }) => kind)).toEqual(['integer', 'real']);
    const emptied = notes.find(({ code }) => code === 'column.emptied');
    expect(emptied?.args).toMatchObject({ column: 'x', count: 1, row: 40_001 });
    const page = await desk.ask('page', {
      table,
      view: ALL,
      from: 40_000,
      to: 40_002,
      columns: ['x'],
    });
    expect(page.cells).toEqual([[null, '7.0']]);
  });

  it('has room for thousands of columns', async () => {
    const names = Array.from({ length: 3_000 }, (_, at) => `c${at}`);
    const line = names.map((_, at) => at % 10).join(',');
    const lines = Array.from({ length: 2_100 }, (_, row) => `${row}${line.slice(1)}`);
    const table = await opened('broad.csv', `${names.join(',')}\n${lines.join('\n')}\n`);
    expect((await desk.ask('load', { table })).rows).toBe(2_100);
    const columns = ['c0', 'c2999'];
    const page = await desk.ask('page', { table, view: ALL, from: 2_097, to: 2_099, columns });
    expect(page.cells).toEqual([
      ['2097', '2098'],
      ['9', '9'],
    ]);
    const { profiles } = await desk.ask('profile', { table, columns });
    expect(profiles.map(({ distinct }) => distinct)).toEqual([2_100, 1]);
    await desk.ask('close', { table });
  });

  it('makes a column wider when later cells are something else, and never rounds them', async () => {
    const numbers = Array.from({ length: 40_000 }, (_, n) => `${n},${n},${n}`).join('\n');
    const table = await opened('wide.csv', `a,b,c\n${numbers}\n1.5,uno,99999999999999999999\n`);
    const { columns, notes } = await desk.ask('load', { table });
    expect(columns.map(({ kind }) => kind)).toEqual(['real', 'text', 'bigint']);
    expect(notes.filter(({ code }) => code === 'column.widened')).toHaveLength(3);
    const last = await desk.ask('page', {
      table,
      view: ALL,
      from: 40_000,
      to: 40_001,
      columns: ['a', 'b', 'c'],
    });
    expect(last.cells).toEqual([['1.5'], ['uno'], ['99999999999999999999']]);
  });

  it('takes what is not a number for missing, and keeps its row', async () => {
    const table = await opened('nan.csv', 'a,b\n1.5,x\nNan,y\n-nan,z\n2.5,w\n');
    const { columns } = await desk.ask('load', { table });
    const view = { filter: [{ column: 'b', test: 'ne', value: 'x' } as const], sort: [] };
    const page = await desk.ask('page', { table, view, from: 0, to: 9, columns: ['a', 'b'] });
    if (columns[0]?.kind === 'real') expect(page.cells[0]).toEqual([null, null, '2.5']);
    expect(page.cells[1]).toEqual(['y', 'z', 'w']);
  });

  it('reads rows that become ragged later', async () => {
    const whole = Array.from({ length: 40_000 }, (_, n) => `${n},x,y`).join('\n');
    const table = await opened('ragged.csv', `a,b,c\n${whole}\n7\n8,x,y,z\n`);
    const { rows, notes } = await desk.ask('load', { table });
    expect(rows).toBe(40_002);
    expect(notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['rows.short', 'rows.cut']),
    );
  });

  it('tells of a file that changed or vanished since it was opened', async () => {
    const path = desk.file('changing.csv', PENGUINS);
    const { table } = await desk.ask('open', { path });
    writeFileSync(path, `${PENGUINS}Gentoo,1,2010-01-01,true\n`);
    expect(await desk.code('load', { table })).toBe('file.changed');
    rmSync(path);
    expect(await desk.code('load', { table })).toBe('file.missing');
    expect(await desk.code('open', { path })).toBe('file.missing');
    const touched = desk.file('touched.csv', PENGUINS);
    const other = await desk.ask('open', { path: touched });
    utimesSync(touched, 1, 1);
    expect(await desk.code('load', { table: other.table })).toBe('file.changed');
  });

  it('refuses what is no table', async () => {
    expect(await desk.code('open', { path: desk.folder })).toBe('file.missing');
    expect(await desk.code('open', { path: desk.file('nothing.csv', '') })).toBe('file.empty');
    const bytes = Uint8Array.from({ length: 4_000 }, (_, n) => (n * 7919) % 32);
    expect(await desk.code('open', { path: desk.file('photo.csv', bytes) })).toBe('file.binary');
    expect(await desk.code('open', { path: desk.file('bad.parquet', 'PAR1 no') })).toBe(
      'file.damaged',
    );
    expect(await desk.code('open', { path: desk.file('bad.json', '{"a": 1') })).toBe(
      'file.damaged',
    );
    expect(await desk.code('page', { table: 999, view: ALL, from: 0, to: 1, columns: [] })).toBe(
      'table.closed',
    );
  });

  it('reads lines of JSON', async () => {
    const path = desk.file(
      'clips.jsonl',
      '{"a":1,"b":"x","c":[1,2]}\n{"a":9007199254740993,"b":null}\n',
    );
    const { table, format, dialect } = await desk.ask('open', { path });
    expect([format, dialect]).toEqual(['json', null]);
    const { columns } = await desk.ask('load', { table });
    expect(columns.map(({ kind }) => kind)).toEqual(['bigint', 'text', 'text']);
    const page = await desk.ask('page', {
      table,
      view: ALL,
      from: 0,
      to: 2,
      columns: ['a', 'b', 'c'],
    });
    expect(page.cells).toEqual([
      ['1', '9007199254740993'],
      ['x', null],
      ['[1, 2]', null],
    ]);
  });

  it('tells names apart that differ in capitals, quotes or nothing at all', async () => {
    const table = await opened('names.csv', 'a,A,"say ""hi""",a\n1,2,3,4\n');
    const { columns } = await desk.ask('load', { table });
    const names = columns.map(({ name }) => name);
    const page = await desk.ask('page', { table, view: ALL, from: 0, to: 1, columns: names });
    expect(page.cells).toEqual([['1'], ['2'], ['3'], ['4']]);
  });

  it('forgets a table that is closed', async () => {
    const table = await opened('closed.csv', PENGUINS);
    await desk.ask('load', { table });
    expect(await desk.code('close', { table })).toBe('ok');
    expect(await desk.code('count', { table, filter: [] })).toBe('table.closed');
    expect(await desk.code('close', { table })).toBe('ok');
  });
});

describe('views', () => {
  it('are sorted with missing values last, equal ones in the order of the file', async () => {
    const table = await opened('sorted.csv', PENGUINS);
    const rows = async (descending: boolean): Promise<readonly number[]> => {
      const view = { filter: [], sort: [{ column: 'species', descending }] };
      return (await desk.ask('page', { table, view, from: 0, to: 9, columns: [] })).rows;
    };
    expect(await rows(false)).toEqual([0, 3, 4, 1, 2]);
    expect(await rows(true)).toEqual([1, 4, 0, 3, 2]);
  });

  const filters = [
    ['mass', 'gt', '4000', [1, 3]],
    ['mass', 'le', '3750,0', [0, 4]],
    ['mass', 'ne', '4100', [0, 1, 2, 4]],
    ['species', 'contains', 'ADE', [0, 3]],
    ['species', 'missing', '', [2]],
    ['banded', 'eq', 'sí', [0, 3]],
    ['born', 'lt', '2008-01-01', [0, 3]],
    ['born', 'ge', '2009-05-05', [4]],
    ['species', 'eq', "' OR 1=1 --", []],
  ] as const;

  it.each(filters)('filter %s %s %s', async (column, test, value, expected) => {
    const table = await opened('filtered.csv', PENGUINS);
    const filter = [{ column, test, value }];
    const { rows } = await desk.ask('page', {
      table,
      view: { filter, sort: [] },
      from: 0,
      to: 9,
      columns: [],
    });
    expect(rows).toEqual(expected);
    expect(await desk.ask('count', { table, filter })).toMatchObject({ rows: expected.length });
  });

  it('refuse a value that the column cannot hold, and a column that is not there', async () => {
    const table = await opened('refused.csv', PENGUINS);
    const bad = (column: string, value: string) =>
      desk.code('count', { table, filter: [{ column, test: 'eq', value }] });
    expect(await bad('mass', 'pesado')).toBe('filter.value');
    expect(await bad('born', 'ayer')).toBe('filter.value');
    expect(await bad('wings', '2')).toBe('column.unknown');
  });

  it('can be of chosen rows, and cut long cells', async () => {
    const table = await opened('long.csv', `a,b\n1,${'x'.repeat(5000)}\n2,y\n3,z\n`);
    const view = { ...ALL, rows: [2, 0] };
    const page = await desk.ask('page', {
      table,
      view,
      from: 0,
      to: 5,
      columns: ['b'],
      longest: 10,
    });
    expect(page.cells).toEqual([['xxxxxxxxx…', 'z']]);
  });

  it('page through a long table the same way whatever the order', async () => {
    const lines = Array.from({ length: 30_000 }, (_, n) => `${n},${(n * 7919) % 1000}`);
    const table = await opened('paged.csv', `n,k\n${lines.join('\n')}\n`);
    const view = {
      filter: [{ column: 'k', test: 'lt', value: '500' } as const],
      sort: [{ column: 'k', descending: true }],
    };
    const seen: number[] = [];
    for (let from = 0; from < 15_000; from += 2500) {
      const page = await desk.ask('page', { table, view, from, to: from + 2500, columns: ['n'] });
      expect(page.cells[0]).toEqual(page.rows.map(String));
      seen.push(...page.rows);
    }
    const key = (row: number): number => (row * 7919) % 1000;
    const expected = Array.from({ length: 30_000 }, (_, n) => n)
      .filter((row) => key(row) < 500)
      .sort((one, other) => key(other) - key(one) || one - other);
    expect(seen).toEqual(expected);
  });
});
