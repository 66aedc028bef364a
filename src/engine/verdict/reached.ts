import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import type { Reader } from './judge.js';

/** The names of a claim, and those that its definitions lead to. */
export function reachedFrom({ names, book }: Reader, sides: readonly Expr[]): readonly string[] {
  const found = new Set<string>();
  const open = [...sides];
  for (let node = open.pop(); node; node = open.pop())
    for (const key of keysIn(node, names.naming)) {
      if (found.has(key)) continue;
      found.add(key);
      const body = (book.variables.get(key) ?? book.functions.get(key))?.body;
      if (body) open.push(body);
    }
  return [...found];
}
