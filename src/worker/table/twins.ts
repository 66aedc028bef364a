import type { Column, ColumnKind } from '../../engine/table/column.js';
import { NUMBER_KINDS } from '../../engine/table/rules/roles.js';
import { comparable } from './copies.js';
import { numberOf, type Session } from './session.js';
import { relation, type OpenTable } from './tables.js';

/** Columns with the same cells in every row, by groups; the first of each comes first in the file. */
export async function twinColumns(
  session: Session,
  table: OpenTable,
  columns: readonly Column[],
): Promise<readonly (readonly string[])[]> {
  if (columns.length < 2) return [];
  const cells = columns.map(({ name, kind }) => comparable(table, name, formOf(kind)));
  // The outer hash makes the place count: without it, values that come in pairs would cancel out.
  const sums = cells.map((cell) => `CAST(bit_xor(hash(hash(rowid, ${cell}))) AS VARCHAR)`);
  const hashes = await session.row(`SELECT ${sums.join(', ')} FROM ${relation(table)}`);
  const groups = new Map<string, Cell[]>();
  for (const [place, { name, kind }] of columns.entries()) {
    const key = `${formOf(kind)} ${String(hashes[place])}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ name, sql: cells[place] ?? '' });
  }
  const twins: (readonly string[])[] = [];
  for (const group of groups.values()) {
    const sure = await reallySame(session, table, group);
    if (sure.length > 1) twins.push(sure);
  }
  return twins;
}

interface Cell {
  readonly name: string;
  readonly sql: string;
}

function formOf(kind: ColumnKind): 'number' | 'text' {
  return NUMBER_KINDS.has(kind) ? 'number' : 'text';
}

/** The hash is a hint: those that differ from the first anywhere are left out. */
async function reallySame(
  session: Session,
  table: OpenTable,
  [first, ...others]: readonly Cell[],
): Promise<readonly string[]> {
  if (first === undefined || others.length === 0) return [];
  const differ = others.map(
    ({ sql }) => `count(*) FILTER (WHERE ${first.sql} IS DISTINCT FROM ${sql})`,
  );
  const counts = await session.row(`SELECT ${differ.join(', ')} FROM ${relation(table)}`);
  const same = others.filter((_, place) => numberOf(counts[place]) === 0);
  return [first, ...same].map(({ name }) => name);
}
