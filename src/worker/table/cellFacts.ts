import { namesCode } from '../../engine/table/rules/names.js';
import type { Digits } from '../../engine/table/rules/facts.js';
import { literal } from './storage.js';
import { numberOf, type Session } from './session.js';
import { fieldOf, relation, type OpenTable } from './tables.js';

/** Without nested repetition; thousands may be set apart with points. */
const DECIMAL_COMMA = String.raw`[+-]?[0-9]+(\.[0-9]{3}){0,6},[0-9]+`;

/** Of columns of text: how many cells are numbers with a decimal comma. */
export async function decimalCommas(
  session: Session,
  table: OpenTable,
): Promise<ReadonlyMap<string, number>> {
  const names = table.columns.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  if (names.length === 0) return new Map();
  const counts = names.map((name) => {
    const match = `regexp_full_match(trim(${fieldOf(table, name)}), ${literal(DECIMAL_COMMA)})`;
    return `count(*) FILTER (WHERE ${match})`;
  });
  const row = await session.row(`SELECT ${counts.join(', ')} FROM ${relation(table)}`);
  return new Map(names.map((name, place) => [name, numberOf(row[place])]));
}

/** Of columns of whole numbers that are named like codes: how long their numbers are. */
export async function digitCounts(
  session: Session,
  table: OpenTable,
): Promise<ReadonlyMap<string, Digits>> {
  const names = table.columns.filter(({ kind, name }) => kind === 'integer' && namesCode(name));
  const found = new Map<string, Digits>();
  for (const { name } of names) {
    const length = `length(CAST(abs(${fieldOf(table, name)}) AS VARCHAR))`;
    const rows = await session.rows(
      `SELECT ${length} AS n, count(*) FROM ${relation(table)} WHERE ${fieldOf(table, name)} IS NOT NULL
       GROUP BY n ORDER BY n DESC`,
    );
    const [longest, ...shorter] = rows.map((row) => row.map(numberOf));
    if (longest === undefined) continue;
    const short = shorter.reduce((sum, [, count = 0]) => sum + count, 0);
    found.set(name, { longest: longest[0] ?? 0, full: longest[1] ?? 0, short });
  }
  return found;
}
