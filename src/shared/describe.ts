import type { Counterexample, Fix, Place, Report, Step, VerdictName } from '../engine/index.js';
import { clip, sayFirst, type Args, type Say } from './say.js';
import { assumptions, evidences, fixes, phrases, reasons, tallies, verdicts } from './words.js';

/** What the words around a step need to know beyond the step. */
export interface Setting {
  readonly report: Report;
  readonly say: Say;
  readonly textAt: (place: Place) => string;
  /** Where a place is as the person counts: `line`, and `cell` in a notebook, from 1. */
  readonly spotAt: (place: Place) => Args;
}

/** Why the step is not right, with an example where there is one; empty when nothing is the matter. */
export function describeReason(step: Step, setting: Setting): string {
  const sentence = describeReasonAlone(step, setting);
  const example = step.counterexample ? exampleOf(step.counterexample, setting.say) : '';
  return sentence === '' || example === '' ? sentence : `${sentence} ${example}`;
}

/** The reason for where the example's values are listed beside it. */
export function describeReasonAlone(step: Step, setting: Setting): string {
  const { reason, counterexample } = step;
  if (reason === undefined) return '';
  return sayFirst(setting.say, reasons[reason.code], {
    ...reason.args,
    ...valuesOf(counterexample),
    ...causeOf(step, setting),
  });
}

/** The verdict in a word or two; a mistake that is only inherited is called so. */
export function describeVerdict(step: Step, say: Say): string {
  return say(step.cause === undefined ? verdicts[step.verdict] : phrases.inherited);
}

/** On what ground the step holds; empty when it does not. */
export function describeEvidence(step: Step, say: Say): string {
  const { evidence } = step;
  if (evidence === undefined || step.verdict !== 'holds') return '';
  const args: Record<string, string> = {};
  if (evidence.points !== undefined) args['points'] = String(evidence.points);
  if (evidence.sizes !== undefined && evidence.sizes > 1) args['sizes'] = String(evidence.sizes);
  return sayFirst(say, evidences[evidence.method], args);
}

export function describeAssumptions(step: Step, say: Say): readonly string[] {
  return step.assumptions.map(({ code, args }) => sayFirst(say, assumptions[code], args));
}

/** The title of a repair, with the text before and after. */
export function describeFix(fix: Fix, setting: Setting): string {
  return sayFirst(setting.say, fixes[fix.code], {
    old: setting.textAt(fix.place),
    new: fix.text,
    ...fix.args,
  });
}

/** Where to underline: the wrong term when it is known, else the whole step. */
export function faultOf(step: Step): Place {
  return step.at ?? step.place;
}

function valuesOf(counterexample: Counterexample | undefined): Args {
  return counterexample === undefined
    ? {}
    : { left: counterexample.left, right: counterexample.right };
}

function causeOf(step: Step, setting: Setting): Args {
  const cause = step.cause === undefined ? undefined : setting.report.steps[step.cause];
  return cause === undefined ? {} : setting.spotAt(faultOf(cause));
}

/** A counterexample's names and values, told apart from the two sides that they lead to. */
export function describePoint(
  { at }: Counterexample,
  say: Say,
): readonly (readonly [string, string])[] {
  return Object.entries(at).map(([name, value]) => [
    name === ENTRY ? say(phrases.entryName) : name,
    value,
  ]);
}

/** Not a name of the document's: which entry of a matrix the values are of. */
const ENTRY = 'entry';

/** A message has room for this many values; the hover and the steps view show them all. */
const MAX_VALUES = 3;
const MAX_VALUE = 40;

function exampleOf({ at }: Counterexample, say: Say): string {
  const entries = Object.entries(at);
  if (entries.length === 0) return '';
  const shown = entries
    .slice(0, MAX_VALUES)
    .map(([name, value]) =>
      name === ENTRY
        ? say(phrases.entry, { position: value })
        : `${clip(name, MAX_VALUE)} = ${clip(value, MAX_VALUE)}`,
    );
  const rest = entries.length - shown.length;
  if (rest > 0) shown.push(say(phrases.andMore, { count: String(rest) }));
  return say(phrases.example, { values: shown.join('; ') });
}

/** How many steps have each verdict; those that only inherit a mistake are counted apart. */
export type Counts = Readonly<Record<VerdictName | 'inherited', number>>;

export function countSteps({ steps }: Report): Counts {
  const counts = { holds: 0, fails: 0, slip: 0, given: 0, unchecked: 0, inherited: 0 };
  for (const { verdict, cause } of steps) counts[cause === undefined ? verdict : 'inherited']++;
  return counts;
}

/** The counts in a row, worst first, as a sentence begins; what there is none of is left out. */
export function describeCounts(counts: Counts, say: Say): string {
  const tally = TALLIED.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => say(tallies[verdict], { count: String(counts[verdict]) }))
    .join(', ');
  return tally.charAt(0).toUpperCase() + tally.slice(1);
}

const TALLIED = ['fails', 'slip', 'inherited', 'holds', 'given', 'unchecked'] as const;
