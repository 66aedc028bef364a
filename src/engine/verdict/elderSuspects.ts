import type { Legacy } from '../claim/legacy.js';
import type { Zone } from '../claim/zone.js';
import type { MacroTable } from '../latex/macros.js';
import type { Blamed, Judged } from '../memo.js';
import { suspectsIn, waitingIn, type Blamable } from './blamable.js';
import type { Edit } from './edits/edit.js';
import type { Budget } from './repair.js';
import { Setting } from './setting.js';
import {
  distorted,
  gained,
  isWorse,
  marked,
  openStatements,
  stepAt,
  withEdit,
  type Suspect,
} from './suspect.js';
import { mending } from './suspectEdits.js';
import { readZone } from './zone.js';

/** A zone, what was said of it, and what it took over. */
export interface Past {
  readonly zone: Zone;
  readonly judged: Judged;
  readonly inherited: Legacy;
}

/** Judges a zone again, with what some elder zones leave instead, by their ids. */
export type JudgeAgain = (zone: Zone, left: ReadonlyMap<number, Legacy>, budget: Budget) => Judged;

/**
 * Where steps stay open that build on a definition of an elder zone: is that written wrong? It is where one edit of it
 * makes steps hold, and costs no step from there to here its verdict.
 */
export function elderToBlame(
  own: Past,
  elders: readonly Past[],
  macros: MacroTable,
  budget: Budget,
  judge: JudgeAgain,
): Blamed | null {
  const open = openStatements(own.zone, own.judged.steps);
  if (open.length === 0 || own.inherited.definitions.length === 0 || budget.interrupted())
    return null;
  const setting = settingOf(own, macros);
  const known = setting.entries.map(({ definition }) => definition);
  const { definitions } = own.inherited;
  const waiting = waitingIn(setting, own.judged.steps, open, [...known, ...definitions]);
  const taken = new Set(known.map(({ key }) => key));
  let whole = MOST_WHOLE;
  for (const elder of elders.toReversed()) {
    const keys = elder.judged.legacy.definitions
      .map(({ key }) => key)
      .filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    if (!waiting.some(({ used }) => keys.some((key) => used.has(key)))) continue;
    const stage = settingOf(elder, macros);
    const blamable = suspectsIn(elder.zone, stage, waiting).flatMap((one): Blamable[] => {
      const { key, args } = one.suspect.definition;
      const definition = definitions.find(
        (other) => other.key === key && other.args?.length === args?.length,
      );
      return definition && keys.includes(key)
        ? [{ ...one, suspect: { ...one.suspect, definition } }]
        : [];
    });
    for (const { suspect, edit } of mending(blamable, setting.reader, stage, budget)) {
      if (whole-- <= 0) return null;
      const between = elders.slice(elders.indexOf(elder) + 1);
      const judged = cleared(elder, between, own, suspect, edit, budget, judge);
      if (judged) return { zone: elder.zone, judged };
    }
  }
  return null;
}

/** With how many edits the zones from the suspect on are judged again. */
const MOST_WHOLE = 3;

function settingOf({ zone, inherited }: Past, macros: MacroTable): Setting {
  return new Setting(readZone(zone, inherited, macros), inherited, macros);
}

/** The elder zone with an edit of the suspect, which is marked; null where nothing holds because of it. */
function cleared(
  elder: Past,
  between: readonly Past[],
  own: Past,
  suspect: Suspect,
  edit: Edit,
  budget: Budget,
  judge: JudgeAgain,
): Judged | null {
  const at = stepAt(elder.judged.steps, suspect);
  if (at < 0) return null;
  // Whether steps hold shows without the repairs of others.
  const few = { ...budget, left: 0 };
  const counted = openStatements(own.zone, own.judged.steps).filter(suspect.counts);
  const after = (one: Edit): { readonly worse: boolean; readonly steps: Judged['steps'] } => {
    const left = new Map<number, Legacy>();
    const mended = judge(withEdit(elder.zone, suspect, one), left, few);
    let worse = isWorse(elder.judged.steps, mended.steps);
    left.set(elder.zone.id, mended.legacy);
    for (const { zone, judged } of between) {
      const again = judge(zone, left, few);
      worse ||= isWorse(judged.steps, again.steps);
      left.set(zone.id, again.legacy);
    }
    return { worse, steps: judge(own.zone, left, few).steps };
  };
  const { worse, steps } = after(edit);
  const gains = worse ? [] : gained(own.judged.steps, steps, counted);
  if (gains.length === 0) return null;
  const { steps: odd } = after(distorted(suspect, edit));
  if (gains.every((k) => odd[k]?.verdict === 'holds')) return null;
  const whole = judge(withEdit(elder.zone, suspect, edit), new Map(), { ...budget });
  return {
    steps: whole.steps.map((step, k) => (k === at ? marked(suspect, edit) : step)),
    legacy: whole.legacy,
  };
}
