import type { Fact } from '../outline.js';
import { MENTION, type Sentence } from './flow.js';

/**
 * What the rows or columns of a matrix are said to be: `con filas $x_i^\top$`, `whose $i$-th row is $x_i^\top$`, `row $i$
 * of $X$ is $x_i^\top$`. The fact is of the matrix, at the formula for one of them.
 */
export function rowsIn(sentence: Sentence): Fact[] {
  const { text, mentions, scope } = sentence;
  if (!/fila|renglon|columna|row|column/.test(text)) return [];
  return [...text.matchAll(said)].flatMap((match): Fact[] => {
    const one = mentions.get(match.index + match[0].length - 1);
    if (!one || one.display || !INDEXED.test(one.latex)) return [];
    const [, several, ofSeveral, single, ofSingle] = match;
    const owner = (ofSeveral ?? ofSingle) ? of(sentence, match) : before(sentence, match.index);
    if (owner === null) return [];
    const kind = (several ?? single)?.startsWith('col') ? 'columns' : 'rows';
    return [{ kind, latex: owner, place: one.place, scope }];
  });
}

/** The matrix of "fila $i$ de $X$": the last name before that of the line itself. */
function of({ mentions, text }: Sentence, match: RegExpExecArray): string | null {
  const end = match.index + match[0].length - 1;
  return matrixIn(mentions.get(text.lastIndexOf(MENTION, end - 1))?.latex ?? '');
}

/** The nearest name of a matrix before the words. */
function before({ mentions, text }: Sentence, end: number): string | null {
  const near = text.slice(Math.max(0, end - REACH), end);
  const start = end - near.length;
  for (let at = near.lastIndexOf(MENTION); at >= 0; at = near.lastIndexOf(MENTION, at - 1)) {
    const name = matrixIn(mentions.get(start + at)?.latex ?? '');
    if (name !== null) return name;
    if (at === 0) break;
  }
  return null;
}

/** How far before the words their matrix may stand. */
const REACH = 80;

function matrixIn(latex: string): string | null {
  return MATRIX.exec(latex)?.[1] ?? null;
}

/** A capital letter by itself, or as a member of a space. */
const MATRIX =
  /^\s*((?:\\(?:mathbf|boldsymbol|bm)\s*\{\s*)?(?:[A-Z]|\\(?:Phi|Psi|Theta|Xi|Lambda|Gamma))\s*\}?)\s*(?:\\in(?![a-zA-Z]).*)?$/;

/** `x_i^\top`, `\varphi(x_i)^\top`: of one row, whichever. */
const INDEXED = /^[^=<>,]*_\{?[ijkn]\}?[^=<>,]*$/;

const OF = `(?: (?:de|of) (?:la matriz |the matrix )?(${MENTION}))?`;
const VECTORS = '(?: (?:el|los|las|the))?(?: (?:vector(?:es|s)?))?';

/** Several lines need no verb; a single one has a number, and a verb. */
const said = new RegExp(
  `(?<!vector(?:es|s)? )(?:(filas|renglones|columnas|rows|columns)${OF}(?:,? (?:son|are|sean|being|dadas por|given by)${VECTORS})?` +
    `|(fila|renglon|columna|row|column)(?: ${MENTION}|(?<=${MENTION}-?(?:esim[ao]|th) \\S+))${OF} (?:es|is|sea)${VECTORS}),?:? ${MENTION}`,
  'g',
);
