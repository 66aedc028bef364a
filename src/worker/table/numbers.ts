import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Numbers, TableId } from '../../shared/tableProtocol.js';
import { loaded } from './load.js';
import type { Room, Task } from './room.js';
import type { Session } from './session.js';
import { STORAGE } from './storage.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';
import { TableTrouble } from './trouble.js';

/** Bytes of numbers that are handed over at once; what is larger is asked for by parts. */
const MOST_BYTES = 1024 * 1024 * 1024;

export async function numbers(
  room: Room,
  { table: id, columns }: { readonly table: TableId; readonly columns: readonly string[] },
  task: Task,
): Promise<Numbers> {
  const table = await loaded(room, id, task);
  return readNumbers(task.session, table, columns);
}

/**
 * Columns as doubles, NaN where a value is missing, in `room` where it has enough. Throws `column.notNumeric` for text,
 * `memory.full` for more than 1 GB of them.
 */
export async function readNumbers(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
  room?: Float64Array,
): Promise<Numbers> {
  const rows = table.loaded?.rows ?? 0;
  const cells = rows * columns.length;
  if (cells * 8 > MOST_BYTES) throw new TableTrouble('memory.full', {});
  const values = room?.subarray(0, cells) ?? new Float64Array(cells);
  const block = new Block(values, rows);
  const sql = columns.map((name) => numberSql(table, name));
  await eachChunk(session, table, sql, (chunk) => block.take(chunk, 0));
  return { columns, rows, values };
}

/**
 * Expressions of doubles, at most `size` rows at a time, in the file's order; each one's numbers of a block together.
 * The next block lies where the last one lay.
 */
export async function numberBlocks(
  session: Session,
  table: OpenTable,
  expressions: readonly string[],
  size: number,
  use: (values: Float64Array, rows: number) => void,
): Promise<void> {
  const rows = table.loaded?.rows ?? 0;
  const columns = expressions.length;
  const room = new Float64Array(Math.min(size, rows) * columns);
  const begin = (left: number): Block => {
    const count = Math.min(size, left);
    return new Block(room.subarray(0, count * columns), count);
  };
  let block = begin(rows);
  let done = 0;
  // What earlier work left behind would be held all the while.
  globalThis.gc?.();
  await eachChunk(session, table, expressions, (chunk) => {
    for (let from = 0; from < chunk.rowCount;) {
      const taken = block.take(chunk, from);
      from += taken;
      done += taken;
      if (!block.full) continue;
      use(block.values, block.rows);
      block = begin(rows - done);
    }
  });
}

async function eachChunk(
  session: Session,
  table: OpenTable,
  expressions: readonly string[],
  use: (chunk: DuckDBDataChunk) => void,
): Promise<void> {
  const rows = table.loaded?.rows ?? 0;
  if (rows === 0 || expressions.length === 0) return;
  const result = await session.stream(`SELECT ${expressions.join(', ')} FROM ${relation(table)}`);
  // The database makes the next chunk while this one is used.
  let next = result.fetchChunk();
  /** The rows of a chunk that was used; none where there are no more. Nothing holds the chunk afterwards. */
  const useNext = async (): Promise<number> => {
    const chunk = await next;
    if (chunk === null || chunk.rowCount === 0) return 0;
    next = result.fetchChunk();
    use(chunk);
    return chunk.rowCount;
  };
  let held = 0;
  try {
    for (let done = 0; done < rows;) {
      const count = await useNext();
      if (count === 0) break;
      done += count;
      held += count * expressions.length * 8;
      if (held < MOST_HELD) continue;
      globalThis.gc?.();
      held = 0;
    }
  } finally {
    // It must not be under way when its connection is closed; why it failed was said where it was waited for.
    await next.catch(() => null);
  }
}

/**
 * Bytes of chunks after which those that were read are collected. The database frees a chunk with the little that
 * JavaScript has of it, which by itself is reason for a collection only after hundreds of megabytes.
 */
const MOST_HELD = 8 * 1024 * 1024;

/** The library keeps a vector's numbers to itself in its types, not in fact: one by one they take ten times as long. */
interface Doubles {
  readonly items: Float64Array;
  /** A bit for each, 0 where it is missing; nothing where none is. */
  readonly validity: { readonly data: BigUint64Array | null };
}

class Block {
  #filled = 0;

  constructor(
    readonly values: Float64Array,
    readonly rows: number,
  ) {}

  get full(): boolean {
    return this.#filled === this.rows;
  }

  /** How many rows of the chunk, beginning with `from`, had room. */
  take(chunk: DuckDBDataChunk, from: number): number {
    const count = Math.min(chunk.rowCount - from, this.rows - this.#filled);
    for (let column = 0; column < chunk.columnCount; column += 1) {
      const { items, validity } = chunk.getColumnVector(column) as unknown as Doubles;
      const place = column * this.rows + this.#filled;
      this.values.set(items.subarray(from, from + count), place);
      if (validity.data !== null) this.#empty(place - from, validity.data, from, from + count);
    }
    this.#filled += count;
    return count;
  }

  /** What is missing is NaN; the vector has anything there. */
  #empty(place: number, present: BigUint64Array, from: number, to: number): void {
    const bits = new Uint8Array(present.buffer, present.byteOffset, present.byteLength);
    for (let row = from; row < to; row += 1) {
      if (((bits[row >> 3] ?? 0) & (1 << (row & 7))) === 0) this.values[place + row] = Number.NaN;
    }
  }
}

/** A column as a double. */
export function numberSql(table: OpenTable, name: string): string {
  const { asNumber } = STORAGE[columnOf(table, name).kind];
  if (asNumber === null) throw new TableTrouble('column.notNumeric', { column: name });
  return asNumber(fieldOf(table, name));
}
