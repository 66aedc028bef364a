import { isLandau, isOpenIntegral } from './forms.js';
import type { Expr } from './node.js';
import { children } from './walk.js';

/** What may stand somewhere in an expression, as bits of one number. */
export const Trait = { differential: 1, openIntegral: 2, landau: 4, dots: 8 } as const;

/** Is one of these somewhere in it? Asked of one tree after another that share most of their parts. */
export function hasTrait(node: Expr, traits: number): boolean {
  return (traitsOf(node) & traits) !== 0;
}

const known = new WeakMap<Expr, number>();

function traitsOf(node: Expr): number {
  if (node.kind === 'sym' || node.kind === 'num') return 0;
  const before = known.get(node);
  if (before !== undefined) return before;
  let traits = own(node);
  for (const child of children(node)) traits |= traitsOf(child);
  known.set(node, traits);
  return traits;
}

function own(node: Expr): number {
  if (node.kind === 'differential') return Trait.differential;
  if (node.kind === 'dots') return Trait.dots;
  if (isLandau(node)) return Trait.landau;
  return isOpenIntegral(node) ? Trait.openIntegral : 0;
}
