import type { TableFacts } from './facts.js';
import { groupNamed } from './names.js';
import { featuresOf, NUMBER_KINDS, roleOf } from './roles.js';

/** Names of the columns that are in two tables, by what they can be compared as. */
export interface CommonColumns {
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

/** Columns are told by what this table shows of them; a column that the other one holds otherwise is left out. */
export function commonColumns(
  table: TableFacts,
  other: TableFacts,
  target: string | undefined,
): CommonColumns {
  const there = new Map(other.columns.map((column) => [column.name, column]));
  const common = table.columns.flatMap((column) => {
    const { name, kind } = column;
    const twin = there.get(name);
    if (twin === undefined) return [];
    const profile = table.profiles.get(name);
    const role = roleOf(column, profile);
    const otherRole = roleOf(twin, other.profiles.get(name));
    const isNumber = role === 'number' && NUMBER_KINDS.has(twin.kind) && name !== target;
    return [{ name, kind, role, otherRole, isNumber, distinct: profile?.distinct ?? 0 }];
  });
  const names = (test: (one: (typeof common)[number]) => boolean): readonly string[] =>
    common.filter(test).map(({ name }) => name);
  const features = new Set(featuresOf(table, target).map(({ name }) => name));
  return {
    numbers: names(({ isNumber }) => isNumber),
    categories: names(({ role }) => role === 'category'),
    ids: names(({ role, otherRole }) => role === 'id' && otherRole === 'id'),
    groups: names(({ name, kind }) => kind !== 'real' && groupNamed(name) !== undefined),
    features: names(({ name, otherRole }) => features.has(name) && otherRole !== 'rowNumber'),
    continuous: names(({ isNumber, distinct }) => isNumber && distinct >= CONTINUOUS),
  };
}
