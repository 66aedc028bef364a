import { isLogarithm } from '../expression/forms.js';
import type { Add, Big, Expr, Mul } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import { plainName } from '../latex/parse/words.js';
import type { Naming } from './naming.js';

/** What a cross-entropy is taken against is one class, or shares of them, said or not; counts and weights have other letters. */
const TARGET = /^(?:\\(?:tilde|bar|hat|mathbf|boldsymbol)\{)?[ytdYT]\}?(?:\^|_|$)/;

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
  const impurity = impurityIn(body, base, keyOf);
  if (impurity !== null) return [impurity];
  const inner = body.kind === 'neg' ? body.target : body;
  if (inner.kind !== 'mul') return [];
  const weights = inner.factors.map(keyOf).filter((key) => key !== null);
  const logged = new Set<string>();
  for (const factor of inner.factors)
    walk(factor, (node) => {
      // `\log(1 - p_k)`: each a probability by itself.
      if (isLogarithm(node))
        for (const arg of node.args) for (const key of quotientKeys(arg, keyOf)) logged.add(key);
    });
  const own = weights.some((key) => logged.has(key));
  if (own) return [...logged];
  const counted = (node: Expr): boolean => node.kind === 'sym' && node.base === base;
  const softened = inner.factors.some((factor) => isLogarithm(factor) && some(factor, counted));
  return softened ? weights.filter((key) => TARGET.test(key)) : [];
}

/** `\sum_k p_k (1 - p_k)` over classes: Gini's impurity of p. */
function impurityIn(
  body: Expr,
  index: string,
  keyOf: (node: Expr) => string | null,
): string | null {
  // Whether `p_k(1 - p_k)` is a call is not known yet.
  const factors = body.kind === 'call' ? [body.fn, ...body.args] : childrenOf(body);
  const [share, rest, ...more] = factors;
  const key = share ? keyOf(share) : null;
  if (key === null || more.length > 0 || !CLASSES.test(index) || !SHARES.test(key)) return null;
  const left = rest?.kind === 'add' && rest.op === '-' ? rest.left : null;
  return left?.kind === 'num' && rest?.kind === 'add' && keyOf(rest.right) === key ? key : null;
}

/** `\operatorname{diag}(p) - p p^\top`: the covariance of classes that are drawn with the chances p. */
export function spreadIn({ op, left, right }: Add, naming: Naming): string | null {
  const named =
    left.kind === 'call' && left.fn.kind === 'sym' && plainName(left.fn.base) === 'diag';
  const [only, ...others] = named ? left.args : [];
  const [column, row, ...more] = childrenOf(right);
  if (op !== '-' || !only || !column || others.length + more.length > 0) return null;
  if (row?.kind !== 'transpose') return null;
  const keys = [only, column, row.target].map((node) => naming.readName(node)?.key);
  return new Set(keys).size === 1 ? (keys[0] ?? null) : null;
}

function childrenOf(node: Expr): readonly Expr[] {
  return node.kind === 'mul' ? node.factors : [];
}

const CLASSES = /^[kcj]$/;

const SHARES = /^(\\hat\{)?(p|q|\\pi)\}?(_|$)/;

/** `\sum_k Y_{ik} = 1`: said of what nothing defines, it is so. */
export function totalsIn(left: Expr, right: Expr, naming: Naming): string[] {
  if (right.kind !== 'num' || right.text !== '1') return [];
  if (left.kind !== 'big' || left.op !== 'sum' || left.bounds.length > 1) return [];
  const use = naming.readName(left.body);
  const [bound, last] = [left.bounds[0]?.index, use?.indices.at(-1)];
  const same = bound?.kind === 'sym' && last?.kind === 'sym' && bound.base === last.base;
  return use && same ? [use.key] : [];
}

/** `y^\top \log \hat{y}`: the target of a cross-entropy, or null. */
export function targetIn({ factors }: Mul, naming: Naming): string | null {
  for (const [at, factor] of factors.entries()) {
    const next = factors[at + 1];
    if (factor.kind !== 'transpose' || !next || !isLogarithm(next)) continue;
    const key = naming.readName(factor.target)?.key;
    if (key !== undefined && TARGET.test(key)) return key;
  }
  return null;
}

/** The name itself, or the two of a quotient; products are distributions only together. */
function quotientKeys(node: Expr, keyOf: (node: Expr) => string | null): string[] {
  const parts = node.kind === 'div' ? [node.top, node.bottom] : [node];
  return parts.map(keyOf).filter((key) => key !== null);
}
