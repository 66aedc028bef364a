import type { Column, ColumnProfile } from '../../../shared/dataProtocol.js';
import { dataWords } from '../../../shared/dataWords.js';

/** An order of the columns; `measure` gives what is greatest first, and nothing for what comes last. */
export interface Order {
  readonly id: string;
  readonly words: string;
  readonly measure?: (profile: ColumnProfile) => number | undefined;
}

/** The orders that can be chosen: to add one, add its row. */
export const orders: readonly Order[] = [
  { id: 'file', words: dataWords.orderFile },
  { id: 'missing', words: dataWords.orderMissing, measure: ({ missing }) => missing },
  {
    id: 'constant',
    words: dataWords.orderDistinct,
    measure: ({ distinct }) => -distinct,
  },
  {
    id: 'scale',
    words: dataWords.orderScale,
    measure: ({ numeric }) => numeric && Math.max(Math.abs(numeric.min), Math.abs(numeric.max)),
  },
  { id: 'sd', words: dataWords.orderSd, measure: ({ numeric }) => numeric?.sd },
  { id: 'outliers', words: dataWords.orderOutliers, measure: ({ numeric }) => numeric?.outliers },
];

/** The columns by an order; those of which nothing is known keep their places at the end. */
export function ordered(
  columns: readonly Column[],
  { measure }: Order,
  profileOf: (name: string) => ColumnProfile | undefined,
): readonly Column[] {
  if (measure === undefined) return columns;
  const value = ({ name }: Column): number => {
    const profile = profileOf(name);
    const measured = profile === undefined ? undefined : measure(profile);
    return measured === undefined || Number.isNaN(measured) ? -Infinity : measured;
  };
  const known = columns.map((column, index) => ({ column, index, value: value(column) }));
  return known
    .toSorted((a, b) => (a.value === b.value ? a.index - b.index : b.value - a.value))
    .map(({ column }) => column);
}
