import { MENTION, type Sentence } from './flow.js';
import type { Fact } from '../outline.js';
import { compile, matchesOf } from '../phrases/pattern.js';
import { caseEnds, conditionWords } from '../phrases/words.js';

const strong = compile(conditionWords.strong, `\\s?${MENTION}`);
const weak = compile(conditionWords.weak, `\\s?${MENTION}`);

/** `Fuera de la diagonal ($i \ne j$):` compares two indices, without a word. */
const aside = new RegExp(`\\(\\s?${MENTION}\\s?\\)`, 'g');
const ofIndices = /^\s*[a-z]\s*(?:=|\\neq?(?![a-zA-Z]))\s*[a-z]\s*$/;

const ending = compile(caseEnds);

const anyRelation =
  /[=<>]|\\(?:ne|neq|le|leq|leqslant|ge|geq|geqslant|lt|gt|in|notin|succ|succeq|prec|preceq|not|forall)(?![a-zA-Z])/;
const inequality =
  /[<>]|\\(?:ne|neq|le|leq|leqslant|ge|geq|geqslant|lt|gt|succ|succeq|prec|preceq|not)(?![a-zA-Z])/;

/** A condition with where it ceases to hold still open. */
export interface OpenCondition {
  readonly fact: Fact;
  readonly isCase: boolean;
}

/** Where a sentence puts the cases together, as an offset in its part, or null. */
export function caseEndIn(sentence: Sentence): number | null {
  const at = sentence.text.search(ending);
  return at < 0 ? null : (sentence.offsets[at] ?? null);
}

/** Conditions that a sentence sets: `si $i = j$`, `para $k \ne j$`, `Caso 1: $w_i > 0$`, `con $\lambda > 0$`. */
export function conditionsIn(sentence: Sentence): OpenCondition[] {
  if (sentence.mentions.size === 0) return [];
  return [
    ...matches(sentence, strong, anyRelation),
    ...matches(sentence, weak, inequality),
    ...matches(sentence, aside, ofIndices),
  ];
}

function matches(sentence: Sentence, phrase: RegExp, relation: RegExp): OpenCondition[] {
  return matchesOf(phrase, sentence.text).flatMap((match): OpenCondition[] => {
    const at = match.index + match[0].lastIndexOf(MENTION);
    const mention = sentence.mentions.get(at);
    if (mention === undefined || mention.display || !relation.test(mention.latex)) return [];
    const { place, latex } = mention;
    const fact: Fact = {
      kind: 'condition',
      latex: '',
      detail: latex,
      place,
      scope: sentence.scope,
    };
    return [{ fact, isCase: match[0].startsWith('cas') }];
  });
}
