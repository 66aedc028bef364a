import type { Fact } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { firstColumns } from '../phrases/words.js';
import { MENTION, type Sentence } from './flow.js';

/**
 * `$V_k$ holds the first $k$ columns of $V$`, whatever the verb: the fact is of the part, with the whole as its detail.
 */
export function firstColumnsIn({ text, mentions, part, scope }: Sentence): Fact[] {
  return matchesOf(columns, text).flatMap((match): Fact[] => {
    const end = match.index + match[0].length;
    const detail = MATRIX.exec(mentions.get(end - 1)?.latex ?? '')?.[1];
    const near = text.slice(Math.max(0, match.index - REACH), match.index);
    const at = match.index - near.length + near.lastIndexOf(MENTION);
    const before = near.includes(MENTION) ? mentions.get(at) : undefined;
    const latex = PART.exec(before?.latex ?? '')?.[1];
    if (!before || before.display || latex === undefined || detail === undefined) return [];
    const place = { part, start: before.place.start, end: before.place.end };
    return [{ kind: 'first-columns', latex, detail, place, scope }];
  });
}

/** How far before the words the part may stand. */
const REACH = 60;

const columns = compile(firstColumns);

const LETTER = String.raw`(?:\\(?:mathbf|boldsymbol|bm)\s*\{\s*[A-Z]\s*\}|[A-Z])`;

const MATRIX = new RegExp(String.raw`^\s*(${LETTER})\s*$`);

/** With the number of columns as its subscript, and what it is said to be a member of. */
const PART = new RegExp(
  String.raw`^\s*(?:[A-Z]\s*=\s*)?(${LETTER}_(?:[a-z]|\{\s*[a-z]\s*\}))\s*(?:\\in(?![a-zA-Z]).*)?$`,
);
