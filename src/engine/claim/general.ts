import { strayLetter } from '../expression/counter.js';
import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import type { Naming } from './naming.js';

/**
 * `p(x_i \mid \theta) = \theta^{x_i} (1 - \theta)^{1 - x_i}`: said of any sample, and so a function of x. Null where
 * something else depends on i too.
 */
export function ofAnySample(
  left: Expr,
  right: Expr,
  naming: Naming,
): { readonly left: Expr; readonly right: Expr } | null {
  if (left.kind !== 'call' || (naming.readName(left.fn)?.indices.length ?? 1) > 0) return null;
  const [letter, ...others] = new Set(left.args.flatMap((arg) => indexOf(arg, naming) ?? []));
  if (letter === undefined || others.length > 0) return null;
  // The author took another letter for the one that is summed over.
  if (some(right, (node) => strayLetter(node)?.base === letter)) return null;
  const keys = new Set(
    left.args.flatMap((arg) => (indexOf(arg, naming) ? (naming.readName(arg)?.key ?? []) : [])),
  );
  // A name of its own, which is nobody's entry.
  const plain = (node: Expr): Expr =>
    node.kind === 'sub' &&
    node.target.kind === 'sym' &&
    indexOf(node, naming) === letter &&
    keys.has(naming.readName(node)?.key ?? '')
      ? { ...node.target, accents: ['sample', ...node.target.accents] }
      : mapChildren(node, plain);
  const args = left.args.map(plain);
  const body = plain(right);
  const rests = [body, ...args].some((part) =>
    some(part, (node) => node.kind === 'sym' && node.base === letter),
  );
  return rests || body === right ? null : { left: { ...left, args }, right: body };
}

/** The i of `x_i`. */
function indexOf(node: Expr, naming: Naming): string | null {
  const use = node.kind === 'sub' && node.indices.length === 1 ? naming.readName(node) : null;
  const [index] = use?.indices ?? [];
  return use && use.indices.length === 1 && index?.kind === 'sym' ? index.base : null;
}
