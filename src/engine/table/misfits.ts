/** Cells of a column that are not what the column was taken for. */
export interface Misfits {
  readonly column: string;
  readonly count: number;
  /** Row of data of the first one, from 1. */
  readonly row: number;
  /** Different values, at most `MAX_MISFITS`, in the order met. */
  readonly values: readonly string[];
}

/** With more different ones a column is text anyway. */
export const MAX_MISFITS = 100;
