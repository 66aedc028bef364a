import type { Draw } from '../evaluate/graph.js';
import type { Bound, Expr } from '../expression/node.js';
import type { Dim } from '../shape/dims.js';
import type { Layout } from './layout.js';
import type { Tensor } from './tensor.js';

/** A name as used: which symbol it is, and its indices. */
export interface NameUse {
  /** Identity in the document: accents, base letter and labels. */
  readonly key: string;
  /** Indices that pick one symbol of a family (`z^{(l)}`, `h_t`): each member has a shape of its own. */
  readonly family: readonly Expr[];
  /** Indices that pick an entry of a vector or matrix. */
  readonly indices: readonly Expr[];
}

/** The key of Kronecker's delta, which no name that somebody defines has. */
export const KRONECKER = '\\delta_{=}';

/** `x_2`: under which its number is kept where the text gives one; null where no single number picks the entry. */
export function entryKey({ key, family, indices }: NameUse): string | null {
  const [index, ...more] = indices;
  return index?.kind === 'num' && more.length + family.length === 0
    ? `${key}[${index.text}]`
    : null;
}

/** `W^{(1)}`: under which it is kept what one member of a family is; null where no single number picks the member. */
export function memberKey({ key, family }: NameUse): string | null {
  const [member, ...more] = family;
  return member?.kind === 'num' && more.length === 0
    ? `${key}<${String(Number(member.text))}>`
    : null;
}

/** What the document says a name stands for. */
export interface Definition {
  readonly id: number;
  readonly key: string;
  readonly family: readonly string[];
  readonly indices: readonly string[];
  /** Keys of the parameters when it is a function, in order. */
  readonly args: readonly string[] | null;
  readonly body: Expr;
  /** Which of its indices it is only made for: the `j \ne y_i` right after it. */
  readonly where?: Expr;
}

/** An index's value; while only shapes are inferred, the size it runs over matters and the value stands for any. */
export interface IndexValue {
  readonly value: number;
  readonly dim: Dim | null;
  /** A sum counts with it, as it does over laid out arrays. */
  readonly summed?: true;
}

/** What a base symbol's entries look like. */
export type Structure =
  | 'plain'
  | 'symmetric'
  | 'positive-definite'
  | 'diagonal'
  | 'orthogonal'
  /** Only its columns are, and it has no more of them than rows. */
  | 'orthonormal'
  | 'identity'
  | 'ones'
  | 'simplex'
  | 'unit';

export interface SymbolInfo {
  readonly domain: Draw['domain'];
  readonly structure: Structure;
  /** Of a one-hot vector: the letter for the entry that is one. */
  readonly hot?: string;
  /** Of a one-hot matrix: each of its columns is one-hot, as each row is else. */
  readonly byColumns?: true;
  /** The key of the matrix whose first columns it has. */
  readonly part?: string;
}

/** A mean or a variance as the document gives it; `indices` are the letters that its name has there. */
export interface Stated {
  readonly indices: readonly string[];
  readonly body: Expr;
}

/** A row of the table of distributions, with its parameters. */
export interface StatedLaw {
  readonly name: string;
  readonly args: readonly Expr[];
  readonly indices: readonly string[];
}

/** What is known of a random name. */
export interface RandomName {
  readonly mean: Stated | null;
  readonly variance: Stated | null;
  readonly law: StatedLaw | null;
}

/** What is random in a zone. */
export interface Randomness {
  readonly names: ReadonlyMap<string, RandomName>;
  /** Where in the text they are first said to be independent, or uncorrelated; infinite where they are not. */
  readonly independentFrom: number;
  /** Said to be distributed symmetrically about the mean. */
  readonly symmetric: boolean;
  /** How many distributions expectations are taken under by name. */
  readonly laws: number;
}

/**
 * How random names are read: independent of each other, dependent in some way, or independent with zero means where
 * nothing says otherwise.
 */
export type Chance = 'independent' | 'dependent' | 'centred';

/** How names are understood where an expression stands. */
export interface Context {
  /** Reads a name with its scripts, or null for what is no name. */
  readName(node: Expr): NameUse | null;
  /** The definition in force. `args` is the number of arguments of a call, or null for the bare name. */
  definition(key: string, args: number | null): Definition | null;
  /** Does the document use this name as a function? */
  isFunction(key: string): boolean;
  /** Is it a function or a vector of the document's own, as the e of `\|e\|^2`, and so no known constant? */
  isOwn(key: string): boolean;
  /** Are this function's values numbers, whatever its argument is? */
  isField(key: string): boolean;
  /** Does the document differentiate by this name? */
  isVariable(key: string): boolean;
  /** The derivative that a name stands for, as a dot or a bar on it may say; null where it stands for itself. */
  writtenOut(node: Expr): Expr | null;
  /** Does a definition lead back to its own name: `h_t = f(h_{t-1})`? */
  isRecursive(key: string): boolean;
  /** The sum over all time steps that a recursion's results go into: `L = \sum_{t=1}^T L_t`. */
  readonly horizon: Bound | null;
  /** Does a loss left open depend on all steps up to there, and not on the current one alone? */
  readonly allSteps: boolean;
  /** On the last of them alone? */
  readonly lastStepOnly: boolean;
  /** What an undefined loss of this name depends on: definitions that no other definition uses. */
  outcomes(loss: string): readonly Definition[];
  info(key: string): SymbolInfo;
  /** Does a name with an index say which class it is, as y in `w_{y_i}`? */
  isLabel(key: string): boolean;
  /** Does this letter count time steps, or those of an iteration? */
  countsSteps(letter: string): boolean;
  /** Letters that mean one entry, whichever it is, wherever they stand. */
  readonly fixed: readonly string[];
  /** Do formulas say what belongs to this name, and are that pairs of indices? */
  setKind(key: string): 'indices' | 'pairs' | null;
  /** What the indices that may belong to a set run over. */
  members(key: string, rank: number): readonly Dim[];
  /** The shape variables of a base symbol (one member of its family): made on first use. */
  dims(key: string, instance: string, rank: number | null): readonly Dim[];
  /** The document's own meaning for a well-known name, or the usual one: `\sigma` as `sigmoid`. */
  known(key: string): string | null;
  /** Base of `\log`. */
  readonly logBase: LogBase;
  /** A fixed value for a name, where numbers were given. */
  bound(key: string): Expr | null;
  /** Where the indices of arrays begin and end, in a reading that counts with them; null in others. */
  readonly layout: Layout | null;
  readonly randomness: Randomness;
  readonly chance: Chance;
  /** Is a letter with an index one of many alike, rather than an entry of a vector? */
  isSeries(key: string): boolean;
}

/** What the logarithm without a base of its own is taken to. */
export type LogBase = 'e' | '2' | '10';

/** What names mean locally: bound indices, a function's parameters. */
export interface Env {
  readonly indices: ReadonlyMap<string, IndexValue>;
  readonly params: ReadonlyMap<string, Tensor>;
}

export const EMPTY: Env = { indices: new Map(), params: new Map() };
