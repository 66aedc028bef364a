import { isNumeric } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Equality } from './equality.js';
import type { Setting } from './setting.js';

/**
 * Are both sides made of the same names? Where a claim begins, two things that are made of different names may be
 * equal by something that the text says elsewhere, or in words.
 */
export function sameMakeup(setting: Setting, { left, right }: Equality): boolean {
  const { naming } = setting.names;
  if (isNameLike(left)) return false;
  const [a, b] = [keysIn(left, naming), keysIn(right, naming)];
  const { forest } = setting.reader.session(false, false).meaning;
  const contained = [...b].every((key) => a.has(key) || forest.knows(key));
  const { declarations } = setting.names;
  return (
    contained && ([...a].every((key) => b.has(key)) || [...a].every((key) => declarations.has(key)))
  );
}

/**
 * Is the right side made of nothing but names of the left, which is an expression of several? With names that cancel,
 * as the c of `(a c + b c) / (a b c) = 1/a + 1/b`, nothing that the text says of them matters.
 */
export function isContained({ names: { naming } }: Setting, { left, right }: Equality): boolean {
  if (!['add', 'mul', 'div', 'neg', 'pow'].includes(left.kind) || isNameLike(left)) return false;
  const [a, b] = [keysIn(left, naming), keysIn(right, naming)];
  return a.size > b.size && b.size > 1 && [...b].every((key) => a.has(key));
}

/** `\sum_k N_k = N`: the bare letter may be a number of its own, whatever its indexed namesakes are. */
export function isTotal(setting: Setting, { left, right }: Equality): boolean {
  const { naming, evidence, declarations } = setting.names;
  return [left, right].some((side) => {
    const use = naming.readName(side);
    const shown = use && use.indices.length === 0 ? evidence.get(use.key) : undefined;
    if (!use || !shown || declarations.has(use.key)) return false;
    return shown.indexed > 0 && !shown.transposed && !shown.bold && !shown.normed;
  });
}

/** Does the document itself give the shape of every name in the claim? */
export function shapesKnown(setting: Setting, claim: Equality): boolean {
  const { naming, declarations } = setting.names;
  const keys = [...keysIn(claim.left, naming), ...keysIn(claim.right, naming)];
  return keys.every((key) => {
    const shown = setting.names.evidence.get(key);
    // Bold and plain letters of one name may be two things.
    const mixed = shown?.bold && shown.plain;
    const seen = shown && (shown.indexed > 0 || shown.transposed || shown.bold || shown.softmaxed);
    const { variables, functions } = setting.reader.book;
    if (declarations.get(key)?.sizes) return true;
    return !mixed && (variables.has(key) || functions.has(key) || seen || shown?.index);
  });
}

/** `U^\top U = I`, `u^\top u = 1`, `Q^\top Q = Q Q^\top = I`: what is asked of one name alone. */
export function isConstraint(setting: Setting, { left, right, next }: Equality): boolean {
  const isUnit = (node: Expr): boolean =>
    node.kind === 'num' ? node.text === '1' : isIdentity(setting, node);
  if (!isUnit(right)) return !!next && isUnit(next) && isOfOneName(setting, [left, right]);
  return isOfOneName(setting, [left]);
}

function isOfOneName({ names: { naming } }: Setting, products: readonly Expr[]): boolean {
  const keys = new Set(products.flatMap((node) => [...keysIn(node, naming)]));
  const isTurned = ({ kind }: Expr): boolean => kind === 'transpose';
  return (
    keys.size === 1 && products.every((node) => node.kind === 'mul' && node.factors.some(isTurned))
  );
}

/** `I`, `I_n`. */
export function isIdentity(setting: Setting, node: Expr): boolean {
  return /^I(_|$)/.test(setting.names.naming.readName(node)?.key ?? '');
}

export function isNameLike(node: Expr): boolean {
  // `\mathrm{d}X = H` names a change.
  if (node.kind === 'differential') return node.target.kind === 'sym';
  if (node.kind === 'pow') return isNameLike(node.base) && node.exponent.kind === 'num';
  return node.kind === 'sym' || node.kind === 'sub' || node.kind === 'mark';
}

/** `f_t = i_t = o_t = \frac{1}{2}`: so much is each of them in an example. */
export function setsAll({ statement: { items, relations } }: Placed): boolean {
  const value = items.at(-1);
  const names = items.slice(0, -1);
  const equated = relations.every(({ sign }) => sign === '=');
  return (
    equated &&
    names.length > 1 &&
    !!value &&
    isNumeric(value) &&
    names.every((one) => one && isNameLike(one))
  );
}
