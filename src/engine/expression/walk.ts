import type { Expr } from './node.js';

/** The expressions right inside a node, in the order written. */
export function children(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'num':
    case 'sym':
    case 'text':
    case 'dots':
    case 'hole':
      return [];
    case 'sub':
      return [node.target, ...node.indices];
    case 'mark':
      return node.index ? [node.target, node.index] : [node.target];
    case 'pow':
      return [node.base, node.exponent];
    case 'transpose':
    case 'prime':
    case 'neg':
    case 'abs':
    case 'norm':
    case 'differential':
      return [node.target];
    case 'add':
      return [node.left, node.right];
    case 'mul':
      return node.factors;
    case 'div':
      return [node.top, node.bottom];
    case 'call':
      return [node.fn, ...node.args];
    case 'big':
      return [
        ...node.bounds.flatMap((bound) =>
          [bound.index, bound.from, bound.to, bound.set, bound.condition].filter(
            (part) => part !== undefined,
          ),
        ),
        node.body,
      ];
    case 'deriv':
      return [...(node.top ? [node.top] : []), ...node.wrt.map((entry) => entry.name)];
    case 'nabla':
      return node.wrt ? [node.wrt, node.target] : [node.target];
    case 'matrix':
      return node.rows.flat();
    case 'tuple':
    case 'rel':
      return node.items;
    case 'cases':
      return node.rows.flatMap((row) => (row.condition ? [row.value, row.condition] : [row.value]));
    case 'at':
      return node.to ? [node.target, node.condition, node.to] : [node.target, node.condition];
  }
}

/** Visits a node and everything below it, outermost first. */
export function walk(node: Expr, visit: (node: Expr) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

/** Is there a node below (or at) this one that the test accepts? */
export function some(node: Expr, test: (node: Expr) => boolean): boolean {
  return test(node) || children(node).some((child) => some(child, test));
}
