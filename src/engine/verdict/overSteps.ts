import { sumOverSteps } from '../claim/horizon.js';
import type { Equality } from './equality.js';
import { Reader } from './judge.js';

/**
 * The reading in which a loss that the text leaves open depends on the results of all time steps, for a claim that sums
 * over them: `\frac{\partial L}{\partial W} = \sum_{t=1}^T \delta_t x_t^\top`. Null for one that does not.
 */
export function readerOverSteps({ names, ranks, book }: Reader, claim: Equality): Reader | null {
  const steps = sumOverSteps(claim.right) ?? sumOverSteps(claim.left);
  return steps && new Reader(names, ranks, { ...book, steps });
}
