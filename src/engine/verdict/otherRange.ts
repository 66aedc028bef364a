import type { Placed } from '../claim/zone.js';
import type { Big, Expr, Sym } from '../expression/node.js';
import { replaceLetter, replaceNode } from '../expression/replace.js';
import { sameTree } from '../expression/sameTree.js';
import { walk } from '../expression/walk.js';
import type { Found } from './found.js';

/**
 * `p_i = \frac{e^{z_i}}{\sum_{j=1}^k e^{z_j}}` with `i = 1, \dots, d`: what is divided by adds up all entries of which
 * the top is one, so that there are as many.
 */
export function otherRange(placed: Placed, statements: readonly Placed[]): Found | null {
  const [left, right] = placed.statement.items;
  const [index, ...more] = left?.kind === 'sub' ? left.indices : [];
  if (!right || index?.kind !== 'sym' || more.length > 0) return null;
  const last = lastOf(index.base, placed, statements);
  const sum = last && sumOfAll(right, index.base);
  const [bound] = sum?.bounds ?? [];
  if (!last || !sum || bound?.to?.kind !== 'sym' || bound.index.kind !== 'sym') return null;
  if (bound.to.base === last.base) return null;
  const change: Expr = { ...sum, bounds: [{ ...bound, to: { ...last, span: bound.to.span } }] };
  const result = replaceNode(right, sum, change);
  const args = { index: bound.index.base, here: bound.to.base, there: last.base };
  return {
    judgement: {
      kind: 'definition',
      verdict: 'slip',
      reason: { code: 'notation.range', args },
      assumptions: [],
    },
    edit: { code: 'fix.bounds', cost: 1, node: sum, change, result },
  };
}

/** The d of `i = 1, 2, \dots, d`, where that follows in the same formula or right after it. */
function lastOf(index: string, placed: Placed, statements: readonly Placed[]): Sym | null {
  const at = statements.indexOf(placed);
  const next = statements[at + 1];
  const [letter, first] = next?.statement.items ?? [];
  if (!next || letter?.kind !== 'sym' || letter.base !== index) return null;
  if (first?.kind !== 'num' || next.statement.relations[0]?.sign !== '=') return null;
  if (next.block !== placed.block && next.block.outer.start - placed.block.outer.end > NEAR)
    return null;
  for (const one of statements.slice(at + 2, at + 2 + MOST)) {
    const [item] = one.statement.items;
    if (one.block !== next.block || one.statement.link !== 'comma' || !item) return null;
    if (item.kind === 'sym') return item;
    if (item.kind !== 'num' && item.kind !== 'dots') return null;
  }
  return null;
}

/** Room for "para" or "where". */
const NEAR = 12;

/** `1, 2, 3, \dots, d` at most. */
const MOST = 4;

/** `\sum_j e^{z_j}` below `e^{z_i}`. */
function sumOfAll(body: Expr, index: string): Big | null {
  let found: Big | null = null;
  walk(body, (node) => {
    if (node.kind !== 'div' || node.bottom.kind !== 'big' || node.bottom.op !== 'sum') return;
    const [bound, ...more] = node.bottom.bounds;
    if (bound?.index.kind !== 'sym' || more.length > 0) return;
    const term = replaceLetter(node.bottom.body, bound.index.base, { ...bound.index, base: index });
    if (sameTree(term, node.top)) found = node.bottom;
  });
  return found;
}
