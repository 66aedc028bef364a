/** A value with a bound of its error. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** What has no value, or none that can be told. */
export const NOTHING: Estimate = { value: Number.NaN, error: Number.POSITIVE_INFINITY };
