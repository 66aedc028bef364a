import { isBefore } from '../text/span.js';
import type { Placed, Zone } from './zone.js';

/** Have the words before it in its own part of the text said that parameters are others from there on? */
export function isRenewed({ facts }: Zone, { block }: Placed): boolean {
  return facts.some(
    ({ kind, scope, place }) =>
      kind === 'renewed' && scope === block.scope && isBefore(place, block.place),
  );
}
