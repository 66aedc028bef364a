import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSplit } from '../../../../src/engine/table/split/splitFile.js';
import { openDesk, type Desk } from './desk.js';
import { cleanPair, csvOf } from './trackPairs.js';

let desk: Desk;
let table = 0;
const text = csvOf(cleanPair(4).train);
const rows = text.trim().split('\n').length - 1;

beforeAll(async () => {
  desk = await openDesk();
  ({ table } = await desk.ask('open', { path: desk.file('tracks.csv', text) }));
});

afterAll(() => {
  desk.close();
});

const shares = { train: 0.7, validation: 0.3 };

describe('splitting a table', () => {
  it('gives every row to one part, the same each time', async () => {
    const one = await desk.ask('split', { table, shares, seed: 7 });
    const again = await desk.ask('split', { table, shares, seed: 7 });
    const other = await desk.ask('split', { table, shares, seed: 8 });
    expect(Object.values(one.parts).flat().length).toBe(rows);
    expect(again.parts).toEqual(one.parts);
    expect(other.parts).not.toEqual(one.parts);
  });

  it('keeps the classes and says how they came out', async () => {
    const made = await desk.ask('split', { table, shares, seed: 7, stratify: 'track.genre1' });
    const [train = [], validation = []] = Object.values(made.classes);
    expect(train.length).toBe(5);
    for (const [at, { value, count }] of train.entries()) {
      const beside = validation[at]?.count ?? 0;
      expect(validation[at]?.value).toBe(value);
      expect(Math.abs(count - 0.7 * (count + beside))).toBeLessThan(2);
    }
  });

  it('keeps groups on one side', async () => {
    const made = await desk.ask('split', { table, shares, seed: 7, group: 'artist.name' });
    const artists = text
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]);
    const [train = [], validation = []] = Object.values(made.parts);
    const there = new Set(validation.map((row) => artists[row]));
    expect(train.filter((row) => there.has(artists[row]))).toEqual([]);
    expect(validation.length).toBeGreaterThan(0.2 * rows);
  });

  it('writes a file that is read back, and knows its data again', async () => {
    const wish = { shares, seed: 7, group: 'artist.name', target: 'track.genre1' };
    const made = await desk.ask('split', { table, ...wish });
    const sha256 = createHash('sha256').update(text).digest('hex');
    const source = { name: 'tracks.csv', bytes: Buffer.byteLength(text), sha256 };
    const read = readSplit(made.file, source);
    expect(read.ok && read.file).toMatchObject({
      source,
      seed: 7,
      shares,
      stratify: null,
      target: 'track.genre1',
    });
    expect(read.ok && read.file.parts).toEqual(made.parts);
    const changed = { ...source, sha256: sha256.replace(/./g, '0') };
    expect(readSplit(made.file, changed).ok).toBe(false);
  });

  it('says what it cannot do', async () => {
    const code = (given: Record<string, number>, group?: string): Promise<string> =>
      desk.code('split', { table, shares: given, seed: 1, ...(group && { group }) });
    expect(await code({ train: 0.7, test: 0.7 })).toBe('split.shares');
    expect(await code(shares, 'nothing')).toBe('column.unknown');
  });
});
