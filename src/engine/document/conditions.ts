import { MENTION, type Sentence } from './flow.js';
import type { Fact } from './outline.js';
import { compile } from './pattern.js';
import { conditionWords } from './phrases.js';

const strong = compile(conditionWords.strong, `\\s?${MENTION}`);
const weak = compile(conditionWords.weak, `\\s?${MENTION}`);

const anyRelation =
  /[=<>]|\\(?:ne|neq|le|leq|leqslant|ge|geq|geqslant|lt|gt|in|notin|succ|succeq|prec|preceq|not|forall)(?![a-zA-Z])/;
const inequality =
  /[<>]|\\(?:ne|neq|le|leq|leqslant|ge|geq|geqslant|lt|gt|succ|succeq|prec|preceq|not)(?![a-zA-Z])/;

/** Conditions that a sentence sets: `si $i = j$`, `para $k \ne j$`, `Caso 1: $w_i > 0$`, `con $\lambda > 0$`. */
export function conditionsIn(sentence: Sentence): Fact[] {
  return [...matches(sentence, strong, anyRelation), ...matches(sentence, weak, inequality)];
}

function matches(sentence: Sentence, phrase: RegExp, relation: RegExp): Fact[] {
  return Array.from(sentence.text.matchAll(phrase)).flatMap((match): Fact[] => {
    const at = match.index + match[0].length - 1;
    const mention = sentence.mentions.get(at);
    if (mention === undefined || mention.display || !relation.test(mention.latex)) return [];
    const { place, latex } = mention;
    return [{ kind: 'condition', latex: '', detail: latex, place, scope: sentence.scope }];
  });
}
