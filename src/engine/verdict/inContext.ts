import { inheritedFrom, NO_LEGACY, type Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { MacroTable } from '../latex/macros.js';
import type { Judged } from '../memo.js';
import { isBetter, withLayerErrors, withoutSaid } from './layerErrors.js';
import type { Budget } from './repair.js';
import type { Step } from './report.js';
import { Setting } from './setting.js';
import type { Place } from '../text/span.js';
import { judgeZone } from './zone.js';

/**
 * Judges a zone with what elder zones defined, without their examples' numbers, and alone: a name may have been taken
 * up again for something else. What only fails with elder definitions counts when something else in the zone needs
 * them to hold.
 */
export function judgeInContext(
  zone: Zone,
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
): Judged {
  const told = withLayerErrors(zone, inherited);
  const spare = { ...budget };
  const plain = judgeAsWritten(zone, inherited, macros, budget);
  if (!told) return plain;
  const other = withoutSaid(judgeAsWritten(told, inherited, macros, spare));
  return isBetter(other.steps, plain.steps) ? other : plain;
}

function judgeAsWritten(zone: Zone, inherited: Legacy, macros: MacroTable, budget: Budget): Judged {
  const whole = judgeZone(zone, inherited, macros, budget);
  if (whole.steps.every(isSettled)) return whole;
  const open = whole.steps.filter((step) => !isSettled(step) && !isItsOwn(step));
  const parts = inParts(
    zone,
    open.map(({ place }) => place),
    inherited,
    macros,
    budget,
  );
  if (inherited.definitions.length === 0)
    return {
      steps: whole.steps.map((step) => parts.get(placeOf(step)) ?? step),
      legacy: whole.legacy,
    };
  const { definitions, general } = inherited;
  const bodies = new Set(definitions.map(({ body }) => body));
  const same =
    general.length === definitions.length && general.every(({ body }) => bodies.has(body));
  const plain =
    same || general.length === 0
      ? whole.steps
      : judgeZone(zone, { ...inherited, definitions: general }, macros, budget).steps;
  const { adjoints, einstein } = inherited;
  const alone = judgeZone(zone, { ...NO_LEGACY, adjoints, einstein }, macros, budget).steps;
  const needs = (steps: readonly Step[]): boolean =>
    steps.some((step, at) => step.verdict === 'holds' && alone[at]?.verdict !== 'holds');
  const [leans, leansPlainly] = [needs(whole.steps), needs(plain)];
  const steps = whole.steps.map((step, at) => {
    const [other, own] = [plain[at], alone[at]];
    if (isSettled(step) || !other || !own) return step;
    const part = parts.get(placeOf(step));
    if (part) return part;
    if (isSettled(other)) return other;
    if (step.verdict === 'unchecked' && own.verdict === 'unchecked' && leansPlainly) return other;
    // An equation in names that nothing explains any more says as little as one that is not checked.
    const equation = own.verdict === 'given' && own.kind === 'equation';
    const compared = step.reason?.code === 'step.not-equal' || step.reason?.code === 'step.shape';
    const open = own.verdict === 'unchecked' || (equation && compared);
    if (step.verdict === 'unchecked' || (isSettled(own) && !open)) return own;
    return open && !leans ? own : step;
  });
  return { steps, legacy: whole.legacy };
}

function isSettled({ verdict }: Step): boolean {
  return verdict === 'holds' || verdict === 'given';
}

/** What no other section could change: how it is written, or a gradient of what nothing defines. */
function isItsOwn({ kind, reason }: Step): boolean {
  const code = reason?.code ?? '';
  if (code === 'unchecked.unlinked') return kind === 'gradient';
  return code === 'unchecked.syntax' || code.startsWith('notation.') || code === 'definition.known';
}

/**
 * What holds when the sections of a zone are taken one after the other: `y` may be a vector in the next one, or have
 * numbers. By place.
 */
function inParts(
  zone: Zone,
  open: readonly Place[],
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
): ReadonlyMap<string, Step> {
  const found = new Map<string, Step>();
  const parts = partsOf(zone);
  if (parts.length < 2) return found;
  const legacies = [inherited];
  const asked = ({ statements }: Zone): boolean =>
    statements.some(({ block: { place } }) =>
      open.some((at) => at.part === place.part && at.start >= place.start && at.end <= place.end),
    );
  for (const part of parts) {
    if (!asked(part)) {
      legacies.push(new Setting(part, inheritedFrom(legacies), macros).legacy);
      continue;
    }
    // What is wrong is for the whole zone to say, and to mend.
    const judged = judgeZone(part, inheritedFrom(legacies), macros, { ...budget, left: 0 });
    legacies.push(judged.legacy);
    for (const step of judged.steps) if (step.verdict === 'holds') found.set(placeOf(step), step);
  }
  return found;
}

function partsOf(zone: Zone): Zone[] {
  const parts = new Map<number, Placed[]>();
  for (const placed of zone.statements) {
    const { scope } = placed.block;
    parts.set(scope, [...(parts.get(scope) ?? []), placed]);
  }
  return [...parts].map(([scope, statements]) => ({
    ...zone,
    statements,
    facts: zone.facts.filter((fact) => fact.scope === scope),
  }));
}

function placeOf({ place }: Step): string {
  return `${String(place.part)} ${String(place.start)} ${String(place.end)}`;
}
