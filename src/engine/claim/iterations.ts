import type { Expr } from '../expression/node.js';
import { some, walk } from '../expression/walk.js';
import type { Habits } from './habits.js';
import { baseKey, labelText } from './key.js';
import { neighbourOf } from './layers.js';

/** How a zone counts the steps of what is iterated: `w_{k+1} = w_k - \eta \nabla f(w_k)`. */
export interface Iterations {
  /** Letters that steps are counted with. */
  readonly letters: ReadonlySet<string>;
  /** Names that have one at every step. */
  readonly bases: ReadonlySet<string>;
}

/** Letters that number steps; t does so everywhere. */
const LETTERS = /^[ijkmnprs]$/;

/** A recursion makes steps of its letter, unless that counts entries, samples or layers, or is a size. */
export function iterationsIn(
  roots: readonly Expr[],
  equalities: readonly { readonly left: Expr; readonly right: Expr }[],
  seen: Habits,
  layers: ReadonlySet<string>,
): Iterations {
  const letters = new Set<string>();
  const bases = new Set<string>();
  for (const { left, right } of equalities) {
    const own = stepOf(left);
    if (!own || !LETTERS.test(own.letter) || own.by < 0) continue;
    const { base, letter, by } = own;
    const isEarlier = (node: Expr): boolean => {
      const step = stepOf(node);
      return step?.base === base && step.letter === letter && step.by === by - 1;
    };
    const counts = seen.bound.has(letter) || seen.limits.has(letter) || layers.has(letter);
    if (counts || !some(right, isEarlier) || roots.some((root) => isSize(root, letter))) continue;
    letters.add(letter);
    bases.add(base);
  }
  for (const [base, habit] of seen.habits) {
    const [only, ...more] = habit.letters;
    if (only !== undefined && more.length === 0 && letters.has(only) && !habit.paired)
      bases.add(base);
  }
  return { letters, bases };
}

/** `w`, `k` and 1 of `w_{k+1}`. */
function stepOf(
  node: Expr,
): { readonly base: string; readonly letter: string; readonly by: number } | null {
  const [index, ...more] = node.kind === 'sub' ? node.indices : [];
  if (node.kind !== 'sub' || node.target.kind !== 'sym' || !index || more.length > 0) return null;
  const base = baseKey(node.target);
  if (index.kind === 'sym') return { base, letter: labelText(index), by: 0 };
  const letter = neighbourOf(index);
  if (letter === null || index.kind !== 'add') return null;
  const by = Number(labelText(index.right));
  return { base, letter, by: index.op === '+' ? by : -by };
}

/** `\mathbb{R}^n`: there n is a size. */
function isSize(root: Expr, letter: string): boolean {
  let found = false;
  walk(root, (node) => {
    if (node.kind !== 'pow' || node.base.kind !== 'sym' || node.base.font !== 'bb') return;
    found ||= some(node.exponent, (one) => one.kind === 'sym' && one.base === letter);
  });
  return found;
}
