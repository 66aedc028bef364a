import type { Chance } from './chance.js';
import { apply, number, partsOf, plus, replaceAt, scale, shapeOf, transpose } from './tree.js';
import type { Tree } from './tree.js';
import { NAMES } from './randomTree.js';

/** The expression with one slip in it, of the same shape. It may still be equal: that is to be seen by numbers. */
export function perturbed(tree: Tree, chance: Chance): Tree | null {
  const moves = [...partsOf(tree)].flatMap((part, at) => slipsOf(part).map((by) => ({ at, by })));
  const move = moves[chance.below(moves.length)];
  return move ? replaceAt(tree, move.at, move.by) : null;
}

function slipsOf(part: Tree): readonly Tree[] {
  switch (part.kind) {
    case 'name':
      return Object.values(NAMES).filter(
        (other) => other.name !== part.name && String(other.shape) === String(part.shape),
      );
    case 'number':
      return [number(part.value + 1 || 2), number(-part.value)];
    case 'sum':
      return [{ ...part, sign: part.sign > 0 ? -1 : 1 }, ...sameShape(part, part.left)];
    case 'scale':
      return [part.target, scale(number(2), part)];
    case 'product':
      return sameShape(part, { ...part, left: part.right, right: part.left });
    case 'transpose':
      return sameShape(part, part.target);
    case 'hadamard':
      return [plus(part.left, part.right), part.left];
    case 'apply':
      return [apply(part.fn === 'tanh' ? 'sigma' : 'tanh', part.target), part.target];
    case 'divide':
      return [part.top];
    case 'softmax':
      return [apply('sigma', part.target)];
    case 'squares':
      return [{ kind: 'norm', target: part.target }];
    case 'norm':
      return [{ kind: 'squares', target: part.target }];
    case 'inverse':
      return [part.target, ...sameShape(part, transpose(part))];
    case 'logdet':
      return [{ kind: 'trace', target: part.target }, scale(number(2), part)];
    case 'trace':
    case 'identity':
    case 'ones':
      return [];
    default:
      return part satisfies never;
  }
}

function sameShape(part: Tree, other: Tree): readonly Tree[] {
  const [rows, columns] = shapeOf(part);
  const [otherRows, otherColumns] = shapeOf(other);
  const inner = other.kind !== 'product' || shapeOf(other.left)[1] === shapeOf(other.right)[0];
  return rows === otherRows && columns === otherColumns && inner ? [other] : [];
}
