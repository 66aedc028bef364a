import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/engine/table/column.js';
import { diskOf } from '../../../../src/worker/table/tables.js';

const MEGABYTE = 1024 * 1024;

function diskFor(columns: number, megabytes: number): ReturnType<typeof diskOf> {
  const column: Column = { name: 'a', path: ['a'], kind: 'real' };
  const source = {
    kind: 'file',
    path: 'a.csv',
    bytes: megabytes * MEGABYTE,
    modified: 0,
    format: 'text',
    dialect: null,
  } as const;
  return diskOf({ source, columns: new Array<Column>(columns).fill(column) });
}

describe('a large table', () => {
  it('stays in memory as long as there is room for it', () => {
    expect(diskFor(10, 400)).toBeUndefined();
    expect(diskFor(520, 100)).toBeUndefined();
  });

  it.each([
    [10, 2_000],
    [64, 600],
    [520, 200],
    [520, 2_600],
    [3_000, 200],
    [10_000, 1_000],
  ])(
    'of %i columns is read to a disk, in groups of which four fit into memory',
    (columns, size) => {
      const disk = diskFor(columns, size);
      expect(4 * (disk?.rowGroup ?? Infinity) * columns * 8).toBeLessThan(720 * MEGABYTE);
    },
  );
});
