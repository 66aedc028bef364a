import type { Legacy } from '../claim/legacy.js';
import { rootsOf } from '../claim/implied.js';
import { keysIn, type Names } from '../claim/reading.js';
import type { Zone } from '../claim/zone.js';
import { namesOf } from '../claim/zoneNames.js';
import type { Definition } from '../interpret/context.js';
import type { MacroTable } from '../latex/macros.js';
import type { Judged } from '../memo.js';
import { judgeInContext } from './inContext.js';
import type { Budget } from './repair.js';
import type { Step } from './report.js';

/**
 * Judges an exercise with what it takes over, and what that leaves open with the meanings that elder exercises gave to
 * names which this one uses without a word.
 */
export function judgeWithElders(
  zone: Zone,
  inherited: Legacy,
  elders: Legacy,
  macros: MacroTable,
  budget: Budget,
): Judged {
  const spare = { ...budget };
  const own = judgeInContext(zone, inherited, macros, budget);
  if (!own.steps.some(isOpen)) return own;
  const borrowed = lentBy(elders, zone, inherited, own.legacy, macros);
  if (!borrowed) return own;
  const { steps: other, told } = judgeInContext(zone, borrowed, macros, spare);
  // What elder meanings make a claim of, as an error, was as open.
  const open = (step: Step, at: number): boolean => isOpen(step) || (told?.has(at) ?? false);
  const settled = own.steps.map((step, at) => {
    const lent = other[at];
    return open(step, at) && lent?.verdict === 'holds' ? lent : step;
  });
  const wrong = mistakesIn(own.steps, other, open);
  const bySizes = (): readonly Step[] => {
    const { definitions, general } = inherited;
    return judgeInContext(zone, { ...borrowed, definitions, general }, macros, spare).steps;
  };
  const sure = wrong.size > 0 && (fits(own.steps, other, wrong, open) || isSame(wrong, bySizes()));
  const steps = sure ? settled.map((step, at) => wrong.get(at) ?? step) : settled;
  return { steps, legacy: own.legacy };
}

function isOpen({ verdict }: Step): boolean {
  return verdict === 'unchecked';
}

function isMistake(step: Step): boolean {
  return step.verdict === 'fails' || step.verdict === 'slip';
}

/** What was left open and is wrong by borrowed meanings; nothing, where those do not suit what is judged or no single edit mends it. */
function mistakesIn(
  own: readonly Step[],
  other: readonly Step[],
  open: (step: Step, at: number) => boolean,
): ReadonlyMap<number, Step> {
  const wrong = [...other.entries()].filter(([, step]) => isMistake(step));
  const suits = wrong.every(([at, { cause, fixes }]) => {
    const before = own[at];
    if (!before || isMistake(before)) return true;
    return open(before, at) && (cause !== undefined || fixes.length > 0);
  });
  return new Map(suits ? wrong.filter(([at]) => own[at] && open(own[at], at)) : []);
}

/** Does more hold than fail by borrowed meanings, of what was open? */
function fits(
  own: readonly Step[],
  other: readonly Step[],
  wrong: ReadonlyMap<number, Step>,
  open: (step: Step, at: number) => boolean,
): boolean {
  const holding = own.filter((step, at) => open(step, at) && other[at]?.verdict === 'holds');
  return holding.length > [...wrong.values()].filter(({ cause }) => cause === undefined).length;
}

/** Is the same wrong by elder sizes and the exercise's own definitions alone? */
function isSame(wrong: ReadonlyMap<number, Step>, steps: readonly Step[]): boolean {
  return [...wrong].every(([at, { verdict }]) => steps[at]?.verdict === verdict);
}

/** What the zone inherits with the elder definitions that its own names lead to; null where they lead to none. */
function lentBy(
  elders: Legacy,
  zone: Zone,
  inherited: Legacy,
  left: Legacy,
  macros: MacroTable,
): Legacy | null {
  const names = namesOf(zone, inherited, macros);
  const own = new Set([...inherited.definitions, ...left.definitions].map(({ key }) => key));
  const used = new Set(rootsOf(zone).flatMap((root) => [...keysIn(root, names.naming)]));
  const isUsed = ({ body }: Definition): boolean =>
    [...keysIn(body, names.naming)].some((key) => used.has(key));
  // Where it speaks of X as a whole, what an elder section makes of `x_i` has to do with it.
  const known = [...elders.definitions, ...elders.rows.filter(isUsed)];
  const definitions = ledTo(known, used, own, names);
  const reached = new Set([...used, ...definitions.flatMap((one) => keysOf(one, names))]);
  const declared = [...elders.declarations].filter(
    ([key]) => reached.has(key) && !names.declarations.has(key),
  );
  if (definitions.length + declared.length === 0) return null;
  const lent = new Set(definitions.map(({ key }) => key));
  return {
    definitions: numbered([...definitions, ...inherited.definitions]),
    general: numbered([...elders.general.filter(({ key }) => lent.has(key)), ...inherited.general]),
    rows: inherited.rows,
    values: inherited.values,
    declarations: new Map([...declared, ...inherited.declarations]),
    adjoints: new Map([...elders.adjoints, ...inherited.adjoints]),
    einstein: inherited.einstein,
  };
}

/** The definitions of names in use, of names in those, and so on; what the zone defines itself leads nowhere. */
function ledTo(
  elders: readonly Definition[],
  used: ReadonlySet<string>,
  own: ReadonlySet<string>,
  names: Names,
): Definition[] {
  const found = new Set<Definition>();
  const open = [...used];
  const seen = new Set(open);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (own.has(key)) continue;
    for (const definition of elders) {
      if (definition.key !== key) continue;
      found.add(definition);
      for (const next of keysOf(definition, names))
        if (!seen.has(next)) {
          seen.add(next);
          open.push(next);
        }
    }
  }
  return elders.filter((definition) => found.has(definition));
}

function keysOf({ key, body }: Definition, { naming }: Names): string[] {
  return [key, ...keysIn(body, naming)];
}

function numbered(definitions: readonly Definition[]): Definition[] {
  return definitions.map((definition, at) => ({ ...definition, id: at + 1 }));
}
