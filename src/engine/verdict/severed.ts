import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Reader } from './judge.js';
import { reachedFrom } from './reached.js';

/**
 * `\partial L / \partial h` where the text gives a number for `z = \sigma(U h)` and none for U: what the number changes
 * by with h cannot be told from it.
 */
export function isSevered(reader: Reader, node: Expr): boolean {
  const { naming } = reader.names;
  return some(node, (inner) => {
    if (inner.kind !== 'deriv' || !inner.top) return false;
    const by = inner.wrt.flatMap(({ name }) => [...keysIn(name, naming)]);
    return reachedFrom(reader, [inner.top]).some((key) => {
      const body = reader.book.values.has(key) ? reader.book.variables.get(key)?.body : undefined;
      if (!body || by.includes(key)) return false;
      return reachedFrom(reader, [body]).some((one) => by.includes(one)) && !reader.hasValues(body);
    });
  });
}
