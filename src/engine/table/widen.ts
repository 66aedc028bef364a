import type { Column, ColumnKind } from './column.js';
import { readDate } from './date.js';
import type { Dialect } from './dialect.js';
import { MAX_MISFITS, type Misfits } from './misfits.js';
import { isPossiblyMissing } from './missing.js';
import type { Note } from './note.js';
import { readNumber } from './number.js';
import { truthOf } from './truth.js';

/** What to read a file as, once cells were met that are not what their column was taken for. */
export interface Widened {
  readonly dialect: Dialect;
  readonly columns: readonly Column[];
  readonly notes: readonly Note[];
}

/**
 * The rule for a late `N/D`: words for "no value" become missing; other numbers make a wider kind of number; other
 * spellings of the two truths stay truths; anything else makes the column text. Read again with the answer, until
 * nothing is a misfit: each time columns only get wider.
 */
export function widen(
  dialect: Dialect,
  columns: readonly Column[],
  misfits: readonly Misfits[],
): Widened {
  const byName = new Map(misfits.map((found) => [found.column, found]));
  const words = new Set<string>();
  const notes: Note[] = [];
  const widened = columns.map((column) => {
    const found = byName.get(column.name);
    if (found === undefined) return column;
    const rule = ruleFor(column, found, dialect);
    const { kind, emptied } = rule;
    for (const word of emptied) words.add(word);
    const args = { column: column.name, count: found.count, row: found.row };
    if (kind !== column.kind) {
      const value = found.values.find((cell) => !emptied.includes(cell)) ?? found.values[0] ?? '';
      notes.push({
        code: 'column.widened',
        args: { ...args, value, fromkind: column.kind, tokind: kind },
      });
    } else if (rule.format !== undefined) {
      notes.push({ code: 'kind.date', args: { columns: column.name, format: rule.format } });
    } else if (emptied.length > 0) {
      notes.push({ code: 'column.emptied', args: { ...args, words: emptied.join(', ') } });
    }
    return shaped(column, rule);
  });
  const missing = [
    ...dialect.missing,
    ...[...words].filter((word) => !dialect.missing.includes(word)),
  ];
  return { dialect: { ...dialect, missing }, columns: widened, notes };
}

interface Rule {
  readonly kind: ColumnKind;
  readonly emptied: readonly string[];
  readonly truth?: Column['truth'];
  readonly format?: string;
}

const NUMBERS: readonly ColumnKind[] = ['integer', 'bigint', 'real'];

function ruleFor(column: Column, { values }: Misfits, dialect: Dialect): Rule {
  const text: Rule = { kind: 'text', emptied: [] };
  if (values.length >= MAX_MISFITS && !NUMBERS.includes(column.kind)) return text;
  if (column.kind === 'boolean') return truthRule(column, values) ?? text;
  const kinds = new Set<ColumnKind>([column.kind]);
  const emptied: string[] = [];
  for (const value of values) {
    const number = NUMBERS.includes(column.kind) ? readNumber(value, dialect) : undefined;
    if (number !== undefined) kinds.add(number.kind);
    else if (isPossiblyMissing(value)) emptied.push(value);
    else return swapped(column, values) ?? text;
  }
  // A column of ids that turns out to hold decimals would lose digits as numbers: it is read as text.
  const both = kinds.has('bigint') && kinds.has('real') && column.kind === 'bigint';
  if (both) return text;
  const wider = (['real', 'bigint'] as const).find((kind) => kinds.has(kind));
  return { kind: wider ?? column.kind, emptied };
}

/** Dates of which the first block did not say whether the day or the month is first: the month, if all say so. */
function swapped({ kind, format }: Column, values: readonly string[]): Rule | undefined {
  if (format?.startsWith('%d') !== true) return undefined;
  const other = format.replace('%d', '%m').replace(/^(%m.)%m/, '$1%d');
  const emptied = values.filter(isPossiblyMissing);
  const fits = values.every(
    (cell) => emptied.includes(cell) || readDate(cell, other) !== undefined,
  );
  return fits ? { kind, emptied, format: other } : undefined;
}

function truthRule(column: Column, values: readonly string[]): Rule | undefined {
  const emptied = values.filter(isPossiblyMissing);
  const others = values.filter((value) => !emptied.includes(value));
  const known = [...(column.truth?.yes ?? []), ...(column.truth?.no ?? [])];
  const found = truthOf(new Set([...known, ...others]));
  return found && { kind: 'boolean', emptied, truth: { yes: found[0], no: found[1] } };
}

/** A column of the rule's kind; what belonged to the old kind only is left out. */
function shaped({ name, path, ...old }: Column, { kind, truth, format }: Rule): Column {
  const dated = kind === 'date' || kind === 'datetime';
  const written = format ?? old.format;
  return {
    name,
    path,
    kind,
    ...(dated && written !== undefined ? { format: written } : {}),
    ...(kind === 'boolean' && truth !== undefined ? { truth } : {}),
    ...(kind === 'text' && NUMBERS.includes(old.kind) ? { mixed: true as const } : {}),
    ...(kind === 'real' && old.beyond === true ? { beyond: true as const } : {}),
  };
}
