import type { Big, Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import type { Naming } from './naming.js';

/** Definitions that nobody writes stand apart. */
const FIRST_ID = 200_000;

/**
 * `\bar{x}` beside a sum over `x_1, ..., x_n`, where the document never says what it is: their mean. Not where a bar
 * stands over what has no index, as it does where it means something else.
 */
export function meanDefinitions(
  roots: readonly Expr[],
  written: readonly Definition[],
  naming: Naming,
): Definition[] {
  const bare = new Set<string>();
  const indexed = new Set<string>();
  const sums: Big[] = [];
  for (const root of roots)
    walk(root, (node) => {
      const use = naming.readName(node);
      if (use) (use.indices.length > 0 ? indexed : bare).add(use.key);
      if (node.kind === 'big' && node.op === 'sum' && node.bounds.length === 1) sums.push(node);
    });
  const barred = [...bare].filter((key) => /^\\bar\{[a-zA-Z]\}$/.test(key) && !indexed.has(key));
  const open = barred.filter((key) => !written.some((definition) => definition.key === key));
  if (barred.some((key) => !indexed.has(plainOf(key)))) return [];
  return open.flatMap((key, at) => {
    const body = meanOf(plainOf(key), sums, naming);
    return body ? { id: FIRST_ID + at, key, family: [], indices: [], args: null, body } : [];
  });
}

function plainOf(key: string): string {
  return key.replace(/^\\bar\{(.*)\}$/, '$1');
}

/** The mean over the first sum with limits that has an entry of it. */
function meanOf(key: string, sums: readonly Big[], naming: Naming): Expr | null {
  for (const sum of sums) {
    const [bound] = sum.bounds;
    if (bound?.index.kind !== 'sym' || bound.from?.kind !== 'num' || !bound.to) continue;
    const letter = bound.index.base;
    const entries: Expr[] = [];
    walk(sum.body, (node) => {
      const use = naming.readName(node);
      const [index, ...more] = use?.indices ?? [];
      const own = use?.key === key && index?.kind === 'sym' && index.base === letter;
      if (own && more.length === 0) entries.push(node);
    });
    const [entry] = entries;
    if (!entry || bound.from.text !== '1') continue;
    return { kind: 'div', top: { ...sum, body: entry }, bottom: bound.to, span: sum.span };
  }
  return null;
}
