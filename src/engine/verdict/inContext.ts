import { baseKey } from '../claim/key.js';
import { inheritedFrom, NO_LEGACY, type Legacy } from '../claim/legacy.js';
import type { Placed, Zone } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { MacroTable } from '../latex/macros.js';
import type { Judged } from '../memo.js';
import { withFreeSizes } from './freeSizes.js';
import { withLabelledErrors } from './labelledErrors.js';
import { isBetter, withLayerErrors, withoutSaid } from './layerErrors.js';
import { withNumberedErrors } from './numberedErrors.js';
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
  const layered = withLayerErrors(zone, inherited);
  const labelled = layered ?? withLabelledErrors(zone, inherited);
  const told = labelled ? [labelled] : withNumberedErrors(zone, inherited);
  const spare = { ...budget };
  const plain = withoutSaid(judgeAsWritten(zone, inherited, macros, budget));
  for (const one of told) {
    const other = withoutSaid(judgeAsWritten(one, inherited, macros, { ...spare }));
    // Labels that name what the error is of say more than letters for layers do.
    if (isBetter(other.steps, plain.steps, layered ? 2 : 1)) return other;
  }
  return withFreeSizes(plain, zone, inherited, (free) => judgeZone(free, inherited, macros, spare));
}

function judgeAsWritten(zone: Zone, inherited: Legacy, macros: MacroTable, budget: Budget): Judged {
  const whole = judgeZone(zone, inherited, macros, budget);
  if (whole.steps.every(isSettled)) return whole;
  const open = whole.steps.filter((step) => !isSettled(step) && !isItsOwn(step));
  const unmended = whole.steps.filter(isUnmended);
  const { holding: parts, mended } = inParts(
    zone,
    open,
    unmended.map(({ place }) => place),
    inherited,
    macros,
    budget,
  );
  if (inherited.definitions.length === 0)
    return {
      steps: whole.steps.map((step) => parts.get(placeOf(step)) ?? repaired(step, mended)),
      legacy: whole.legacy,
    };
  const inGeneral = withoutExamples(inherited);
  const plain = inGeneral ? judgeZone(zone, inGeneral, macros, budget).steps : whole.steps;
  const { adjoints, einstein } = inherited;
  const alone = judgeZone(zone, { ...NO_LEGACY, adjoints, einstein }, macros, budget).steps;
  for (const step of [...plain, ...alone])
    if (isMended(step) && !mended.has(placeOf(step))) mended.set(placeOf(step), step);
  const [leans, leansPlainly] = [leansOn(whole.steps, alone), leansOn(plain, alone)];
  // By its own definitions and the elder sizes, which nothing was taken up again for.
  const sizes = { ...NO_LEGACY, declarations: inherited.declarations, adjoints, einstein };
  const unsure = !leans && whole.steps.some((step, at) => isMended(step) && isOpen(alone[at]));
  // An orthogonal matrix of an elder section is one wherever that section's definitions cannot be read.
  const structured = whole.steps.some(
    (step, at) => step.verdict === 'unchecked' && alone[at]?.verdict === 'fails',
  );
  const sized = unsure || structured ? judgeZone(zone, sizes, macros, budget).steps : [];
  const steps = whole.steps.map((step, at) => {
    const [other, own] = [plain[at], alone[at]];
    if (isSettled(step) || !other || !own) return step;
    const part = parts.get(placeOf(step));
    if (part) return part;
    if (step.verdict === 'fails' && own.verdict !== 'holds' && whole.blamed.has(at)) {
      const taken = [plain, alone].filter((steps) => isOpen(steps[at]));
      const after = taken.map((steps) => steps[at + 1]?.verdict);
      // The mistake was seen to be in what another context takes as it stands, and finds in the next step.
      if (after.includes('fails')) return step;
      if (isOpen(own) && after.includes('unchecked')) return own;
    }
    if (isSettled(other)) return other;
    if (step.verdict === 'unchecked' && own.verdict === 'unchecked' && leansPlainly) return other;
    // An equation in names that nothing explains any more says as little as one that is not checked.
    const equation = own.verdict === 'given' && own.kind === 'equation';
    const compared = step.reason?.code === 'step.not-equal' || step.reason?.code === 'step.shape';
    const open = own.verdict === 'unchecked' || (equation && compared);
    // A size that is said of what elder sections made is no definition, even where nothing here tells otherwise.
    if (isMissized(step) && own.verdict === 'given' && leans) return step;
    if (step.verdict === 'unchecked' && own.verdict === 'fails') return sized[at] ?? own;
    if (step.verdict === 'unchecked' || (isSettled(own) && !open)) return own;
    const proved = isMended(step) && (whole.proved.has(at) || (unsure && isMended(sized[at])));
    const withdrawn = open && !leans && !proved;
    return repaired(withdrawn ? own : step, mended);
  });
  return { steps, legacy: whole.legacy };
}

/** What is taken over but for the numbers of examples; null where that is nothing, or the same. */
function withoutExamples(inherited: Legacy): Legacy | null {
  const { definitions, general, values } = inherited;
  const bodies = new Set(definitions.map(({ body }) => body));
  const same =
    values.size === 0 &&
    general.length === definitions.length &&
    general.every(({ body }) => bodies.has(body));
  if (same || general.length === 0) return null;
  return { ...inherited, definitions: general, values: NO_LEGACY.values };
}

/**
 * Does something hold by elder definitions alone? Where more fails by them than holds, the names mean something else
 * here.
 */
function leansOn(steps: readonly Step[], alone: readonly Step[]): boolean {
  const holding = steps.filter(
    (step, at) => step.verdict === 'holds' && alone[at]?.verdict !== 'holds',
  );
  const failing = steps.filter(
    (step, at) => step.verdict === 'fails' && step.cause === undefined && isOpen(alone[at]),
  );
  return holding.length > 0 && holding.length >= failing.length;
}

function isSettled({ verdict }: Step): boolean {
  return verdict === 'holds' || verdict === 'given';
}

/** A membership of what has another size. */
function isMissized({ verdict, kind }: Step): boolean {
  return verdict === 'fails' && kind === 'membership';
}

function isOpen(step: Step | undefined): boolean {
  return step?.verdict === 'given' || step?.verdict === 'unchecked';
}

function isUnmended({ verdict, fixes }: Step): boolean {
  return verdict === 'fails' && fixes.length === 0;
}

function isMended(step: Step | undefined): boolean {
  return step?.verdict === 'fails' && step.fixes.length > 0;
}

/** A wrong step with the repair that was found for it in another context, where its own has none. */
function repaired(step: Step, mended: ReadonlyMap<string, Step>): Step {
  const other = isUnmended(step) ? mended.get(placeOf(step)) : undefined;
  return other ? { ...step, fixes: other.fixes, ...(other.at ? { at: other.at } : {}) } : step;
}

/** How many edits may be tried in the parts of a zone, for the repairs that it lacks as a whole. */
const SPARE_EDITS = 300;

/** What no other section could change: how it is written, or a gradient of what nothing defines. */
function isItsOwn({ kind, reason }: Step): boolean {
  const code = reason?.code ?? '';
  if (code === 'unchecked.unlinked') return kind === 'gradient';
  return code === 'unchecked.syntax' || code.startsWith('notation.') || code === 'definition.known';
}

/**
 * What holds when the sections of a zone are taken one after the other: `y` may be a vector in the next one, or have
 * numbers. And what fails there too, but with a repair. By place.
 */
function inParts(
  zone: Zone,
  open: readonly Step[],
  unmended: readonly Place[],
  inherited: Legacy,
  macros: MacroTable,
  budget: Budget,
): { readonly holding: ReadonlyMap<string, Step>; readonly mended: Map<string, Step> } {
  const holding = new Map<string, Step>();
  const mended = new Map<string, Step>();
  const places = open.map(({ place }) => place);
  const unread = open.flatMap(({ fixes, place }) => (fixes.length === 0 ? [place] : []));
  const parts = partsOf(zone, unread);
  if (parts.length < 2) return { holding, mended };
  const legacies = [inherited];
  const asked = ({ statements }: Zone, places: readonly Place[]): boolean =>
    statements.some(({ block: { place } }) => places.some((at) => isWithin(at, place)));
  for (const part of parts) {
    if (!asked(part, places)) {
      legacies.push(new Setting(part, inheritedFrom(legacies), macros).legacy);
      continue;
    }
    // What is wrong is for the whole zone to say, and to mend where it can.
    const left = asked(part, unmended) ? SPARE_EDITS : 0;
    const judged = judgeZone(part, inheritedFrom(legacies), macros, { ...budget, left });
    legacies.push(judged.legacy);
    for (const step of judged.steps) {
      if (step.verdict === 'holds') holding.set(placeOf(step), step);
      if (isMended(step)) mended.set(placeOf(step), step);
    }
  }
  return { holding, mended };
}

/** Its sections, and what stands there from a second meaning of a name on. */
function partsOf(zone: Zone, unread: readonly Place[]): Zone[] {
  const parts = new Map<string, Placed[]>();
  const whole = new Set<string>();
  let meanings = 0;
  for (const placed of zone.statements) {
    const { scope, place } = placed.block;
    const { items, relations, span } = placed.statement;
    const [left] = relations[0]?.sign === '=' ? items : [];
    if (left?.kind === 'sym') whole.add(`${String(scope)} ${baseKey(left)}`);
    const entry = left ? entryBase(left) : null;
    // `p_k = e^{z_k} / S` after `p = \sigma(z)`, which is no list that it could be an entry of.
    const taken = entry !== null && whole.has(`${String(scope)} ${entry}`);
    if (taken && unread.some((at) => isWithin(at, { ...place, ...span }))) meanings++;
    const key = `${String(scope)} ${String(meanings)}`;
    parts.set(key, [...(parts.get(key) ?? []), placed]);
  }
  return [...parts.values()].map((statements) => ({
    ...zone,
    statements,
    facts: zone.facts.filter((fact) => fact.scope === statements[0]?.block.scope),
  }));
}

/** `p` of `p_k`. */
function entryBase(node: Expr): string | null {
  if (node.kind !== 'sub' || node.target.kind !== 'sym') return null;
  return node.indices.every(({ kind }) => kind === 'sym') ? baseKey(node.target) : null;
}

function isWithin(at: Place, { part, start, end }: Place): boolean {
  return at.part === part && at.start >= start && at.end <= end;
}

function placeOf({ place }: Step): string {
  return `${String(place.part)} ${String(place.start)} ${String(place.end)}`;
}
