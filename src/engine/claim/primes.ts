import { isCounting, type Expr } from '../expression/node.js';

/** `1 / CC'`, `\sum_{c=1}^{C'}`, `\mathbb{R}^{n \times C'}`: no matrix divides, is counted to or is a size. */
export function primesNumber(node: Expr): boolean {
  const isPrimed = (one: Expr | null | undefined): boolean =>
    one?.kind === 'prime' && one.target.kind === 'sym';
  switch (node.kind) {
    case 'div': {
      const { bottom } = node;
      return isPrimed(bottom.kind === 'mul' ? bottom.factors.at(-1) : bottom);
    }
    case 'big':
      return isCounting(node) && node.bounds.some(({ to }) => isPrimed(to));
    case 'pow': {
      const { base, exponent } = node;
      if (base.kind !== 'sym' || base.font !== 'bb') return false;
      return isPrimed(exponent) || (exponent.kind === 'mul' && exponent.factors.some(isPrimed));
    }
    default:
      return false;
  }
}
