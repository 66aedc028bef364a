import type { Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { MacroTable } from '../latex/macros.js';
import type { Judged } from '../memo.js';
import { suspectsIn, waitingIn } from './blamable.js';
import type { Budget } from './repair.js';
import { Setting } from './setting.js';
import { cleared, openStatements, type Judge } from './suspect.js';
import { mending } from './suspectEdits.js';
import { readZone } from './zone.js';

/**
 * Where steps stay open that build on a definition: is that written wrong? It is where one edit of it makes steps hold
 * and costs no other step its verdict.
 */
export function judgeWithSuspects(
  zone: Zone,
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
  judge: Judge,
): Judged {
  const own = judge(zone, { ...budget });
  const open = openStatements(zone, own.steps);
  if (open.length === 0 || budget.interrupted()) return own;
  const setting = new Setting(readZone(zone, inherited, macros), inherited, macros);
  return blamed(zone, setting, own, open, judge, budget) ?? own;
}

/** The judgements with an edit of the definition that open steps show to be wrong; null where they show none. */
function blamed(
  zone: Zone,
  setting: Setting,
  own: Judged,
  open: readonly Placed[],
  judge: Judge,
  budget: Budget,
): Judged | null {
  let whole = MOST_WHOLE;
  const definitions = setting.entries.map(({ definition }) => definition);
  const waiting = waitingIn(setting, own.steps, open, definitions);
  const blamable = suspectsIn(zone, setting, waiting);
  for (const { suspect, edit } of mending(blamable, setting.reader, setting, budget)) {
    if (whole-- <= 0) return null;
    const result = cleared(zone, own, suspect, edit, open, budget, judge);
    if (result) return result;
  }
  return null;
}

/** With how many edits all of a zone is judged again. */
const MOST_WHOLE = 4;
