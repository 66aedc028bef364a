import type { Legacy } from '../claim/legacy.js';
import type { Zone } from '../claim/zone.js';
import type { Judged } from '../memo.js';
import type { FixCode, Step } from './report.js';

/**
 * "For $A \in \mathbb{R}^{m \times n}$" in one item of an exercise, and an A that multiplies an X of the same size in
 * the next: sizes that fit nothing there were said of other matrices. What has no value by them is judged by the sizes
 * that its own formulas show, where several such steps then hold; one alone may be what is wrong.
 */
export function withFreeSizes(
  judged: Judged,
  zone: Zone,
  { declarations }: Legacy,
  judge: (free: Zone) => Judged,
): Judged {
  const { steps } = judged;
  const declares = zone.statements.some(
    ({ statement }) => statement.relations.at(-1)?.sign === 'in',
  );
  if (steps.filter(isMisfit).length < LEAST || !(declares || declarations.size > 0)) return judged;
  const free = judge({ ...zone, freeSizes: true }).steps;
  const holding = steps.filter((step, at) => isMisfit(step) && free[at]?.verdict === 'holds');
  if (holding.length < LEAST) return judged;
  const better = (step: Step, at: number): Step => {
    const other = free[at];
    return other && isMisfit(step) && isTold(other) ? other : step;
  };
  return { ...judged, steps: steps.map(better) };
}

/** Misfits by which one can tell that it is the sizes that are others. */
const LEAST = 3;

function isMisfit({ verdict, reason }: Step): boolean {
  return verdict === 'unchecked' && reason?.code === 'unchecked.shape';
}

/** What holds, or is mended as it stands; with another factor it would be another function. */
function isTold({ verdict, kind, fixes, cause }: Step): boolean {
  if (verdict !== 'fails') return verdict === 'holds' || verdict === 'given';
  const compared = kind === 'identity' || kind === 'gradient';
  return compared && cause === undefined && fixes.some(({ code }) => SLIPS.has(code));
}

const SLIPS: ReadonlySet<FixCode> = new Set([
  'fix.sign',
  'fix.order',
  'fix.transpose',
  'fix.product',
]);
