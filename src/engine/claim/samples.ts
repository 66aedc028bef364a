import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import { spaceSizes } from './declared.js';
import { baseKey } from './key.js';
import type { Said } from './naming.js';
import type { Placed } from './zone.js';

/**
 * Bold letters of which there is a vector for every index, as `\mathbf{x}_i` in `\|\mathbf{x}_i\|` or
 * `\mathbf{h}_i \mathbf{r}_i^\top`, beside one without and the matrix of all: samples beside any sample. So are those that
 * the text says to be vectors, `x_i \in \mathbb{R}^d`, beside a function of one without, `f(x)`.
 */
export function sampledLetters(
  roots: readonly Expr[],
  { members, samples }: Pick<Said, 'members' | 'samples'>,
): ReadonlySet<string> {
  const [vectors, bare] = [new Set<string>(), new Set<string>()];
  const points = new Set<string>();
  const visit = (node: Expr, isIndexed: boolean): void => {
    if (node.kind === 'sym' && node.font === 'bold' && !isIndexed) bare.add(baseKey(node));
    for (const one of vectorsIn(node)) {
      const letter = sampleOf(one);
      if (letter !== null && isBold(one)) vectors.add(letter);
    }
    notePoint(node, points);
    for (const child of children(node)) visit(child, node.kind === 'sub' && child === node.target);
  };
  for (const root of roots) visit(root, false);
  const beside = [...vectors].filter((letter) => bare.has(letter) && bare.has(capital(letter)));
  const called = [...members].filter((letter) => points.has(letter));
  return new Set([...beside, ...called, ...samples]);
}

/** `f(x)`: of any sample. */
function notePoint(node: Expr, letters: Set<string>): void {
  const [arg, ...more] = node.kind === 'call' ? node.args : [];
  if (arg?.kind === 'sym' && more.length === 0) letters.add(baseKey(arg));
}

/** `\hat{X}` of `\hat{x}`. */
function capital(letter: string): string {
  return letter.replace(/[a-z](?=\}*$)/, (small) => small.toUpperCase());
}

/** The letters of which a list of statements says `x_i \in \mathbb{R}^d`. */
export function memberLetters(statements: readonly Placed[]): ReadonlySet<string> {
  const letters = statements.flatMap(({ statement: { items, relations } }) => {
    const [member, set] = items.slice(-2);
    if (!member || !set || relations.at(-1)?.sign !== 'in') return [];
    const letter = sampleOf(member);
    return letter !== null && spaceSizes(set)?.length === 1 ? [letter] : [];
  });
  return new Set(letters);
}

function isBold(node: Expr): boolean {
  return node.kind === 'sub' && node.target.kind === 'sym' && node.target.font === 'bold';
}

/** The letter of `x_i`. */
export function sampleOf(node: Expr): string | null {
  const [index, ...more] = node.kind === 'sub' ? node.indices : [];
  if (node.kind !== 'sub' || node.target.kind !== 'sym') return null;
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
