import type { Column } from '../../engine/table/column.js';
import type { Condition } from '../../shared/tableProtocol.js';
import { STORAGE } from './storage.js';
import { columnOf, fieldOf, type OpenTable } from './tables.js';
import { TableTrouble } from './trouble.js';

/** A condition in SQL, and the values that stand in it as `?`. */
export interface Clause {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Rows where all conditions hold; `true` where there are none. */
export function whereSql(table: OpenTable, filter: readonly Condition[]): Clause {
  const clauses = filter.map((condition) => clause(table, condition));
  return {
    sql: clauses.map(({ sql }) => `(${sql})`).join(' AND ') || 'true',
    values: clauses.flatMap(({ values }) => values),
  };
}

/** A missing value is not equal to anything, and so passes `ne`, as it does in pandas. */
const OPERATORS = {
  eq: '=',
  ne: 'IS DISTINCT FROM',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
} as const;

function clause(table: OpenTable, { column: name, test, value }: Condition): Clause {
  const column = columnOf(table, name);
  const cell = fieldOf(table, name);
  if (test === 'missing') return { sql: `${cell} IS NULL`, values: [] };
  if (test === 'present') return { sql: `${cell} IS NOT NULL`, values: [] };
  if (test === 'contains') {
    return { sql: `contains(lower(CAST(${cell} AS VARCHAR)), lower(?))`, values: [value] };
  }
  const typed = typedValue(column, value.trim());
  if (typed === null) throw new TableTrouble('filter.value', { column: name, value });
  return { sql: `${cell} ${OPERATORS[test]} CAST(? AS ${typed.type})`, values: [typed.value] };
}

interface Typed {
  readonly value: string;
  readonly type: string;
}

/** What a reader typed as the column's kind; null where it is none of it. */
function typedValue(column: Column, value: string): Typed | null {
  const { type } = STORAGE[column.kind];
  switch (column.kind) {
    case 'integer':
    case 'real':
      return number(value);
    case 'bigint':
      return /^[+-]?\d{1,38}$/.test(value) ? { value, type } : number(value);
    case 'boolean':
      return truth(column, value);
    case 'date':
    case 'datetime':
      // A day is compared as its first instant.
      return DAY.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)))
        ? { value, type: 'TIMESTAMP' }
        : null;
    case 'code':
    case 'text':
      return { value, type };
    default:
      return column.kind satisfies never;
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)?$/;

/** `1,5` is how a Spanish keyboard writes it. */
function number(value: string): Typed | null {
  const text = value.includes('.') ? value : value.replace(',', '.');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) return null;
  return { value: text, type: 'DOUBLE' };
}

function truth(column: Column, value: string): Typed | null {
  const word = value.toLowerCase();
  const is = (words: readonly string[]): boolean =>
    words.some((each) => each.toLowerCase() === word);
  if (is(['true', '1', 'sí', 'si', 'yes', ...(column.truth?.yes ?? [])])) {
    return { value: 'true', type: 'BOOLEAN' };
  }
  return is(['false', '0', 'no', ...(column.truth?.no ?? [])])
    ? { value: 'false', type: 'BOOLEAN' }
    : null;
}
