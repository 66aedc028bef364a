import type { Book } from '../claim/meaning.js';
import type { Naming } from '../claim/naming.js';
import type { Differential, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { hasTrait, Trait } from '../expression/traits.js';
import { children, walk } from '../expression/walk.js';
import { withoutIndices } from '../interpret/range.js';
import { slopesOf } from './antiderivative.js';
import { orderSides } from './landau.js';

type Sides = readonly [Expr, Expr];

/** Both sides of a claim as they are to be evaluated: what only the whole claim shows is written into them. */
export function prepared([left, right]: Sides, naming: Naming, book: Book): Sides {
  const sides = orderSides([left, right], naming, book) ??
    slopesOf([left, right], naming, book) ?? [left, right];
  return alongNames(sides, naming, book);
}

/** Differentials of both sides are taken along the changes of the same names. */
function alongNames([left, right]: Sides, naming: Naming, book: Book): Sides {
  if (!hasDifferential(left) && !hasDifferential(right)) return [left, right];
  const along = changing([left, right], naming, book);
  const write = (node: Expr): Expr => {
    const inner = mapChildren(node, write);
    return inner.kind === 'differential' ? { ...inner, along } : inner;
  };
  return [write(left), write(right)];
}

/**
 * The names whose differentials a claim has: those that nothing defines, else all that it is not about. In
 * `dE = X\,dA` with `E = XA`, X stands still; in `dL = \langle G, dE \rangle` whatever E is made of changes, and in
 * `d(x^\top x) = d\|x\|^2` whatever stands there.
 */
function changing([left, right]: Sides, naming: Naming, book: Book): Expr[] {
  const inner = left.kind === 'differential' ? left.target : left;
  const [all, others] = [differentialsIn([left, right]), differentialsIn([inner, right])];
  const named = (list: readonly Differential[]): Named =>
    new Map(list.flatMap(({ target }) => nameOf(upright(target), naming)));
  const own = named(others);
  const names = own.size > 0 ? own : named(all);
  if (names.size === 0) for (const { target } of all) addNames(target, naming, names);
  const free = [...names].filter(([key]) => !book.variables.has(key) && !book.functions.has(key));
  return (free.length > 0 ? free : [...names]).map(([, name]) => name);
}

type Named = Map<string, Expr>;

export function differentialsIn(sides: readonly Expr[]): Differential[] {
  const found: Differential[] = [];
  for (const side of sides)
    walk(side, (node) => {
      if (node.kind === 'differential') found.push(node);
    });
  return found;
}

/** `dx^\top` is the transpose of `dx`. */
function upright(node: Expr): Expr {
  return node.kind === 'transpose' ? node.target : node;
}

function nameOf(node: Expr, naming: Naming): [string, Expr][] {
  const use = naming.readName(node);
  if (!use) return [];
  return [[use.key, node.kind === 'sub' ? withoutIndices(node, use.indices) : node]];
}

function addNames(node: Expr, naming: Naming, into: Named): void {
  const found = nameOf(node, naming);
  for (const [key, name] of found) into.set(key, name);
  if (found.length > 0) return;
  for (const child of node.kind === 'call' ? node.args : children(node))
    addNames(child, naming, into);
}

function hasDifferential(node: Expr): boolean {
  return hasTrait(node, Trait.differential);
}
