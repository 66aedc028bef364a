import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/shared/dataProtocol.js';
import { inBlocks } from '../../../../src/webview/data/table/blocks.js';
import type { GridSource } from '../../../../src/webview/data/table/source.js';

const all: readonly Column[] = Array.from({ length: 101 }, (_, index) => ({
  name: `c${index}`,
  path: [`c${index}`],
  kind: 'integer',
}));
const [frozen, ...columns] = all;

/** Each cell names its column and row. The questions are noted: the first row and the first column. */
function counted(rows: number): {
  readonly source: GridSource;
  readonly asked: () => number;
  readonly corners: readonly string[];
} {
  const corners: string[] = [];
  const source: GridSource = {
    columns,
    rows,
    frozen,
    sample: () => [],
    read: (from, to, names) => {
      corners.push(`${from} ${names[0]?.name ?? ''}`);
      const places = Array.from({ length: to - from }, (_, index) => from + index);
      const cells = names.map(({ name }) => places.map((row) => `${name}/${row}`));
      return Promise.resolve({ cells, rows: places });
    },
  };
  return { source: inBlocks(source), asked: () => corners.length, corners };
}

describe('reading in blocks', () => {
  it('gives the very cells that were asked for, wherever the blocks end', async () => {
    const window = fc.record({
      x0: fc.integer({ min: 0, max: 99 }),
      width: fc.integer({ min: 0, max: 60 }),
      y0: fc.integer({ min: 0, max: 999 }),
      height: fc.integer({ min: 1, max: 400 }),
      side: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(window, async ({ x0, width, y0, height, side }) => {
        const { source } = counted(1000);
        const to = Math.min(1000, y0 + height);
        const moving = columns.slice(x0, x0 + width);
        const names = side && frozen !== undefined ? [frozen, ...moving] : moving;
        const { cells, rows } = await source.read(y0, to, names);
        expect(cells.map((column) => column[0])).toEqual(names.map(({ name }) => `${name}/${y0}`));
        expect(cells.map((column) => column.length)).toEqual(names.map(() => to - y0));
        if (names.length > 0) expect(rows.at(-1)).toBe(to - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('asks nothing again when one scrolls back', async () => {
    const { source, asked } = counted(1000);
    await source.read(0, 40, columns.slice(0, 10));
    await source.read(100, 140, columns.slice(0, 10));
    const before = asked();
    await source.read(3, 43, columns.slice(2, 12));
    expect(asked()).toBe(before);
  });

  it('asks for what comes next on the way, downwards and sideways', async () => {
    const { source, corners } = counted(1000);
    await source.read(0, 40, columns.slice(0, 10));
    expect(corners).toEqual(['0 c1']);
    await source.read(2, 42, columns.slice(0, 10));
    expect(corners).toEqual(['0 c1', '128 c1']);
    await source.read(2, 42, columns.slice(1, 11));
    expect(corners).toEqual(['0 c1', '128 c1', '0 c33']);
  });

  it('asks for nothing beside the place that one jumped to, nor beyond the ends', async () => {
    const { source, corners } = counted(1000);
    await source.read(0, 40, columns.slice(0, 10));
    await source.read(900, 940, columns.slice(0, 10));
    await source.read(960, 1000, columns.slice(0, 10));
    await source.read(959, 999, columns.slice(90, 100));
    expect(corners).toEqual(['0 c1', '896 c1', '896 c65', '896 c97']);
  });
});
