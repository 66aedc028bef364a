import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/** What a name is said to be a function of in words: `$P$ is the row-wise softmax of $Z$`. The fact is the formula. */
export function appliedIn(sentence: Sentence): Fact[] {
  if (!/softmax|sigmoid|relu|tanh/.test(sentence.text)) return [];
  const named = [...sentence.text.matchAll(said)].flatMap((match): Fact[] => {
    const [text, word = ''] = match;
    const name = sentence.mentions.get(match.index);
    const of = sentence.mentions.get(match.index + text.length - 1);
    if (!name || !of || !NAME.test(name.latex) || !NAME.test(of.latex)) return [];
    const latex = `${name.latex} = ${FUNCTIONS[word] ?? word}(${of.latex})`;
    return [{ kind: 'applied', latex, place: of.place, scope: sentence.scope }];
  });
  return [...named, ...ofSubject(sentence)];
}

/** `Sea $s \in \R^K$ una fila de $S$ y $p$ su softmax`: of the name that the sentence is about. */
function ofSubject({ text, mentions, scope }: Sentence): Fact[] {
  const subject = mentions.get((introduced.exec(text)?.[0].length ?? 0) - 1);
  const of = subject?.latex.split(/\\in(?![a-z])/)[0] ?? '';
  if (!NAME.test(of)) return [];
  return [...text.matchAll(itsOwn)].flatMap(({ index, 1: word = '' }): Fact[] => {
    const name = mentions.get(index);
    if (!name || name === subject || !NAME.test(name.latex)) return [];
    const latex = `${FUNCTIONS[word] ?? word}(${of})`;
    return [{ kind: 'called', latex, place: name.place, scope }];
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
  'row-?wise|element-?wise|entry-?wise|por (?:filas?|renglones)|fila a fila|row by row|elemento a elemento|' +
  'entrada a entrada|componente a componente';

const WORD = `(?:funci[oó]n )?(?:(?:${HOW}) )?(${Object.keys(FUNCTIONS).join('|')})(?: function)?`;

/** With a verb, or as `Sea $P$ el softmax de $Z$`. */
const said = new RegExp(
  `${MENTION},? (?:(?:is|es|be|sea|son|are|denotes?|denota) (?:the |la |el )?|the |la |el )${WORD}` +
    `(?: (?:${HOW}))?,? ` +
    `(?:of|de|applied to|aplicad[ao] a) (?:the (?:rows|entries) of |l[ao]s (?:filas|renglones) de )?${MENTION}`,
  'g',
);

const introduced = new RegExp(`^\\s*(?:let|sea|given|dad[oa]|for|para)(?: an?| una?)? ${MENTION}`);

const itsOwn = new RegExp(`${MENTION} (?:is |es )?(?:its|su) ${WORD}`, 'g');
