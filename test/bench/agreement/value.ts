import type { Elementary, Size, Tree } from './tree.js';
import { shapeOf } from './tree.js';
import { add, divide, inverse, multiply, negative, real } from './complex.js';
import type { Complex, Value } from './complex.js';

export type Sizes = Readonly<Record<Size, number>>;

/** Sizes that differ from each other, so that what fits by accident does not fit twice. */
export const SIZES: readonly Sizes[] = [
  { '1': 1, n: 3, m: 2 },
  { '1': 1, n: 2, m: 4 },
];

export interface World {
  readonly sizes: Sizes;
  readonly names: ReadonlyMap<string, Value>;
}

/** The step of complex-step differentiation: its square vanishes beside any number in use. */
const STEP = 1e-30;

export function evaluate(tree: Tree, world: World): Value {
  const of = (child: Tree): Value => evaluate(child, world);
  switch (tree.kind) {
    case 'name': {
      const value = world.names.get(tree.name);
      if (!value) throw new Error(`no value for ${tree.name}`);
      return value;
    }
    case 'number':
      return [[real(tree.value)]];
    case 'identity':
      return table(world.sizes[tree.shape[0]], world.sizes[tree.shape[1]], (i, j) =>
        real(i === j ? 1 : 0),
      );
    case 'ones':
      return table(world.sizes[tree.shape[0]], world.sizes[tree.shape[1]], () => real(1));
    case 'sum':
      return together(of(tree.left), of(tree.right), (a, b) =>
        add(a, tree.sign < 0 ? negative(b) : b),
      );
    case 'hadamard':
      return together(of(tree.left), of(tree.right), multiply);
    case 'scale': {
      const factor = entry(of(tree.factor), 0, 0);
      return each(of(tree.target), (a) => multiply(factor, a));
    }
    case 'divide': {
      const bottom = entry(of(tree.bottom), 0, 0);
      return each(of(tree.top), (a) => divide(a, bottom));
    }
    case 'product':
      return matrixProduct(of(tree.left), of(tree.right));
    case 'transpose': {
      const value = of(tree.target);
      return table(value[0]?.length ?? 0, value.length, (i, j) => entry(value, j, i));
    }
    case 'trace': {
      const value = of(tree.target);
      return [[value.map((_, i) => entry(value, i, i)).reduce(add, real(0))]];
    }
    case 'inverse':
      return inverse(of(tree.target)).value;
    case 'logdet':
      return [[ELEMENTARY.log(inverse(of(tree.target)).determinant)]];
    case 'squares':
      return [[squares(of(tree.target))]];
    case 'norm':
      return [[root(squares(of(tree.target)))]];
    case 'apply':
      return each(of(tree.target), ELEMENTARY[tree.fn]);
    case 'softmax': {
      const powers = each(of(tree.target), exp);
      const total = powers.flat().reduce(add, real(0));
      return each(powers, (a) => divide(a, total));
    }
    default:
      return tree satisfies never;
  }
}

/** The derivative of a number by every entry of a name, to rounding. */
export function slopes(tree: Tree, name: string, world: World): readonly (readonly number[])[] {
  const at = world.names.get(name) ?? [];
  return at.map((row, i) =>
    row.map((_, j) => {
      const moved = at.map((line, k) =>
        line.map((value, l) => (k === i && l === j ? { re: value.re, im: STEP } : value)),
      );
      const names = new Map(world.names).set(name, moved);
      return entry(evaluate(tree, { ...world, names }), 0, 0).im / STEP;
    }),
  );
}

export function isFinite(value: Value): boolean {
  return value.flat().every(({ re }) => Number.isFinite(re));
}

/** Whether two values, where both are defined, differ by more than rounding does. */
export function differs(left: Value, right: Value): boolean {
  const [one, other] = [left.flat(), right.flat()].map((value) => value.map(({ re }) => re));
  if (!one || one.length !== other?.length) return true;
  if (![...one, ...other].every(Number.isFinite)) return false;
  const size = Math.max(1, ...one.map(Math.abs), ...other.map(Math.abs));
  return one.some((value, at) => !(Math.abs(value - (other[at] ?? 0)) <= 1e-7 * size));
}

/** Random values of the names in a tree, away from zero and moderate. */
export function randomWorld(
  names: readonly (Tree & { kind: 'name' })[],
  sizes: Sizes,
  uniform: () => number,
): World {
  const values = names.map((one) => {
    const [rows, columns] = shapeOf(one);
    const draw = (): Complex => real((uniform() < 0.5 ? -1 : 1) * (0.2 + uniform()));
    return [one.name, table(sizes[rows], sizes[columns], draw)] as const;
  });
  return { sizes, names: new Map(values) };
}

function table(rows: number, columns: number, of: (i: number, j: number) => Complex): Value {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (__, j) => of(i, j)),
  );
}

function entry(value: Value, i: number, j: number): Complex {
  return value[i]?.[j] ?? real(Number.NaN);
}

function each(value: Value, of: (a: Complex) => Complex): Value {
  return value.map((row) => row.map(of));
}

/** Entry by entry; a number goes with every entry. */
function together(left: Value, right: Value, of: (a: Complex, b: Complex) => Complex): Value {
  const isOne = (value: Value): boolean => value.length === 1 && value[0]?.length === 1;
  const shape = isOne(left) ? right : left;
  return shape.map((row, i) =>
    row.map((_, j) =>
      of(
        isOne(left) ? entry(left, 0, 0) : entry(left, i, j),
        isOne(right) ? entry(right, 0, 0) : entry(right, i, j),
      ),
    ),
  );
}

function matrixProduct(left: Value, right: Value): Value {
  return left.map((row) =>
    Array.from({ length: right[0]?.length ?? 0 }, (_, j) =>
      row.map((a, k) => multiply(a, entry(right, k, j))).reduce(add, real(0)),
    ),
  );
}

function squares(value: Value): Complex {
  return value
    .flat()
    .map((a) => multiply(a, a))
    .reduce(add, real(0));
}

// First order in the imaginary part, which is all that the step needs.
function exp(a: Complex): Complex {
  const value = Math.exp(a.re);
  return { re: value, im: value * a.im };
}

function root(a: Complex): Complex {
  const value = Math.sqrt(a.re);
  return { re: value, im: a.im / (2 * value) };
}

const ELEMENTARY: Readonly<Record<Elementary, (a: Complex) => Complex>> = {
  exp,
  log: (a) => ({ re: Math.log(a.re), im: a.im / a.re }),
  sin: (a) => ({ re: Math.sin(a.re), im: Math.cos(a.re) * a.im }),
  cos: (a) => ({ re: Math.cos(a.re), im: -Math.sin(a.re) * a.im }),
  tanh: (a) => {
    const grown = exp({ re: 2 * a.re, im: 2 * a.im });
    return divide(add(grown, real(-1)), add(grown, real(1)));
  },
  sigma: (a) => divide(real(1), add(real(1), exp(negative(a)))),
};
