import type { Pieces } from './atoms.js';
import { eachToken, enclosing, inBounds, inSubscript, replaceTokens } from './edit.js';
import type { Slip } from './edit.js';

const INDEX = /^[ijkmnlt]$/;

/** Slips with names, indices, labels and numbers. */
export const NAME_SLIPS: readonly Slip[] = [
  eachToken('index-swapped', (pieces, index) => {
    const { text } = pieces.token(index);
    if (!INDEX.test(text) || !inSubscript(pieces, index) || inBounds(pieces, index)) return null;
    const other = otherIndex(pieces, text);
    return other === null ? null : replaceTokens(pieces, index, index + 1, other);
  }),
  eachToken('index-dropped', (pieces, index) => {
    if (pieces.token(index).text !== '_' || inBounds(pieces, index)) return null;
    const braced = pieces.token(index + 1).text === '{';
    const to = braced ? pieces.afterGroup(index + 1) : index + 2;
    const script = pieces.latex.slice(pieces.token(index + 1).start, pieces.token(to - 1).end);
    if (!/^\{?[ijkmnl]+\}?$/.test(script)) return null;
    return replaceTokens(pieces, index, to, '');
  }),
  eachToken('label-swapped', (pieces, index) => {
    const { text } = pieces.token(index);
    if ((text !== '1' && text !== '2') || inBounds(pieces, index)) return null;
    if (!inSubscript(pieces, index) || !mentions(pieces, text === '1' ? '2' : '1')) return null;
    return replaceTokens(pieces, index, index + 1, text === '1' ? '2' : '1');
  }),
  eachToken('hat-dropped', (pieces, index) => {
    if (!/^\\(?:hat|bar|tilde)$/.test(pieces.token(index).text)) return null;
    const name = pieces.token(index + 2).text;
    const isPlain = pieces.token(index + 3).text === '}' && isUsed(pieces, name);
    return isPlain ? replaceTokens(pieces, index, index + 4, name) : null;
  }),
  eachToken('hat-added', (pieces, index) => {
    const { text } = pieces.token(index);
    if (text !== 'y' || !pieces.latex.includes('\\hat{y}') || enclosing(pieces, index) !== '')
      return null;
    if (pieces.token(index - 2).text === '\\hat') return null;
    return replaceTokens(pieces, index, index + 1, '\\hat{y}');
  }),
  eachToken('prime-dropped', (pieces, index) => {
    if (pieces.token(index).text !== "'" || pieces.token(index + 1).text !== '(') return null;
    return replaceTokens(pieces, index, index + 1, '');
  }),
  eachToken('square-dropped', (pieces, index) => {
    if (pieces.token(index).text !== '^' || pieces.token(index + 1).text !== '2') return null;
    return replaceTokens(pieces, index, index + 2, '');
  }),
  eachToken('exponent-off', (pieces, index) => {
    const { kind, text } = pieces.token(index);
    if (kind !== 'number' || pieces.token(index - 1).text !== '^') return null;
    return replaceTokens(pieces, index, index + 1, String(Number(text) + 1));
  }),
  eachToken('digit', (pieces, index) => {
    const { kind, text } = pieces.token(index);
    if (kind !== 'number' || enclosing(pieces, index) !== '') return null;
    const last = Number(text.at(-1));
    const changed = text.slice(0, -1) + String(last === 9 ? 7 : last + 1);
    return replaceTokens(pieces, index, index + 1, changed);
  }),
  eachToken('function-swapped', (pieces, index) => {
    const other = CONFUSED.get(pieces.token(index).text);
    return other === undefined ? null : replaceTokens(pieces, index, index + 1, other);
  }),
  eachToken('log-argument', (pieces, index) => {
    if (!/^\\(?:log|ln)$/.test(pieces.token(index).text)) return null;
    const argument = pieces.atom(index + 1);
    if (argument === null || !argument.isName) return null;
    return { start: argument.start, end: argument.end, text: `(1 - ${argument.text})` };
  }),
  eachToken('fraction-inverted', (pieces, index) => {
    const [from, middle] = [index + 1, pieces.afterGroup(index + 1)];
    const isPlain =
      pieces.token(from + 1).text !== '\\partial' && pieces.token(from + 1).text !== 'd';
    if (pieces.token(index).text !== '\\frac' || !isPlain) return null;
    const to = pieces.afterGroup(middle);
    const top = pieces.latex.slice(pieces.token(from).start, pieces.token(middle - 1).end);
    const bottom = pieces.latex.slice(pieces.token(middle).start, pieces.token(to - 1).end);
    return top === bottom ? null : replaceTokens(pieces, from, to, bottom + top);
  }),
  {
    kind: 'cells-swapped',
    propose: ({ latex }) =>
      [...latex.matchAll(/([-\w.]+) & ([-\w.]+)(?= (?:&|\\))/g)]
        .filter((match) => match[1] !== match[2] && !latex.includes('\\begin{cases}'))
        .map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          text: `${match[2] ?? ''} & ${match[1] ?? ''}`,
        })),
  },
  {
    kind: 'sizes-swapped',
    propose: ({ latex }) =>
      [...latex.matchAll(/(\\R|\\RR|\\mathbb\{R\})\^\{(\w+) \\times (\w+)\}/g)]
        .filter((match) => match[2] !== match[3])
        .map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
          text: `${match[1] ?? ''}^{${match[3] ?? ''} \\times ${match[2] ?? ''}}`,
        })),
  },
];

const CONFUSED: ReadonlyMap<string, string> = new Map([
  ['\\sin', '\\cos'],
  ['\\cos', '\\sin'],
  ['\\max', '\\min'],
  ['\\min', '\\max'],
  ['\\sinh', '\\cosh'],
  ['\\cosh', '\\sinh'],
  ['\\exp', '\\log'],
  ['\\tanh', '\\sinh'],
]);

/** Another index letter that the formula uses in a subscript. */
function otherIndex(pieces: Pieces, letter: string): string | null {
  const used = pieces.tokens.filter(
    (token, at) => INDEX.test(token.text) && inSubscript(pieces, at) && token.text !== letter,
  );
  return used[0]?.text ?? null;
}

function mentions(pieces: Pieces, label: string): boolean {
  return pieces.tokens.some((token, at) => token.text === label && inSubscript(pieces, at));
}

/** Whether the bare name stands in the formula too, so that dropping the accent confuses the two. */
function isUsed(pieces: Pieces, name: string): boolean {
  return pieces.tokens.some(
    (token, at) => token.text === name && !/^\\(?:hat|bar|tilde)$/.test(pieces.token(at - 2).text),
  );
}
