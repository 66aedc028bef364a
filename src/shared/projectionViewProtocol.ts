import type {
  Components,
  EmbeddingMethod,
  Frame,
  ProjectionProblem,
  Quality,
} from './projectionProtocol.js';
import type { Call } from './rpc.js';
import type { TableProblem } from './tableProtocol.js';

export type { Components, EmbeddingMethod, Frame, Quality } from './projectionProtocol.js';

export type Projected<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly problem: ProjectionProblem | TableProblem };

/** What the points are coloured by, in the order of the rows: first this file's, then the partner's. */
export type Colouring =
  | {
      readonly kind: 'classes';
      /** The most frequent first. */
      readonly names: readonly string[];
      /** Places in `names`; -1 where the row has no value. */
      readonly of: Int32Array;
    }
  | { readonly kind: 'numbers'; readonly values: Float32Array };

/** What the page of projections asks of the editor. */
export interface ProjectionRows {
  /** Reads the columns, and those of the same names of the partner (its id; empty for none), and finds their components. */
  project: Call<
    { readonly columns: readonly string[]; readonly partner: string },
    Projected<Components & { readonly own: number }>,
    { readonly done: number; readonly of: number }
  >;
  embed: Call<
    { readonly method: EmbeddingMethod },
    Projected<{ readonly method: EmbeddingMethod; readonly points: Float32Array }>,
    Frame
  >;
  colour: Call<{ readonly column: string }, Projected<{ readonly colouring: Colouring }>>;
  /** With the classes of the last `colour`, where it gave any. */
  quality: Call<{ readonly points: Float32Array }, Projected<Quality>>;
  /** Asks for a place and writes a file there; false when the person thought better of it. */
  save: Call<{ readonly name: string; readonly bytes: Uint8Array }, boolean>;
}
