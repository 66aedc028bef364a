import type { Make } from './case.js';
import type { Chance } from './chance.js';
import { declarationsOf } from './declarations.js';
import { gradientOf } from './differentiate.js';
import { rewritten } from './identities.js';
import { perturbed } from './perturb.js';
import { printTree } from './print.js';
import { randomScalar } from './randomTree.js';
import { styleFrom } from './style.js';
import { cancels, isScalar, namesIn, partsOf, shapeOf, transpose } from './tree.js';
import type { Name, Tree } from './tree.js';
import { differs, evaluate, isFinite, randomWorld, SIZES, slopes } from './value.js';
import type { Value } from './complex.js';
import type { World } from './value.js';

/** The gradient of a random number by one of its names, against complex-step differentiation. */
export const gradientCase: Make = (chance) => {
  const loss = randomScalar(chance, 3);
  const names = namesIn(loss);
  const by = names[chance.below(names.length)];
  const plain = by ? gradientOf(loss, by.name) : null;
  if (!by || !plain || cancels(loss) || isTooLong(loss) || isTooLong(plain)) return null;
  const gradient = rewritten(plain, chance, 2) ?? plain;
  if (isTooLong(gradient)) return null;
  const worlds = SIZES.map((sizes) => randomWorld(names, sizes, chance.uniform));
  if (!worlds.every((world) => isFinite(slopeOf(loss, by, world)))) return null;
  if (!agrees(gradient, loss, by, worlds))
    throw new Error(`${printTree(gradient)} is not the gradient of ${printTree(loss)}`);
  const slip = wrongOne(gradient, loss, by, chance);
  const shown = namesIn({ kind: 'product', left: loss, right: slip ?? loss });
  const style = styleFrom(chance);
  const left = chance.pick([
    `\\nabla_{${by.name}} ${style.loss}`,
    `\\frac{\\partial ${style.loss}}{\\partial ${by.name}}`,
  ]);
  const claim = (tree: Tree): string => `$$${left} = ${printTree(tree, style)}.$$\n`;
  const trees = [loss, gradient, ...(slip ? [slip] : [])];
  const [begin, then] = style.isSpanish ? ['Sea', 'Entonces'] : ['Let', 'Then'];
  return {
    before: `${declarationsOf(shown, trees, style)}${begin}\n\n$$${style.loss} = ${printTree(loss, style)}.$$\n\n${then}\n\n`,
    right: claim(gradient),
    wrong: slip ? claim(slip) : null,
  };
};

function isTooLong(tree: Tree): boolean {
  return [...partsOf(tree)].length > 60;
}

function agrees(gradient: Tree, loss: Tree, by: Name, worlds: readonly World[]): boolean {
  return worlds.every((world) => !differs(evaluate(gradient, world), slopeOf(loss, by, world)));
}

function slopeOf(loss: Tree, by: Name, world: World): Value {
  return slopes(loss, by.name, world).map((row) => row.map((re) => ({ re, im: 0 })));
}

/** A gradient with one slip, of another value than the right one and than its transpose. */
function wrongOne(gradient: Tree, loss: Tree, by: Name, chance: Chance): Tree | null {
  for (let attempt = 0; attempt < 8; attempt++) {
    const slip = perturbed(gradient, chance);
    if (!slip || String(shapeOf(slip)) !== String(shapeOf(by))) continue;
    // A slope that is set to a number may be a condition.
    if (namesIn(slip).length === 0 && namesIn(gradient).length > 0) continue;
    const names = namesIn({ kind: 'product', left: loss, right: slip });
    const differing = SIZES.every((sizes) => {
      const world = randomWorld(names, sizes, chance.uniform);
      const truth = slopeOf(loss, by, world);
      const isTurned =
        !isScalar(shapeOf(by)) &&
        shapeOf(by)[0] === shapeOf(by)[1] &&
        !differs(evaluate(transpose(slip), world), truth);
      return !isTurned && differs(evaluate(slip, world), truth);
    });
    if (differing) return slip;
  }
  return null;
}
