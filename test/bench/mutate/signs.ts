import { eachToken, enclosing, inBounds, isBinary, replaceTokens } from './edit.js';
import type { Slip } from './edit.js';

/** Slips of signs, brackets and order. */
export const SIGN_SLIPS: readonly Slip[] = [
  eachToken('sign-flip', (pieces, index) => {
    const { text } = pieces.token(index);
    if ((text !== '+' && text !== '-') || !isBinary(pieces, index)) return null;
    if (enclosing(pieces, index) === '_' || pieces.token(index - 1).text === '1') return null;
    return replaceTokens(pieces, index, index + 1, text === '+' ? '-' : '+');
  }),
  eachToken('one-minus', (pieces, index) => {
    if (pieces.token(index).text !== '-' || pieces.token(index - 1).text !== '1') return null;
    return replaceTokens(pieces, index, index + 1, '+');
  }),
  eachToken('minus-dropped', (pieces, index) => {
    if (pieces.token(index).text !== '-' || isBinary(pieces, index)) return null;
    if (enclosing(pieces, index) !== '') return null;
    return replaceTokens(pieces, index, index + 1, '');
  }),
  eachToken('exponent-sign', (pieces, index) => {
    if (pieces.token(index).text !== '-' || isBinary(pieces, index)) return null;
    if (enclosing(pieces, index) !== '^' || pieces.token(index + 1).text === '1') return null;
    return replaceTokens(pieces, index, index + 1, '');
  }),
  eachToken('operands-swapped', (pieces, index) => {
    if (pieces.token(index).text !== '-' || !isBinary(pieces, index)) return null;
    const left = previousName(pieces, index);
    const right = pieces.atom(index + 1);
    if (left === null || right === null || !right.isName || left.text === right.text) return null;
    return {
      start: left.start,
      end: right.end,
      text: `${right.text} - ${left.text}`,
    };
  }),
  eachToken('bracket-dropped', (pieces, index) => {
    if (pieces.token(index).text !== '(' || pieces.token(index - 1).text === '\\left') return null;
    const to = pieces.afterGroup(index);
    const inside = pieces.latex.slice(pieces.token(index).end, pieces.token(to - 1).start);
    if (!/[^{^]\s*[+-]/.test(inside) || pieces.token(to - 1).text !== ')') return null;
    return replaceTokens(pieces, index, to, inside);
  }),
  eachToken('relation-flipped', (pieces, index) => {
    const other = FLIPPED.get(pieces.token(index).text);
    if (other === undefined || inBounds(pieces, index)) return null;
    return replaceTokens(pieces, index, index + 1, `${other} `);
  }),
];

const FLIPPED: ReadonlyMap<string, string> = new Map([
  ['\\le', '\\ge'],
  ['\\leq', '\\geq'],
  ['\\ge', '\\le'],
  ['\\geq', '\\leq'],
  ['<', '>'],
  ['>', '<'],
]);

/** The name that ends just before a token, where it is a term of its own. */
function previousName(
  pieces: Parameters<Slip['propose']>[0],
  index: number,
): { readonly start: number; readonly text: string } | null {
  for (let from = Math.max(0, index - 8); from < index; from++) {
    const atom = pieces.atom(from);
    if (atom?.to !== index || !atom.isName) continue;
    const before = pieces.token(from - 1).text;
    return before === '' || /^[=({[&+]$/.test(before) ? atom : null;
  }
  return null;
}
