import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** How many of something there are, typed without mathematics: `por lo tanto n=3`, `with N = 100 samples`. */
export function countsIn(sentence: Sentence): Fact[] {
  if (!sentence.text.includes('=')) return [];
  return [...sentence.text.matchAll(count)].flatMap((match): Fact[] => {
    const [text, detail = ''] = match;
    const mention = sentence.mentions.get(match.index);
    if (!mention || !/^[A-Za-z]$/.test(mention.latex)) return [];
    const end = (sentence.offsets[match.index + text.length - 1] ?? mention.place.end) + 1;
    const place = { ...mention.place, end };
    return [{ kind: 'count', latex: mention.latex, detail, place, scope: sentence.scope }];
  });
}

/** A name that the formulas have too, and its number. */
const count = new RegExp(`${MENTION}\\s?=\\s?([1-9]\\d{0,6})(?![\\w%^]|[.,]\\d)`, 'g');
