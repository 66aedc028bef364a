import type { Placed } from '../claim/zone.js';
import type { Hypothesis } from './surface.js';

/** Formulas after a step that may say why it is so. */
const REACH = 3;

/**
 * The equations by which the words after a formula explain it: "..., where we used $V^\top V = I$", "porque
 * $f(x_0) = 0$". They stand in the sentence that the formula is part of.
 */
export function reasonsAfter(
  statements: readonly Placed[],
  { block, order }: Placed,
): readonly Hypothesis[] {
  const later = statements.filter((one) => one.order > order && one.block !== block);
  const blocks = [...new Set(later.map((one) => one.block))].slice(0, REACH);
  return blocks.flatMap((reason) => {
    const said = reason.cues.some(
      ({ kind, place }) => kind === 'reason' && place.start >= block.outer.end,
    );
    if (!said || reason.place.part !== block.place.part) return [];
    return later
      .filter((one) => one.block === reason)
      .flatMap(({ statement: { items, relations } }) => {
        const [left, right] = items;
        const equal = relations.length === 1 && relations[0]?.sign === '=';
        return left && right && equal ? [{ left, right }] : [];
      });
  });
}
