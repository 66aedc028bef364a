import type { Sentence } from './flow.js';
import type { Cue } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { cueRows } from '../phrases/cueRows.js';

/** Words further back than this are about something else. */
const REACH = 300;

const rows = cueRows.map((row) => ({ kind: row.kind, expression: compile(row.patterns) }));

/** The cues in a sentence so far, nearest last: what is said of the formula that comes next. */
export function cuesIn(sentence: Sentence): readonly Cue[] {
  const from = Math.max(0, sentence.text.length - REACH);
  const text = sentence.text.slice(from).trimEnd();
  if (text === '') return [];
  const opening = Math.max(0, lastDisplay(sentence) + 1 - from);
  return rows
    .flatMap(({ kind, expression }) => {
      // Behind a display without a full stop something new may begin.
      const skipped = kind === 'conditional' ? opening : 0;
      return matchesOf(expression, text.slice(skipped)).map((match): Cue => {
        const at = from + skipped + match.index;
        const start = sentence.offsets[at] ?? 0;
        const end = (sentence.offsets[at + match[0].length - 1] ?? start) + 1;
        return { kind, place: { part: sentence.part, start, end } };
      });
    })
    .sort((a, b) => a.place.start - b.place.start);
}

function lastDisplay({ mentions }: Sentence): number {
  return Math.max(-1, ...[...mentions].flatMap(([at, { display }]) => (display ? [at] : [])));
}
