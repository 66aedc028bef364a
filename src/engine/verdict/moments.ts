import { keysIn } from '../claim/reading.js';
import { hasMoment, momentOf } from '../expression/moment.js';
import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import { compareSides } from './compare.js';
import type { Equality } from './equality.js';
import { given, unchecked, type Judgement, type Reader } from './judge.js';
import type { Outcome } from './outcome.js';
import type { ClaimKind } from './report.js';

/** Does a claim speak of expectations or variances? */
export function speaksOfMoments({ left, right }: Equality): boolean {
  return hasMoment(left) || hasMoment(right);
}

/** `\operatorname{Var}(w)`: of names that nothing defines, so that what it is said to equal may be asked of it. */
export function isBareMoment({ names, book }: Reader, node: Expr): boolean {
  const plain = (arg: Expr): boolean => {
    const use = names.naming.readName(arg);
    return use !== null && !book.variables.has(use.key);
  };
  return node.kind === 'call' && momentOf(node) !== null && node.args.every(plain);
}

/**
 * What was equal with all random names independent is looked at again where a covariance is added: it would be zero
 * whatever its factor. What differs may be meant of means that are zero, where the claim speaks of none.
 */
export function readOtherwise(
  reader: Reader,
  { left, right }: Equality,
  outcome: Outcome,
): Outcome {
  const general = right.span.start < reader.names.randomness.independentFrom;
  if (outcome.kind === 'equal' && general && some(right, isMixed)) {
    const other = compareSides(reader.chanceSession('dependent'), left, right);
    return other.kind === 'different' ? other : outcome;
  }
  if (outcome.kind !== 'different' || [left, right].some((side) => some(side, isPlainMean)))
    return outcome;
  const other = compareSides(reader.chanceSession('centred'), left, right);
  return other.kind === 'equal' ? other : outcome;
}

/** `\mathbb{E}[X]`, which nobody writes of what has zero mean. */
function isPlainMean(node: Expr): boolean {
  const [arg] = node.kind === 'call' ? node.args : [];
  return momentOf(node) === 'mean' && ['sym', 'sub', 'mark'].includes(arg?.kind ?? '');
}

/** `\operatorname{Cov}(X, Y)` of two things. */
function isMixed(node: Expr): boolean {
  if (node.kind !== 'call' || momentOf(node) !== 'covariance') return false;
  const [x, y] = node.args;
  return x !== undefined && y !== undefined && printLatex(x) !== printLatex(y);
}

/** Were numbers given for what is random? They are data, of which an expectation is no function. */
export function speaksOfData(reader: Reader, claim: Equality): boolean {
  if (!speaksOfMoments(claim)) return false;
  return [...reader.names.randomness.names.keys()].some((key) => reader.book.values.has(key));
}

/** Claims about moments that differ without being wrong: what is given, asked for, or not linked to the rest. */
export function doubtfulMoments(
  reader: Reader,
  claim: Equality,
  outcome: Outcome,
  kind: ClaimKind,
): Judgement | null {
  if (outcome.kind === 'shape') return unchecked(kind, 'unchecked.unlinked');
  if (outcome.kind !== 'different') return null;
  const { onlyLeft, onlyRight } = outcome;
  const bare = (node: Expr): boolean => momentOf(node) !== null;
  const asked = bare(claim.left) && bare(claim.right) && differentNames(reader, claim);
  const open = [...onlyLeft, ...onlyRight].find(
    (name) => isOpen(reader, claim, name) || isUnsaid(reader, claim, name),
  );
  const stated = open !== undefined && bare(claim.left) && !hasMoment(claim.right);
  if (!claim.continued && (asked || stated || claim.premise === true)) return given('condition');
  const [name] = onlyRight;
  if (open !== undefined) return unchecked(kind, 'unchecked.unlinked', { name: baseOf(open) });
  return onlyLeft.length > 0 && name !== undefined
    ? unchecked(kind, 'unchecked.unlinked', { name })
    : null;
}

/** `\operatorname{Var}(y) = \operatorname{Var}(x)` is asked of them; of one name alone it is a claim. */
function differentNames(reader: Reader, { left, right }: Equality): boolean {
  const { naming } = reader.names;
  const [a, b] = [keysIn(left, naming), keysIn(right, naming)];
  return [...a].some((key) => !b.has(key)) || [...b].some((key) => !a.has(key));
}

/** Is this random, and does nothing say how it is distributed? Its moments may be whatever they are said to be. */
function isOpen(reader: Reader, claim: Equality, symbol: string): boolean {
  const known = reader.names.randomness.names.get(baseOf(symbol));
  if (!known || known.law) return false;
  const sides = [claim.left, claim.right];
  // A variance does not change with the mean.
  const averaged = sides.some((side) => some(side, (node) => momentOf(node) === 'mean'));
  if (known.variance === null || (averaged && known.mean === null)) return true;
  return sides.some(isOfHighDegree);
}

/** The `\bar{x}` of `E[\bar{x}] = \lambda`, of which nothing says that it is random: it is, as its mean is spoken of. */
function isUnsaid(reader: Reader, { left, right }: Equality, symbol: string): boolean {
  const { randomness, naming } = reader.names;
  const key = baseOf(symbol);
  const isTaken = (node: Expr): boolean =>
    node.kind === 'call' &&
    momentOf(node) !== null &&
    node.args.some((arg) => naming.readName(arg)?.key === key);
  return !randomness.names.has(key) && [left, right].some((side) => some(side, isTaken));
}

/** The name behind a symbol that stands for its outcomes. */
function baseOf(symbol: string): string {
  return symbol.replace(/[<[].*$/, '');
}

/** Mean and variance leave the third moment and those above it open. */
function isOfHighDegree(side: Expr): boolean {
  const rough = (inner: Expr): boolean => {
    if (inner.kind === 'pow' && inner.exponent.kind === 'num')
      return Number(inner.exponent.text) > 2;
    return ['call', 'cases', 'abs', 'pow'].includes(inner.kind) && !momentOf(inner);
  };
  return some(
    side,
    (node) =>
      node.kind === 'call' && momentOf(node) !== null && node.args.some((arg) => some(arg, rough)),
  );
}
