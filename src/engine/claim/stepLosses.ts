import type { Expr } from '../expression/node.js';
import { children, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { isLossName } from '../interpret/loss.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/** Ids that no other definition has. */
const FIRST_ID = 700_000;

/** `\ell_t` alone is the `\ell_t(h_t)` of `L = \sum_t \ell_t(h_t)`, of which nothing else says what it is. */
export function stepLosses(
  roots: readonly Expr[],
  definitions: readonly Definition[],
  naming: Naming,
): readonly Definition[] {
  const calls = new Map<string, Definition>();
  for (const { body } of definitions)
    walk(body, (node) => {
      const use = node.kind === 'call' ? naming.readName(node.fn) : null;
      const [step, ...more] = use?.family ?? [];
      if (!use || step?.kind !== 'sym' || more.length + use.indices.length > 0) return;
      if (!isLossName(use.key) || calls.has(use.key)) return;
      const family = [labelText(step)];
      const id = FIRST_ID + calls.size;
      calls.set(use.key, { id, key: use.key, family, indices: [], args: null, body: node });
    });
  if (calls.size === 0) return [];
  const bare = new Set<string>();
  const visit = (node: Expr): void => {
    const use = naming.readName(node);
    if (use) bare.add(use.key);
    else for (const child of node.kind === 'call' ? node.args : children(node)) visit(child);
  };
  roots.forEach(visit);
  return [...calls.values()].filter(
    ({ key }) => bare.has(key) && !definitions.some((one) => one.key === key),
  );
}
