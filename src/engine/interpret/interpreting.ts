import type { Remembered } from './remembered.js';
import type { Expr } from '../expression/node.js';
import type { Note } from './arithmetic.js';
import type { Context, Env } from './context.js';
import type { Space } from './space.js';
import type { Tensor } from './tensor.js';

/** What the interpreter's parts need of the whole. */
export interface Interpreting {
  readonly space: Space;
  readonly context: Context;
  readonly note: Note;
  readonly notes: Set<string>;
  readonly open: string[];
  readonly memo: Pick<Remembered, 'get' | 'set'>;
  readonly symbols: Map<string, Tensor>;
  value(node: Expr, env?: Env): Tensor;
  attempt<T>(run: () => T): T | null;
  constant(value: number): Tensor;
}
