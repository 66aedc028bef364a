import type { DroppedColumn } from '../engine/projection/standardise.js';
import type { NeighbourVote } from '../engine/projection/neighbourVote.js';
import type { Call } from './rpc.js';

/** Why there is no projection. */
export interface ProjectionProblem {
  readonly code: ProjectionProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type ProjectionProblemCode =
  | 'projection.tooLarge'
  | 'projection.fewRows'
  | 'projection.fewColumns'
  | 'projection.notPrepared'
  | 'projection.gone';

export type ProjectionReply<T> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: ProjectionProblem };

/** The columns after imputation and scaling, and their principal components. */
export interface Components {
  readonly rows: number;
  /** Those that were used. */
  readonly columns: readonly string[];
  readonly dropped: readonly DroppedColumn[];
  /** Cells that got their column's median, by column, the most first. */
  readonly imputed: readonly { readonly column: string; readonly count: number }[];
  /** Share of the variance of each component that was kept, the greatest first. */
  readonly explained: readonly number[];
  /** `rows` values of each of the first `shown` components, each component's together. */
  readonly scores: Float32Array;
  readonly shown: number;
  /** Per shown component, the columns that weigh most in it and their weights. */
  readonly loadings: readonly (readonly Loading[])[];
}

export interface Loading {
  readonly column: string;
  readonly weight: number;
}

export type EmbeddingMethod = TsneMethod | UmapMethod;

/** van der Maaten and Hinton (2008), with the Barnes-Hut approximation of 2014. */
export interface TsneMethod {
  readonly kind: 'tsne';
  /** About how many neighbours a point has; less than a third of the points. */
  readonly perplexity: number;
  readonly iterations: number;
  readonly seed: number;
}

/** McInnes, Healy and Melville (2018). */
export interface UmapMethod {
  readonly kind: 'umap';
  readonly neighbours: number;
  readonly minDistance: number;
  readonly epochs: number;
  readonly seed: number;
}

/** A picture on its way; x and y of each point together, in the order of the rows. */
export interface Frame {
  readonly stage: 'neighbours' | 'embedding';
  readonly step: number;
  readonly of: number;
  readonly points: Float32Array;
}

/** How far a picture can be believed, measured on `points` points. */
export interface Quality {
  readonly neighbours: number;
  readonly points: number;
  readonly sampled: boolean;
  /** Venna and Kaski's; absent with too few points. */
  readonly trustworthiness?: number;
  /** Absent without classes. */
  readonly vote?: NeighbourVote;
}

/** What the extension host asks of the projection thread, which holds one data set at a time. */
export interface ProjectionProtocol {
  /** Forgets what was there and makes room. */
  begin: Call<
    { readonly rows: number; readonly columns: readonly string[] },
    ProjectionReply<object>
  >;
  /** Values of some columns, for `rows` rows from `from` on; NaN where one is missing. */
  add: Call<
    {
      readonly first: number;
      readonly from: number;
      readonly rows: number;
      /** Each column's together. */
      readonly values: Float64Array;
    },
    ProjectionReply<object>
  >;
  components: Call<{ readonly keep: number }, ProjectionReply<Components>>;
  /** The last frame is the result; what was asked for less sense than the data allow is adjusted. */
  embed: Call<
    { readonly method: EmbeddingMethod },
    ProjectionReply<{ readonly method: EmbeddingMethod; readonly points: Float32Array }>,
    Frame
  >;
  /** `labels`: a class per row, -1 where there is none; empty without classes. */
  quality: Call<
    { readonly points: Float32Array; readonly labels: Int32Array },
    ProjectionReply<Quality>
  >;
}
