import { isLetterE, momentOf, withExpectations } from '../expression/moment.js';
import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Placed, Zone } from './zone.js';

/** A zone that takes expectations, with the letter of every `E(X)` read as their operator. */
export function withOperators(zone: Zone): Zone {
  if (!takesExpectations(zone)) return zone;
  return { ...zone, statements: zone.statements.map(rewritten) };
}

function rewritten(placed: Placed): Placed {
  const items = placed.statement.items.map((item) => item && withExpectations(item));
  return { ...placed, statement: { ...placed.statement, items } };
}

/** `E(w)` is an error where it is differentiated, and nothing else where nothing speaks of expectations. */
function takesExpectations({ statements, chances }: Zone): boolean {
  const items = statements.flatMap(({ statement }) =>
    statement.items.filter((item) => item !== null),
  );
  const has = (test: (node: Expr) => boolean): boolean => items.some((item) => some(item, test));
  if (!has((node) => node.kind === 'call' && isLetterE(node.fn))) return false;
  if (has(isDifferentiated)) return false;
  return chances.length > 0 || has((node) => momentOf(node) !== null);
}

function isDifferentiated(node: Expr): boolean {
  const target = node.kind === 'deriv' ? node.top : node.kind === 'nabla' ? node.target : null;
  if (!target) return false;
  return isLetterE(target) || (target.kind === 'call' && isLetterE(target.fn));
}
