import type { Big, Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { plainName } from '../latex/parse/words.js';
import type { Naming } from './naming.js';

/** `\sum_k p_k \log p_k` and `\sum_k p_k \log \frac{p_k}{q_k}`: entropies and divergences are of distributions. */
export function distributionsIn({ op, bounds, body }: Big, naming: Naming): string[] {
  const [bound, ...more] = bounds;
  if (op !== 'sum' || bound?.index.kind !== 'sym' || more.length > 0) return [];
  const { base } = bound.index;
  const keyOf = (node: Expr): string | null => {
    const use = naming.readName(node);
    const last = use?.indices.at(-1);
    return use && last?.kind === 'sym' && last.base === base ? use.key : null;
  };
  const inner = body.kind === 'neg' ? body.target : body;
  if (inner.kind !== 'mul') return [];
  const weights = inner.factors.map(keyOf).filter((key) => key !== null);
  const logged = new Set<string>();
  for (const factor of inner.factors)
    walk(factor, (node) => {
      if (node.kind !== 'call' || node.fn.kind !== 'sym') return;
      if (!/^(log|ln)$/.test(plainName(node.fn.base.replace(/^\\/, '')))) return;
      // `\log(1 - p_k)`: each a probability by itself.
      for (const arg of node.args) for (const key of quotientKeys(arg, keyOf)) logged.add(key);
    });
  const own = weights.some((key) => logged.has(key));
  return own ? [...logged] : [];
}

/** The name itself, or the two of a quotient; products are distributions only together. */
function quotientKeys(node: Expr, keyOf: (node: Expr) => string | null): string[] {
  const parts = node.kind === 'div' ? [node.top, node.bottom] : [node];
  return parts.map(keyOf).filter((key) => key !== null);
}
