import type { Atom, Pieces } from './atoms.js';
import { afterBounds, eachToken, enclosing, inBounds, replaceTokens } from './edit.js';
import type { Edit, Slip } from './edit.js';

const TRANSPOSE = /^\^(?:\\top|T|\{\\top\}|\{\\mathsf T\}|\\intercal|\{-T\})$/;

const COMPONENT = /_\{?[\d,]*[ijkmnl]+\}?$/;

/** Slips with factors, transposes, kinds of product and sums. */
export const PRODUCT_SLIPS: readonly Slip[] = [
  eachToken('factor-dropped', (pieces, index) => {
    const next = pieces.token(index + 1);
    if (pieces.token(index).kind !== 'number' || enclosing(pieces, index) !== '') return null;
    if (next.kind !== 'letter' && next.kind !== 'command' && next.text !== '(') return null;
    if (
      /^\\(?:[a-z]*dot|times|pi|le|ge|ln|log|r(?:ight|floor|ceil)|succ|approx|text|to)/.test(
        next.text,
      )
    )
      return null;
    return replaceTokens(pieces, index, index + 1, '');
  }),
  eachToken('mean-dropped', (pieces, index) => {
    if (pieces.token(index).text !== '\\frac' || pieces.token(index + 2).text !== '1') return null;
    if (pieces.token(index + 3).text !== '}') return null;
    const to = pieces.afterGroup(pieces.afterGroup(index + 1));
    const next = pieces.token(to);
    if (pieces.atom(to) === null && !/^\\(?:sum|sqrt|\|)/.test(next.text)) return null;
    return replaceTokens(pieces, index, to, '');
  }),
  eachToken('cdot-factor-dropped', (pieces, index) => {
    if (!/^\\(?:cdot|odot|circ)$/.test(pieces.token(index).text)) return null;
    const factor = pieces.atom(index + 1);
    return factor === null ? null : replaceTokens(pieces, index, factor.to, '');
  }),
  eachToken('transpose-dropped', (pieces, index) => {
    const text = pieces.token(index).text;
    if (text === '\\T') return replaceTokens(pieces, index, index + 1, '');
    if (text !== '^') return null;
    const to = pieces.token(index + 1).text === '{' ? pieces.afterGroup(index + 1) : index + 2;
    const edit = replaceTokens(pieces, index, to, '');
    const script = pieces.latex.slice(edit.start, edit.end);
    if (!TRANSPOSE.test(script)) return null;
    return { ...edit, text: script === '^{-T}' ? '^{-1}' : '' };
  }),
  eachToken('transpose-added', (pieces, index) => {
    const pair = factors(pieces, index);
    if (pair === null || !/^[A-Z]$/.test(pair.first.text)) return null;
    return { start: pair.first.start, end: pair.first.end, text: `${pair.first.text}^\\top` };
  }),
  eachToken('inverse-dropped', (pieces, index) => {
    const script = pieces.latex.slice(pieces.token(index).start, pieces.token(index + 4).end);
    if (script !== '^{-1}') return null;
    return replaceTokens(pieces, index, index + 5, '');
  }),
  eachToken('order-swapped', (pieces, index) => {
    const pair = factors(pieces, index);
    if (pair === null || !/[A-Z]|\\T|\\top/.test(pair.first.text + pair.second.text)) return null;
    return { ...span(pair), text: `${pair.second.text} ${pair.first.text}` };
  }),
  eachToken('hadamard-for-product', (pieces, index) => {
    const pair = factors(pieces, index);
    if (pair === null || !/[A-Z]|\\T|\\top/.test(pair.first.text + pair.second.text)) return null;
    return { ...span(pair), text: `${pair.first.text} \\odot ${pair.second.text}` };
  }),
  eachToken('product-for-hadamard', (pieces, index) => {
    if (!/^\\(?:odot|circ)$/.test(pieces.token(index).text)) return null;
    return replaceTokens(pieces, index, index + 1, '');
  }),
  eachToken('sum-dropped', (pieces, index) => {
    if (!/^\\(?:sum|prod)$/.test(pieces.token(index).text)) return null;
    return replaceTokens(pieces, index, afterBounds(pieces, index), '');
  }),
  eachToken('sum-bounds', (pieces, index) => {
    const { kind, text } = pieces.token(index);
    if (!inBounds(pieces, index) || pieces.token(index - 1).text === '\\ne') return null;
    if (text === '1' && pieces.token(index - 1).text === '=') {
      return replaceTokens(pieces, index, index + 1, '0');
    }
    const isUpper = kind === 'letter' && enclosing(pieces, index) === '^';
    return isUpper ? replaceTokens(pieces, index, index + 1, `{${text} - 1}`) : null;
  }),
];

interface Pair {
  readonly first: Atom;
  readonly second: Atom;
}

/** Two names side by side that are factors of a product. */
function factors(pieces: Pieces, index: number): Pair | null {
  const before = pieces.token(index - 1).text;
  if (
    enclosing(pieces, index) !== '' ||
    /^\\(?:hat|bar|tilde|dot|mathbf|partial|W)$/.test(before)
  ) {
    return null;
  }
  const first = pieces.atom(index);
  const second = first === null ? null : pieces.atom(first.to);
  if (first === null || second === null || !first.isName || !second.isName) return null;
  if (/^[df]$/.test(first.text) || second.text === 'd' || first.text === second.text) return null;
  if (isNumberLike(first) || isNumberLike(second)) return null;
  return { first, second };
}

/** Rates, multipliers and components commute and need no kind of product. */
function isNumberLike(atom: Atom): boolean {
  return (
    /^\\(?:lambda|alpha|beta|gamma|eta|epsilon)\b/.test(atom.text) || COMPONENT.test(atom.text)
  );
}

function span(pair: Pair): Pick<Edit, 'start' | 'end'> {
  return { start: pair.first.start, end: pair.second.end };
}
