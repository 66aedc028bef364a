import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, FindingCode } from '../../../../src/engine/table/finding.js';
import type { TableId } from '../../../../src/shared/tableProtocol.js';
import { openDesk, type Desk } from './desk.js';
import { cleanPair, csvOf, withoutColumn, type Pair, type Sheet } from './trackPairs.js';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(() => {
  desk.close();
});

const TARGET = 'track.genre1';

async function findingsOf({ train, test }: Pair): Promise<readonly Finding[]> {
  const [table, against] = await Promise.all(
    [train, test].map(async (sheet, side) => {
      const path = desk.file(`tracks_${side === 0 ? 'train' : 'test'}.csv`, csvOf(sheet));
      return (await desk.ask('open', { path })).table;
    }),
  );
  const request = { table: table ?? 0, against: against ?? 0, target: TARGET };
  const { findings } = await desk.ask('findings', request);
  for (const each of [table, against]) await desk.ask('close', { table: each ?? 0 });
  return findings;
}

async function alone(sheet: Sheet, target = TARGET): Promise<readonly Finding[]> {
  const { table } = await desk.ask('open', { path: desk.file('tracks.csv', csvOf(sheet)) });
  const { findings } = await desk.ask('findings', { table, target });
  await desk.ask('close', { table });
  return findings;
}

/** Milliseconds: several tables are read in a process of their own, on a machine that may be busy. */
const SLOWLY = { timeout: 120_000 };

/** What a table shows by itself, pair or no pair. */
const OWN: ReadonlySet<FindingCode> = new Set(['column.idLike', 'class.imbalance']);

function between(findings: readonly Finding[]): readonly FindingCode[] {
  return findings.map(({ code }) => code).filter((code) => !OWN.has(code));
}

function change(
  rows: Sheet['rows'],
  name: string,
  to: (cell: string, row: number) => string,
): void {
  for (const [at, row] of rows.entries()) row[name] = to(row[name] ?? '', at);
}

/** A row of train, as it could stand in test under an id of its own. */
function copied({ train, test }: Pair, from: number, to: number): Record<string, string> {
  const { track_id: id = '', 'artist.name': artist = '' } = test.rows[to] ?? {};
  return { ...train.rows[from], track_id: id, 'artist.name': artist };
}

const widen = (cell: string): string => (cell === '' ? '' : String(1000 * Number(cell)));
const numbers = (columns: readonly string[]): readonly string[] =>
  columns.filter((name) => name.startsWith('mfcc'));

/** Ten mistakes, each put into a clean pair, and what must be told of it and nothing else. */
const planted: readonly (readonly [FindingCode, (pair: Pair) => Pair])[] = [
  ['column.missing', (pair) => ({ ...pair, test: withoutColumn(pair.test, 'mfcc.mean.2') })],
  [
    'column.kind',
    (pair) => {
      change(pair.test.rows, 'explicit', (cell) => (cell === 'yes' ? '1.5' : '0.5'));
      return pair;
    },
  ],
  [
    'column.scale',
    (pair) => {
      change(pair.test.rows, 'mfcc.mean.1', widen);
      return pair;
    },
  ],
  [
    'category.unseen',
    (pair) => {
      change(pair.test.rows, 'key', (cell, row) => (row % 40 === 0 ? 'H' : cell));
      return pair;
    },
  ],
  [
    'column.drift',
    (pair) => {
      change(pair.test.rows, 'mfcc.mean.3', (cell) => drifted(cell, pair.train));
      return pair;
    },
  ],
  [
    'rows.ids',
    (pair) => {
      change(pair.test.rows, 'track_id', (cell, row) =>
        row < 4 ? (pair.train.rows[row]?.['track_id'] ?? cell) : cell,
      );
      return pair;
    },
  ],
  [
    'rows.shared',
    (pair) => {
      for (let row = 0; row < 5; row++) {
        // An artist is on one side only, so the copy is one under the artist's other name.
        const copy = copied(pair, row, row * 3);
        pair.test.rows[row * 3] = {
          ...copy,
          'artist.name': pair.train.rows[row]?.['artist.name'] ?? '',
        };
      }
      return pair;
    },
  ],
  [
    'rows.nearDuplicate',
    (pair) => {
      for (let row = 0; row < 8; row++) {
        const copy = copied(pair, row, row * 3);
        for (const name of numbers(pair.train.columns)) {
          const cell = copy[name] ?? '';
          copy[name] =
            cell === '' || Number.isInteger(Number(cell)) ? cell : Number(cell).toPrecision(4);
        }
        pair.test.rows[row * 3] = copy;
      }
      return pair;
    },
  ],
  [
    'rows.group',
    (pair) => {
      change(pair.test.rows, 'artist.name', (cell, row) => (row < 9 ? 'A 7' : cell));
      change(pair.train.rows, 'artist.name', (cell, row) => (row < 3 ? 'A 7' : cell));
      return pair;
    },
  ],
  [
    'column.target',
    (pair) => {
      const codes = new Map<string, number>();
      for (const row of pair.train.rows) {
        const genre = row[TARGET] ?? '';
        if (!codes.has(genre)) codes.set(genre, 10 + codes.size * 7);
        row['mfcc.mean.4'] = String(codes.get(genre));
      }
      for (const [at, row] of pair.test.rows.entries())
        row['mfcc.mean.4'] = String(10 + (at % 5) * 7);
      return pair;
    },
  ],
];

/** Two quartiles further, whatever the column's scale. */
function drifted(cell: string, train: Sheet): string {
  const sorted = train.rows
    .map((row) => row['mfcc.mean.3'] ?? '')
    .filter((each) => each !== '')
    .map(Number)
    .sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
  return cell === '' ? '' : String(Number(cell) + (at(0.8) - at(0.2)) * 1.2);
}

describe('a mistake between train and test', SLOWLY, () => {
  it.each(planted)('%s is found', async (code, plant) => {
    for (const seed of [1, 2, 3]) {
      const found = between(await findingsOf(plant(cleanPair(seed))));
      expect(found, `seed ${seed}`).toContain(code);
    }
  });
});

describe('a join beside a join', SLOWLY, () => {
  it.each(planted.filter(([code]) => code !== 'rows.nearDuplicate').slice(0, 6))(
    'shows what its files together show: %s',
    async (code, plant) => {
      const pair = plant(cleanPair(21));
      const whole = await findingsOf(pair);
      const tables = await Promise.all([joinOf('train', pair.train), joinOf('test', pair.test)]);
      const [table = 0, against = 0] = tables.map((opened) => opened[0]);
      const { findings } = await desk.ask('findings', { table, against, target: TARGET });
      for (const each of tables.flat()) await desk.ask('close', { table: each });
      expect(between(findings)).toContain(code);
      expect(sorted(findings)).toEqual(sorted(whole));
    },
  );
});

function sorted(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ code, columns }) => `${code} ${columns.toSorted().join(' ')}`).toSorted();
}

/** The sheet's metadata joined with its features by the tracks' ids; the join and its sides. */
async function joinOf(side: string, sheet: Sheet): Promise<readonly TableId[]> {
  const features = numbers(sheet.columns);
  const metadata = sheet.columns.filter((name) => !features.includes(name));
  const [left, right] = await Promise.all(
    [metadata, ['track_id', ...features]].map(async (columns, at) => {
      const path = desk.file(`${side}_${at}.csv`, csvOf({ columns, rows: sheet.rows }));
      return (await desk.ask('open', { path })).table;
    }),
  );
  const sides = { left: left ?? 0, right: right ?? 0, on: 'track_id' };
  return [(await desk.ask('join', sides)).table, sides.left, sides.right];
}

describe('a clean pair', SLOWLY, () => {
  it('shows nothing, seed after seed', async () => {
    const alarms: string[] = [];
    for (let seed = 100; seed < 100 + SEEDS; seed++) {
      const found = between(await findingsOf(cleanPair(seed)));
      if (found.length > 0) alarms.push(`${seed}: ${found.join(' ')}`);
    }
    expect(alarms).toEqual([]);
  });
});

/** A hundred times as many have been tried by hand; these keep the test short. */
const SEEDS = 10;

describe('a table by itself', SLOWLY, () => {
  const rows = (count: number, row: (at: number) => Record<string, string>): Sheet => {
    const all = Array.from({ length: count }, (_, at) => row(at));
    return { columns: Object.keys(all[0] ?? {}), rows: all };
  };

  it('is told of each thing that is wrong in it', async () => {
    const sheet = rows(200, (at) => ({
      track_id: String(at * 3 + 2),
      flat: '7',
      tempo: String(60 + ((at * 37) % 100) / 7),
      bpm: String(60 + ((at * 37) % 100) / 7),
      mean: at % 20 === 0 ? 'n/s' : `${at % 13},${at % 10}5`,
      comment: `text ${at}`,
      codigo_postal: String(at % 10 === 0 ? 1000 + at : 10_000 + at * 31),
      isrc: `9007199254740${String(993 + at).padStart(5, '1')}`,
      [TARGET]: at % 25 === 0 ? 'Jazz' : 'Rock',
    }));
    const found = await alone(sheet);
    const told = found.map(({ code, columns }) => `${code}: ${columns.join(' ')}`);
    expect(told.toSorted()).toEqual([
      'class.imbalance: track.genre1',
      'column.bigId: isrc',
      'column.constant: flat',
      'column.decimalComma: mean',
      'column.duplicate: tempo bpm',
      'column.idLike: track_id comment isrc',
      'column.lostZeros: codigo_postal',
    ]);
  });

  it('is told of rows that are there twice, by their places', async () => {
    const { train } = cleanPair(9);
    train.rows.push(
      ...train.rows.slice(0, 4).map((row, at) => ({ ...row, track_id: `${9e5 + at}` })),
    );
    const count = train.rows.length;
    const found = (await alone(train)).find(({ code }) => code === 'rows.duplicate');
    expect(found?.rows).toEqual([count - 4, count - 3, count - 2, count - 1]);
  });

  it('is told of a column that gives a quantity away', async () => {
    const sheet = rows(600, (at) => {
      const price = Math.sin(at * 12.9898) * 43758.5453;
      return {
        price: price.toFixed(3),
        log: (price ** 3 / 1e9).toFixed(6),
        size: `${(at * 7) % 31}`,
      };
    });
    const leaks = (await alone(sheet, 'price')).filter(({ code }) => code === 'column.target');
    expect(leaks.map(({ columns }) => columns)).toEqual([['log']]);
  });

  it('may be empty, or of one row', async () => {
    expect(await alone({ columns: ['a', 'b'], rows: [{ a: '1', b: 'x' }] }, 'b')).toEqual([]);
    const { table } = await desk.ask('open', { path: desk.file('none.csv', 'a,b\n') });
    expect((await desk.ask('findings', { table, against: table })).findings).toEqual([]);
  });
});
