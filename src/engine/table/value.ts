import type { Column } from './column.js';
import { readDate } from './date.js';
import type { Dialect } from './dialect.js';
import { readNumber } from './number.js';

/** A cell as programs write it; null where there is no value, undefined where it is not what its column is. */
export type ReadValue = (cell: string) => string | null | undefined;

/** How the cells of a column are read: `1.234,5` as `1234.5`, `31/12/2024` as `2024-12-31`, `sí` as `true`. */
export function valueReader(column: Column, dialect: Dialect): ReadValue {
  const missing = new Set(dialect.missing);
  const read = presentReader(column, dialect);
  return (cell) => (cell === '' || missing.has(cell) ? null : read(cell));
}

function presentReader(column: Column, dialect: Dialect): (cell: string) => string | undefined {
  switch (column.kind) {
    case 'boolean':
      return truthReader(column);
    case 'integer':
    case 'bigint':
    case 'real':
      return numberReader(column.kind, dialect);
    case 'date':
    case 'datetime': {
      const format = column.format ?? '%Y-%m-%d';
      return (cell) => readDate(cell, format);
    }
    case 'code':
    case 'text':
      return (cell) => cell;
    default:
      return column.kind satisfies never;
  }
}

function truthReader({ truth }: Column): (cell: string) => string | undefined {
  const words = new Map([
    ...(truth?.yes ?? []).map((word) => [word, 'true'] as const),
    ...(truth?.no ?? []).map((word) => [word, 'false'] as const),
  ]);
  return (cell) => words.get(cell);
}

/** Which kinds of number a column of each kind takes. */
const TAKES = {
  integer: ['integer'],
  bigint: ['integer', 'bigint'],
  real: ['integer', 'bigint', 'real'],
} as const;

function numberReader(
  kind: keyof typeof TAKES,
  { decimal, thousands }: Dialect,
): (cell: string) => string | undefined {
  const form = { decimal, thousands };
  const takes: readonly string[] = TAKES[kind];
  return (cell) => {
    const number = readNumber(cell, form);
    return number !== undefined && takes.includes(number.kind) ? number.text : undefined;
  };
}
