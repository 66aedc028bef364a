/** Something about the data that a student should know before training. Words are chosen at the edge. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning' | 'info';
  /** Of the table that the finding is about, the worst first. */
  readonly columns: readonly string[];
  readonly args: Readonly<Record<string, string | number>>;
  /** Rows to show, from 0, at most 100; `other` where they are of the table it was compared with. */
  readonly rows?: readonly number[];
}

export type FindingCode =
  | 'column.missing'
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
  | 'rows.duplicate'
  | 'rows.nearDuplicate'
  | 'rows.group';
