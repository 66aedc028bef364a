import type { Finding } from '../../engine/table/finding.js';
import type { ColumnProfile } from '../../engine/table/profile.js';
import { commonColumns } from '../../engine/table/rules/commonColumns.js';
import type { Facts, PairFacts, TableFacts } from '../../engine/table/rules/facts.js';
import { findFindings } from '../../engine/table/rules/findFindings.js';
import { featuresOf } from '../../engine/table/rules/roles.js';
import type { TableId } from '../../shared/tableProtocol.js';
import { decimalCommas, digitCounts } from './cellFacts.js';
import { repeatedRows, sharedCells, sharedRows } from './copies.js';
import { columnDistances, nearCopies } from './distances.js';
import { loaded } from './load.js';
import { categoryCounts, groupOverlap } from './pairs.js';
import { predictors, readTarget } from './predictors.js';
import { profile } from './profile.js';
import type { Room, Task } from './room.js';
import { numberOf } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';
import { TableTrouble } from './trouble.js';
import { twinColumns } from './twins.js';

export interface FindingsRequest {
  readonly table: TableId;
  readonly target?: string;
  /** The test data: what is found between the two is said of `table`. */
  readonly against?: TableId;
}

interface Done {
  readonly done: number;
  readonly of: number;
}

/** What is wrong with a table by itself, and beside another one. */
export async function findings(
  room: Room,
  { table: id, target: chosen, against }: FindingsRequest,
  task: Task,
  progress: (value: Done) => void,
): Promise<{ readonly findings: readonly Finding[] }> {
  const steps = new Steps(task, progress, against === undefined ? ALONE : ALONE + BESIDE);
  const table = await loaded(room, id, task);
  const facts = await steps.take(() => tableFacts(room, table, task));
  const target = table.columns.some(({ name }) => name === chosen) ? chosen : undefined;
  const alone = await factsAlone({ table, facts, target }, task, steps);
  if (against === undefined) return { findings: findFindings(alone) };
  const other = await loaded(room, against, task);
  const otherFacts = await steps.take(() => tableFacts(room, other, task));
  const pair = await factsBeside({ table, facts, target, other, otherFacts }, task, steps);
  return { findings: findFindings({ ...alone, pair }) };
}

const ALONE = 4;
const BESIDE = 7;

/** Says how far it has come, and stops between two steps when nobody waits any more. */
class Steps {
  #done = 0;

  constructor(
    readonly task: Task,
    readonly progress: (value: Done) => void,
    readonly of: number,
  ) {}

  async take<T>(step: () => Promise<T>): Promise<T> {
    if (this.task.cancelled()) throw new TableTrouble('request.cancelled');
    const result = await step();
    this.#done += 1;
    this.progress({ done: this.#done, of: this.of });
    return result;
  }
}

interface Side {
  readonly table: OpenTable;
  readonly facts: TableFacts;
  readonly target: string | undefined;
}

async function tableFacts(room: Room, table: OpenTable, task: Task): Promise<TableFacts> {
  const columns = table.columns.map(({ name }) => name);
  const { profiles } = await profile(room, { table: table.id, columns }, task);
  return {
    rows: table.loaded?.rows ?? 0,
    columns: table.columns,
    profiles: await exactly(table, profiles, task),
    decimalCommas: await decimalCommas(task.session, table),
    digits: await digitCounts(task.session, table),
  };
}

/** Profiles count in doubles, in which neighbouring ids beyond 2^53 are one number. */
async function exactly(
  table: OpenTable,
  profiles: readonly ColumnProfile[],
  { session }: Task,
): Promise<ReadonlyMap<string, ColumnProfile>> {
  const found = new Map(profiles.map((profile) => [profile.column, profile]));
  for (const { name } of table.columns.filter(({ kind }) => kind === 'bigint')) {
    const sql = `SELECT count(DISTINCT ${fieldOf(table, name)}) FROM ${relation(table)}`;
    const [distinct] = await session.row(sql);
    const profile = found.get(name);
    if (profile !== undefined) found.set(name, { ...profile, distinct: numberOf(distinct) });
  }
  return found;
}

async function factsAlone(
  { table, facts, target }: Side,
  { session }: Task,
  steps: Steps,
): Promise<Facts> {
  const features = featuresOf(facts, target);
  const varied = facts.columns.filter(({ name }) => (facts.profiles.get(name)?.distinct ?? 0) > 1);
  const twins = await steps.take(() => twinColumns(session, table, varied));
  const repeated = await steps.take(() => repeatedRows(session, table, features));
  const told = await steps.take(async () => {
    const classes = target === undefined ? undefined : await readTarget(session, table, target);
    if (classes === undefined) return undefined;
    const found = await predictors(session, table, classes, features, facts.profiles);
    return { shares: classes.shares, predictors: found };
  });
  return {
    table: facts,
    twins,
    repeated,
    ...(target !== undefined && { target }),
    ...(told?.shares !== undefined && { classes: told.shares }),
    ...(told !== undefined && { predictors: told.predictors }),
  };
}

interface Sides extends Side {
  readonly other: OpenTable;
  readonly otherFacts: TableFacts;
}

async function factsBeside(
  { table, facts, target, other, otherFacts }: Sides,
  { session }: Task,
  steps: Steps,
): Promise<PairFacts> {
  const common = commonColumns(facts, otherFacts, target);
  const { numbers, categories, ids, groups, features, continuous } = common;
  const step = steps.take.bind(steps);
  return {
    other: otherFacts,
    distances: await step(() => columnDistances(session, table, other, numbers)),
    categories: await step(() =>
      each(categories, (name) => categoryCounts(session, table, other, name)),
    ),
    ids: await step(() => each(ids, (name) => sharedCells(session, table, other, name))),
    groups: await step(() => each(groups, (name) => groupOverlap(session, table, other, name))),
    shared: await step(() => sharedRows(session, table, other, features)),
    near: await step(() => nearCopies(session, table, other, continuous)),
  };
}

async function each<T>(
  names: readonly string[],
  look: (name: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>();
  for (const name of names) found.set(name, await look(name));
  return found;
}
