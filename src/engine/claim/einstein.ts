import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children } from '../expression/walk.js';
import type { Placed, Zone } from './zone.js';

/** Does the text say that it follows the convention? */
export function isEinstein(zone: Zone): boolean {
  return zone.facts.some((fact) => fact.kind === 'einstein');
}

/** A zone with the sums of Einstein's convention written out. */
export function withSums(zone: Zone): Zone {
  return { ...zone, statements: zone.statements.map(summed) };
}

function summed(placed: Placed): Placed {
  const items = placed.statement.items.map((item) => item && sumRepeated(item));
  return { ...placed, statement: { ...placed.statement, items } };
}

/** Letters that Einstein's convention sums over. */
const INDEX = /^[a-z]$/;

/** Writes the sums that an index standing twice in a product implies: `A_{ij} x_j` is `\sum_j A_{ij} x_j`. */
function sumRepeated(node: Expr): Expr {
  if (node.kind === 'big') return node;
  if (node.kind !== 'mul' && node.kind !== 'sub')
    return mapChildren(node, (child) => sumRepeated(child));
  const twice = [...countIndices(node)].filter(([, one]) => one.count === 2);
  return twice.reduce<Expr>(
    (body, [, { index }]) => ({
      kind: 'big',
      op: 'sum',
      bounds: [{ index }],
      swapped: false,
      body,
      head: { start: node.span.start, end: node.span.start },
      span: node.span,
    }),
    node,
  );
}

interface Counted {
  readonly index: Expr;
  readonly count: number;
}

function countIndices(node: Expr): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  const visit = (inner: Expr): void => {
    if (inner.kind === 'big') return;
    if (inner.kind === 'sub')
      for (const index of inner.indices) {
        if (index.kind !== 'sym' || !INDEX.test(index.base)) continue;
        const known = counts.get(index.base);
        counts.set(index.base, { index, count: (known?.count ?? 0) + 1 });
      }
    // The terms of a sum in brackets share their indices.
    for (const child of inner.kind === 'add' ? [inner.left] : children(inner)) visit(child);
  };
  visit(node);
  return counts;
}
