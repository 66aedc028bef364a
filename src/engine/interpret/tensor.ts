import type { NodeId } from '../evaluate/graph.js';
import type { Dim } from '../shape/dims.js';

/** Which variable an axis group of a derivative belongs to. */
export interface Axes {
  readonly key: string;
  readonly rank: number;
}

/**
 * A value: its dimensions and, when evaluating, its entries in row-major order. A vector is `[n]` (a column
 * wherever that matters), a row `[1, n]`. While shapes are inferred `dims` are identities and `data` is empty;
 * while evaluating they are sizes.
 */
export interface Tensor {
  readonly dims: readonly Dim[];
  readonly data: readonly NodeId[];
  /** For a derivative: the axes of what is derived come first, then those of the variable. */
  readonly tag?: { readonly num: Axes; readonly den: Axes };
}

export function count(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1);
}
