import type { Report, Span, Step } from '../engine/index.js';
import {
  countSteps,
  describeAssumptions,
  describeCounts,
  describeEvidence,
  describeFix,
  describePoint,
  describeReasonAlone,
  describeVerdict,
  faultOf,
  type Setting,
} from '../shared/describe.js';
import type { Commands } from '../shared/checkerProtocol.js';
import { clip, type Say } from '../shared/say.js';
import type { StepsLabels, StepsState, StepView } from '../shared/stepsProtocol.js';
import { kinds } from '../shared/words.js';
import { sentences } from './sentences.js';

/** What a state is made of, apart from its revision. */
export interface StepsContent {
  readonly title: string;
  readonly checking: boolean;
  /** Absent: no report yet, or none to be had. */
  readonly setting?: Setting;
  readonly commands?: Commands;
  /** Why there is no report. */
  readonly trouble?: string;
  readonly selected: number;
}

/** Steps that a view can bear; past it the first ones are listed, and it is said. */
const MAX_STEPS = 1_000;

/** Characters of a value in the counterexample's table. */
const MAX_VALUE = 300;

/** Everything the steps view shows, in the person's language. */
export function stepsState(content: StepsContent, revision: number, say: Say): StepsState {
  const { title, checking, setting, trouble, selected } = content;
  const { commands = {} } = content;
  const base = { revision, title, checking, selected, commands, labels: labelsOf(say) };
  if (setting === undefined) {
    return { ...base, notice: trouble ?? noReport(content, say), summary: '', steps: [] };
  }
  const { steps } = setting.report;
  const listed = steps.slice(0, MAX_STEPS).map((step, index) => viewOf(step, index, setting));
  return {
    ...base,
    notice: steps.length === 0 ? say(sentences.noSteps, { name: title }) : '',
    summary: summaryOf(setting.report, say),
    steps: listed,
  };
}

/** Where a cursor is: in the formula itself, or somewhere on the formula's line. */
export interface Cursor {
  readonly part: number;
  readonly offset: number;
  readonly line: Span;
}

/** Index of the shortest step at the cursor, else of the nearest on its line, else -1. */
export function stepAt({ steps }: Report, { part, offset, line }: Cursor): number {
  let found = -1;
  let least = Infinity;
  steps.forEach(({ place }, index) => {
    if (place.part !== part || place.end < line.start || line.end < place.start) return;
    const away = Math.max(place.start - offset, offset - place.end, 0);
    // What the cursor is in comes before what it is only beside, however short that is.
    const cost = away === 0 ? place.end - place.start : BESIDE + away;
    if (cost < least) [found, least] = [index, cost];
  });
  return found;
}

/** More than any length. */
const BESIDE = 1e9;

function noReport({ title, checking }: StepsContent, say: Say): string {
  if (title === '') return say(sentences.stepsNone);
  return say(checking ? sentences.statusChecking : sentences.stepsNotYet);
}

function viewOf(step: Step, index: number, setting: Setting): StepView {
  const { say } = setting;
  const spot = setting.spotAt(faultOf(step));
  return {
    index,
    verdict: step.verdict,
    inherited: step.cause !== undefined,
    label: `${describeVerdict(step, say)} · ${say(kinds[step.kind])}`,
    spot: say(spot['cell'] === undefined ? sentences.spotLine : sentences.spotCell, spot),
    written: setting.textAt(step.place),
    latex: step.latex,
    reason: describeReasonAlone(step, setting),
    values: valuesOf(step, say),
    evidence: describeEvidence(step, say),
    assumptions: describeAssumptions(step, say),
    fixes: step.fixes.map((fix) => describeFix(fix, setting)),
  };
}

function valuesOf({ counterexample }: Step, say: Say): StepView['values'] {
  if (counterexample === undefined) return [];
  const { at, left, right } = counterexample;
  // Without a point there is nothing beyond the two values, which the reason names.
  if (Object.keys(at).length === 0) return [];
  const rows: readonly (readonly [string, string])[] = [
    ...describePoint(counterexample, say),
    [say(sentences.hoverLeft), left],
    [say(sentences.hoverRight), right],
  ];
  return rows.map(([name, value]) => [name, clip(value, MAX_VALUE)]);
}

function summaryOf(report: Report, say: Say): string {
  const counts = describeCounts(countSteps(report), say);
  return report.steps.length > MAX_STEPS
    ? `${counts}. ${say(sentences.stepsMore, { count: String(MAX_STEPS) })}`
    : counts;
}

function labelsOf(say: Say): StepsLabels {
  return {
    check: say(sentences.checkNow),
    filter: say(sentences.stepsFilter),
    filterWrong: say(sentences.stepsFilterWrong),
    filterAll: say(sentences.stepsFilterAll),
    nothingWrong: say(sentences.stepsNothingWrong),
    counterexample: say(sentences.hoverCounterexample),
    assumed: say(sentences.hoverAssumed),
    goTo: say(sentences.stepsGoTo),
  };
}
