import type { Book } from '../claim/meaning.js';
import type { Naming } from '../claim/naming.js';
import { isOpenIntegral } from '../expression/forms.js';
import type { Big, Bound, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { hasTrait, Trait } from '../expression/traits.js';
import { children, some, walk } from '../expression/walk.js';
import { isFunctionWord } from '../functions/known.js';
import { termsOf } from './landau.js';

type Sides = readonly [Expr, Expr];

/**
 * Sides with integrals without limits are equal up to a constant: their slopes must agree. Where their letters stand
 * nowhere else they run over the whole line, as in `\int x p(x)\,dx = \mu`, but for functions that are left open.
 */
export function slopesOf(sides: Sides, naming: Naming, book: Book): Sides | null {
  const found = sides.flatMap(openIntegrals);
  const [first] = found;
  const letter = first?.bounds[0]?.index;
  if (!letter) return null;
  const keys = new Set(found.flatMap(({ bounds }) => nameKeys(bounds, naming)));
  // A letter that is defined was put in the place of another.
  const isElsewhere =
    [...keys].some((key) => book.variables.has(key)) ||
    sides.some((side) => standsIn(side, keys, naming));
  const isOpen =
    keys.size === 1 &&
    sides.every((side) => termsOf(side).every(({ node }) => some(node, isOpenIntegral)));
  if (!isElsewhere && !(isOpen && sides.some((side) => some(side, isLeftOpen(naming, book)))))
    return [onLine(sides[0]), onLine(sides[1])];
  const slope = (side: Expr): Expr => {
    const wrt = [{ name: letter, order: 1 }];
    return { kind: 'deriv', style: 'total', top: ended(side), wrt, span: side.span };
  };
  return [slope(sides[0]), slope(sides[1])];
}

/** A function that nothing defines. */
function isLeftOpen(naming: Naming, book: Book): (node: Expr) => boolean {
  return (node) => {
    const use = node.kind === 'call' ? naming.readName(node.fn) : null;
    return use !== null && !book.functions.has(use.key) && !isFunctionWord(use.key);
  };
}

function openIntegrals(side: Expr): Big[] {
  const found: Big[] = [];
  if (!hasTrait(side, Trait.openIntegral)) return found;
  walk(side, (node) => {
    if (isOpenIntegral(node)) found.push(node);
  });
  return found;
}

function nameKeys(bounds: readonly Bound[], naming: Naming): string[] {
  return bounds.flatMap(({ index }) => naming.readName(index)?.key ?? []);
}

/** Does one of the names stand outside integrals without limits? */
function standsIn(node: Expr, keys: ReadonlySet<string>, naming: Naming): boolean {
  if (isOpenIntegral(node)) return false;
  const use = naming.readName(node);
  if (use) return keys.has(use.key);
  return children(node).some((child) => standsIn(child, keys, naming));
}

/** Integrals without limits as integrals to their own letter, from anywhere. */
function ended(node: Expr): Expr {
  return limited(node, ({ index }) => ({
    index,
    from: { kind: 'num', text: '1', span: node.span },
    to: index,
  }));
}

/** Integrals without limits over the whole line. */
function onLine(node: Expr): Expr {
  const { span } = node;
  const to: Expr = { kind: 'sym', base: '\\infty', accents: [], font: 'plain', span };
  return limited(node, ({ index }) => ({ index, from: { kind: 'neg', target: to, span }, to }));
}

function limited(node: Expr, limits: (bound: Bound) => Bound): Expr {
  const inner = mapChildren(node, (child) => limited(child, limits));
  return isOpenIntegral(inner) ? { ...inner, bounds: inner.bounds.map(limits) } : inner;
}
