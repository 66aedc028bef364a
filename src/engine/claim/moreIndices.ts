import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { withFewerIndices } from './fewerIndices.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/** Elder and own definitions with the indices that the zone writes. */
export function withUsedIndices(
  inherited: readonly Definition[],
  made: readonly Definition[],
  roots: readonly Expr[],
  naming: Naming,
): readonly Definition[] {
  const elder = withMoreIndices(inherited, roots, naming);
  return withFewerIndices([...elder, ...made], roots, naming);
}

/**
 * "For one sample we leave n out": `p_k = e^{z_k} / \sum_l e^{z_l}` of an elder section, where p and z only stand as
 * `p_{nk}` and `z_{nk}`, is `p_{nk} = e^{z_{nk}} / \sum_l e^{z_{nl}}`.
 */
function withMoreIndices(
  inherited: readonly Definition[],
  roots: readonly Expr[],
  naming: Naming,
): readonly Definition[] {
  const shown = lettersOfPairs(roots, naming);
  return inherited.map((definition) => {
    const [own, ...more] = definition.indices;
    if (own === undefined || more.length > 0 || definition.args || definition.family.length > 0)
      return definition;
    const pair = shown.get(definition.key)?.find((one) => one.includes(own));
    const other = pair?.find((letter) => letter !== own);
    if (!pair || other === undefined) return definition;
    const at = pair.indexOf(other);
    const body = lifted(definition.body, other, at, new Set(shown.keys()), naming);
    return body ? { ...definition, indices: pair, body } : definition;
  });
}

/** The letters of names that stand with two indices, and never otherwise. */
export function lettersOfPairs(
  roots: readonly Expr[],
  naming: Naming,
): ReadonlyMap<string, readonly string[][]> {
  const shown = new Map<string, string[][]>();
  const others = new Set<string>();
  for (const root of roots)
    walk(root, (node) => {
      const use = naming.readName(node);
      if (!use) return;
      if (use.indices.length === 2)
        shown.set(use.key, [...(shown.get(use.key) ?? []), use.indices.map(labelText)]);
      else if (use.indices.length === 1) others.add(use.key);
    });
  return new Map([...shown].filter(([key]) => !others.has(key)));
}

/** With the index of the sample beside every other; null where a name in it does not have one. */
function lifted(
  body: Expr,
  letter: string,
  at: number,
  known: ReadonlySet<string>,
  naming: Naming,
): Expr | null {
  if (some(body, (node) => node.kind === 'sym' && node.base === letter)) return null;
  const taken: boolean[] = [];
  const index = (node: Expr): Expr => ({
    kind: 'sym',
    base: letter,
    accents: [],
    font: 'plain',
    span: node.span,
  });
  const change = (node: Expr): Expr => {
    const use = node.kind === 'sub' ? naming.readName(node) : null;
    if (node.kind !== 'sub' || !use || use.indices.length === 0) return mapChildren(node, change);
    taken.push(use.indices.length === 1 && node.indices.length === 1 && known.has(use.key));
    const indices = at === 0 ? [index(node), ...node.indices] : [...node.indices, index(node)];
    return { ...node, indices };
  };
  const out = change(body);
  return taken.length > 0 && taken.every(Boolean) ? out : null;
}
