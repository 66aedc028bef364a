import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Equality } from './equality.js';

/** Letters that count what there is of something. */
const COUNTS = /^[nNmM]$/;

/** `\frac{n_1 n_2}{n}`: with $n_1 + n_2$ for the n of all classes together; null where no letter is used so. */
export function withTotals(claim: Equality): Equality | null {
  const parts = new Map<string, Map<number, Expr>>();
  const bare = new Set<string>();
  const note = (node: Expr): void => {
    if (node.kind === 'sub' && node.target.kind === 'sym') {
      const { base } = node.target;
      const [index, ...more] = node.indices;
      if (!COUNTS.test(base) || index?.kind !== 'num' || more.length > 0) return;
      parts.set(base, (parts.get(base) ?? new Map<number, Expr>()).set(Number(index.text), node));
    }
    if (isCount(node)) bare.add(node.base);
  };
  for (const side of [claim.left, claim.right]) for (const node of namesIn(side)) note(node);
  const totals = new Map<string, Expr>();
  for (const [base, members] of parts) {
    const listed = Array.from({ length: members.size }, (_, k) => members.get(k + 1));
    const all = listed.flatMap((one) => (one ? [one] : []));
    if (bare.has(base) && all.length === listed.length && all.length > 1)
      totals.set(
        base,
        all.reduce((left, right) => ({ kind: 'add', op: '+', left, right, span: left.span })),
      );
  }
  if (totals.size === 0) return null;
  const put = (node: Expr): Expr => {
    if (isCount(node)) return totals.get(node.base) ?? node;
    return node.kind === 'sub' ? node : mapChildren(node, put);
  };
  return { ...claim, left: put(claim.left), right: put(claim.right) };
}

function isCount(node: Expr): node is Expr & { kind: 'sym' } {
  return node.kind === 'sym' && node.accents.length === 0 && COUNTS.test(node.base);
}

/** All parts but those of names with an index. */
function namesIn(root: Expr): Expr[] {
  const found: Expr[] = [];
  const inside = new Set<Expr>();
  walk(root, (node) => {
    if (!inside.has(node)) found.push(node);
    if (node.kind === 'sub') inside.add(node.target);
  });
  return found;
}
