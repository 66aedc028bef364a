import type { Column, ColumnKind } from '../column.js';
import type { ColumnProfile } from '../profile.js';
import type { TableFacts } from './facts.js';
import { groupNamed, namesRows } from './names.js';

/** What a column's kind, name and values together say it is for. */
export type Role =
  /** Names each row, as `track_id`. */
  | 'id'
  /** Counts the rows from 0 or 1, as the index that pandas writes. */
  | 'rowNumber'
  /** Names what several rows belong to, as `artist.name`. */
  | 'group'
  | 'number'
  /** Few values, each of many rows. */
  | 'category'
  /** Free text, dates, and whatever else no rule compares by value. */
  | 'other';

/** Roles of the columns that tables share with others of their kind; the profile decides what the name leaves open. */
export function roleOf(column: Column, profile: ColumnProfile | undefined): Role {
  if (profile === undefined) return 'other';
  const { kind } = column;
  if (isRowNumber(kind, profile)) return 'rowNumber';
  if (NAMING_KINDS.has(kind) && namesRows(column.name) && allDifferent(profile)) return 'id';
  if (NAMING_KINDS.has(kind) && groupNamed(column.name) !== undefined) return 'group';
  if (NUMBER_KINDS.has(kind)) return 'number';
  if (CATEGORY_KINDS.has(kind) && isCategory(profile)) return 'category';
  return 'other';
}

/** A category with more values than this is free text, or a name. */
const MAX_CATEGORIES = 100;

/** Rows that each value of a category has on average, at least. */
const ROWS_PER_CATEGORY = 5;

/** True where the values that are there are all different; where they were estimated, nearly so. */
export function allDifferent({ distinct, count, missing, approximate }: ColumnProfile): boolean {
  const present = count - missing;
  return present > 1 && distinct >= (approximate ? ALMOST_ALL * present : present);
}

/** The estimates of distinct values are within a few percent. */
const ALMOST_ALL = 0.95;

/** The columns whose values say what a row is like: no names of rows, no target. */
export function featuresOf(table: TableFacts, target: string | undefined): readonly Column[] {
  return table.columns.filter((column) => {
    const role = roleOf(column, table.profiles.get(column.name));
    return column.name !== target && role !== 'id' && role !== 'rowNumber';
  });
}

/** A column by its name. */
export function columnNamed(table: TableFacts, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

export const NUMBER_KINDS: ReadonlySet<ColumnKind> = new Set(['integer', 'real', 'bigint']);

const NAMING_KINDS: ReadonlySet<ColumnKind> = new Set(['integer', 'bigint', 'code', 'text']);

const CATEGORY_KINDS: ReadonlySet<ColumnKind> = new Set(['boolean', 'code', 'text']);

function isRowNumber(kind: ColumnKind, profile: ColumnProfile): boolean {
  const { numeric, count, missing } = profile;
  if (kind !== 'integer' || numeric === undefined || missing > 0 || count < 2) return false;
  const { min, max } = numeric;
  return (min === 0 || min === 1) && max - min + 1 === count && allDifferent(profile);
}

function isCategory({ distinct, count, missing }: ColumnProfile): boolean {
  return (
    distinct <= MAX_CATEGORIES && (count - missing) / Math.max(1, distinct) >= ROWS_PER_CATEGORY
  );
}
