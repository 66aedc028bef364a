import type { Column, ColumnKind } from '../../shared/dataProtocol.js';
import { dataWords } from '../../shared/dataWords.js';

/** What the cells of a column are, in words. */
export const kindWords: Readonly<Record<ColumnKind, string>> = {
  boolean: dataWords.kindBoolean,
  integer: dataWords.kindInteger,
  bigint: dataWords.kindBigint,
  real: dataWords.kindReal,
  date: dataWords.kindDate,
  datetime: dataWords.kindDatetime,
  code: dataWords.kindCode,
  text: dataWords.kindText,
};

const NUMERIC: ReadonlySet<ColumnKind> = new Set(['integer', 'bigint', 'real']);

export function isNumeric({ kind }: Pick<Column, 'kind'>): boolean {
  return NUMERIC.has(kind);
}

/** Columns whose names hold every word that was typed, in any order: `mfcc mean 01`. */
export function matching(columns: readonly Column[], typed: string): readonly Column[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return columns;
  return columns.filter(({ name, path }) => {
    const text = [name, ...path].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
