import type { Expr } from './node.js';
import { children } from './walk.js';

/** The same apart from where they stand. */
export function sameTree(a: Expr, b: Expr): boolean {
  const [inA, inB] = [children(a), children(b)];
  return (
    sameShell(a, b) &&
    inA.length === inB.length &&
    inA.every((child, at) => sameTree(child, inB[at] ?? child))
  );
}

/** The same kind of node with the same words of its own. */
export function sameShell(a: Expr, b: Expr): boolean {
  return a.kind === b.kind && shell(a) === shell(b);
}

function shell(node: Expr): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key !== '' && (key === 'span' || key === 'head' || isNode(value)) ? undefined : value,
  );
}

function isNode(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isNode);
  return typeof value === 'object' && value !== null && ('kind' in value || 'index' in value);
}
