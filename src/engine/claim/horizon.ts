import type { Bound, Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';

/** The sum over all time steps that something is defined as, where there is one: `L = \sum_{t=1}^T L_t`. */
export function horizonOf(variables: ReadonlyMap<string, Definition>): Bound | null {
  // What was said last is nearest.
  for (const { body, family } of [...variables.values()].reverse()) {
    const found = family.length > 0 ? null : sumOverSteps(body);
    if (found) return found;
  }
  return null;
}

/** The bound of the first sum over time steps. */
export function sumOverSteps(node: Expr): Bound | null {
  if (node.kind === 'big' && node.op === 'sum') {
    const own = node.bounds.find(({ index }) => index.kind === 'sym' && index.base === 't');
    if (own) return own;
  }
  for (const child of children(node)) {
    const found = sumOverSteps(child);
    if (found) return found;
  }
  return null;
}
