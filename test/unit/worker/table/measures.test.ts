import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => {
  desk.close();
});

async function opened(name: string, content: string): Promise<number> {
  const { table } = await desk.ask('open', { path: desk.file(name, content) });
  return table;
}

const TRACKS = `id,genre,key,energy,day,live
1,Rock,C,1,2020-01-01,true
2,Rock,C,2,2020-01-03,true
3,Rock,D,3,2020-01-02,true
4,Jazz,E,6,,false
5,Jazz,E,7,2019-12-31,false
6,Jazz,E,9,2020-01-01,false
7,Folk,D,2,2020-01-01,
8,,C,,2020-01-01,true
`;

describe('a profile', () => {
  it('says of numbers, words, dates and truths what they are', async () => {
    const table = await opened('tracks.csv', TRACKS);
    const columns = ['energy', 'genre', 'day', 'live'];
    const { profiles } = await desk.ask('profile', { table, columns });
    const [energy, genre, day, live] = profiles;
    expect(profiles.map(({ column }) => column)).toEqual(columns);
    expect(energy).toMatchObject({ count: 8, missing: 1, distinct: 6, approximate: false });
    expect(energy?.numeric).toMatchObject({ min: 1, max: 9, q25: 2, q50: 3, q75: 6.5, zeros: 0 });
    expect(energy?.top?.[0]).toEqual({ value: '2', count: 2 });
    expect(genre).toMatchObject({ missing: 1, distinct: 3, text: { shortest: 4, longest: 4 } });
    expect(genre?.top).toEqual([
      { value: 'Jazz', count: 3 },
      { value: 'Rock', count: 3 },
      { value: 'Folk', count: 1 },
    ]);
    expect(day).toMatchObject({ missing: 1, range: { from: '2019-12-31', to: '2020-01-03' } });
    expect(live).toMatchObject({ missing: 1, distinct: 2 });
    expect(live?.top?.[0]).toEqual({ value: 'true', count: 4 });
  });

  it('of a table without rows, and of a column without values', async () => {
    const empty = await opened('empty.csv', 'a,b\n');
    const { profiles } = await desk.ask('profile', { table: empty, columns: ['a', 'b'] });
    expect(profiles.map(({ count, distinct }) => [count, distinct])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const hollow = await opened('hollow.csv', 'a,b\n1,\n2,\n');
    expect((await desk.ask('profile', { table: hollow, columns: ['b'] })).profiles).toMatchObject([
      { count: 2, missing: 2, distinct: 0 },
    ]);
  });

  it('of a long table is near, and says that it is', { timeout: 60_000 }, async () => {
    const odd = (n: number): string => (n % 7 === 0 ? '' : String((n - 500_000) / 8));
    const lines = Array.from(
      { length: 1_000_001 },
      (_, n) => `${n},${(n * 7919) % 1000},${n % 50_000 === 1 ? '-inf' : odd(n)},w${n % 5},c,`,
    );
    const table = await opened('long.csv', `n,k,x,w,one,none\n${lines.join('\n')}\n`);
    const columns = ['n', 'k', 'x', 'w', 'one', 'none'];
    const near = (await desk.ask('profile', { table, columns })).profiles;
    const sharp = (await desk.ask('profile', { table, columns, exact: true })).profiles;
    expect(near.map(({ approximate }) => approximate)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(sharp.map(({ approximate }) => approximate)).toEqual(columns.map(() => false));
    for (const [index, { numeric: rough, distinct }] of near.entries()) {
      const exact = sharp[index]?.numeric;
      if (rough === undefined || exact === undefined) continue;
      const { min, max, zeros, infinite, histogram } = exact;
      expect(rough).toMatchObject({ min, max, zeros, infinite, histogram });
      expect(near[index]).toMatchObject({ missing: sharp[index]?.missing });
      expect(rough.mean).toBeCloseTo(exact.mean, 6);
      expect(rough.sd / exact.sd).toBeCloseTo(1, 6);
      for (const quartile of ['q25', 'q50', 'q75'] as const) {
        expect(Math.abs(rough[quartile] - exact[quartile])).toBeLessThan((max - min) / 250);
      }
      expect(distinct / (sharp[index]?.distinct ?? 0)).toBeCloseTo(1, 0);
    }
    expect(near.slice(3)).toEqual(sharp.slice(3));
  });
});

describe('a target', () => {
  it('counts its classes and ranks what tells them apart', async () => {
    const table = await opened('target.csv', TRACKS);
    const { classes, ranked } = await desk.ask('target', { table, target: 'genre' });
    expect(classes).toEqual([
      { value: 'Jazz', count: 3 },
      { value: 'Rock', count: 3 },
      { value: 'Folk', count: 1 },
    ]);
    // scikit-learn: f_classif of energy, mutual_info_score of genre and key.
    const energy = ranked.find(({ column }) => column === 'energy');
    expect(energy?.measure).toBe('anova');
    expect(energy?.score).toBeCloseTo(14.62857143, 6);
    const key = ranked.find(({ column }) => column === 'key');
    expect(key?.measure).toBe('mutualInformation');
    expect(key?.score).toBeCloseTo(0.8062004215, 6);
    expect(ranked.find(({ column }) => column === 'genre')).toBeUndefined();
  });

  it('that is a name for each row ranks nothing', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => `${n},${n % 7}`);
    const table = await opened('ids.csv', `id,x\n${lines.join('\n')}\n`);
    expect((await desk.ask('target', { table, target: 'id' })).ranked).toEqual([]);
  });
});

describe('numbers and correlations', () => {
  it('come column by column, missing ones as NaN', async () => {
    const table = await opened('numbers.csv', TRACKS);
    const { rows, values } = await desk.ask('numbers', { table, columns: ['energy', 'live'] });
    expect(rows).toBe(8);
    expect([...values]).toEqual([1, 2, 3, 6, 7, 9, 2, NaN, 1, 1, 1, 0, 0, 0, NaN, 1]);
    expect(await desk.code('numbers', { table, columns: ['genre'] })).toBe('column.notNumeric');
  });

  it('come in the order of the file from tables of many blocks', async () => {
    const lines = Array.from({ length: 130_000 }, (_, n) => `${n},${n % 3 === 0 ? '' : n / 4}`);
    const table = await opened('blocks.csv', `n,x\n${lines.join('\n')}\n`);
    const { values } = await desk.ask('numbers', { table, columns: ['n', 'x'] });
    const wrong = Array.from({ length: 130_000 }, (_, n) => n).filter((n) => {
      const x = n % 3 === 0 ? NaN : n / 4;
      return values[n] !== n || !Object.is(values[130_000 + n], x);
    });
    expect(wrong).toEqual([]);
  });

  it('are correlated, but for what is no number', async () => {
    const table = await opened('pairs.csv', TRACKS);
    const { columns, r } = await desk.ask('correlation', {
      table,
      columns: ['genre', 'id', 'energy'],
    });
    expect(columns).toEqual(['id', 'energy']);
    // pandas: DataFrame.corr()
    expect(r[1]).toBeCloseTo(0.5330567, 5);
    expect([r[0], r[3]]).toEqual([1, 1]);
  });
});

describe('a join', () => {
  it('has the columns of both, and says what found no partner', async () => {
    const left = await opened('meta.csv', 'track_id,title,x\n3,c,1\n1,a,2\n2,b,3\n,d,4\n');
    const right = await opened('features.csv', 'track_id,x,y\n1,7,8\n1,9,10\n3,11,12\n99,13,14\n');
    const joined = await desk.ask('join', { left, right, on: 'track_id' });
    expect(joined).toMatchObject({
      name: 'meta_features',
      rows: 3,
      unmatched: { left: { count: 2, keys: ['2'] }, right: { count: 1, keys: ['99'] } },
    });
    const names = joined.columns.map(({ name }) => name);
    expect(names).toEqual(['track_id', 'title', 'x', 'x_1', 'y']);
    const view = { filter: [], sort: [] };
    const page = await desk.ask('page', {
      table: joined.table,
      view,
      from: 0,
      to: 9,
      columns: names,
    });
    expect(page.cells).toEqual([
      ['3', '1', '1'],
      ['c', 'a', 'a'],
      ['1', '2', '2'],
      ['11', '7', '9'],
      ['12', '8', '10'],
    ]);
    expect(await desk.code('join', { left, right, on: 'title' })).toBe('column.unknown');
  });
});
