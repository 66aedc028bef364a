import {
  apply,
  hadamard,
  isScalar,
  minus,
  namesIn,
  number,
  plus,
  product,
  scale,
  shapeOf,
  transpose,
} from './tree.js';
import type { Tree } from './tree.js';

/**
 * The gradient of a number by a name, in the shape of the name, by the rules of reverse mode (Petersen and
 * Pedersen, The Matrix Cookbook, 2). Null where it does not depend on it.
 */
export function gradientOf(tree: Tree, name: string): Tree | null {
  const found: Tree[] = [];
  push(tree, number(1), name, found);
  const [first, ...rest] = found;
  return first ? rest.reduce(plus, first) : null;
}

function dependsOn(tree: Tree, name: string): boolean {
  return namesIn(tree).some((one) => one.name === name);
}

/** Adds what `tree`, whose adjoint is `g`, passes on to the name. */
function push(tree: Tree, g: Tree, name: string, found: Tree[]): void {
  if (!dependsOn(tree, name)) return;
  const to = (child: Tree, adjoint: Tree): void => push(child, adjoint, name, found);
  switch (tree.kind) {
    case 'name':
      found.push(g);
      return;
    case 'number':
    case 'identity':
    case 'ones':
      return;
    case 'sum':
      to(tree.left, g);
      to(tree.right, tree.sign < 0 ? scale(number(-1), g) : g);
      return;
    case 'scale':
      to(tree.factor, inner(g, tree.target));
      to(tree.target, scale(tree.factor, g));
      return;
    case 'divide':
      to(tree.top, over(g, tree.bottom));
      to(tree.bottom, scale(number(-1), over(scale(g, tree.top), scale(tree.bottom, tree.bottom))));
      return;
    case 'hadamard':
      to(tree.left, hadamard(g, tree.right));
      to(tree.right, hadamard(g, tree.left));
      return;
    case 'product':
      to(tree.left, times(g, transpose(tree.right)));
      to(tree.right, times(transpose(tree.left), g));
      return;
    case 'transpose':
      to(tree.target, isScalar(shapeOf(g)) ? g : transpose(g));
      return;
    case 'trace':
      to(tree.target, scale(g, { kind: 'identity', shape: shapeOf(tree.target) }));
      return;
    case 'inverse': {
      const turned = transpose(tree);
      to(tree.target, scale(number(-1), times(times(turned, g), turned)));
      return;
    }
    case 'logdet':
      to(tree.target, scale(g, transpose({ kind: 'inverse', target: tree.target })));
      return;
    case 'squares':
      to(tree.target, scale(number(2), scale(g, tree.target)));
      return;
    case 'norm':
      to(tree.target, over(scale(g, tree.target), tree));
      return;
    case 'apply':
      to(tree.target, entrywise(g, slope(tree)));
      return;
    case 'softmax':
      to(tree.target, hadamard(tree, minus(g, product(transpose(tree), g))));
      return;
    default:
      return tree satisfies never;
  }
}

function over(top: Tree, bottom: Tree): Tree {
  return isScalar(shapeOf(top))
    ? { kind: 'divide', top, bottom }
    : { kind: 'scale', factor: { kind: 'divide', top: number(1), bottom }, target: top };
}

function inner(g: Tree, target: Tree): Tree {
  const shape = shapeOf(target);
  if (isScalar(shape)) return scale(g, target);
  const both = product(transpose(g), target);
  return shape[1] === '1' ? both : { kind: 'trace', target: both };
}

/** A product in which a number or the identity is no matrix. */
function times(left: Tree, right: Tree): Tree {
  if (left.kind === 'identity') return right;
  if (right.kind === 'identity') return left;
  if (left.kind === 'scale' && left.target.kind === 'identity') return scale(left.factor, right);
  if (right.kind === 'scale' && right.target.kind === 'identity') return scale(right.factor, left);
  if (isScalar(shapeOf(left))) return scale(left, right);
  return isScalar(shapeOf(right)) ? scale(right, left) : product(left, right);
}

function entrywise(left: Tree, right: Tree): Tree {
  return isScalar(shapeOf(left)) ? scale(left, right) : hadamard(left, right);
}

function slope(tree: Tree & { kind: 'apply' }): Tree {
  const { fn, target } = tree;
  const one = number(1);
  switch (fn) {
    case 'exp':
      return tree;
    case 'log':
      return { kind: 'divide', top: one, bottom: target };
    case 'sin':
      return apply('cos', target);
    case 'cos':
      return scale(number(-1), apply('sin', target));
    case 'tanh':
      return minus(one, entrywise(tree, tree));
    case 'sigma':
      return entrywise(tree, minus(one, tree));
    default:
      return fn satisfies never;
  }
}
