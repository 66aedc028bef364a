import type { Column } from '../../engine/table/column.js';
import { NUMBER_KINDS } from '../../engine/table/rules/roles.js';
import { comparable } from './copies.js';
import { numberOf, type Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** Columns with the same cells in every row, by groups; the first of each comes first in the file. */
export async function twinColumns(
  session: Session,
  table: OpenTable,
  columns: readonly Column[],
): Promise<readonly (readonly string[])[]> {
  if (columns.length < 2) return [];
  const cells = columns.map(({ name, kind }) =>
    comparable(table, name, NUMBER_KINDS.has(kind) ? 'number' : 'text'),
  );
  const sums = cells.map((cell) => `CAST(bit_xor(hash(rowid, ${cell})) AS VARCHAR)`);
  const hashes = await session.row(`SELECT ${sums.join(', ')} FROM ${relation(table)}`);
  const groups = new Map<string, string[]>();
  for (const [place, { name }] of columns.entries()) {
    const hash = String(hashes[place]);
    groups.set(hash, [...(groups.get(hash) ?? []), name]);
  }
  const twins: (readonly string[])[] = [];
  for (const group of groups.values()) {
    const sure = await reallySame(session, table, group);
    if (sure.length > 1) twins.push(sure);
  }
  return twins;
}

/** The hash is a hint: those that differ from the first anywhere are left out. */
async function reallySame(
  session: Session,
  table: OpenTable,
  [first, ...others]: readonly string[],
): Promise<readonly string[]> {
  if (first === undefined || others.length === 0) return [];
  const differ = others.map(
    (name) =>
      `count(*) FILTER (WHERE ${fieldOf(table, first)} IS DISTINCT FROM ${fieldOf(table, name)})`,
  );
  const counts = await session.row(`SELECT ${differ.join(', ')} FROM ${relation(table)}`);
  return [first, ...others.filter((_, place) => numberOf(counts[place]) === 0)];
}
