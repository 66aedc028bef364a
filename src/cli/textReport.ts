import type { Place, Step } from '../engine/index.js';
import {
  countSteps,
  describeCounts,
  describeFix,
  describeReason,
  faultOf,
} from '../shared/describe.js';
import type { Say } from '../shared/say.js';
import { verdicts } from '../shared/words.js';
import type { Checked, Outcome } from './check.js';
import { sentences } from './sentences.js';

/** How to set off a piece of text; the identity where colour is not wanted. */
export type Paint = (style: 'red' | 'yellow' | 'green' | 'dim' | 'bold', text: string) => string;

export interface Voice {
  readonly say: Say;
  readonly paint: Paint;
}

/** The report for people: each mistake with its place, its line underlined, the reason and the repair. */
export function textReport(outcome: Outcome, voice: Voice, time: boolean): string {
  const blocks = outcome.files.flatMap((file) => ('error' in file ? [] : mistakesOf(file, voice)));
  return [...blocks, ...summaryOf(outcome, voice, time)].map((line) => `${line}\n`).join('');
}

/** One line for each file that could not be read. */
export function errorLines({ files }: Outcome, { paint }: Voice): readonly string[] {
  return files.flatMap((file) =>
    'error' in file ? [`${paint('bold', tame(file.path))}: ${tame(file.error.message)}`] : [],
  );
}

/** What a terminal would obey instead of showing: a document must not steer it. */
export function tame(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

type Judged = Extract<Checked, { report: unknown }>;

function mistakesOf(file: Judged, voice: Voice): readonly string[] {
  return file.report.steps
    .filter(({ verdict }) => verdict === 'fails' || verdict === 'slip')
    .flatMap((step) =>
      step.cause === undefined ? mistake(step, file, voice) : inherited(step, file, voice),
    );
}

function mistake(step: Step, file: Judged, { say, paint }: Voice): readonly string[] {
  const fault = faultOf(step);
  const colour = step.verdict === 'fails' ? 'red' : 'yellow';
  const [excerpt, marks] = underline(fault, file);
  const fixes = step.fixes.map((fix) => {
    const title = describeFix(fix, file.setting);
    return `    ${paint('green', say(sentences.fix))} ${tame(title)}`;
  });
  return [
    `${paint('bold', spot(fault, file, say))}  ${paint(colour, say(verdicts[step.verdict]))}`,
    `    ${excerpt}`,
    `    ${paint(colour, marks)}`,
    `    ${tame(describeReason(step, file.setting))}`,
    ...fixes,
    '',
  ];
}

function inherited(step: Step, file: Judged, { say, paint }: Voice): readonly string[] {
  const cause = step.cause === undefined ? undefined : file.report.steps[step.cause];
  if (cause === undefined) return [];
  const because = say(sentences.because, { place: spot(faultOf(cause), file, say) });
  return [paint('dim', `${spot(faultOf(step), file, say)}  ${because}`), ''];
}

/** `file:line:column`, as terminals and editors link it; cells count from 1. */
function spot({ part, start }: Place, { path, format, lines }: Judged, say: Say): string {
  const { line, column } = lines[part]?.positionAt(start) ?? { line: 0, column: 0 };
  const cell = format === 'notebook' ? [say(sentences.cell, { cell: String(part + 1) })] : [];
  return [tame(path), ...cell, String(line), String(column)].join(':');
}

/** Columns of a line that are shown, and how many of them stand before the mistake. */
const WIDTH = 90;
const BEFORE = 30;

/** The line of a mistake, cut to the part around it, and marks below the mistake. */
function underline({ part, start, end }: Place, { lines }: Judged): readonly [string, string] {
  const found = lines[part];
  if (found === undefined) return ['', ''];
  const { line, column } = found.positionAt(start);
  const text = found.textOf(line);
  const last = found.positionAt(end);
  const until = last.line === line ? last.column - 1 : text.length;
  const from =
    text.length <= WIDTH ? indentOf(text) : Math.max(indentOf(text), column - 1 - BEFORE);
  const to = Math.min(text.length, from + WIDTH);
  const lead = from > indentOf(text) ? '…' : '';
  const excerpt = `${lead}${tame(text.slice(from, to))}${to < text.length ? '…' : ''}`;
  const marks = Math.max(1, Math.min(until, to) - (column - 1));
  return [excerpt, ' '.repeat(lead.length + column - 1 - from) + '^'.repeat(marks)];
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function summaryOf(outcome: Outcome, { say, paint }: Voice, time: boolean): readonly string[] {
  const { files, milliseconds } = outcome;
  const steps = files.flatMap((file) => ('error' in file ? [] : file.report.steps));
  const unread = files.filter((file) => 'error' in file).length;
  const parts = unread === files.length ? [] : [verdictOf(steps, { say, paint })];
  if (unread > 0) parts.push(paint('red', say(sentences.unread, { count: String(unread) })));
  if (time) {
    const spent = {
      parse: milliseconds.parse.toFixed(1),
      check: milliseconds.check.toFixed(1),
    };
    parts.push(paint('dim', say(sentences.time, spent)));
  }
  return [parts.join(' ')];
}

/** What came out of all steps together, in a line. */
function verdictOf(steps: readonly Step[], { say, paint }: Voice): string {
  if (steps.length === 0) return say(sentences.noSteps);
  const counts = countSteps({ steps });
  const tally = `${describeCounts(counts, say)}.`;
  if (counts.fails + counts.slip === 0) return paint('green', `${say(sentences.clean)} ${tally}`);
  return paint(counts.fails > 0 ? 'red' : 'yellow', tally);
}
