import type { Column } from '../../engine/table/column.js';
import type { Dialect } from '../../engine/table/dialect.js';
import { MAX_MISFITS, type Misfits } from '../../engine/table/transcode.js';
import { among, digitsSql, isIso, selectText, wholeSql, type TextFile } from './readCsv.js';
import { numberOf, type Session } from './session.js';
import { field, literal, STORAGE } from './storage.js';

/** The cells of a file that are not what their columns were taken for. */
export async function findMisfits(
  session: Session,
  file: TextFile,
  dialect: Dialect,
  columns: readonly Column[],
): Promise<readonly Misfits[]> {
  const staged = 'staged';
  // A table that only this connection sees, gone when it closes.
  const text = selectText(file, dialect, columns);
  await session.run(`CREATE OR REPLACE TEMP TABLE ${staged} AS ${text}`);
  const tested = columns.flatMap((column, index) => {
    const fits = fitsSql(column, dialect, field(index));
    if (fits === null) return [];
    return [
      { column, cell: field(index), misfit: `${field(index)} IS NOT NULL AND NOT (${fits})` },
    ];
  });
  if (tested.length === 0) return [];
  const counts = tested.map(({ misfit }) => `count(*) FILTER (WHERE ${misfit})`);
  const row = await session.row(`SELECT ${counts.join(', ')} FROM ${staged}`);
  const found: Misfits[] = [];
  for (const [index, { column, cell, misfit }] of tested.entries()) {
    const count = numberOf(row[index]);
    if (count === 0) continue;
    const values = await session.rows(
      `SELECT ${cell}, CAST(min(rowid) AS DOUBLE) AS r FROM ${staged} WHERE ${misfit} GROUP BY 1 ORDER BY r LIMIT ${MAX_MISFITS}`,
    );
    found.push({
      column: column.name,
      count,
      row: numberOf(values[0]?.[1]) + 1,
      values: values.map(([value]) => String(value)),
    });
  }
  await session.run(`DROP TABLE ${staged}`);
  return found;
}

/** Whether a text is what its column is; null where any text is. */
function fitsSql(column: Column, dialect: Dialect, cell: string): string | null {
  const { kind, truth } = column;
  const number = `TRY_CAST(${pointSql(dialect, cell)} AS DOUBLE)`;
  switch (kind) {
    case 'integer':
      return `coalesce(${wholeSql(number)}, false)`;
    case 'bigint':
      return digitsSql(cell);
    case 'real':
      return `${number} IS NOT NULL`;
    case 'boolean':
      return among(cell, [...(truth?.yes ?? []), ...(truth?.no ?? [])]);
    case 'date':
    case 'datetime':
      return isIso(column)
        ? `TRY_CAST(${cell} AS ${STORAGE[kind].type}) IS NOT NULL`
        : `try_strptime(${cell}, ${literal(column.format ?? '')}) IS NOT NULL`;
    case 'code':
    case 'text':
      return null;
    default:
      return kind satisfies never;
  }
}

function pointSql({ decimal, thousands }: Dialect, cell: string): string {
  const plain = thousands === '' ? cell : `replace(${cell}, ${literal(thousands)}, '')`;
  return decimal === '.' ? plain : `replace(${plain}, ${literal(decimal)}, '.')`;
}
