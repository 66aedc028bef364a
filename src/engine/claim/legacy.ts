import type { Definition } from '../interpret/context.js';
import type { Declarations } from './declared.js';
import type { Adjoints } from './shorthand.js';

/** What a zone takes over from those before it. */
export interface Legacy {
  readonly definitions: readonly Definition[];
  /** The same without examples: no given numbers, and what a name meant before an example took it. */
  readonly general: readonly Definition[];
  readonly declarations: Declarations;
  readonly adjoints: Adjoints;
  /** An index that stands twice in a product is summed over. */
  readonly einstein: boolean;
}

/** Nothing taken over. */
export const NO_LEGACY: Legacy = {
  definitions: [],
  general: [],
  declarations: new Map(),
  adjoints: new Map(),
  einstein: false,
};
