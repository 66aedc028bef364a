import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from './desk.js';

let desk: Desk;
let table = 0;
let other = 0;
let path = '';

const lines = Array.from(
  { length: 40 },
  (_, at) => `${at},${at % 7},${at % 3},${at % 2 ? 'a' : 'b'}`,
);

beforeAll(async () => {
  desk = await openDesk();
  const text = ['track_id,x,y,genre', ...lines, ''].join('\n');
  ({ table } = await desk.ask('open', { path: desk.file('songs.csv', text) }));
  ({ table: other } = await desk.ask('open', { path: desk.file('other.csv', `${text}9,9,9,a\n`) }));
  const shares = { train: 0.7, validation: 0.3 };
  const made = await desk.ask('split', { table, shares, seed: 7, target: 'genre' });
  path = desk.file('songs.split.json', made.file);
});

afterAll(() => {
  desk.close();
});

const data = { files: ['songs.csv'], on: null };

describe('what a model is to be trained with', () => {
  it('is said by the file of a split, with the columns to learn from', async () => {
    const training = { data, test: null, target: 'genre' };
    const marked = await desk.ask('markSplit', { path, table, training });
    expect(marked.features).toBe(2);
    const before = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, marked.text);
    expect(JSON.parse(marked.text)).toEqual({
      ...before,
      training: { data, test: null, features: ['x', 'y'] },
    });
    const { splits } = await desk.ask('splits', { paths: [path], table });
    expect(splits).toMatchObject([
      { path, rows: 40, seed: 7, target: 'genre', fits: true, training: { data, test: null } },
    ]);
  });

  it('is taken back, and the split is the one that it was', async () => {
    const { text } = await desk.ask('markSplit', { path, training: null });
    writeFileSync(path, text);
    const { splits } = await desk.ask('splits', { paths: [path], table });
    expect(splits).toMatchObject([{ rows: 40, target: 'genre', fits: true, training: null }]);
  });

  it('is not said of other data', async () => {
    const training = { data, test: null, target: 'genre' };
    expect(await desk.code('markSplit', { path, table: other, training })).toBe('split.source');
    const { splits } = await desk.ask('splits', { paths: [path], table: other });
    expect(splits).toMatchObject([{ fits: false }]);
  });

  it('is looked for in vain where there is no split', async () => {
    const paths = [desk.file('a.split.json', '{"format":"other"}'), `${path}.gone`];
    expect(await desk.ask('splits', { paths })).toMatchObject({ splits: [] });
    const gone = { path: `${path}.gone`, training: null };
    expect(await desk.code('markSplit', gone)).toBe('file.missing');
  });
});
