/** Expressions over numbers, vectors of length n (or m) and matrices, built apart from the engine. */
export type Tree =
  | { readonly kind: 'name'; readonly name: string; readonly shape: Shape }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'identity'; readonly shape: Shape }
  | { readonly kind: 'ones'; readonly shape: Shape }
  | { readonly kind: 'sum'; readonly left: Tree; readonly right: Tree; readonly sign: 1 | -1 }
  | { readonly kind: 'scale'; readonly factor: Tree; readonly target: Tree }
  | { readonly kind: 'divide'; readonly top: Tree; readonly bottom: Tree }
  | { readonly kind: 'hadamard'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'product'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'transpose'; readonly target: Tree }
  | { readonly kind: 'trace'; readonly target: Tree }
  | { readonly kind: 'inverse'; readonly target: Tree }
  /** The logarithm of the determinant. */
  | { readonly kind: 'logdet'; readonly target: Tree }
  | { readonly kind: 'squares'; readonly target: Tree }
  | { readonly kind: 'norm'; readonly target: Tree }
  | { readonly kind: 'apply'; readonly fn: Elementary; readonly target: Tree }
  | { readonly kind: 'softmax'; readonly target: Tree };

export type Name = Tree & { readonly kind: 'name' };

export type Elementary = 'exp' | 'log' | 'tanh' | 'sin' | 'cos' | 'sigma';

/** Rows and columns, each `1`, `n` or `m`; a vector is a column. */
export type Shape = readonly [Size, Size];
export type Size = '1' | 'n' | 'm';

const SCALAR: Shape = ['1', '1'];

export function shapeOf(tree: Tree): Shape {
  switch (tree.kind) {
    case 'name':
    case 'identity':
    case 'ones':
      return tree.shape;
    case 'number':
    case 'trace':
    case 'logdet':
    case 'squares':
    case 'norm':
      return SCALAR;
    case 'sum':
    case 'hadamard': {
      const left = shapeOf(tree.left);
      return isScalar(left) ? shapeOf(tree.right) : left;
    }
    case 'scale':
    case 'inverse':
    case 'apply':
    case 'softmax':
      return shapeOf(tree.target);
    case 'divide':
      return shapeOf(tree.top);
    case 'product':
      return [shapeOf(tree.left)[0], shapeOf(tree.right)[1]];
    case 'transpose': {
      const [rows, columns] = shapeOf(tree.target);
      return [columns, rows];
    }
    default:
      return tree satisfies never;
  }
}

export function isScalar([rows, columns]: Shape): boolean {
  return rows === '1' && columns === '1';
}

export const number = (value: number): Tree => ({ kind: 'number', value });
export const plus = (left: Tree, right: Tree): Tree => ({ kind: 'sum', left, right, sign: 1 });
export const minus = (left: Tree, right: Tree): Tree => ({ kind: 'sum', left, right, sign: -1 });
export const hadamard = (left: Tree, right: Tree): Tree => ({ kind: 'hadamard', left, right });
export const product = (left: Tree, right: Tree): Tree => ({ kind: 'product', left, right });
export const apply = (fn: Elementary, target: Tree): Tree => ({ kind: 'apply', fn, target });

export function transpose(target: Tree): Tree {
  return target.kind === 'transpose' ? target.target : { kind: 'transpose', target };
}

/** A number times a tree; factors that are literals are gathered. */
export function scale(factor: Tree, target: Tree): Tree {
  if (factor.kind === 'number' && factor.value === 1) return target;
  if (target.kind === 'number' && target.value === 1) return factor;
  if (factor.kind === 'number' && target.kind === 'number')
    return number(factor.value * target.value);
  if (factor.kind === 'number' && target.kind === 'scale' && target.factor.kind === 'number')
    return scale(number(factor.value * target.factor.value), target.target);
  if (target.kind === 'number') return { kind: 'scale', factor: target, target: factor };
  if (factor.kind === 'scale' && factor.factor.kind === 'number')
    return scale(factor.factor, scale(factor.target, target));
  if (target.kind === 'scale' && target.factor.kind === 'number')
    return { kind: 'scale', factor: target.factor, target: scale(factor, target.target) };
  return { kind: 'scale', factor, target };
}

/** The tree and everything in it. */
export function* partsOf(tree: Tree): Generator<Tree> {
  yield tree;
  for (const child of childrenOf(tree)) yield* partsOf(child);
}

/** Whether something is taken from itself: nobody writes that, and then names are there that nothing depends on. */
export function cancels(tree: Tree): boolean {
  return [...partsOf(tree)].some(
    (part) =>
      part.kind === 'sum' &&
      part.sign < 0 &&
      JSON.stringify(part.left) === JSON.stringify(part.right),
  );
}

/** The names in a tree, each once, in the order of the alphabet. */
export function namesIn(tree: Tree): readonly Name[] {
  const found = new Map<string, Name>();
  for (const part of partsOf(tree)) if (part.kind === 'name') found.set(part.name, part);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'name':
    case 'number':
    case 'identity':
    case 'ones':
      return [];
    case 'sum':
    case 'hadamard':
    case 'product':
      return [tree.left, tree.right];
    case 'scale':
      return [tree.factor, tree.target];
    case 'divide':
      return [tree.top, tree.bottom];
    case 'transpose':
    case 'trace':
    case 'inverse':
    case 'logdet':
    case 'squares':
    case 'norm':
    case 'apply':
    case 'softmax':
      return [tree.target];
    default:
      return tree satisfies never;
  }
}

/** The tree with the part at a place, as `partsOf` counts them, replaced. */
export function replaceAt(tree: Tree, place: number, by: Tree): Tree {
  if (place === 0) return by;
  let at = place - 1;
  const go = (child: Tree): Tree => {
    const size = [...partsOf(child)].length;
    const own = at >= 0 && at < size ? replaceAt(child, at, by) : child;
    at -= size;
    return own;
  };
  switch (tree.kind) {
    case 'name':
    case 'number':
    case 'identity':
    case 'ones':
      return tree;
    case 'sum':
    case 'hadamard':
    case 'product':
      return { ...tree, left: go(tree.left), right: go(tree.right) };
    case 'scale':
      return scale(go(tree.factor), go(tree.target));
    case 'divide':
      return { ...tree, top: go(tree.top), bottom: go(tree.bottom) };
    case 'transpose':
    case 'trace':
    case 'inverse':
    case 'logdet':
    case 'squares':
    case 'norm':
    case 'apply':
    case 'softmax':
      return { ...tree, target: go(tree.target) };
    default:
      return tree satisfies never;
  }
}
