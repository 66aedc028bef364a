import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** What a name is said to be a function of in words: `$P$ is the row-wise softmax of $Z$`. The fact is the formula. */
export function appliedIn(sentence: Sentence): Fact[] {
  if (!/softmax|sigmoid|relu|tanh/.test(sentence.text)) return [];
  return [...sentence.text.matchAll(said)].flatMap((match): Fact[] => {
    const [text, word = ''] = match;
    const name = sentence.mentions.get(match.index);
    const of = sentence.mentions.get(match.index + text.length - 1);
    if (!name || !of || !NAME.test(name.latex) || !NAME.test(of.latex)) return [];
    const latex = `${name.latex} = ${FUNCTIONS[word] ?? word}(${of.latex})`;
    return [{ kind: 'applied', latex, place: of.place, scope: sentence.scope }];
  });
}

/** One letter, and what stands over or below it. */
const NAME =
  /^\s*(?:\\(?:mathbf|boldsymbol|bm|hat|tilde|bar)\s*\{?\s*)?[a-zA-Z]\s*\}?(?:_\{?\w\}?)?\s*$/;

const FUNCTIONS: Readonly<Record<string, string>> = {
  softmax: '\\operatorname{softmax}',
  sigmoid: '\\operatorname{sigmoid}',
  sigmoide: '\\operatorname{sigmoid}',
  relu: '\\operatorname{ReLU}',
  tanh: '\\tanh',
};

/** How a function is applied goes without saying: softmax row by row, the others entry by entry. */
const HOW =
  'row-?wise|element-?wise|entry-?wise|por filas?|fila a fila|row by row|elemento a elemento|' +
  'entrada a entrada|componente a componente';

const said = new RegExp(
  `${MENTION},? (?:is|es|be|sea|son|are) (?:the |la |el )?(?:funci[oó]n )?(?:(?:${HOW}) )?` +
    `(${Object.keys(FUNCTIONS).join('|')})(?: function)?(?: (?:${HOW}))?,? ` +
    `(?:of|de|applied to|aplicad[ao] a) (?:the (?:rows|entries) of |las filas de )?${MENTION}`,
  'g',
);
