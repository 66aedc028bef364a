import type { Column } from '../../engine/table/column.js';
import type { Session } from './session.js';
import { field, STORAGE } from './storage.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** Makes the rows of a joined table, `target`: every pair with the same key, in the left file's order, then the right one's. */
export async function joinRows(
  session: Session,
  target: string,
  left: OpenTable,
  right: OpenTable,
  on: string,
): Promise<readonly Column[]> {
  const kept = right.columns.flatMap(({ name }, index) => (name === on ? [] : [index]));
  const cells = [
    ...left.columns.map((_, index) => `l.${field(index)}`),
    ...kept.map((index) => `r.${field(index)}`),
  ].map((cell, index) => `${cell} AS ${field(index)}`);
  await session.run(
    `CREATE OR REPLACE TABLE ${target} AS SELECT ${cells.join(', ')} FROM ${relation(left)} l
     JOIN ${relation(right)} r ON ${sameKey(left, right, on)} ORDER BY l.rowid, r.rowid`,
  );
  return joinedColumns(left, right, on);
}

/** The left columns, then the right ones without the key; a name that is taken gets a number. */
function joinedColumns(left: OpenTable, right: OpenTable, on: string): readonly Column[] {
  const taken = new Set(left.columns.map(({ name }) => name));
  const more = right.columns.filter(({ name }) => name !== on);
  return [
    ...left.columns,
    ...more.map((column) => ({ ...column, name: free(column.name, taken) })),
  ];
}

/** Keys of one kind are compared as they are, others as they are written. */
export function sameKey(left: OpenTable, right: OpenTable, on: string): string {
  const [one, other] = [keySql(left, right, 'l', on), keySql(right, left, 'r', on)];
  return `${one} = ${other}`;
}

/** The key of `table` as it is compared with the one of `partner`. */
export function keySql(table: OpenTable, partner: OpenTable, alias: string, on: string): string {
  const cell = `${alias}.${fieldOf(table, on)}`;
  const type = (each: OpenTable): string | undefined => {
    const column = each.columns.find(({ name }) => name === on);
    return column && STORAGE[column.kind].type;
  };
  const [own, others] = [type(table), type(partner)];
  if (own === others) return cell;
  const numbers = new Set<string | undefined>(['BIGINT', 'HUGEINT', 'DOUBLE']);
  return numbers.has(own) && numbers.has(others) ? cell : `CAST(${cell} AS VARCHAR)`;
}

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let n = 1; taken.has(found); n += 1) found = `${name}_${n}`;
  taken.add(found);
  return found;
}
