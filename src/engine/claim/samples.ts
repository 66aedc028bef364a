import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { baseKey } from './key.js';

/**
 * Bold letters of which there is a vector for every index, as `\mathbf{x}_i` in `\|\mathbf{x}_i\|` or
 * `\mathbf{h}_i \mathbf{r}_i^\top`, beside one without and the matrix of all: samples beside any sample.
 */
export function sampledLetters(roots: readonly Expr[]): ReadonlySet<string> {
  const [vectors, bare] = [new Set<string>(), new Set<string>()];
  const visit = (node: Expr, isIndexed: boolean): void => {
    if (node.kind === 'sym' && node.font === 'bold' && !isIndexed) bare.add(baseKey(node));
    for (const one of vectorsIn(node)) {
      const letter = sampleOf(one);
      if (letter !== null) vectors.add(letter);
    }
    for (const child of children(node)) visit(child, node.kind === 'sub' && child === node.target);
  };
  for (const root of roots) visit(root, false);
  return new Set([...vectors].filter((letter) => bare.has(letter) && bare.has(capital(letter))));
}

/** `\hat{X}` of `\hat{x}`. */
function capital(letter: string): string {
  return letter.replace(/[a-z](?=\}*$)/, (small) => small.toUpperCase());
}

/** The letter of `\mathbf{x}_i`. */
export function sampleOf(node: Expr): string | null {
  const [index, ...more] = node.kind === 'sub' ? node.indices : [];
  if (node.kind !== 'sub' || node.target.kind !== 'sym' || node.target.font !== 'bold') return null;
  return index?.kind === 'sym' && more.length === 0 ? baseKey(node.target) : null;
}

/** What is transposed, has a norm, or stands before something transposed. */
function vectorsIn(node: Expr): readonly Expr[] {
  if (node.kind === 'mul')
    return node.factors.filter((_, at) => node.factors[at + 1]?.kind === 'transpose');
  if (node.kind !== 'transpose' && node.kind !== 'norm') return [];
  const { target } = node;
  return target.kind === 'add' ? [target.left, target.right] : [target];
}
