import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { misread } from '../../../bench/dialect.js';
import { compareWithPandas, withoutPandas, type Compared } from '../../../bench/pandas.js';
import { randomTable } from '../../../bench/randomTable.js';
import { readWhole } from '../../../bench/readWhole.js';
import { messyFiles } from './messy.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const missing = withoutPandas();

const title = missing === undefined ? 'the read_csv call' : `the read_csv call: ${missing}`;

/** What was found wrong, with the call, for whoever reads the failure. */
function wrong(compared: readonly Compared[]): readonly object[] {
  return compared
    .filter(({ difference }) => difference !== '')
    .map(({ name, code, difference }) => ({ name, code, difference }));
}

describe.skipIf(missing !== undefined)(title, () => {
  it('gives the same cells of every messy file', () => {
    expect(wrong(compareWithPandas(root, messyFiles))).toEqual([]);
  }, 60_000);

  it('gives the same cells of random files', () => {
    const tables = Array.from({ length: 100 }, (_, at) => randomTable(90_000 + at));
    expect(wrong(compareWithPandas(root, tables))).toEqual([]);
  }, 60_000);
});

describe('random files', () => {
  it.each(Array.from({ length: 100 }, (_, at) => at))('number %i is read as it was meant', (at) => {
    const table = randomTable(91_000 + at);
    expect(misread(table, readWhole(table.bytes))).toBe('');
  });
});
