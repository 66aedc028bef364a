import { BINS } from '../../engine/table/measure.js';
import type { ColumnProfile, NumericProfile } from '../../engine/table/profile.js';
import { numberSql } from './numbers.js';
import { numberOf, type Session } from './session.js';
import { relation, type OpenTable } from './tables.js';

/**
 * A numeric column of a table that is too long to be sorted: counts, range, mean and sd are exact; quartiles
 * (t-digest), the outliers that follow from them and the number of different values (HyperLogLog) are estimates.
 */
export async function estimate(
  session: Session,
  table: OpenTable,
  column: string,
): Promise<ColumnProfile> {
  const value = numberSql(table, column);
  const finite = `FILTER (WHERE isfinite(${value}))`;
  const [count, present, usable, min, max, mean, sd, zeros, distinct, q25, q50, q75] = (
    await session.row(
      `SELECT count(*), count(${value}), count(*) ${finite}, min(${value}) ${finite}, max(${value}) ${finite},
        avg(${value}) ${finite}, stddev_samp(${value}) ${finite}, count(*) FILTER (WHERE ${value} = 0),
        approx_count_distinct(${value}), ${[0.25, 0.5, 0.75]
          .map((share) => `approx_quantile(${value}, ${share}) ${finite}`)
          .join(', ')} FROM ${relation(table)}`,
    )
  ).map(numberOf) as unknown as Twelve;
  const counts = { column, count, missing: count - present, distinct, approximate: true };
  if (usable === 0) return counts;
  const reach = 1.5 * (q75 - q25);
  const shape = { min, max, low: q25 - reach, high: q75 + reach };
  const { outliers, histogram } = await drawn(session, table, value, shape);
  const infinite = present - usable;
  return {
    ...counts,
    numeric: { min, max, mean, sd, q25, q50, q75, zeros, infinite, outliers, histogram },
  };
}

type N = number;
type Twelve = readonly [N, N, N, N, N, N, N, N, N, N, N, N];

interface Shape {
  readonly min: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
}

/** The bins and what lies outside of the fences, in one pass. */
async function drawn(
  session: Session,
  table: OpenTable,
  value: string,
  { min, max, low, high }: Shape,
): Promise<Pick<NumericProfile, 'outliers' | 'histogram'>> {
  const bin =
    min === max ? '0' : `least(${BINS - 1}, floor((${value} - ?) / ((? - ?) / ${BINS}.0)))`;
  const ends = min === max ? [] : [min, max, min];
  const rows = await session.rows(
    `SELECT CAST(${bin} AS INTEGER) AS b, count(*), count(*) FILTER (WHERE ${value} < ? OR ${value} > ?)
     FROM ${relation(table)} WHERE isfinite(${value}) GROUP BY b`,
    [...ends, low, high],
  );
  const counts = Array.from({ length: min === max ? 1 : BINS }, () => 0);
  let outliers = 0;
  for (const [place, count, outside] of rows) {
    counts[Math.max(0, numberOf(place))] = numberOf(count);
    outliers += numberOf(outside);
  }
  return { outliers, histogram: { from: min, to: max, counts } };
}
