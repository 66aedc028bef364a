import type { Column, ColumnKind } from '../../engine/table/column.js';

/** How a kind of column is kept in the database. */
export interface Storage {
  readonly type: string;
  /** Whether a mean of it means something. Booleans count as 0 and 1. */
  readonly numeric: boolean;
  /** The expression as a double; null where there is nothing of a number in it. */
  readonly asNumber: ((expression: string) => string) | null;
}

const asDouble = (expression: string): string => `CAST(${expression} AS DOUBLE)`;

/** Seconds since 1970, so that a date has a scale. */
const asEpoch = (expression: string): string =>
  `CAST(epoch(CAST(${expression} AS TIMESTAMP)) AS DOUBLE)`;

export const STORAGE: Readonly<Record<ColumnKind, Storage>> = {
  boolean: { type: 'BOOLEAN', numeric: true, asNumber: asDouble },
  integer: { type: 'BIGINT', numeric: true, asNumber: asDouble },
  bigint: { type: 'HUGEINT', numeric: true, asNumber: asDouble },
  real: { type: 'DOUBLE', numeric: true, asNumber: (expression) => expression },
  date: { type: 'DATE', numeric: false, asNumber: asEpoch },
  datetime: { type: 'TIMESTAMP', numeric: false, asNumber: asEpoch },
  code: { type: 'VARCHAR', numeric: false, asNumber: null },
  text: { type: 'VARCHAR', numeric: false, asNumber: null },
};

/** The database's own name of the column at a place: names in files repeat, are empty, and hold anything. */
export function field(index: number): string {
  return `c${index}`;
}

export function isNumeric(column: Column): boolean {
  return STORAGE[column.kind].numeric;
}

/** A string as SQL writes it. */
export function literal(text: string): string {
  // A NUL would end the text of the query.
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`;
}

/** A name as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('\0', '')}"`;
}
