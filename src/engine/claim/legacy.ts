import type { Definition } from '../interpret/context.js';
import type { Declarations } from './declared.js';
import type { Adjoints } from './shorthand.js';

/** What a zone takes over from those before it. */
export interface Legacy {
  readonly definitions: readonly Definition[];
  readonly declarations: Declarations;
  readonly adjoints: Adjoints;
  /** An index that stands twice in a product is summed over. */
  readonly einstein: boolean;
}

/** Nothing taken over. */
export const NO_LEGACY: Legacy = {
  definitions: [],
  declarations: new Map(),
  adjoints: new Map(),
  einstein: false,
};
