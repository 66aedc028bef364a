import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import type { Equality } from './equality.js';
import type { Setting } from './setting.js';

/** A claim with a size under its letter again, and what the document says that it is. */
export interface Sized {
  readonly claim: Equality;
  readonly text: string;
}

/**
 * `\frac{2}{3} \sum_i` after "hay tres puntos, $n = 3$", where the loss was defined with `\frac{1}{n}`: the claim with n
 * for the number, wherever it divides or ends a sum, for each size that the document gives a number.
 */
export function withSizes(setting: Setting, claim: Equality): readonly Sized[] {
  return [...sizesOf(setting)].flatMap(([name, number]): Sized[] => {
    const [left, right] = [named(claim.left, name, number), named(claim.right, name, number)];
    if (left === claim.left && right === claim.right) return [];
    return [{ claim: { ...claim, left, right }, text: `${name} = ${number}` }];
  });
}

function sizesOf({ reader, counts }: Setting): ReadonlyMap<string, string> {
  const sizes = new Map<string, string>();
  const { forest } = reader.session(false, false).meaning;
  for (const [key, value] of reader.book.values)
    if (value.kind === 'num' && /^\d+$/.test(value.text)) sizes.set(key, value.text);
  for (const { latex, detail } of counts) sizes.set(latex, detail ?? '');
  return new Map([...sizes].filter(([key, number]) => number !== '1' && forest.knows(key)));
}

/** The number's letter where it divides, or is where a sum ends. */
function named(node: Expr, name: string, number: string): Expr {
  const inner = mapChildren(node, (child) => named(child, name, number));
  if (inner.kind === 'div') {
    const bottom = asName(inner.bottom, name, number);
    return bottom === inner.bottom ? inner : { ...inner, bottom };
  }
  if (inner.kind !== 'big') return inner;
  const bounds = inner.bounds.map((bound) => {
    const to = bound.to && asName(bound.to, name, number);
    return to === bound.to || to === undefined ? bound : { ...bound, to };
  });
  return bounds.every((bound, k) => bound === inner.bounds[k]) ? inner : { ...inner, bounds };
}

function asName(node: Expr, base: string, number: string): Expr {
  if (node.kind === 'mul') {
    const factors = node.factors.map((factor) => asName(factor, base, number));
    return factors.every((factor, k) => factor === node.factors[k]) ? node : { ...node, factors };
  }
  if (node.kind !== 'num' || node.text !== number) return node;
  const letter: Sym = { kind: 'sym', base, accents: [], font: 'plain', span: node.span };
  return letter;
}
