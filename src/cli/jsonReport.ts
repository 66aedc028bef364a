import type { Fix, Place, Position, Step } from '../engine/index.js';
import { describeAssumptions, describeFix, describeReason } from '../shared/describe.js';
import type { Checked, Outcome } from './check.js';

/** The version of this output; it changes when a reader of the old one would be misled. */
const VERSION = 1;

/** The report for programs: one JSON document. */
export function jsonReport(outcome: Outcome, time: boolean): string {
  const { summary, milliseconds } = outcome;
  const report = {
    version: VERSION,
    files: outcome.files.map(fileOf),
    summary,
    ...(time ? { milliseconds: rounded(milliseconds) } : {}),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function fileOf(file: Checked): object {
  const { path } = file;
  if ('error' in file) return { path, error: file.error };
  return { path, steps: file.report.steps.map((step) => stepOf(step, file)) };
}

type Judged = Extract<Checked, { report: unknown }>;

function stepOf(step: Step, file: Judged): object {
  const { latex, kind, verdict, reason, evidence, counterexample, at, cause } = step;
  return {
    ...rangeOf(step.place, file),
    ...cellOf(step.place, file),
    latex,
    kind,
    verdict,
    ...(reason && { code: reason.code, message: describeReason(step, file.setting) }),
    ...(evidence && { evidence }),
    ...(counterexample && { counterexample }),
    ...(at && { at: elsewhere(at, step, file) }),
    fixes: step.fixes.map((fix) => fixOf(fix, step, file)),
    assumptions: describeAssumptions(step, file.setting.say),
    ...(cause !== undefined && { cause }),
  };
}

function fixOf(fix: Fix, step: Step, file: Judged): object {
  const title = describeFix(fix, file.setting);
  return { title, ...elsewhere(fix.place, step, file), text: fix.text };
}

/** A range, with its cell where that is not the step's own. */
function elsewhere(place: Place, step: Step, file: Judged): object {
  const range = rangeOf(place, file);
  return place.part === step.place.part ? range : { ...range, ...cellOf(place, file) };
}

function rangeOf({ part, start, end }: Place, { lines }: Judged): object {
  const position = (offset: number): Position | undefined => lines[part]?.positionAt(offset);
  return { start: position(start), end: position(end) };
}

function cellOf({ part }: Place, { format }: Judged): object {
  return format === 'notebook' ? { cell: part } : {};
}

function rounded({ parse, check }: Outcome['milliseconds']): Outcome['milliseconds'] {
  return { parse: Math.round(parse * 10) / 10, check: Math.round(check * 10) / 10 };
}
