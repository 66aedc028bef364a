import type { Distance, NearMatches } from '../../engine/table/rules/facts.js';
import { nearRows, type FeatureRows } from '../../engine/table/rules/nearRows.js';
import { NumberSorter } from '../../engine/table/sortNumbers.js';
import { ksDistance } from '../../engine/table/statistics/twoSamples.js';
import { batches } from './batches.js';
import { numberSql } from './numbers.js';
import { numberOf, type Session } from './session.js';
import { relation, type OpenTable } from './tables.js';

/** How far the numbers of each column are apart in the two tables. */
export async function columnDistances(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  columns: readonly string[],
): Promise<ReadonlyMap<string, Distance>> {
  const found = new Map<string, Distance>();
  const [mine, theirs] = [new NumberSorter(), new NumberSorter()];
  const there = batches(session, other, columns);
  for await (const { column, values } of batches(session, table, columns)) {
    const next = await there.next();
    if (next.done === true) break;
    const [a, b] = [mine.present(values), theirs.present(next.value.values)];
    found.set(column, { d: ksDistance(a, b), here: a.length, there: b.length });
  }
  return found;
}

/** Copies agree in these as well as in all. */
const MOST_FEATURES = 48;

/** Rows that are compared; of longer tables every second, third ... one. */
const MOST_ROWS = 100_000;

/** Rows of the other table that are nearly equal to one of this table in the columns. */
export async function nearCopies(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  columns: readonly string[],
): Promise<NearMatches> {
  const step = Math.max(1, Math.ceil(columns.length / MOST_FEATURES));
  const used = columns.filter((_, place) => place % step === 0);
  const here = await sample(session, table, used);
  const there = await sample(session, other, used);
  const { close, wider } = nearRows(here, there);
  const rows = close.rows.map((row) => row * here.step);
  const otherRows = close.otherRows.map((row) => row * there.step);
  return { close: { count: close.count, rows, otherRows }, wider };
}

async function sample(
  session: Session,
  table: OpenTable,
  columns: readonly string[],
): Promise<FeatureRows & { readonly step: number }> {
  const rows = table.loaded?.rows ?? 0;
  const step = Math.max(1, Math.ceil(rows / MOST_ROWS));
  if (columns.length === 0) return { rows: 0, features: [], step };
  const cells = columns.map((name) => numberSql(table, name));
  const features = await session.columns(
    `SELECT ${cells.join(', ')} FROM ${relation(table)} WHERE rowid % ${step} = 0 ORDER BY rowid`,
  );
  const numbers = features.map((values) => Float64Array.from(values, numberOf));
  return { rows: numbers[0]?.length ?? 0, features: numbers, step };
}
