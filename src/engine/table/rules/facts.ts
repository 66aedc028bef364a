import type { Column } from '../column.js';
import type { ColumnProfile } from '../profile.js';

/** All that the rules look at: one table, and the one that it is compared with, where there is one. */
export interface Facts {
  readonly table: TableFacts;
  /** The column to be predicted, where one was chosen. */
  readonly target?: string;
  readonly classes?: readonly ClassShare[];
  /** How well each column alone tells the target. */
  readonly predictors?: readonly Predictor[];
  /** Columns of the table with the same cells, the first of each group first in the file. */
  readonly twins: readonly (readonly string[])[];
  /** Rows of the table that repeat an earlier one. */
  readonly repeated: Matches;
  readonly pair?: PairFacts;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly Column[];
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  /** Of columns of text: how many cells are numbers with a decimal comma. */
  readonly decimalCommas: ReadonlyMap<string, number>;
  /** Of columns of whole numbers that are named like codes: how many digits they have. */
  readonly digits: ReadonlyMap<string, Digits>;
}

export interface Digits {
  readonly longest: number;
  /** Cells as long as the longest, and shorter ones. */
  readonly full: number;
  readonly short: number;
}

export interface ClassShare {
  readonly value: string;
  readonly count: number;
}

export interface Predictor {
  readonly column: string;
  /** Share of rows told right from this column alone, between 0 and 1. */
  readonly accuracy: number;
  /** The same of always naming the most frequent class. */
  readonly baseline: number;
}

/** Rows that match others; `count` is of all, the lists hold the first ones. */
export interface Matches {
  readonly count: number;
  readonly rows: readonly number[];
  readonly otherRows: readonly number[];
}

export interface PairFacts {
  readonly other: TableFacts;
  /** By column, of the columns in both whose cells are numbers in both. */
  readonly distances: ReadonlyMap<string, Distance>;
  /** By column, of the columns in both with few values. */
  readonly categories: ReadonlyMap<string, readonly CategoryCount[]>;
  /** By column, of the columns that name rows in both tables. */
  readonly ids: ReadonlyMap<string, Matches>;
  /** By column, of the columns that name a group, as an artist. */
  readonly groups: ReadonlyMap<string, GroupOverlap>;
  /** Rows of the other table that are also in this one. */
  readonly shared: Matches;
  readonly near: NearMatches;
}

/** Two samples of numbers side by side. */
export interface Distance {
  /** Kolmogorov and Smirnov's D. */
  readonly d: number;
  /** Values that are there, in the table and in the other. */
  readonly here: number;
  readonly there: number;
}

export interface CategoryCount {
  readonly value: string;
  readonly here: number;
  readonly there: number;
}

export interface GroupOverlap {
  /** Groups in both tables, and some of them by name. */
  readonly count: number;
  readonly names: readonly string[];
  /** Rows of the other table that belong to such a group. */
  readonly otherCount: number;
  readonly otherRows: readonly number[];
}

export interface NearMatches {
  /** Rows of the other table with a row of this one closer than the threshold, equal ones left out. */
  readonly close: Matches;
  /** The same within four times the threshold: what lies there by nature. */
  readonly wider: number;
}

export const NO_MATCHES: Matches = { count: 0, rows: [], otherRows: [] };
