import { fraction } from 'mathjs';
import type { Fraction } from 'mathjs';
import type { Chance } from './chance.js';
import { exact } from './fractions.js';
import type { Exact, Matrix } from './fractions.js';
import type { Sizes } from './value.js';
import { isScalar, partsOf, shapeOf } from './tree.js';
import type { Name, Tree } from './tree.js';

export interface ExactWorld {
  readonly sizes: Sizes;
  readonly names: ReadonlyMap<string, Exact>;
}

/** Whether a tree has an exact value: no roots, no functions. */
export function isRational(tree: Tree): boolean {
  return [...partsOf(tree)].every(
    ({ kind }) => !['norm', 'apply', 'softmax', 'logdet'].includes(kind),
  );
}

export function evaluateExactly(tree: Tree, world: ExactWorld): Exact {
  const of = (child: Tree): Exact => evaluateExactly(child, world);
  switch (tree.kind) {
    case 'name': {
      const value = world.names.get(tree.name);
      if (value === undefined) throw new Error(`no value for ${tree.name}`);
      return value;
    }
    case 'number':
      return fraction(tree.value);
    case 'identity':
    case 'ones': {
      const [rows, columns] = tree.shape;
      return table(world.sizes[rows], world.sizes[columns], (i, j) =>
        fraction(i === j || tree.kind === 'ones' ? 1 : 0),
      );
    }
    case 'sum':
      return tree.sign < 0
        ? exact.subtract(of(tree.left), of(tree.right))
        : exact.add(of(tree.left), of(tree.right));
    case 'scale':
      return exact.multiply(of(tree.factor), of(tree.target));
    case 'divide':
      return exact.divide(of(tree.top), of(tree.bottom));
    case 'hadamard':
      return exact.dotMultiply(of(tree.left), of(tree.right));
    case 'product': {
      const both = exact.multiply(of(tree.left), of(tree.right));
      return isScalar(shapeOf(tree)) ? onlyEntry(both) : both;
    }
    case 'transpose': {
      const value = of(tree.target);
      return Array.isArray(value) ? exact.transpose(value) : value;
    }
    case 'trace': {
      const value = of(tree.target);
      return Array.isArray(value) ? exact.trace(value) : value;
    }
    case 'inverse': {
      const value = of(tree.target);
      return Array.isArray(value) ? exact.inv(value) : value.inverse();
    }
    case 'squares': {
      const entries = [of(tree.target)].flat(2);
      return entries.map((a) => a.mul(a)).reduce((a, b) => a.add(b));
    }
    case 'norm':
    case 'logdet':
    case 'apply':
    case 'softmax':
      throw new Error(`${tree.kind} has no exact value`);
    default:
      return tree satisfies never;
  }
}

/** Random fractions for the names, none of them zero. */
export function exactWorld(names: readonly Name[], sizes: Sizes, chance: Chance): ExactWorld {
  const draw = (): Fraction => {
    const top = 1 + chance.below(7);
    return fraction(chance.below(2) === 0 ? top : -top, 1 + chance.below(4));
  };
  const values = names.map((one) => {
    const [rows, columns] = shapeOf(one);
    const value = isScalar(shapeOf(one)) ? draw() : table(sizes[rows], sizes[columns], draw);
    return [one.name, value] as const;
  });
  return { sizes, names: new Map(values) };
}

export function table(
  rows: number,
  columns: number,
  of: (i: number, j: number) => Fraction,
): Matrix {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => of(i, j)),
  );
}

function onlyEntry(value: Exact): Fraction {
  const [entry] = [value].flat(2);
  if (entry === undefined) throw new Error('no entry');
  return entry;
}
