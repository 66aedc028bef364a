import type { Fact } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { logBaseRows } from '../phrases/logBaseRows.js';
import { MENTION, type Sentence } from './flow.js';

const rows = logBaseRows.map(({ kind, patterns }) => ({
  base: kind,
  expression: compile(patterns),
}));

/** What the sentence says that `\log` is taken to, with the base as its detail. */
export function logBasesIn(sentence: Sentence): Fact[] {
  const { text, scope, part, offsets } = sentence;
  if (!text.includes('log')) return [];
  return rows.flatMap(({ base, expression }) =>
    matchesOf(expression, text).flatMap((match): Fact[] => {
      const end = match.index + match[0].length;
      const latex = saidOf(sentence, match.index, end);
      if (latex === null) return [];
      const detail = base === 'numbered' ? numberIn(sentence, match) : base;
      if (detail === null) return [];
      const start = offsets[match.index] ?? 0;
      const place = { part, start, end: (offsets[end - 1] ?? start) + 1 };
      return [{ kind: 'log-base', latex, detail, place, scope }];
    }),
  );
}

/** The base of `en base $2$`, `base-10`, `base e`. */
function numberIn({ mentions }: Sentence, match: RegExpExecArray): string | null {
  const at = match.index + match[0].length - 1;
  const written = match[0].endsWith(MENTION)
    ? (mentions.get(at)?.latex ?? '')
    : (/\S+$/.exec(match[0].replace(/[- ]?log[a-z]*$/, '').replace('base-', 'base '))?.[0] ?? '');
  return BASES[written.trim()] ?? null;
}

const BASES: Readonly<Record<string, string>> = {
  '2': '2',
  dos: '2',
  two: '2',
  '10': '10',
  diez: '10',
  ten: '10',
  e: 'e',
  '\\mathrm{e}': 'e',
};

/**
 * The sign `\log` where it is said of it, or of all logarithms there are; nothing where it is said of those that come
 * next; null where it is said of others: "$\ln$ for the natural logarithm" speaks of another sign, and "the natural
 * logarithm of both sides" of one logarithm.
 */
function saidOf({ text, mentions }: Sentence, start: number, end: number): string | null {
  const before = LINKED.exec(text.slice(Math.max(0, start - REACH), start));
  const sign = before ? mentions.get(start - before[0].length) : undefined;
  const after = text[end + 1] === MENTION ? mentions.get(end + 1) : undefined;
  const named = sign ?? after;
  if (named && /^\s*\\?(?:log|ln|lg)/.test(named.latex))
    return /^\s*\\?log\s*(?:\(?[a-z]\)?)?\s*$/.test(named.latex) ? '\\log' : null;
  const words = text.slice(start, end);
  if (!/(?:logarithms|logaritmos|logs)/.test(words) || OF.test(text.slice(end))) return null;
  return /\b(?:are|son|estan|seran|se|taken)\b/.test(words) ? '\\log' : '';
}

/** How far before the words the sign stands that they are said of. */
const REACH = 60;

/** Words between a sign and what it is said to be. */
const LINKED = new RegExp(`${MENTION}[^${MENTION}.;:]*$`);

/** `los logaritmos naturales de los cocientes`: of some numbers only. */
const OF = /^ (?:of|del?)(?![a-z])/;
