import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PYTHON, without } from '../../../bench/python.js';
import { openDesk, type Desk } from './desk.js';
import { cleanPair, csvOf } from './trackPairs.js';

/** Milliseconds: several tables are read in a process of their own, on a machine that may be busy. */
const SLOWLY = { timeout: 120_000 };

/** The same counts by pandas, and the greatest Kolmogorov-Smirnov distance by scipy. */
const SCRIPT = `
import json, sys, pandas as pd
from scipy.stats import ks_2samp
train, test = (pd.read_csv(name) for name in sys.argv[1:3])
features = [c for c in test.columns if c not in ('track_id', 'artist.name')]
numbers = test[features].select_dtypes('number').columns
keys = set(map(tuple, train[features + ['artist.name']].fillna('').astype(str).values))
rows = map(tuple, test[features + ['artist.name']].fillna('').astype(str).values)
print(json.dumps({
    'ids': int(test['track_id'].isin(train['track_id']).sum()),
    'shared': sum(row in keys for row in rows),
    'repeated': int(train[features + ['artist.name']].duplicated().sum()),
    'unseen': int((~test['key'].isin(train['key'])).sum()),
    'distance': max(ks_2samp(train[c].dropna(), test[c].dropna()).statistic for c in numbers),
}))
`;

describe.skipIf(without('pandas, scipy'))(
  'findings beside pandas (skipped where it is absent)',
  SLOWLY,
  () => {
    let desk: Desk;

    beforeAll(async () => {
      desk = await openDesk();
    });
    afterAll(() => {
      desk.close();
    });

    it('count the same', async () => {
      const { train, test } = cleanPair(21);
      for (const row of test.rows)
        row['mfcc.mean.1'] = String(3 + 2 * Number(row['mfcc.mean.1'] ?? 0));
      for (let row = 0; row < 6; row++) {
        const id = String(900_000 + row);
        train.rows.push({ ...train.rows[row], track_id: id });
        test.rows[row * 4] = {
          ...train.rows[row + 30],
          track_id: row < 2 ? (train.rows[0]?.['track_id'] ?? '') : id,
        };
      }
      for (const row of test.rows.slice(60, 67)) row['key'] = 'H';
      const files = [desk.file('train.csv', csvOf(train)), desk.file('test.csv', csvOf(test))];
      const [table = 0, against = 0] = await Promise.all(
        files.map(async (path) => (await desk.ask('open', { path })).table),
      );
      const { findings } = await desk.ask('findings', { table, against, target: 'track.genre1' });
      const arg = (code: string, name: string): unknown =>
        findings.find((finding) => finding.code === code)?.args[name];
      const theirs = JSON.parse(
        execFileSync(PYTHON, ['-c', SCRIPT, ...files], { encoding: 'utf8' }),
      ) as Readonly<Record<string, number>>;
      expect({
        shared: arg('rows.shared', 'rows'),
        repeated: arg('rows.duplicate', 'rows'),
        unseen: arg('category.unseen', 'rows'),
        distance: arg('column.drift', 'distance'),
      }).toEqual({
        shared: theirs['shared'],
        repeated: theirs['repeated'],
        unseen: theirs['unseen'],
        distance: Number(theirs['distance']?.toPrecision(2)),
      });
    });
  },
);
