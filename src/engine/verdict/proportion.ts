import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { isDensityName } from '../interpret/abstract.js';
import type { Equality } from './equality.js';
import { found, type Found } from './found.js';
import { given } from './judge.js';
import { argumentOfSubject, slope } from './upToConstant.js';

/** `p(\theta \mid x) \propto A \propto B`: the slopes of their logarithms by theta agree. */
export function judgeProportion(
  claim: Equality,
  subject: Expr,
  decide: (claim: Equality) => Found,
): Found {
  const by = argumentOfSubject(subject);
  // Of a density that is left open nothing tells what it is proportional to.
  if (!by || [claim.left, claim.right].some((side) => some(side, isDensity)))
    return found(given('equation'));
  const logs = { left: logSlope(claim.left, by), right: logSlope(claim.right, by) };
  const { judgement, edit } = decide({ ...claim, ...logs });
  if (judgement.verdict === 'holds') return found({ ...judgement, kind: 'identity' });
  const inside = edit !== null && some(claim.right, (node) => node === edit.node);
  return judgement.verdict === 'fails' && inside
    ? { judgement: { ...judgement, kind: 'identity' }, edit }
    : found(given('equation'));
}

/** `p(x)`, `p(x | \theta)`, `f(x; \theta)`. */
function isDensity(node: Expr): boolean {
  const fn = node.kind === 'call' ? node.fn : null;
  const head = fn?.kind === 'sub' ? fn.target : fn;
  return head?.kind === 'sym' && isDensityName(head.base);
}

/** The derivative of a side's logarithm, in which no factor is left that is constant. */
function logSlope(side: Expr, by: Expr): Expr {
  const { span } = side;
  const fn: Expr = { kind: 'sym', base: 'log', accents: [], font: 'upright', span };
  return slope({ kind: 'call', fn, args: [side], certain: true, span }, by);
}
