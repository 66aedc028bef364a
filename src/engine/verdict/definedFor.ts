import { isCounting, type Expr } from '../expression/node.js';
import { replaceLetter } from '../expression/replace.js';
import { children } from '../expression/walk.js';
import type { Equality } from './equality.js';
import type { Reader } from './judge.js';

/**
 * What a claim's names were only defined for: `k \ne y_i` for a claim about `m_{ik}` after `m_{ij} = s_{ij} - s_{i y_i}`
 * with `j \ne y_i`.
 */
export function definedFor({ names, book }: Reader, { left, right }: Equality): Expr[] {
  const found: Expr[] = [];
  const visit = (node: Expr): void => {
    if (node.kind === 'big' && isCounting(node)) return;
    const use = names.naming.readName(node);
    const definition = use && book.variables.get(use.key);
    if (use && definition?.where && definition.indices.length === use.indices.length)
      found.push(forIndices(definition.where, definition.indices, use.indices));
    if (!use) for (const child of children(node)) visit(child);
  };
  visit(left);
  visit(right);
  return found;
}

function forIndices(where: Expr, letters: readonly string[], indices: readonly Expr[]): Expr {
  return letters.reduce((node, letter, at) => {
    const index = indices[at];
    return index ? replaceLetter(node, letter, index) : node;
  }, where);
}
