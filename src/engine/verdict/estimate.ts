import type { Expr } from '../expression/node.js';

/** `n - 1`, of which estimates without bias are made. */
export function isOneLess(node: Expr): boolean {
  return node.kind === 'add' && node.op === '-' && node.right.kind === 'num';
}

/** A hat, a star, or a word below: what estimates and optima are told by from the names they are of. */
export function isMarked(node: Expr): boolean {
  switch (node.kind) {
    case 'sym':
      return node.accents.includes('hat');
    case 'mark':
      return node.mark !== 'layer' || isMarked(node.target);
    case 'sub':
      return isMarked(node.target) || node.indices.every(isWord);
    default:
      return false;
  }
}

function isWord(node: Expr): boolean {
  if (node.kind !== 'sym') return node.kind === 'text';
  return node.font === 'upright' || /^[A-Za-z]{2,}$/.test(node.base);
}
