import type { Column } from '../../engine/table/column.js';
import type { Dialect } from '../../engine/table/dialect.js';
import type { Note } from '../../engine/table/note.js';
import type { ColumnProfile } from '../../engine/table/profile.js';
import type { JoinRequest, TableId } from '../../shared/tableProtocol.js';
import { field } from './storage.js';
import { TableTrouble } from './trouble.js';

/** A table that was opened; its rows are in the database once it is `loaded`. */
export interface OpenTable {
  readonly id: TableId;
  /** What questions in SQL call it. */
  readonly name: string;
  readonly source: FileSource | JoinSource;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
  readonly loaded: Loaded | undefined;
}

export interface FileSource {
  readonly kind: 'file';
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly format: 'text' | 'parquet' | 'json';
  readonly dialect: Dialect | null;
}

export interface JoinSource extends JoinRequest {
  readonly kind: 'join';
}

export interface Loaded {
  readonly rows: number;
  /** What was measured already: the rows do not change. */
  readonly profiles: Map<string, ColumnProfile>;
}

/** Its table in the database; row numbers are its `rowid`. */
export function relation(table: Pick<OpenTable, 'id' | 'source' | 'columns'>): string {
  const disk = diskOf(table);
  return `${disk === undefined ? 'data' : `${disk.name}.main`}.t${table.id}`;
}

/**
 * Where large tables are: databases in files, compressed, of which memory holds what is being looked at. Each thread
 * that reads a file holds a group of rows in all columns.
 */
export interface Disk {
  readonly name: string;
  /** The most columns of its tables. */
  readonly columns: number;
  readonly rowGroup: number;
  /** Bytes: what one column takes at least while rows are added. */
  readonly block: number;
  /** Bytes of a file beyond which its table would leave no memory for anything else. */
  readonly from: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * The database's usual groups, the first, would be 500 MB each in 500 columns. Groups are multiples of 2,048 rows. In
 * memory each column takes a usual block, 256 KB, however few rows there are: there is no room for thousands of them.
 */
const DISKS: readonly Disk[] = [
  { name: 'long', columns: 64, rowGroup: 122_880, block: 262_144, from: 512 * MEGABYTE },
  { name: 'wide', columns: 1_024, rowGroup: 8_192, block: 262_144, from: 128 * MEGABYTE },
  { name: 'widest', columns: Infinity, rowGroup: 2_048, block: 16_384, from: 0 },
];

/** The disk of a table that is too large for memory. */
export function diskOf({
  source,
  columns,
}: Pick<OpenTable, 'source' | 'columns'>): Disk | undefined {
  const disk = DISKS.find((each) => columns.length <= each.columns);
  if (source.kind !== 'file' || disk === undefined) return undefined;
  return source.bytes > disk.from ? disk : undefined;
}

/** The column's place and the database's name for it. */
export function fieldOf(table: OpenTable, name: string): string {
  return field(indexOf(table, name));
}

export function columnOf(table: OpenTable, name: string): Column {
  const column = table.columns[indexOf(table, name)];
  if (column === undefined) throw new TableTrouble('column.unknown', { column: name });
  return column;
}

/** All tables of the process, by number. */
export class Tables {
  readonly #tables = new Map<TableId, OpenTable>();
  #next = 1;

  get(id: TableId): OpenTable {
    const table = this.#tables.get(id);
    if (table === undefined) throw new TableTrouble('table.closed', {});
    return table;
  }

  all(): readonly OpenTable[] {
    return [...this.#tables.values()];
  }

  /** The number that was asked for, or a new one. */
  number(asked: TableId | undefined): TableId {
    const id = asked ?? this.#next;
    this.#next = Math.max(this.#next, id + 1);
    return id;
  }

  put(table: OpenTable): void {
    this.#tables.set(table.id, table);
  }

  delete(id: TableId): void {
    this.#tables.delete(id);
  }

  /** The wish, or the wish with a number; SQL does not tell capitals apart. */
  freeName(wish: string, id: TableId): string {
    const others = this.all().filter((table) => table.id !== id);
    const taken = new Set(others.map(({ name }) => name.toLowerCase()));
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? wish : `${wish}_${n}`;
      if (!taken.has(name.toLowerCase())) return name;
    }
  }
}

function indexOf(table: OpenTable, name: string): number {
  const index = table.columns.findIndex((column) => column.name === name);
  if (index < 0) throw new TableTrouble('column.unknown', { column: name });
  return index;
}
