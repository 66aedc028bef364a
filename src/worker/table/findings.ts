import type { Finding } from '../../engine/table/finding.js';
import {
  NO_MATCHES,
  type Facts,
  type PairFacts,
  type TableFacts,
} from '../../engine/table/rules/facts.js';
import { findFindings } from '../../engine/table/rules/findFindings.js';
import { groupNamed } from '../../engine/table/rules/names.js';
import { featuresOf, NUMBER_KINDS, roleOf } from '../../engine/table/rules/roles.js';
import type { TableId } from '../../shared/tableProtocol.js';
import { decimalCommas, digitCounts } from './cellFacts.js';
import { repeatedRows, sharedCells, sharedRows } from './copies.js';
import { columnDistances, nearCopies } from './distances.js';
import { loaded } from './load.js';
import { categoryCounts, groupOverlap } from './pairs.js';
import { predictors, readTarget } from './predictors.js';
import { profile } from './profile.js';
import type { Room, Task } from './room.js';
import type { Session } from './session.js';
import type { OpenTable } from './tables.js';
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
  { table: id, target, against }: FindingsRequest,
  task: Task<Done>,
): Promise<{ readonly findings: readonly Finding[] }> {
  const steps = new Steps(task, against === undefined ? STEPS_ALONE : STEPS_ALONE + STEPS_BESIDE);
  const inner: Task<never> = { ...task, progress: () => undefined };
  const table = await loaded(room, id, inner);
  const facts = await steps.take(() => tableFacts(room, table, inner));
  const alone = await factsAlone(task.session, table, facts, target, steps);
  if (against === undefined) return { findings: findFindings(alone) };
  const other = await loaded(room, against, inner);
  const otherFacts = await steps.take(() => tableFacts(room, other, inner));
  const sides = { table, other, facts, otherFacts, target };
  const pair = await factsBeside(task.session, sides, steps);
  return { findings: findFindings({ ...alone, pair }) };
}

const STEPS_ALONE = 4;
const STEPS_BESIDE = 5;

/** Says how far it has come, and stops between two steps when nobody waits any more. */
class Steps {
  #done = 0;

  constructor(
    readonly task: Task<Done>,
    readonly of: number,
  ) {}

  async take<T>(step: () => Promise<T>): Promise<T> {
    if (this.task.cancelled()) throw new TableTrouble('request.cancelled');
    const result = await step();
    this.#done += 1;
    this.task.progress({ done: this.#done, of: this.of });
    return result;
  }
}

async function tableFacts(room: Room, table: OpenTable, task: Task<never>): Promise<TableFacts> {
  const columns = table.columns.map(({ name }) => name);
  const { profiles } = await profile(room, { table: table.id, columns }, task);
  return {
    rows: table.loaded?.rows ?? 0,
    columns: table.columns,
    profiles: new Map(profiles.map((each) => [each.column, each])),
    decimalCommas: await decimalCommas(task.session, table),
    digits: await digitCounts(task.session, table),
  };
}

async function factsAlone(
  session: Session,
  table: OpenTable,
  facts: TableFacts,
  chosen: string | undefined,
  steps: Steps,
): Promise<Facts> {
  const target = facts.columns.some(({ name }) => name === chosen) ? chosen : undefined;
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

interface Sides {
  readonly table: OpenTable;
  readonly other: OpenTable;
  readonly facts: TableFacts;
  readonly otherFacts: TableFacts;
  readonly target: string | undefined;
}

async function factsBeside(session: Session, sides: Sides, steps: Steps): Promise<PairFacts> {
  const { table, other, otherFacts } = sides;
  const { numbers, categories, ids, groups, features, continuous } = commonColumns(sides);
  const distances = await steps.take(() => columnDistances(session, table, other, numbers));
  const counted = await steps.take(() =>
    each(categories, (name) => categoryCounts(session, table, other, name)),
  );
  const shared = await steps.take(() => sharedRows(session, table, other, features));
  const near = await steps.take(() => nearCopies(session, table, other, continuous));
  return {
    other: otherFacts,
    distances,
    categories: counted,
    ids: await each(ids, (name) => sharedCells(session, table, other, name)),
    groups: await each(groups, (name) => groupOverlap(session, table, other, name)),
    shared: otherFacts.rows === 0 ? NO_MATCHES : shared,
    near,
  };
}

interface CommonColumns {
  readonly numbers: readonly string[];
  readonly categories: readonly string[];
  readonly ids: readonly string[];
  readonly groups: readonly string[];
  readonly features: readonly string[];
  /** Numbers with values enough that two rows rarely share one. */
  readonly continuous: readonly string[];
}

/** Fewer different values than this are steps, not a scale. */
const CONTINUOUS = 20;

/** What the columns that are in both tables can be compared as. */
function commonColumns({ facts, otherFacts, target }: Sides): CommonColumns {
  const there = new Map(otherFacts.columns.map((column) => [column.name, column]));
  const common = facts.columns.flatMap((column) => {
    const twin = there.get(column.name);
    if (twin === undefined) return [];
    const role = roleOf(column, facts.profiles.get(column.name));
    const otherRole = roleOf(twin, otherFacts.profiles.get(column.name));
    const bothNumbers = NUMBER_KINDS.has(column.kind) && NUMBER_KINDS.has(twin.kind);
    return [{ name: column.name, role, otherRole, bothNumbers }];
  });
  const names = (test: (one: (typeof common)[number]) => boolean): readonly string[] =>
    common.filter(test).map(({ name }) => name);
  const features = new Set(featuresOf(facts, target).map(({ name }) => name));
  const numbers = names(({ role, bothNumbers }) => role === 'number' && bothNumbers);
  const distinct = (name: string): number => facts.profiles.get(name)?.distinct ?? 0;
  return {
    numbers: numbers.filter((name) => name !== target),
    categories: names(({ role }) => role === 'category'),
    ids: names(({ role, otherRole }) => role === 'id' && otherRole === 'id'),
    groups: names(({ name }) => groupNamed(name) !== undefined),
    features: names(({ name, otherRole }) => features.has(name) && otherRole !== 'rowNumber'),
    continuous: numbers.filter((name) => features.has(name) && distinct(name) >= CONTINUOUS),
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
