import { MAX_FINDING_ROWS } from '../../engine/table/finding.js';
import type { CategoryCount, GroupOverlap } from '../../engine/table/rules/facts.js';
import { numberOf, type Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** More different values than these are not read: what is new among them shows in the first ones. */
const MOST_VALUES = 1_000;

/** Groups that are named. */
const NAMED = 5;

/** How often each value of a column is in either table, the most frequent in the other first. */
export async function categoryCounts(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  column: string,
): Promise<readonly CategoryCount[]> {
  const rows = await session.rows(
    `SELECT v, sum(here), sum(there) AS n FROM (
       SELECT ${textOf(table, column)} AS v, 1 AS here, 0 AS there FROM ${relation(table)}
       UNION ALL SELECT ${textOf(other, column)}, 0, 1 FROM ${relation(other)}
     ) WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v LIMIT ${MOST_VALUES}`,
  );
  return rows.map(([value, here, there]) => {
    return { value: String(value), here: numberOf(here), there: numberOf(there) };
  });
}

/** Which values of a column that names groups are in both tables. */
export async function groupOverlap(
  session: Session,
  table: OpenTable,
  other: OpenTable,
  column: string,
): Promise<GroupOverlap> {
  const shared = `WITH here AS (SELECT DISTINCT ${textOf(table, column)} AS v FROM ${relation(table)}),
    there AS (SELECT rowid AS r, ${textOf(other, column)} AS v FROM ${relation(other)}),
    shared AS (SELECT there.r, there.v FROM there JOIN here ON here.v = there.v)`;
  const groups = await session.rows(
    `${shared} SELECT v, count(*) OVER (), sum(count(*)) OVER () FROM shared
     GROUP BY v ORDER BY count(*) DESC, v LIMIT ${NAMED}`,
  );
  const rows = await session.rows(
    `${shared} SELECT r FROM shared ORDER BY r LIMIT ${MAX_FINDING_ROWS}`,
  );
  return {
    count: numberOf(groups[0]?.[1] ?? 0),
    names: groups.map(([value]) => String(value)),
    otherCount: numberOf(groups[0]?.[2] ?? 0),
    otherRows: rows.map(([row]) => numberOf(row)),
  };
}

function textOf(table: OpenTable, column: string): string {
  return `CAST(${fieldOf(table, column)} AS VARCHAR)`;
}
