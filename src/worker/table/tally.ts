import type { ColumnProfile } from '../../engine/table/profile.js';
import { numberOf, type Scalar, type Session } from './session.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';

/** Most frequent values that are named. */
const TOP = 20;

/** Different values up to which they are all counted, where the table is long. */
const COUNTED = 100_000;

/** Columns of words or dates: how many different ones, which are frequent, from where to where. */
export async function* tally(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
  exact: boolean,
): AsyncGenerator<ColumnProfile> {
  if (columns.length === 0) return;
  const questions = columns.flatMap((name) => extent(table, name, exact));
  const found = await session.row(`SELECT ${questions.join(', ')} FROM ${relation(table)}`);
  for (const [index, column] of columns.entries()) {
    const answers = found.slice(4 * index, 4 * index + 4);
    yield await counted(session, table, column, exact, answers);
  }
}

/** Four questions of each column, so that one pass answers them for all. */
function extent(table: OpenTable, name: string, exact: boolean): readonly string[] {
  const cell = fieldOf(table, name);
  const ends = isMoment(table, name)
    ? [`CAST(min(${cell}) AS VARCHAR)`, `CAST(max(${cell}) AS VARCHAR)`]
    : [`min(length(${cell}))`, `max(length(${cell}))`];
  return [`count(${cell})`, ...ends, exact ? '0' : `approx_count_distinct(${cell})`];
}

function isMoment(table: OpenTable, name: string): boolean {
  const { kind } = columnOf(table, name);
  return kind === 'date' || kind === 'datetime';
}

async function counted(
  session: Session,
  table: OpenTable,
  column: string,
  exact: boolean,
  [present, least, greatest, guess]: readonly Scalar[],
): Promise<ColumnProfile> {
  const cell = fieldOf(table, column);
  const count = table.loaded?.rows ?? 0;
  const counts = { column, count, missing: count - numberOf(present) };
  const ends = isMoment(table, column)
    ? { range: { from: String(least ?? ''), to: String(greatest ?? '') } }
    : { text: { shortest: numberOf(least), longest: numberOf(greatest) } };
  const approximate = !exact && numberOf(guess) > COUNTED;
  const known = numberOf(present) === 0 ? {} : ends;
  if (approximate) return { ...counts, distinct: numberOf(guess), approximate, ...known };
  const rows = await session.rows(
    `SELECT CAST(v AS VARCHAR), n, count(*) OVER () FROM
     (SELECT ${cell} AS v, count(*) AS n FROM ${relation(table)} WHERE ${cell} IS NOT NULL GROUP BY 1)
     ORDER BY n DESC, v LIMIT ${TOP}`,
  );
  const top = rows.map(([value, times]) => ({ value: String(value), count: numberOf(times) }));
  const distinct = rows[0] === undefined ? 0 : numberOf(rows[0][2]);
  return { ...counts, distinct, approximate: false, ...known, top };
}
