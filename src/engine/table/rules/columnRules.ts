import type { ColumnProfile } from '../profile.js';
import type { Facts } from './facts.js';
import { allDifferent, columnNamed, roleOf } from './roles.js';
import type { Matter, Rule } from './rule.js';

/** What one column of the table shows by itself. */
export const columnRules: readonly Rule[] = [
  { code: 'column.decimalComma', severity: 'error', find: decimalCommas },
  { code: 'column.lostZeros', severity: 'warning', find: lostZeros },
  { code: 'column.bigId', severity: 'warning', find: bigIds },
  { code: 'column.constant', severity: 'warning', find: constants },
  { code: 'column.duplicate', severity: 'warning', find: duplicates },
  { code: 'column.idLike', severity: 'info', find: idLike },
];

/** Most of a column of text must be such numbers: a list of words may hold one by accident. */
const MOSTLY = 0.9;

function decimalCommas({ table }: Facts): readonly Matter[] {
  return table.columns.flatMap(({ name }) => {
    const cells = table.decimalCommas.get(name) ?? 0;
    const profile = table.profiles.get(name);
    if (profile === undefined || cells === 0) return [];
    const present = profile.count - profile.missing;
    return cells >= MOSTLY * present ? [{ columns: [name], args: { cells } }] : [];
  });
}

/**
 * Codes of one length of which about a tenth is shorter, as when 01000 became 1000; more than half
 * shorter ones are numbers that were never padded.
 */
function lostZeros({ table, target, pair }: Facts): readonly Matter[] {
  return table.columns.flatMap(({ name, kind }): readonly Matter[] => {
    if (name === target) return [];
    const there = pair === undefined ? undefined : columnNamed(pair.other, name)?.kind;
    if ((kind === 'integer' && there === 'code') || (kind === 'code' && there === 'integer')) {
      return [{ columns: [name], args: {} }];
    }
    const digits = table.digits.get(name);
    if (digits === undefined || digits.longest < 3 || digits.short === 0) return [];
    const { longest, full, short } = digits;
    return short < full ? [{ columns: [name], args: { cells: short, digits: longest } }] : [];
  });
}

function bigIds({ table }: Facts): readonly Matter[] {
  const columns = table.columns.filter(({ name, kind }) => {
    const numeric = table.profiles.get(name)?.numeric;
    return kind === 'bigint' || (kind === 'integer' && !exact(numeric));
  });
  return about(columns.map(({ name }) => name));
}

function exact(numeric: ColumnProfile['numeric']): boolean {
  return numeric === undefined || Math.max(-numeric.min, numeric.max) <= Number.MAX_SAFE_INTEGER;
}

function constants({ table, target }: Facts): readonly Matter[] {
  const columns = table.columns.filter(({ name }) => {
    const profile = table.profiles.get(name);
    return name !== target && profile !== undefined && profile.count > 1 && isConstant(profile);
  });
  return about(columns.map(({ name }) => name));
}

/** A value and a hole are two things to learn from. */
function isConstant({ distinct, missing, count }: ColumnProfile): boolean {
  return missing === count || (distinct <= 1 && missing === 0);
}

function duplicates({ twins }: Facts): readonly Matter[] {
  return twins.map((columns) => ({ columns, args: { other: columns[1] ?? '' } }));
}

/** Fewer rows are different by chance. */
const LEAST_ROWS = 20;

function idLike({ table, target }: Facts): readonly Matter[] {
  const columns = table.columns.filter((column) => {
    const profile = table.profiles.get(column.name);
    if (column.name === target || profile === undefined || profile.count < LEAST_ROWS) return false;
    const role = roleOf(column, profile);
    if (role === 'id' || role === 'rowNumber') return true;
    const named = column.kind === 'text' || column.kind === 'code' || column.kind === 'bigint';
    return named && allDifferent(profile);
  });
  return about(columns.map(({ name }) => name));
}

/** One finding about all of the columns; none where there are none. */
export function about(columns: readonly string[]): readonly Matter[] {
  return columns.length === 0 ? [] : [{ columns, args: {} }];
}
