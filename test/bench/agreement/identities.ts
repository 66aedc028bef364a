import type { Chance } from './chance.js';
import {
  isScalar,
  minus,
  number,
  partsOf,
  plus,
  product,
  replaceAt,
  scale,
  shapeOf,
  transpose,
  apply,
} from './tree.js';
import type { Tree } from './tree.js';

/** An equal way to write a part of an expression, or null where the rule does not apply. */
type Rule = (tree: Tree) => Tree | null;

// Petersen and Pedersen, The Matrix Cookbook, 1; for the functions NIST DLMF 4.
const RULES: readonly Rule[] = [
  (t) => (t.kind === 'sum' && t.sign > 0 ? plus(t.right, t.left) : null),
  (t) => (t.kind === 'hadamard' ? { ...t, left: t.right, right: t.left } : null),
  (t) =>
    t.kind === 'transpose' && t.target.kind === 'product'
      ? product(transpose(t.target.right), transpose(t.target.left))
      : null,
  (t) =>
    t.kind === 'transpose' && t.target.kind === 'sum'
      ? { ...t.target, left: transpose(t.target.left), right: transpose(t.target.right) }
      : null,
  (t) =>
    t.kind === 'product' && t.right.kind === 'sum'
      ? { ...t.right, left: product(t.left, t.right.left), right: product(t.left, t.right.right) }
      : null,
  (t) =>
    t.kind === 'product' && t.left.kind === 'sum'
      ? { ...t.left, left: product(t.left.left, t.right), right: product(t.left.right, t.right) }
      : null,
  (t) =>
    t.kind === 'product' && isScalar(shapeOf(t))
      ? product(transpose(t.right), transpose(t.left))
      : null,
  (t) =>
    t.kind === 'product' && isScalar(shapeOf(t))
      ? { kind: 'trace', target: product(t.right, t.left) }
      : null,
  (t) =>
    t.kind === 'product' && t.left.kind === 'scale'
      ? scale(t.left.factor, product(t.left.target, t.right))
      : null,
  (t) =>
    t.kind === 'scale' && t.target.kind === 'sum'
      ? {
          ...t.target,
          left: scale(t.factor, t.target.left),
          right: scale(t.factor, t.target.right),
        }
      : null,
  (t) =>
    t.kind === 'trace' && t.target.kind === 'product'
      ? { kind: 'trace', target: product(t.target.right, t.target.left) }
      : null,
  (t) => (t.kind === 'trace' ? { kind: 'trace', target: transpose(t.target) } : null),
  (t) =>
    t.kind === 'trace' && t.target.kind === 'sum'
      ? {
          ...t.target,
          left: { kind: 'trace', target: t.target.left },
          right: { kind: 'trace', target: t.target.right },
        }
      : null,
  (t) =>
    t.kind === 'transpose' && t.target.kind === 'inverse'
      ? { kind: 'inverse', target: transpose(t.target.target) }
      : null,
  (t) => (t.kind === 'logdet' ? { ...t, target: transpose(t.target) } : null),
  (t) =>
    t.kind === 'logdet'
      ? scale(number(-1), { ...t, target: { kind: 'inverse', target: t.target } })
      : null,
  (t) => (t.kind === 'squares' ? product2(t.target) : null),
  (t) => (t.kind === 'squares' && t.target.kind === 'sum' ? expanded(t.target) : null),
  (t) => (t.kind === 'norm' ? { kind: 'norm', target: scale(number(-1), t.target) } : null),
  (t) =>
    t.kind === 'apply' && t.fn === 'sigma' && isColumn(t)
      ? minus(onesLike(t), apply('sigma', scale(number(-1), t.target)))
      : null,
  (t) =>
    t.kind === 'apply' && t.fn === 'tanh' && isColumn(t)
      ? minus(scale(number(2), apply('sigma', scale(number(2), t.target))), onesLike(t))
      : null,
  (t) =>
    t.kind === 'apply' && /sin|tanh/.test(t.fn)
      ? scale(number(-1), apply(t.fn, scale(number(-1), t.target)))
      : null,
  (t) =>
    t.kind === 'apply' && t.fn === 'exp' && t.target.kind === 'sum' && isScalar(shapeOf(t))
      ? scale(
          apply('exp', t.target.left),
          apply('exp', t.target.sign > 0 ? t.target.right : scale(number(-1), t.target.right)),
        )
      : null,
  (t) =>
    t.kind === 'softmax'
      ? { kind: 'softmax', target: plus(t.target, { kind: 'ones', shape: shapeOf(t.target) }) }
      : null,
  (t) =>
    t.kind === 'divide' && t.top.kind === 'sum'
      ? { ...t.top, left: { ...t, top: t.top.left }, right: { ...t, top: t.top.right } }
      : null,
];

/** The expression after up to `steps` rules at random places; null where none applies. */
export function rewritten(tree: Tree, chance: Chance, steps: number): Tree | null {
  let now = tree;
  for (let step = 0; step < steps; step++) {
    const moves = [...partsOf(now)].flatMap((part, at) =>
      RULES.flatMap((rule) => {
        const by = rule(part);
        return by === null ? [] : [{ at, by }];
      }),
    );
    const move = moves[chance.below(moves.length)];
    if (!move) break;
    now = replaceAt(now, move.at, move.by);
  }
  return now === tree ? null : now;
}

function isColumn(tree: Tree): boolean {
  return shapeOf(tree)[1] === '1';
}

function onesLike(tree: Tree): Tree {
  const shape = shapeOf(tree);
  return isScalar(shape) ? number(1) : { kind: 'ones', shape };
}

function product2(target: Tree): Tree {
  const both = product(transpose(target), target);
  return shapeOf(target)[1] === '1' ? both : { kind: 'trace', target: both };
}

/** ‖u ± v‖² = ‖u‖² ± 2 u·v + ‖v‖². */
function expanded({ left, right, sign }: Tree & { kind: 'sum' }): Tree {
  const mixed = product(transpose(left), right);
  const inner: Tree = shapeOf(left)[1] === '1' ? mixed : { kind: 'trace', target: mixed };
  const squares = (target: Tree): Tree => ({ kind: 'squares', target });
  const first = { ...plus(squares(left), scale(number(2), inner)), sign } as Tree;
  return plus(first, squares(right));
}
