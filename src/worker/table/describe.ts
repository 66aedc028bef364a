import type { Column, ColumnKind } from '../../engine/table/column.js';
import type { Preview } from '../../shared/tableProtocol.js';
import { numberOf, type Session } from './session.js';
import { field, literal, quoted, STORAGE } from './storage.js';
import type { FileSource } from './tables.js';
import { problemOf, TableTrouble } from './trouble.js';

type Described = Pick<Preview, 'dialect' | 'columns' | 'notes' | 'rows' | 'complete'>;

type Source = Pick<FileSource, 'path' | 'format'>;

/** Rows of the first screen. */
const FIRST_ROWS = 100;

/** What a Parquet or JSON file says of itself, and its first rows. */
export async function describe(session: Session, source: Source): Promise<Described> {
  try {
    const described = await session.rows(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${reader(source)})`,
    );
    const columns = described.map(([name, type]): Column => {
      return { name: String(name), path: [String(name)], kind: kindOf(String(type)) };
    });
    const cells = columns.map((column) => `CAST(${valueSql(column)} AS VARCHAR)`);
    const rows = await session.rows(
      `SELECT ${cells.join(', ')} FROM ${reader(source)} LIMIT ${FIRST_ROWS + 1}`,
    );
    return {
      dialect: null,
      columns,
      notes: [],
      rows: rows.slice(0, FIRST_ROWS) as Described['rows'],
      complete: rows.length <= FIRST_ROWS,
    };
  } catch (error) {
    throw damaged(error);
  }
}

/** All rows as the columns' kinds; whole numbers that a double cannot hold are told apart here. */
export async function selectDescribed(
  session: Session,
  source: Source,
  columns: readonly Column[],
): Promise<{ readonly sql: string; readonly columns: readonly Column[] }> {
  try {
    const exact = await withBigIntegers(session, source, columns);
    const values = exact.map((column, index) => `${valueSql(column)} AS ${field(index)}`);
    return { sql: `SELECT ${values.join(', ')} FROM ${reader(source)}`, columns: exact };
  } catch (error) {
    throw damaged(error);
  }
}

async function withBigIntegers(
  session: Session,
  source: Source,
  columns: readonly Column[],
): Promise<readonly Column[]> {
  const whole = columns.filter(({ kind }) => kind === 'integer');
  if (whole.length === 0) return columns;
  const largest = whole.map(({ name }) => `max(abs(CAST(${quoted(name)} AS DOUBLE)))`);
  const row = await session.row(`SELECT ${largest.join(', ')} FROM ${reader(source)}`);
  const big = new Set(whole.filter((_, index) => numberOf(row[index]) > Number.MAX_SAFE_INTEGER));
  return columns.map((column) => (big.has(column) ? { ...column, kind: 'bigint' } : column));
}

function reader({ path, format }: Source): string {
  return `${format === 'parquet' ? 'read_parquet' : 'read_json'}(${literal(path)})`;
}

function valueSql({ name, kind }: Column): string {
  return `CAST(${quoted(name)} AS ${STORAGE[kind].type})`;
}

/** Types of the database and what they are to a reader; the first that fits. Lists and records are shown as text. */
const KINDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/\[\]$|\(.*\(|^(?:STRUCT|MAP|UNION)/, 'text'],
  [/^BOOLEAN$/, 'boolean'],
  [/^U?(?:TINY|SMALL|BIG)?INT(?:EGER)?$/, 'integer'],
  [/^U?HUGEINT$/, 'bigint'],
  [/^(?:FLOAT|DOUBLE|DECIMAL)/, 'real'],
  [/^DATE$/, 'date'],
  [/^TIMESTAMP/, 'datetime'],
];

function kindOf(type: string): ColumnKind {
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'text';
}

function damaged(error: unknown): unknown {
  if (problemOf(error).code !== 'process.bug') return error;
  const [detail = ''] = (error instanceof Error ? error.message : '').split('\n');
  return new TableTrouble('file.damaged', { detail });
}
