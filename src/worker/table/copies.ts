import type { Column } from '../../engine/table/column.js';
import { MAX_FINDING_ROWS } from '../../engine/table/finding.js';
import { NO_MATCHES, type Matches } from '../../engine/table/rules/facts.js';
import { NUMBER_KINDS } from '../../engine/table/rules/roles.js';
import { numberOf, type Scalar, type Session } from './session.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';

/** Rows of the table that repeat an earlier one in all of the columns. */
export async function repeatedRows(
  session: Session,
  table: OpenTable,
  columns: readonly Column[],
): Promise<Matches> {
  if (columns.length === 0) return NO_MATCHES;
  const hash = `hash(${columns.map(({ name }) => fieldOf(table, name)).join(', ')})`;
  const rows = await session.rows(
    `WITH hashed AS (SELECT rowid AS r, ${hash} AS h FROM ${relation(table)}),
       first AS (SELECT h, min(r) AS r FROM hashed GROUP BY h HAVING count(*) > 1)
     SELECT a.r, count(*) OVER () FROM hashed a JOIN first b ON a.h = b.h WHERE a.r > b.r
     ORDER BY a.r LIMIT ${MAX_FINDING_ROWS}`,
  );
  return { count: numberOf(rows[0]?.[1] ?? 0), rows: places(rows, 0), otherRows: [] };
}

/** Rows of the other table that are in this one too, in all of the columns. */
export function sharedRows(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  columns: readonly string[],
): Promise<Matches> {
  if (columns.length === 0) return Promise.resolve(NO_MATCHES);
  const hashOf = (each: OpenTable): string =>
    `hash(${columns.map((name) => comparable(each, name, sameKind(table, other, name))).join(', ')})`;
  return matching(session, table, other, hashOf);
}

/** Rows of the other table whose cell in one column is also in this one. */
export function sharedCells(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  column: string,
): Promise<Matches> {
  return matching(session, table, other, (each) => comparable(each, column, 'text'));
}

async function matching(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  keyOf: (table: OpenTable) => string,
): Promise<Matches> {
  const rows = await session.rows(
    `WITH here AS (SELECT ${keyOf(table)} AS k, min(rowid) AS r FROM ${relation(table)} GROUP BY 1),
       there AS (SELECT rowid AS r, ${keyOf(other)} AS k FROM ${relation(other)})
     SELECT here.r, there.r, count(*) OVER () FROM there JOIN here ON here.k = there.k
     ORDER BY there.r LIMIT ${MAX_FINDING_ROWS}`,
  );
  const unique = [...new Set(places(rows, 0))].sort((a, b) => a - b);
  return { count: numberOf(rows[0]?.[2] ?? 0), rows: unique, otherRows: places(rows, 1) };
}

function places(rows: readonly (readonly Scalar[])[], column: number): readonly number[] {
  return rows.map((row) => numberOf(row[column]));
}

/** A column's cell so that equal ones are equal in both tables. */
export function comparable(table: OpenTable, name: string, as: 'number' | 'text'): string {
  const cell = fieldOf(table, name);
  return as === 'number' ? `CAST(${cell} AS DOUBLE)` : `CAST(${cell} AS VARCHAR)`;
}

function sameKind(table: OpenTable, other: OpenTable, name: string): 'number' | 'text' {
  const kinds = [table, other].map((each) => columnOf(each, name).kind);
  return kinds.every((kind) => NUMBER_KINDS.has(kind)) ? 'number' : 'text';
}
