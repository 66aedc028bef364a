/** What is known of a column's values. Counts are of rows; `approximate` says where they were estimated. */
export interface ColumnProfile {
  readonly column: string;
  readonly count: number;
  readonly missing: number;
  readonly distinct: number;
  /** True where quartiles and distinct values were estimated. */
  readonly approximate: boolean;
  readonly numeric?: NumericProfile;
  /** The most frequent values of a column that is not numeric, or has few values; most frequent first. */
  readonly top?: readonly { readonly value: string; readonly count: number }[];
  /** The first and the last of a column of dates, as a page writes them. */
  readonly range?: { readonly from: string; readonly to: string };
  readonly text?: { readonly shortest: number; readonly longest: number };
}

export interface NumericProfile {
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Sample standard deviation, with n - 1. */
  readonly sd: number;
  readonly q25: number;
  readonly q50: number;
  readonly q75: number;
  readonly zeros: number;
  readonly infinite: number;
  /** Values beyond 1.5 interquartile ranges from the quartiles (Tukey, 1977). */
  readonly outliers: number;
  /** Equal bins from the least to the greatest finite value. */
  readonly histogram: {
    readonly from: number;
    readonly to: number;
    readonly counts: readonly number[];
  };
}
