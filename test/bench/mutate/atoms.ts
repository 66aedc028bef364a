import { tokenize } from './tokens.js';
import type { Token } from './tokens.js';

/** A factor of a product: a name with its scripts, a fraction, a function's call or a group. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Index of its first token, and of the first one after it. */
  readonly from: number;
  readonly to: number;
  /** A single name, perhaps with an accent and scripts; not a fraction or a group. */
  readonly isName: boolean;
}

/** A formula cut into tokens without the spaces, with what edits need to find their way. */
export interface Pieces {
  readonly latex: string;
  readonly tokens: readonly Token[];
  /** The token at an index; an empty one past the ends. */
  token(index: number): Token;
  /** The factor that begins at a token, if one does. */
  atom(index: number): Atom | null;
  /** The index after the bracket that closes the one at `index`; `index + 1` where none does. */
  afterGroup(index: number): number;
}

const GREEK =
  /^\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|psi|omega|Delta|Lambda|Sigma|Omega|ell|W|mathbf)$/;
const ACCENT = /^\\(?:hat|bar|tilde|dot|mathbf|W)$/;
const NOTHING: Token = { kind: 'space', text: '', start: 0, end: 0 };

export function readPieces(latex: string): Pieces {
  const tokens = tokenize(latex).filter((token) => token.kind !== 'space');
  const token = (index: number) => tokens[index] ?? NOTHING;
  const afterGroup = (index: number) => skipGroup(tokens, index);
  const pieces: Pieces = {
    latex,
    tokens,
    token,
    afterGroup,
    atom: (index) => readAtom(pieces, index),
  };
  return pieces;
}

function skipGroup(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
    if (depth <= 0 && (kind === 'open' || kind === 'close')) return at + 1;
  }
  return index + 1;
}

function readAtom(pieces: Pieces, from: number): Atom | null {
  const base = afterBase(pieces, from);
  if (base === null) return null;
  const to = afterScripts(pieces, base.to);
  const start = pieces.token(from).start;
  const end = pieces.token(to - 1).end;
  return { start, end, text: pieces.latex.slice(start, end), from, to, isName: base.isName };
}

function afterBase(pieces: Pieces, from: number): { to: number; isName: boolean } | null {
  const { kind, text } = pieces.token(from);
  if (ACCENT.test(text)) {
    const braced = pieces.token(from + 1).text === '{';
    return { to: braced ? pieces.afterGroup(from + 1) : from + 2, isName: true };
  }
  if (kind === 'letter' || GREEK.test(text)) return { to: from + 1, isName: true };
  if (text === '\\frac' || text === '\\pd') {
    return { to: pieces.afterGroup(pieces.afterGroup(from + 1)), isName: false };
  }
  if (text === '(') return { to: pieces.afterGroup(from), isName: false };
  if (text === '\\left') return afterLeft(pieces, from);
  return null;
}

function afterLeft(pieces: Pieces, from: number): { to: number; isName: boolean } | null {
  if (pieces.token(from + 1).text !== '(') return null;
  return { to: pieces.afterGroup(from + 1), isName: false };
}

function afterScripts(pieces: Pieces, from: number): number {
  let at = from;
  for (;;) {
    const { text } = pieces.token(at);
    if (text === "'") at++;
    else if (text === '\\T') at++;
    else if (text === '_' || text === '^') {
      at = pieces.token(at + 1).text === '{' ? pieces.afterGroup(at + 1) : at + 2;
    } else return at;
  }
}
