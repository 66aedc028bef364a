import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/**
 * "For one feature we drop the index j": `g_{ij} = \partial L / \partial y_{ij}` where g and y only stand with i is
 * `g_i = \partial L / \partial y_i`.
 */
export function withFewerIndices(
  definitions: readonly Definition[],
  roots: readonly Expr[],
  naming: Naming,
): readonly Definition[] {
  const short = (definition: Definition): Definition => {
    const { indices, args, body } = definition;
    const by = body.kind === 'deriv' && body.wrt.length === 1 ? body.wrt[0]?.name : undefined;
    const whole = by && naming.readName(by);
    if (!whole || args || indices.length !== 2) return definition;
    if (whole.indices.map(labelText).join() !== indices.join()) return definition;
    const left = indices.filter((index) => usedWith(definition.key, index, roots, naming));
    const [only, ...more] = left;
    const made = definitions.find(({ key }) => key === whole.key);
    if (only === undefined || more.length > 0 || made?.indices.length !== 1) return definition;
    return { ...definition, indices: left, body: withOnly(body, only) };
  };
  return definitions.map(short);
}

/** Does the name stand with this one index, and never with two? */
function usedWith(key: string, letter: string, roots: readonly Expr[], naming: Naming): boolean {
  const seen = new Set<string>();
  for (const root of roots)
    walk(root, (node) => {
      const use = node.kind === 'sub' ? naming.readName(node) : null;
      if (use?.key === key) seen.add(use.indices.map(labelText).join());
    });
  return seen.has(letter) && ![...seen].some((one) => one.includes(','));
}

function withOnly(node: Expr, letter: string): Expr {
  if (node.kind !== 'sub') return mapChildren(node, (child) => withOnly(child, letter));
  const indices = node.indices.filter((index) => labelText(index) === letter);
  return indices.length === 1 ? { ...node, indices } : node;
}
