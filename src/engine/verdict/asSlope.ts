import type { Expr, Sym } from '../expression/node.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Edit } from './edits/edit.js';
import type { Equality } from './equality.js';
import { isGradient, Reader } from './judge.js';

/** A claim with a name for every slope in it, and the reading in which that may be anything. */
export interface Named {
  readonly reader: Reader;
  readonly claim: Equality;
  /** An edit of it as one of the claim that was written, or null where there is none. */
  readonly asWritten: (edit: Edit) => Edit | null;
}

/**
 * `w - \eta (\nabla L + \lambda w) = (1 - \eta \lambda) w - \eta \nabla L` holds whatever L is. Null where one side has a
 * slope that the other has not.
 */
export function withNamedSlopes({ names, ranks, book }: Reader, claim: Equality): Named | null {
  const slopes = new Map<string, Sym>();
  const shapes = new Map(ranks);
  const origin = new Map<Expr, Expr>();
  const named = (node: Expr): Expr => {
    const by = wrtOf(node);
    if (!by) {
      const inner = mapChildren(node, named);
      origin.set(inner, node);
      return inner;
    }
    const base = `slope ${printLatex(node)}`;
    const name: Sym = { kind: 'sym', base, accents: [], font: 'plain', span: node.span };
    slopes.set(base, name);
    origin.set(name, node);
    const rank = ranks.get(names.naming.readName(by)?.key ?? '');
    if (rank !== undefined) shapes.set(base, rank);
    return name;
  };
  const [left, right] = [named(claim.left), named(claim.right)];
  const has = (side: Expr, base: string): boolean =>
    some(side, (node) => node.kind === 'sym' && node.base === base);
  const shared = [...slopes.keys()].every((base) => has(left, base) && has(right, base));
  if (slopes.size === 0 || !shared || isGradient(left) || isGradient(right)) return null;
  const written = (node: Expr): Expr => {
    const slope = node.kind === 'sym' ? slopes.get(node.base) : undefined;
    return origin.get(slope ?? node) ?? mapChildren(node, written);
  };
  return {
    reader: new Reader(names, shapes, book),
    claim: { ...claim, left, right },
    asWritten: (edit) => {
      const node = origin.get(edit.node);
      const change = written(edit.change);
      return node
        ? { ...edit, node, change, result: replaceNode(claim.right, node, change) }
        : null;
    },
  };
}

/** By what a slope of the first order is taken, where that is one name. */
function wrtOf(node: Expr): Expr | null {
  if (node.kind === 'nabla') {
    const { order, wrt, target } = node;
    const [arg, ...more] = target.kind === 'call' ? target.args : [];
    return order === 1 ? (wrt ?? (arg && more.length === 0 ? arg : null)) : null;
  }
  if (node.kind !== 'deriv' || node.top === null) return null;
  const [by, ...more] = node.wrt;
  return by?.order === 1 && more.length === 0 ? by.name : null;
}
