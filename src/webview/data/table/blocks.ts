import type { Column } from '../../../shared/dataProtocol.js';
import type { Cell } from '../../../shared/tableProtocol.js';
import type { Block, GridSource } from './source.js';

/** A screen holds about 40 rows and 15 columns: one step of scrolling mostly stays within a block. */
const ROWS = 128;
const COLUMNS = 32;

/** Blocks kept: about a million cells. */
const MAX_BLOCKS = 250;

/**
 * Asks a source in blocks and keeps those used last, so that scrolling back and forth asks nothing
 * again. Questions for the same block are asked once.
 */
export function inBlocks(source: GridSource): GridSource {
  const kept = new Map<string, Promise<Block>>();
  const block = (row: number, columns: readonly Column[]): Promise<Block> => {
    const key = JSON.stringify([row, columns.map(({ name }) => name)]);
    const found = kept.get(key);
    kept.delete(key);
    const to = Math.min(source.rows, (row + 1) * ROWS);
    const asked = found ?? source.read(row * ROWS, to, columns);
    kept.set(key, asked);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_BLOCKS) break;
      kept.delete(oldest);
    }
    return asked;
  };
  return {
    ...source,
    read: async (from, to, columns) => {
      const rows = range(Math.floor(from / ROWS), Math.ceil(to / ROWS));
      const groups = groupsOf(columns, source.columns);
      const parts = await Promise.all(
        rows.map((row) => Promise.all(groups.map((group) => block(row, group)))),
      );
      const [first = 0] = rows;
      const window = (cells: readonly Cell[]): readonly Cell[] =>
        cells.slice(from - first * ROWS, to - first * ROWS);
      const places = new Map(groups.flat().map(({ name }, index) => [name, index]));
      const all = groups.flat().map(({ name }) => {
        const at = places.get(name) ?? -1;
        return parts.flatMap((row) => row.flatMap(({ cells }) => cells)[at] ?? []);
      });
      return {
        cells: columns.map(({ name }) => window(all[places.get(name) ?? -1] ?? [])),
        rows: parts
          .flatMap(([left]) => left?.rows ?? [])
          .slice(from - first * ROWS, to - first * ROWS),
      };
    },
  };
}

/** The blocks of columns in which those asked lie; one that is not listed is a block of its own. */
function groupsOf(
  asked: readonly Column[],
  listed: readonly Column[],
): readonly (readonly Column[])[] {
  const at = new Map(listed.map(({ name }, index) => [name, index]));
  const blocks = new Set<number>();
  const alone: (readonly Column[])[] = [];
  for (const column of asked) {
    const index = at.get(column.name);
    if (index === undefined) alone.push([column]);
    else blocks.add(Math.floor(index / COLUMNS));
  }
  const groups = [...blocks].map((b) => listed.slice(b * COLUMNS, (b + 1) * COLUMNS));
  return [...groups, ...alone];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
