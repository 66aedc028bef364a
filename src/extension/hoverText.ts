import type { Step } from '../engine/index.js';
import {
  describeAssumptions,
  describeEvidence,
  describePoint,
  describeReasonAlone,
  describeVerdict,
  type Setting,
} from '../shared/describe.js';
import { clip } from '../shared/say.js';
import { kinds } from '../shared/words.js';
import { sentences } from './sentences.js';

/** Values are shown whole up to this length: a hover is no page. */
const MAX_VALUE = 200;

/** What the hover says of a step, as Markdown in which nothing of the document is markup. */
export function hoverText(step: Step, setting: Setting): string {
  const { say } = setting;
  const paragraphs = [
    `**${plain(describeVerdict(step, say))}** · ${plain(say(kinds[step.kind]))}`,
    plain(describeReasonAlone(step, setting)),
    counterexample(step, setting),
    plain(describeEvidence(step, say)),
    assumptions(step, setting),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function counterexample(step: Step, { say }: Setting): string {
  const found = step.counterexample;
  if (found === undefined) return '';
  const rows = [
    `- ${plain(say(sentences.hoverLeft))}: ${code(found.left)}`,
    `- ${plain(say(sentences.hoverRight))}: ${code(found.right)}`,
    ...describePoint(found, say).map(([name, value]) => `- ${code(name)} = ${code(value)}`),
  ];
  return [`${plain(say(sentences.hoverCounterexample))}:`, '', ...rows].join('\n');
}

function assumptions(step: Step, { say }: Setting): string {
  const taken = describeAssumptions(step, say);
  if (taken.length === 0) return '';
  const rows = taken.map((sentence) => `- ${plain(sentence)}`);
  return [plain(say(sentences.hoverAssumed)), '', ...rows].join('\n');
}

/** Text that Markdown shows as it is: every mark it could take for markup, a link or HTML is escaped. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** A code span with a fence longer than any run of backquotes in it. */
function code(text: string): string {
  const line = clip(text, MAX_VALUE);
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}
