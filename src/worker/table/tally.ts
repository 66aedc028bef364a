import type { ColumnProfile } from '../../engine/table/profile.js';
import { numberOf, type Session } from './session.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';

/** Most frequent values that are named. */
const TOP = 20;

/** Different values up to which they are all counted, where the table is long. */
const COUNTED = 100_000;

/** A column of words or dates: how many different ones, which are frequent, from where to where. */
export async function tally(
  session: Session,
  table: OpenTable,
  column: string,
  exact: boolean,
): Promise<ColumnProfile> {
  const cell = fieldOf(table, column);
  const from = relation(table);
  const { kind } = columnOf(table, column);
  const moments = kind === 'date' || kind === 'datetime';
  const [count, present, least, greatest, guess] = await session.row(
    `SELECT count(*), count(${cell}), ${
      moments
        ? `CAST(min(${cell}) AS VARCHAR), CAST(max(${cell}) AS VARCHAR)`
        : `min(length(${cell})), max(length(${cell}))`
    }, ${exact ? '0' : `approx_count_distinct(${cell})`} FROM ${from}`,
  );
  const counts = { column, count: numberOf(count), missing: numberOf(count) - numberOf(present) };
  const extent = moments
    ? { range: { from: String(least ?? ''), to: String(greatest ?? '') } }
    : { text: { shortest: numberOf(least), longest: numberOf(greatest) } };
  const approximate = !exact && numberOf(guess) > COUNTED;
  const known = numberOf(present) === 0 ? {} : extent;
  if (approximate) return { ...counts, distinct: numberOf(guess), approximate, ...known };
  const rows = await session.rows(
    `SELECT CAST(v AS VARCHAR), n, count(*) OVER () FROM
     (SELECT ${cell} AS v, count(*) AS n FROM ${from} WHERE ${cell} IS NOT NULL GROUP BY 1)
     ORDER BY n DESC, v LIMIT ${TOP}`,
  );
  const top = rows.map(([value, times]) => ({ value: String(value), count: numberOf(times) }));
  const distinct = rows[0] === undefined ? 0 : numberOf(rows[0][2]);
  return { ...counts, distinct, approximate: false, ...known, top };
}
