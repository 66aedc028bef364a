import type { Deriv, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Legacy } from './legacy.js';
import type { Zone } from './zone.js';

/** Marginals are written so too: `p_x` of `p(x, y)`. */
const DENSITY = /^[pPqQ]$/;
const LETTER = /^[a-z]$/;

/**
 * A zone in which `f_x` and `f_{xy}` are derivatives, where the text says what `f(x, y)` is: the labels of a function of
 * several letters that are all among its arguments.
 */
export function withPartials(zone: Zone, { definitions }: Legacy): Zone {
  const known = new Map<string, readonly string[]>();
  for (const { key, args, indices } of definitions)
    if (args && indices.length === 0) note(known, key, args);
  for (const { statement } of zone.statements) {
    const [left, right] = statement.items;
    if (left?.kind !== 'call' || left.fn.kind !== 'sym' || !right) continue;
    if (statement.relations[0]?.sign === '=')
      note(
        known,
        printLatex(left.fn),
        left.args.map((arg) => printLatex(arg)),
      );
  }
  const has = (node: Expr): boolean => some(node, (inner) => partialOf(inner, known) !== null);
  if (!zone.statements.some(({ statement }) => statement.items.some((item) => item && has(item))))
    return zone;
  const statements = zone.statements.map((placed) => {
    const items = placed.statement.items.map((item) => item && differentiated(item, known));
    return { ...placed, statement: { ...placed.statement, items } };
  });
  return { ...zone, statements };
}

function note(known: Map<string, readonly string[]>, name: string, args: readonly string[]): void {
  if (args.length > 1 && !DENSITY.test(name) && args.every((arg) => LETTER.test(arg)))
    known.set(name, args);
}

function differentiated(node: Expr, known: ReadonlyMap<string, readonly string[]>): Expr {
  return partialOf(node, known) ?? mapChildren(node, (child) => differentiated(child, known));
}

function partialOf(node: Expr, known: ReadonlyMap<string, readonly string[]>): Deriv | null {
  if (node.kind !== 'sub' || node.target.kind !== 'sym' || node.called) return null;
  const args = known.get(printLatex(node.target));
  if (!args || !node.indices.every((index) => index.kind === 'sym' && args.includes(index.base)))
    return null;
  const wrt = node.indices.map((name) => ({ name, order: 1 }));
  return { kind: 'deriv', style: 'partial', top: node.target, wrt, span: node.span };
}
