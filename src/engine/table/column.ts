/** What the cells of a column are. */
export type ColumnKind =
  | 'boolean'
  | 'integer'
  /** Integers beyond 2^53, which a double cannot hold: kept exact. At most 38 digits. */
  | 'bigint'
  | 'real'
  | 'date'
  | 'datetime'
  /** Digits that are a name: `000123` keeps its zeros. */
  | 'code'
  | 'text';

export interface Column {
  /** Unique within the table, never empty: what every request calls it by. As pandas would name it. */
  readonly name: string;
  /**
   * The header's levels from top to bottom, `['chroma_cens', 'mean', '01']`; one element where it has one line,
   * none where the header has no cell for the column.
   */
  readonly path: readonly string[];
  readonly kind: ColumnKind;
  /** How dates are written, in strptime's letters: `%d/%m/%Y`. */
  readonly format?: string;
  /** How a boolean column writes its two values, each spelling as it occurs. */
  readonly truth?: Truth;
  /** Holds numbers such as `1e400` that a double takes for infinite, which few readers read as numbers. */
  readonly beyond?: true;
  /** Text of which many cells look like numbers: a reader that decides piece by piece has to be told. */
  readonly mixed?: true;
}

export interface Truth {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}
