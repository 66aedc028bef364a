import type { Make } from './case.js';
import type { Chance } from './chance.js';
import { declarationsOf } from './declarations.js';
import { evaluateExactly, exactWorld, isRational } from './exact.js';
import { exact } from './fractions.js';
import { rewritten } from './identities.js';
import { perturbed } from './perturb.js';
import { printTree } from './print.js';
import { randomMatrix, randomScalar, randomSquare, randomVector } from './randomTree.js';
import { styleFrom } from './style.js';
import { cancels, namesIn, partsOf, shapeOf } from './tree.js';
import type { Tree } from './tree.js';
import { differs, evaluate, randomWorld, SIZES } from './value.js';
import type { Sizes } from './value.js';

/** An expression and another form of it: against exact fractions where it has a rational value. */
export const identityCase: Make = (chance) => {
  const tree = anyTree(chance);
  const other = rewritten(tree, chance, 3);
  if (!other || isTooLong(tree) || isTooLong(other) || cancels(tree)) return null;
  if (!SIZES.every((sizes) => isEqual(tree, other, sizes, chance)))
    throw new Error(`${printTree(tree)} is not ${printTree(other)}`);
  if (printTree(tree) === printTree(other)) return null;
  const slip = wrongOne(tree, other, chance);
  const shown = namesIn({ kind: 'product', left: tree, right: slip ?? other });
  const style = styleFrom(chance);
  const trees = [tree, other, ...(slip ? [slip] : [])];
  const claim = (begin: string, right: Tree): string =>
    `$$${begin}${printTree(tree, style)} = ${printTree(right, style)}.$$\n`;
  return {
    before: `${declarationsOf(shown, trees, style)}${style.isSpanish ? 'Entonces' : 'Then'}\n\n`,
    right: claim(chance.pick(['', 'Q = ']), other),
    // Alone it might be an equation that is to be solved.
    wrong: slip ? claim('Q = ', slip) : null,
  };
};

function anyTree(chance: Chance): Tree {
  return chance.pick<() => Tree>([
    () => randomScalar(chance, 3),
    () => randomVector(chance, 3, chance.pick(['n', 'm'])),
    () => randomMatrix(chance, 3),
    () => randomSquare(chance, 3),
  ])();
}

function isTooLong(tree: Tree): boolean {
  return [...partsOf(tree)].length > 50;
}

function isEqual(left: Tree, right: Tree, sizes: Sizes, chance: Chance): boolean {
  if (!isRational(left) || !isRational(right)) return !isElse(left, right, sizes, chance);
  const world = exactWorld(namesIn({ kind: 'product', left, right }), sizes, chance);
  return exact.deepEqual(evaluateExactly(left, world), evaluateExactly(right, world));
}

/** Whether both have a value, and another one. */
function isElse(left: Tree, right: Tree, sizes: Sizes, chance: Chance): boolean {
  const world = randomWorld(namesIn({ kind: 'product', left, right }), sizes, chance.uniform);
  return differs(evaluate(left, world), evaluate(right, world));
}

/** Of the same shape, and no number that the expression may be set to. */
function isClaim(slip: Tree, tree: Tree): boolean {
  return String(shapeOf(slip)) === String(shapeOf(tree)) && namesIn(slip).length > 0;
}

function wrongOne(tree: Tree, other: Tree, chance: Chance): Tree | null {
  for (let attempt = 0; attempt < 8; attempt++) {
    const slip = perturbed(other, chance);
    if (!slip || !isClaim(slip, tree)) continue;
    if (SIZES.every((sizes) => isElse(tree, slip, sizes, chance))) return slip;
  }
  return null;
}
