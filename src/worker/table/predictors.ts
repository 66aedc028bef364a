import type { Column } from '../../engine/table/column.js';
import type { ColumnProfile } from '../../engine/table/profile.js';
import type { ClassShare, Predictor } from '../../engine/table/rules/facts.js';
import { NumberSorter } from '../../engine/table/sortNumbers.js';
import { ROWS_PER_GROUP, tenthsOf, toldByNumber } from '../../engine/table/statistics/predictor.js';
import { batches } from './batches.js';
import { readNumbers } from './numbers.js';
import { numberOf, type Session } from './session.js';
import { isNumeric } from './storage.js';
import { columnOf, fieldOf, relation, type OpenTable } from './tables.js';

/** More different values than this are no classes. */
const MOST_CLASSES = 200;

export interface Target {
  readonly name: string;
  /** Of each row, from 0; -1 where it is missing. A quantity is cut into tenths. */
  readonly classes: Int32Array;
  /** Absent where the target is a quantity, or text without classes. */
  readonly shares?: readonly ClassShare[];
}

/** The classes of the column that is to be predicted; nothing where it has too many. */
export async function readTarget(
  session: Session,
  table: OpenTable,
  name: string,
): Promise<Target | undefined> {
  const cell = fieldOf(table, name);
  const rows = await session.rows(
    `SELECT CAST(${cell} AS VARCHAR), count(*) AS n FROM ${relation(table)} WHERE ${cell} IS NOT NULL
     GROUP BY 1 ORDER BY n DESC, 1 LIMIT ${MOST_CLASSES + 1}`,
  );
  const shares = rows.map(([value, count]) => ({ value: String(value), count: numberOf(count) }));
  if (shares.length > MOST_CLASSES) {
    if (!isNumeric(columnOf(table, name))) return undefined;
    return { name, classes: tenthsOf((await readNumbers(session, table, [name])).values) };
  }
  const places = new Map(shares.map(({ value }, place) => [value, place]));
  const [cells = []] = await session.columns(
    `SELECT CAST(${cell} AS VARCHAR) FROM ${relation(table)} ORDER BY rowid`,
  );
  const classes = Int32Array.from(cells, (value) => places.get(String(value)) ?? -1);
  return { name, classes, shares };
}

/** How well each of the columns alone tells the target; what is different in nearly every row is left out. */
export async function predictors(
  session: Session,
  table: OpenTable,
  target: Target,
  columns: readonly Column[],
  profiles: ReadonlyMap<string, ColumnProfile>,
): Promise<readonly Predictor[]> {
  const found: Predictor[] = [];
  const names = columns.filter(isNumeric).map(({ name }) => name);
  const sorter = new NumberSorter();
  for await (const { column, values } of batches(session, table, names)) {
    const told = toldByNumber(values, target.classes, sorter);
    if (told !== undefined) found.push({ column, ...told });
  }
  for (const column of columns.filter((each) => !isNumeric(each))) {
    const profile = profiles.get(column.name);
    if (profile === undefined || profile.distinct * ROWS_PER_GROUP > profile.count) continue;
    const told = target.shares && (await toldByText(session, table, target.name, column.name));
    if (told !== undefined) found.push(told);
  }
  return found;
}

async function toldByText(
  session: Session,
  table: OpenTable,
  target: string,
  column: string,
): Promise<Predictor | undefined> {
  const [x, y] = [fieldOf(table, column), fieldOf(table, target)];
  const counts = `SELECT ${x} AS x, ${y} AS y, count(*) AS n FROM ${relation(table)}
    WHERE ${y} IS NOT NULL GROUP BY 1, 2`;
  const [right, all, most] = (
    await session.row(
      `WITH counts AS (${counts}) SELECT (SELECT sum(n) FROM (SELECT max(n) AS n FROM counts GROUP BY x)),
        (SELECT sum(n) FROM counts), (SELECT max(n) FROM (SELECT sum(n) AS n FROM counts GROUP BY y))`,
    )
  ).map(numberOf);
  if (right === undefined || most === undefined || all === undefined) return undefined;
  if (!(all >= 2 * ROWS_PER_GROUP)) return undefined;
  return { column, accuracy: right / all, baseline: most / all };
}
