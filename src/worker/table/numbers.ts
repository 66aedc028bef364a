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
 * Columns as doubles, NaN where a value is missing. Throws `column.notNumeric` for text, `memory.full` for more than
 * 1 GB of them.
 */
export async function readNumbers(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): Promise<Numbers> {
  const rows = table.loaded?.rows ?? 0;
  if (rows * columns.length * 8 > MOST_BYTES) throw new TableTrouble('memory.full', {});
  let values: Float64Array = new Float64Array(0);
  const cells = columns.map((name) => numberSql(table, name));
  await numberBlocks(session, table, cells, rows, (block) => {
    values = block;
  });
  return { columns, rows, values };
}

/** Expressions of doubles, at most `size` rows at a time, in the file's order; each one's numbers of a block together. */
export async function numberBlocks(
  session: Session,
  table: OpenTable,
  expressions: readonly string[],
  size: number,
  use: (values: Float64Array, rows: number) => void,
): Promise<void> {
  const rows = table.loaded?.rows ?? 0;
  const columns = expressions.length;
  if (rows === 0 || columns === 0) return;
  const cells = expressions.map((expression) => `coalesce(${expression}, 'nan'::DOUBLE)`);
  const result = await session.stream(`SELECT ${cells.join(', ')} FROM ${relation(table)}`);
  let block = new Block(Math.min(size, rows), columns);
  for (let done = 0; done < rows;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) break;
    done += chunk.rowCount;
    for (let from = 0; from < chunk.rowCount;) {
      from += block.take(chunk, from);
      if (!block.full) continue;
      use(block.values, block.rows);
      block = new Block(Math.min(size, rows - done + chunk.rowCount - from), columns);
    }
  }
}

/** The library keeps a vector's numbers to itself in its types, not in fact. */
interface Doubles {
  readonly items: Float64Array;
}

class Block {
  readonly values: Float64Array;
  #filled = 0;

  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.values = new Float64Array(rows * columns);
  }

  get full(): boolean {
    return this.#filled === this.rows;
  }

  /** How many rows of the chunk, beginning with `from`, had room. */
  take(chunk: DuckDBDataChunk, from: number): number {
    const count = Math.min(chunk.rowCount - from, this.rows - this.#filled);
    for (let column = 0; column < this.columns; column += 1) {
      // A column of doubles without missing values is one array.
      const { items } = chunk.getColumnVector(column) as unknown as Doubles;
      const place = column * this.rows + this.#filled;
      this.values.set(items.subarray(from, from + count), place);
    }
    this.#filled += count;
    return count;
  }
}

/** A column as a double. */
export function numberSql(table: OpenTable, name: string): string {
  const { asNumber } = STORAGE[columnOf(table, name).kind];
  if (asNumber === null) throw new TableTrouble('column.notNumeric', { column: name });
  return asNumber(fieldOf(table, name));
}
