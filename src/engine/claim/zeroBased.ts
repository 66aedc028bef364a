import type { Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { baseKey } from './key.js';
import { isNumeric } from './literal.js';

/**
 * `x = (1, 3, -1)`, `w = (2, 1)` and then a `w_0`, but no `x_3`: the names of lists whose entries a zone counts from 0.
 * None where `w_0` is said to be something beside the list, as a bias is.
 */
export function zeroBasedIn(
  roots: readonly Expr[],
  definitions: readonly { readonly left: Expr; readonly right: Expr }[],
): ReadonlySet<string> {
  const lengths = new Map<string, number>();
  for (const { left, right } of definitions) {
    const list = right.kind === 'transpose' ? right.target : right;
    if (left.kind === 'sym' && list.kind === 'tuple' && list.items.every((item) => isNumeric(item)))
      lengths.set(baseKey(left), list.items.length);
  }
  if (lengths.size === 0) return NONE;
  const isFirst = (node: Expr): boolean => entryOf(node)?.at === 0;
  if (definitions.some(({ left }) => isFirst(left) && lengths.has(entryOf(left)?.base ?? '')))
    return NONE;
  const room: number[] = [];
  const numbers: number[] = [];
  for (const root of roots)
    walk(root, (node) => {
      const entry = entryOf(node);
      const length = lengths.get(entry?.base ?? '');
      if (!entry || length === undefined) return;
      numbers.push(entry.at);
      room.push(length - entry.at);
    });
  const fromZero = numbers.includes(0) && room.every((left) => left > 0);
  return fromZero ? new Set(lengths.keys()) : NONE;
}

/** The number of an entry counted from 1. */
export function nextOf(index: Expr): Expr {
  return index.kind === 'num' ? { ...index, text: String(Number(index.text) + 1) } : index;
}

function entryOf(node: Expr): { readonly base: string; readonly at: number } | null {
  if (node.kind !== 'sub' || node.target.kind !== 'sym' || node.indices.length !== 1) return null;
  const [index] = node.indices;
  return index?.kind === 'num' ? { base: baseKey(node.target), at: Number(index.text) } : null;
}

const NONE: ReadonlySet<string> = new Set();
