import type { Big, Call, Expr } from './node.js';

/** `\int f(x)\,dx`: an integral without limits. */
export function isOpenIntegral(node: Expr): node is Big {
  const [bound] = node.kind === 'big' && node.op === 'int' ? node.bounds : [];
  return bound !== undefined && !bound.from && !bound.to && !bound.set;
}

/** `O(h^2)`, `o(\|h\|)`. */
export function isLandau(node: Expr): boolean {
  return (
    node.kind === 'call' &&
    node.fn.kind === 'sym' &&
    node.fn.accents.length === 0 &&
    /^[oO]$/.test(node.fn.base) &&
    node.args.length === 1
  );
}

/** `\{i : y_i f(x_i) < 1\}`: all that fulfil a condition, which nothing here lists. */
export function isSetOfAll(node: Expr): boolean {
  return (
    node.kind === 'tuple' &&
    node.fence === '{' &&
    node.items.length > 1 &&
    node.items.slice(1).some(({ kind }) => kind === 'rel')
  );
}

/** `p(y = k)`: the chance that it happens, no product with an indicator. */
export function isChance(node: Expr): boolean {
  if (node.kind !== 'call') return false;
  const { fn, args } = node;
  if (fn.kind !== 'sym' || !/^(?:[pPqQ]|\\?Pr)\|?$/.test(fn.base)) return false;
  return args.some((arg) => arg.kind === 'rel' && arg.signs.every((sign) => sign === '='));
}

/** `p = \mathcal{N}(\mu, \sigma^2)`: how something is distributed; `\mathcal{N}(x \mid \mu, \Sigma)` is a density at a point. */
export function isLaw(node: Expr): boolean {
  if (node.kind !== 'call' || node.fn.kind !== 'sym') return false;
  return node.fn.font === 'cal' && node.fn.base === 'N' && node.args.length <= 2;
}

/** `\log x`, `\ln x`, `\log_2 x`. */
export function isLogarithm(node: Expr): node is Call {
  if (node.kind !== 'call') return false;
  const fn = node.fn.kind === 'sub' ? node.fn.target : node.fn;
  // `\log!`: what takes all that follows.
  return fn.kind === 'sym' && /^\\?(log|ln)!?$/.test(fn.base);
}

/** 0, however many decimals it has. */
export function isZero(node: Expr): boolean {
  return node.kind === 'num' && Number(node.text) === 0;
}

/** `i + k`, `m - a + 1`: an index that is counted on from another letter. */
export function isShifted(index: Expr): boolean {
  return index.kind === 'add' && lettersIn(index).length > 1;
}

/** The letters of a sum, in their order. */
export function lettersIn(node: Expr): readonly string[] {
  if (node.kind === 'add') return [...lettersIn(node.left), ...lettersIn(node.right)];
  return node.kind === 'sym' ? [node.base] : [];
}
