import { SCALAR_GREEK } from '../../claim/evidence.js';
import { headOf } from '../../claim/key.js';
import { numberAt } from '../../expression/numberAt.js';
import type { Bound, Expr } from '../../expression/node.js';
import type { NameUse } from '../../interpret/context.js';
import type { FixCode } from '../report.js';

/** One small change of an expression, such as students make by mistake. */
export interface Edit {
  readonly code: FixCode;
  /** The smaller, the likelier. */
  readonly cost: number;
  /** The node that changes, and what it becomes. */
  readonly node: Expr;
  readonly change: Expr;
  /** What to write for the change, where it is no expression: another relation sign. */
  readonly text?: string;
  /** The whole expression with the change in it. */
  readonly result: Expr;
  /** It mends what is wrong for certain, and proves of nothing else that it is. */
  readonly bold?: boolean;
}

/** What edits may bring in: names of the zone and index letters of the claim. */
export interface Stock {
  readonly readName: (node: Expr) => NameUse | null;
  /** Names as written, one for each symbol. */
  readonly names: readonly Expr[];
  /** Names with two indices and more, as they stand. */
  readonly wholes: readonly Expr[];
  /** Names with indices that are counted on from others, as they stand: `x_{i+k}`. */
  readonly shifted: readonly Expr[];
  /** Index letters in use. */
  readonly letters: readonly Expr[];
  /** Sizes such as `n`, for a missing 1/n. */
  readonly sizes: readonly Expr[];
  /** The range that a letter runs over in sums nearby. */
  readonly bounds: ReadonlyMap<string, Bound>;
  /** What sums over several letters at once run over nearby. */
  readonly heads: readonly (readonly Bound[])[];
  /** How many indices a name has elsewhere. */
  readonly indexed: (key: string) => number;
  /** Terms of sums and factors of products nearby, of which one may have been left out. */
  readonly terms: readonly Expr[];
  /** Are products entry by entry written with a sign of their own nearby? */
  readonly odot: boolean;
  readonly factors: readonly { readonly factor: Expr; readonly odot: boolean }[];
  /** The slopes of functions nearby, `\sigma'(z)` where there is `\sigma(z)`: what a chain rule forgets first. */
  readonly slopes: readonly Expr[];
  /** Functions of names nearby, by the name as printed: `\tanh(c_t)`, where somebody writes `c_t` alone. */
  readonly calls: ReadonlyMap<string, Expr>;
  /** Functions of one thing that are in use nearby, as written: `\log`. */
  readonly functions: readonly Expr[];
  /** Numbers that the side which is mended has more than a digit of, as written. */
  readonly numbers: readonly string[];
  /** Are edits wanted that mend, and prove nothing? */
  readonly bold: boolean;
  /** How transposes are written nearby. */
  readonly turn: 'T' | 'top';
}

/** Takes in an edit of one node. */
export type AddEdit = (
  code: FixCode,
  cost: number,
  node: Expr,
  change: Expr,
  bold?: boolean,
) => void;

export function keyOf(node: Expr, stock: Stock): string | null {
  return stock.readName(node)?.key ?? null;
}

/** Nobody transposes `\lambda`, nor a root of a matrix. */
export function isTurnable(node: Expr): boolean {
  if (node.kind === 'num' || node.kind === 'transpose') return false;
  if (node.kind === 'pow' && node.exponent.kind !== 'num') return false;
  const head = headOf(node);
  // `\operatorname{df}`, `\mathrm{err}`: words are names of numbers.
  const word = head?.font === 'upright' && head.base.length > 1;
  return head === null || !(word || SCALAR_GREEK.test(head.base));
}

/** The transpose, with the sign that the author writes. */
export function turned(node: Expr, { turn }: Pick<Stock, 'turn'>): Expr {
  return { kind: 'transpose', target: node, sign: turn, span: node.span };
}

export function negated(node: Expr): Expr {
  return { kind: 'neg', target: node, span: node.span };
}

/** `factor node`, with the factors of a product side by side. */
export function timesFirst(factor: Expr, node: Expr): Expr {
  const { span } = node;
  if (node.kind === 'neg') return { ...node, target: timesFirst(factor, node.target) };
  return node.kind === 'mul'
    ? { ...node, factors: [factor, ...node.factors], signs: ['', ...node.signs] }
    : { kind: 'mul', factors: [factor, node], signs: [''], span };
}

/** `1 - p` for `p`, and the other way round. */
export function complement(node: Expr): Expr {
  return (
    complemented(node) ?? {
      kind: 'add',
      op: '-',
      left: numberAt('1', node),
      right: node,
      span: node.span,
    }
  );
}

/** `p` of `1 - p`. */
export function complemented(node: Expr): Expr | null {
  if (node.kind !== 'add' || node.op !== '-' || node.left.kind !== 'num') return null;
  return node.left.text === '1' ? node.right : null;
}
