import type { ClassCount, RankedFeature, TableId } from '../../shared/tableProtocol.js';
import { groupSums } from '../numeric/anova.js';
import { loaded } from './load.js';
import { numberBlocks, numberSql } from './numbers.js';
import type { Room, Task } from './room.js';
import { numberOf, type Session } from './session.js';
import { isNumeric, literal } from './storage.js';
import { fieldOf, relation, type OpenTable } from './tables.js';
import { mutualInformation } from '../../engine/table/mutualInformation.js';

/** More different values than this are no classes: features are not ranked by them. */
const MOST_CLASSES = 200;

/** Classes that are named. */
const NAMED = 1_000;

/** Numbers at a time. */
const BLOCK = 1_000_000;

/** How often each class occurs, and how well each column tells them apart. Rows without a class are left out. */
export async function target(
  room: Room,
  { table: id, target: name }: { readonly table: TableId; readonly target: string },
  task: Task,
): Promise<{ readonly classes: readonly ClassCount[]; readonly ranked: readonly RankedFeature[] }> {
  const table = await loaded(room, id, task);
  const cell = fieldOf(table, name);
  const rows = await task.session.rows(
    `SELECT CAST(${cell} AS VARCHAR), count(*) AS n FROM ${relation(table)} WHERE ${cell} IS NOT NULL
     GROUP BY ${cell} ORDER BY n DESC, ${cell} LIMIT ${NAMED}`,
  );
  const classes = rows.map(([value, count]) => ({ value: String(value), count: numberOf(count) }));
  if (classes.length < 2 || classes.length > MOST_CLASSES) return { classes, ranked: [] };
  const features = table.columns.filter((column) => column.name !== name);
  const numeric = features.filter(isNumeric).map((column) => column.name);
  const others = features.filter((column) => !isNumeric(column)).map((column) => column.name);
  const ranked = [
    ...(await byAnova(table, numeric, name, classes, task.session)),
    ...(await byInformation(table, others, name, task.session)),
  ];
  return { classes, ranked };
}

/** One-way analysis of variance: the variance between classes over that within. */
async function byAnova(
  table: OpenTable,
  names: readonly string[],
  target: string,
  classes: readonly ClassCount[],
  session: Session,
): Promise<readonly RankedFeature[]> {
  const words = classes.map(({ value }) => literal(value)).join(', ');
  const size = Math.max(1, Math.min(names.length, MOST_COLUMNS));
  const ranked: RankedFeature[] = [];
  for (let from = 0; from < names.length; from += size) {
    const some = names.slice(from, from + size);
    const sums = groupSums(some.length, classes.length);
    const word = `CAST(${fieldOf(table, target)} AS VARCHAR)`;
    const code = `CAST(enum_code(TRY_CAST(${word} AS ENUM (${words}))) + 1 AS DOUBLE)`;
    const cells = [code, ...some.map((name) => numberSql(table, name))];
    const rows = Math.max(1, Math.floor(BLOCK / cells.length));
    await numberBlocks(session, table, cells, rows, (values, count) => {
      sums.add(values, count);
    });
    some.forEach((column, index) => {
      ranked.push({ column, score: sums.f(index), measure: 'anova' });
    });
  }
  return byScore(ranked);
}

/** Columns of one query. */
const MOST_COLUMNS = 1_000;

/** Words that are different in more than half of the rows tell nothing of the next row. */
const MOST_DIFFERENT = 0.5;

async function byInformation(
  table: OpenTable,
  names: readonly string[],
  target: string,
  session: Session,
): Promise<readonly RankedFeature[]> {
  const y = fieldOf(table, target);
  const ranked: RankedFeature[] = [];
  for (const column of names) {
    const x = fieldOf(table, column);
    const present = `FROM ${relation(table)} WHERE ${x} IS NOT NULL AND ${y} IS NOT NULL`;
    const [different, all] = await session.row(
      `SELECT approx_count_distinct(${x}), count(*) ${present}`,
    );
    if (numberOf(different) > MOST_DIFFERENT * numberOf(all)) continue;
    const cells = await session.rows(
      `SELECT dense_rank() OVER (ORDER BY x), dense_rank() OVER (ORDER BY y), n
       FROM (SELECT ${x} AS x, ${y} AS y, count(*) AS n ${present} GROUP BY 1, 2)`,
    );
    const counts = cells.map(([one, other, count]) => {
      return { x: numberOf(one), y: numberOf(other), count: numberOf(count) };
    });
    ranked.push({ column, score: mutualInformation(counts), measure: 'mutualInformation' });
  }
  return byScore(ranked);
}

/** The best first; what cannot be told, last. */
function byScore(ranked: readonly RankedFeature[]): readonly RankedFeature[] {
  const order = ({ score }: RankedFeature): number => (Number.isNaN(score) ? -1 : score);
  return [...ranked].sort((one, other) => {
    const [a, b] = [order(one), order(other)];
    return a === b ? 0 : b - a;
  });
}
