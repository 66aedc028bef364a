import type { Placed } from '../claim/zone.js';
import type { Fact } from '../document/outline.js';
import type { Fix, Step } from './report.js';
import type { Setting } from './setting.js';

const SIZE = /^\(?\s*(\d+)\s*(?:,|\\times)\s*(\d+)\s*\)?$/;

/** `$r$ tiene dimensión $(2, 1)$`, where the document's own numbers show that r is 1 by 2. */
export function sizeStep(placed: Placed, facts: readonly Fact[], setting: Setting): Step | null {
  const { place, latex } = placed.block;
  const fact = facts.find(
    (one) =>
      one.kind === 'dimension' && one.place.part === place.part && one.place.end === place.end,
  );
  const shape = fact ? setting.shapeOf(fact.latex) : null;
  const claimed = SIZE.exec(latex);
  if (!shape || !claimed) return null;
  const base = { place, latex, kind: 'declaration' as const, assumptions: [] };
  const said = [Number(claimed[1]), Number(claimed[2])];
  if (said[0] === shape[0] && said[1] === shape[1])
    return { ...base, verdict: 'holds', evidence: { method: 'exact' }, fixes: [] };
  const text = latex.includes('times') ? shape.join(' \\times ') : `(${shape.join(', ')})`;
  const fix: Fix = { code: 'fix.number', args: { old: latex, new: text }, place, text };
  return {
    ...base,
    verdict: 'fails',
    reason: { code: 'step.shape', args: { left: shape.join('×'), right: said.join('×') } },
    at: place,
    fixes: [fix],
  };
}
