import type { Column, ColumnKind } from '../../engine/table/column.js';
import type { Colouring, Projected } from '../../shared/projectionViewProtocol.js';
import type { Cell, TableId } from '../../shared/tableProtocol.js';
import type { TableClient } from '../../worker/table/client.js';

export interface ColouredTable {
  readonly table: TableId;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Rows that are asked for at once. */
const BLOCK = 20_000;

/** Whole numbers with more values than this are quantities and no classes. */
const MAX_CLASSES = 30;

/** What a column says of every row of some tables; a table without the column says nothing of its rows. */
export async function colouringOf(
  column: string,
  tables: readonly ColouredTable[],
  client: TableClient,
): Promise<Projected<{ readonly colouring: Colouring }>> {
  const kind = kindOf(column, tables);
  if (kind === 'real') return numbersOf(column, tables, client);
  const cells: Cell[] = [];
  for (const table of tables) {
    if (table.columns.every(({ name }) => name !== column)) {
      cells.push(...new Array<Cell>(table.rows).fill(null));
      continue;
    }
    for (let from = 0; from < table.rows; from += BLOCK) {
      const to = Math.min(table.rows, from + BLOCK);
      const view = { filter: [], sort: [] };
      const asked = { table: table.table, view, from, to, columns: [column] };
      const page = await client.ask('page', asked).reply;
      if (!page.ok) return page;
      const [block = []] = page.cells;
      for (const cell of block) cells.push(cell);
    }
  }
  const classes = classesOf(cells);
  const many = kind === 'integer' && classes.names.length > MAX_CLASSES;
  return many ? numbersOf(column, tables, client) : { ok: true, colouring: classes };
}

/** Classes as numbers; empty where there are none. */
export function labelsOf(colouring: Colouring): Int32Array {
  return colouring.kind === 'classes' ? colouring.of : new Int32Array(0);
}

function kindOf(column: string, tables: readonly ColouredTable[]): ColumnKind | undefined {
  return tables.flatMap(({ columns }) => columns).find(({ name }) => name === column)?.kind;
}

async function numbersOf(
  column: string,
  tables: readonly ColouredTable[],
  client: TableClient,
): Promise<Projected<{ readonly colouring: Colouring }>> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const values = new Float32Array(rows).fill(NaN);
  let from = 0;
  for (const table of tables) {
    if (table.columns.some(({ name }) => name === column)) {
      const asked = { table: table.table, columns: [column] };
      const numbers = await client.ask('numbers', asked).reply;
      if (!numbers.ok) return numbers;
      values.set(numbers.values, from);
    }
    from += table.rows;
  }
  return { ok: true, colouring: { kind: 'numbers', values } };
}

function classesOf(cells: readonly Cell[]): Extract<Colouring, { kind: 'classes' }> {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const places = new Map(names.map((name, place) => [name, place]));
  const of = Int32Array.from(cells, (cell) => (cell === null ? -1 : (places.get(cell) ?? -1)));
  return { kind: 'classes', names, of };
}
