import type { Expr, Sym } from '../../expression/node.js';
import { children } from '../../expression/walk.js';

/** What `\sum x_i y_i` counts with, which names no letter: the one that its terms have as index; null where there are several. */
export function counterIn(body: Expr): Sym | null {
  const found = new Map<string, Sym>();
  collect(body, new Set(), found);
  const [letter, ...others] = found.values();
  return letter && others.length === 0 ? letter : null;
}

function collect(node: Expr, bound: ReadonlySet<string>, found: Map<string, Sym>): void {
  if (node.kind === 'big') {
    const own = node.bounds.flatMap(({ index }) => (index.kind === 'sym' ? [index.base] : []));
    collect(node.body, new Set([...bound, ...own]), found);
    return;
  }
  for (const index of indicesOf(node))
    if (index.kind === 'sym' && /^[a-z]$/.test(index.base) && !bound.has(index.base))
      found.set(index.base, index);
  for (const child of children(node)) collect(child, bound, found);
}

/** `x_i`, and `x^{(i)}` where it counts samples. */
function indicesOf(node: Expr): readonly Expr[] {
  if (node.kind === 'sub') return node.indices;
  return node.kind === 'mark' && node.index ? [node.index] : [];
}
