import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Found } from './found.js';
import { readerInGeneral, readersWithoutNumbers } from './inGeneral.js';
import type { Counterexample } from './report.js';
import type { Setting } from './setting.js';

/**
 * A mistake that was found by what makes it right, with values beside it: of the side as it stands and as it should be,
 * where a reading gives them both. Shapes that do not fit are shown as they are.
 */
export function shown(setting: Setting, { statement }: Placed, k: number, result: Found): Found {
  const { judgement, edit } = result;
  const told = judgement.counterexample !== undefined || judgement.reason?.code === 'step.shape';
  if (judgement.verdict !== 'fails' || told || !edit) return result;
  const [left, right] = [statement.items[k], statement.items[k + 1]];
  if (!left || !right) return result;
  const isRight = edit.node.span.start >= right.span.start && edit.node.span.end <= right.span.end;
  const sides = isRight ? ([edit.result, right] as const) : ([left, edit.result] as const);
  const counterexample = differing(setting, ...sides);
  return counterexample ? { judgement: { ...judgement, counterexample }, edit } : result;
}

/** A point where two expressions have different values, in the first reading that has one. */
function differing(setting: Setting, left: Expr, right: Expr): Counterexample | null {
  const claim = { left, right, conditions: [], continued: true, approximate: false };
  const asked = { ...claim, grounded: setting.grounded };
  const others = [...readersWithoutNumbers(setting, asked), readerInGeneral(setting, asked)];
  for (const reader of [setting.reader, ...others]) {
    const outcome = reader?.compare(left, right, []);
    if (outcome?.kind === 'different') return outcome.counterexample;
  }
  return null;
}
