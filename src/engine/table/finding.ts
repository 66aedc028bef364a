/** Something about the data that a student should know before training. Words are chosen at the edge. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Of the table that the finding is about, the worst first. */
  readonly columns: readonly string[];
  readonly args: Readonly<Record<string, string | number>>;
  /** Rows to show of the table itself, from 0, ascending, at most `MAX_FINDING_ROWS`. */
  readonly rows?: readonly number[];
  /** The same of the table that it was compared with. */
  readonly otherRows?: readonly number[];
}

/** `error`: training or handing in goes wrong. `warning`: a score will lie. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** A finding names no more rows than a person would look at. */
export const MAX_FINDING_ROWS = 100;

export type FindingCode =
  /** In the table, absent in the one it is compared with. */
  | 'column.missing'
  /** The other way round. */
  | 'column.extra'
  | 'column.kind'
  | 'column.scale'
  | 'column.drift'
  | 'column.constant'
  | 'column.idLike'
  | 'column.duplicate'
  | 'column.decimalComma'
  | 'column.lostZeros'
  | 'column.bigId'
  | 'column.target'
  | 'category.unseen'
  | 'class.imbalance'
  | 'rows.ids'
  /** Equal rows within the table. */
  | 'rows.duplicate'
  /** Rows that are in both tables. */
  | 'rows.shared'
  | 'rows.nearDuplicate'
  | 'rows.group';
