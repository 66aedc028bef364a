import type { Expr } from '../expression/node.js';
import { sameTree } from '../expression/sameTree.js';
import { some } from '../expression/walk.js';
import type { Naming } from './naming.js';
import type { Placed } from './zone.js';

/** Names that are said to be drawn: `\varepsilon \sim \mathcal{N}(0, s^2)`. */
export function drawnNames(statements: readonly Placed[], naming: Naming): Set<string> {
  const drawn = new Set<string>();
  for (const { statement } of statements) {
    const [left] = statement.items;
    const use = left && statement.relations[0]?.sign === 'sim' ? naming.readName(left) : null;
    if (use) drawn.add(use.key);
  }
  return drawn;
}

/**
 * `y_i = w^\top x_i + \varepsilon_i`: the data and a noise that nobody sees. It says where data come from;
 * a likelihood holds them fixed, so it is supposed and defines nothing.
 */
export function hasNoise(body: Expr, naming: Naming, drawn: ReadonlySet<string>): boolean {
  if (body.kind !== 'add' || body.op !== '+') return false;
  const use = naming.readName(body.right);
  const indexed = use !== null && use.indices.length + use.family.length > 0;
  const noise = use !== null && /^(\\epsilon|\\varepsilon|\\xi)$/.test(use.key);
  // `\tilde{x} = x + \varepsilon` is a small step from x; beside a product the letter is what that leaves unexplained.
  const unexplained = noise && (indexed || some(body.left, isProduct));
  if (use && (drawn.has(use.key) || unexplained)) return true;
  return hasNoise(body.left, naming, drawn);
}

/** Of different things, as weights and data are; `\frac{1}{d} \sum_k x_k^2 + \epsilon` keeps a mean of squares from zero. */
function isProduct(node: Expr): boolean {
  if (node.kind !== 'mul') return false;
  const [first, ...more] = node.factors
    .filter((factor) => !isShare(factor))
    .map((factor) => (factor.kind === 'transpose' ? factor.target : factor));
  return first !== undefined && more.some((factor) => !sameTree(first, factor));
}

/** `\frac{1}{n}` */
function isShare(node: Expr): boolean {
  return node.kind === 'div' && node.top.kind === 'num' && node.bottom.kind !== 'num';
}
