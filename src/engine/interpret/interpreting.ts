import type { Remembered } from './remembered.js';
import type { Expr } from '../expression/node.js';
import type { Note } from './arithmetic.js';
import type { Context, Env, IndexValue } from './context.js';
import type { NodeId } from '../evaluate/graph.js';
import type { Lot } from './lots.js';
import type { Space } from './space.js';
import type { Tensor } from './tensor.js';

/** What the interpreter's parts need of the whole. */
export interface Interpreting {
  readonly space: Space;
  readonly context: Context;
  readonly note: Note;
  readonly notes: Set<string>;
  readonly open: string[];
  /** Which entry each letter means that stands for one and the same wherever it is. */
  readonly fixed: ReadonlyMap<string, IndexValue>;
  /** Moves what `fixed` letters and labels mean. */
  readonly shift: number;
  readonly memo: Pick<Remembered, 'get' | 'set'>;
  readonly symbols: Map<string, Tensor>;
  /** The lots that random nodes belong to, and which of its nodes each is. */
  readonly lots: Map<NodeId, { readonly lot: Lot; readonly entry: number }>;
  value(node: Expr, env?: Env): Tensor;
  attempt<T>(run: () => T): T | null;
  constant(value: number): Tensor;
  /** Is nothing supposed, noted or half done? */
  isSettled(): boolean;
  /** Gives up the value that is being computed, and all attempts at its parts. */
  exhaust(): never;
}
