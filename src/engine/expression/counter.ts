import type { Expr, Sym } from './node.js';
import { children, some } from './walk.js';

/** What `\sum x_i y_i` counts with, which names no letter: the one that its terms have as index; null where there are several. */
export function counterIn(body: Expr): Sym | null {
  const found = new Map<string, Sym>();
  collect(body, new Set(), found);
  const [letter, ...others] = found.values();
  return letter && others.length === 0 ? letter : null;
}

/** The i of `\\sum_{k=1}^{n} (x_i - y_i)^2`: what the terms have instead of the letter that is counted with; null where they have that. */
export function strayLetter(node: Expr): Sym | null {
  const [bound, ...others] = node.kind === 'big' && node.op === 'sum' ? node.bounds : [];
  if (node.kind !== 'big' || bound?.index.kind !== 'sym' || others.length > 0) return null;
  const { index, to, set, condition } = bound;
  if (set || condition || has(node.body, index.base)) return null;
  const letter = counterIn(node.body);
  return letter && !(to && has(to, letter.base)) ? letter : null;
}

function has(node: Expr, letter: string): boolean {
  return some(node, (inner) => inner.kind === 'sym' && inner.base === letter);
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
