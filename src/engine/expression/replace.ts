import type { Bound, Expr } from './node.js';

/** A copy of a tree in which one node, found by identity, is replaced. */
export function replaceNode(root: Expr, target: Expr, replacement: Expr): Expr {
  if (root === target) return replacement;
  return mapChildren(root, (child) => replaceNode(child, target, replacement));
}

/** A copy of a tree in which a bare letter stands for something else. */
export function replaceLetter(node: Expr, letter: string, value: Expr): Expr {
  if (node.kind === 'sym') return node.base === letter ? value : node;
  return mapChildren(node, (child) => replaceLetter(child, letter, value));
}

/** A node with each of its children mapped; the node itself where none changed. */
export function mapChildren(node: Expr, map: (child: Expr) => Expr): Expr {
  const seen = { change: false };
  const out = copied(node, (child) => {
    const mapped = map(child);
    seen.change ||= mapped !== child;
    return mapped;
  });
  return seen.change ? out : node;
}

function copied(node: Expr, map: (child: Expr) => Expr): Expr {
  const list = (items: readonly Expr[]): readonly Expr[] => {
    const out = items.map(map);
    return out.every((item, at) => item === items[at]) ? items : out;
  };
  switch (node.kind) {
    case 'num':
    case 'sym':
    case 'text':
    case 'dots':
    case 'hole':
      return node;
    case 'sub':
      return { ...node, target: map(node.target), indices: list(node.indices) };
    case 'mark':
      return {
        ...node,
        target: map(node.target),
        ...(node.index ? { index: map(node.index) } : {}),
      };
    case 'pow':
      return { ...node, base: map(node.base), exponent: map(node.exponent) };
    case 'transpose':
    case 'prime':
    case 'neg':
    case 'abs':
    case 'norm':
    case 'differential':
      return { ...node, target: map(node.target) };
    case 'add':
      return { ...node, left: map(node.left), right: map(node.right) };
    case 'mul':
      return { ...node, factors: list(node.factors) };
    case 'div':
      return { ...node, top: map(node.top), bottom: map(node.bottom) };
    default:
      return mapCompound(node, map, list);
  }
}

type Simple =
  | 'num'
  | 'sym'
  | 'text'
  | 'dots'
  | 'hole'
  | 'sub'
  | 'mark'
  | 'pow'
  | 'transpose'
  | 'prime'
  | 'neg'
  | 'abs'
  | 'norm'
  | 'differential'
  | 'add'
  | 'mul'
  | 'div';

function mapCompound(
  node: Exclude<Expr, { kind: Simple }>,
  map: (child: Expr) => Expr,
  list: (items: readonly Expr[]) => readonly Expr[],
): Expr {
  switch (node.kind) {
    case 'call':
      return { ...node, fn: map(node.fn), args: list(node.args) };
    case 'big':
      return {
        ...node,
        bounds: node.bounds.map((bound) => mapBound(bound, map)),
        body: map(node.body),
      };
    case 'deriv':
      return {
        ...node,
        top: node.top ? map(node.top) : null,
        wrt: node.wrt.map((entry) => ({ ...entry, name: map(entry.name) })),
      };
    case 'nabla':
      return { ...node, wrt: node.wrt ? map(node.wrt) : null, target: map(node.target) };
    case 'matrix':
      return { ...node, rows: node.rows.map(list) };
    case 'tuple':
    case 'rel':
      return { ...node, items: list(node.items) };
    case 'cases':
      return {
        ...node,
        rows: node.rows.map((row) => ({
          value: map(row.value),
          condition: row.condition ? map(row.condition) : null,
        })),
      };
    case 'at':
      return {
        ...node,
        target: map(node.target),
        condition: map(node.condition),
        ...(node.to ? { to: map(node.to) } : {}),
      };
  }
}

function mapBound(bound: Bound, map: (child: Expr) => Expr): Bound {
  const condition = bound.condition && map(bound.condition);
  return {
    index: map(bound.index),
    ...(bound.from ? { from: map(bound.from) } : {}),
    ...(bound.to ? { to: map(bound.to) } : {}),
    ...(bound.set ? { set: map(bound.set) } : {}),
    ...(condition ? { condition } : {}),
    ...(bound.named && condition === bound.condition ? { named: bound.named } : {}),
  };
}
