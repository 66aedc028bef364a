import type { Column } from '../../../shared/dataProtocol.js';
import type { Cell } from '../../../shared/tableProtocol.js';
import { ahead, type Window } from './ahead.js';
import type { Block, GridSource } from './source.js';

/** A screen holds about 40 rows and 15 columns: one step of scrolling mostly stays within a block. */
const SIZE = { rows: 128, columns: 32 };

/** Blocks kept: about a million cells. */
const MAX_BLOCKS = 250;

/**
 * Asks a source in blocks and keeps those used last, so that scrolling back and forth asks nothing
 * again. Questions for the same block are asked once, and those that come next on the way are asked before they are
 * needed.
 */
export function inBlocks(source: GridSource): GridSource {
  const ask = keeping(source);
  const places = new Map(source.columns.map(({ name }, index) => [name, index]));
  let before: Window | undefined;
  const askAhead = (now: Window, alone: readonly Group[]): void => {
    const next = ahead(before, now, SIZE);
    before = now;
    if (next === undefined) return;
    const rows = numbers(next.top, Math.min(next.bottom, source.rows), SIZE.rows);
    const right = Math.min(next.right, source.columns.length);
    const groups = numbers(next.left, right, SIZE.columns).map((at) => groupAt(at, source.columns));
    for (const row of rows) {
      // What goes wrong is told when the block is needed.
      for (const group of [...groups, ...alone]) ask(row, group).catch(() => undefined);
    }
  };
  return {
    ...source,
    read: async (from, to, columns) => {
      const rows = numbers(from, to, SIZE.rows);
      const { groups, alone, left, right } = groupsOf(columns, places, source.columns);
      const parts = await Promise.all(
        rows.map((row) => Promise.all([...groups, ...alone].map((group) => ask(row, group)))),
      );
      askAhead({ top: from, bottom: to, left, right }, alone);
      const names = [...groups, ...alone].flatMap((group) => group.columns.map(({ name }) => name));
      const at = new Map(names.map((name, index) => [name, index]));
      const start = (rows[0] ?? 0) * SIZE.rows;
      return {
        cells: columns.map(({ name }) =>
          piece(parts, at.get(name) ?? -1, from - start, to - start),
        ),
        rows: parts.flatMap(([first]) => first?.rows ?? []).slice(from - start, to - start),
      };
    },
  };
}

/** Columns that are asked for together. */
interface Group {
  readonly key: string;
  readonly columns: readonly Column[];
}

type AskBlock = (row: number, group: Group) => Promise<Block>;

function keeping(source: GridSource): AskBlock {
  const kept = new Map<string, Promise<Block>>();
  return (row, group) => {
    const key = `${row} ${group.key}`;
    const found = kept.get(key);
    kept.delete(key);
    const to = Math.min(source.rows, (row + 1) * SIZE.rows);
    const asked = found ?? source.read(row * SIZE.rows, to, group.columns);
    kept.set(key, asked);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_BLOCKS) break;
      kept.delete(oldest);
    }
    return asked;
  };
}

/** The groups in which the columns asked lie, and from where to where that is, as they are in order; one that is not listed is a group of its own. */
function groupsOf(
  asked: readonly Column[],
  places: ReadonlyMap<string, number>,
  listed: readonly Column[],
): {
  readonly groups: readonly Group[];
  readonly alone: readonly Group[];
  readonly left: number;
  readonly right: number;
} {
  const found = asked.flatMap(({ name }) => places.get(name) ?? []);
  const alone = asked.filter(({ name }) => !places.has(name));
  const blocks = new Set(found.map((place) => Math.floor(place / SIZE.columns)));
  return {
    groups: [...blocks].map((at) => groupAt(at, listed)),
    alone: alone.map((column) => ({ key: `= ${column.name}`, columns: [column] })),
    left: found[0] ?? 0,
    right: (found.at(-1) ?? -1) + 1,
  };
}

function groupAt(at: number, listed: readonly Column[]): Group {
  return { key: String(at), columns: listed.slice(at * SIZE.columns, (at + 1) * SIZE.columns) };
}

/** One column of what was read, from row to before row of it. */
function piece(
  parts: readonly (readonly Block[])[],
  at: number,
  from: number,
  to: number,
): readonly Cell[] {
  const whole = parts.flatMap((blocks) => blocks.flatMap(({ cells }) => cells)[at] ?? []);
  return whole.slice(from, to);
}

/** The numbers of the blocks that hold places from `from` to before `to`. */
function numbers(from: number, to: number, size: number): readonly number[] {
  const first = Math.floor(from / size);
  const count = Math.max(0, Math.ceil(to / size) - first);
  return Array.from({ length: count }, (_, index) => first + index);
}
