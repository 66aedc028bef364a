import type { Chance } from './chance.js';
import { apply, hadamard, minus, number, plus, product, scale, transpose } from './tree.js';
import type { Elementary, Name, Shape, Size, Tree } from './tree.js';

const name = (letter: string, shape: Shape): Name => ({ kind: 'name', name: letter, shape });

/** What the expressions are made of; `S` is square. */
export const NAMES = {
  a: name('a', ['1', '1']),
  b: name('b', ['1', '1']),
  x: name('x', ['n', '1']),
  y: name('y', ['n', '1']),
  z: name('z', ['m', '1']),
  A: name('A', ['m', 'n']),
  B: name('B', ['m', 'n']),
  S: name('S', ['n', 'n']),
} as const;

const BOUNDED: readonly [Elementary, ...Elementary[]] = ['tanh', 'sigma', 'sin', 'cos'];

/** A number made of vectors and matrices, defined everywhere. */
export function randomScalar(chance: Chance, depth: number): Tree {
  const size: Size = chance.pick(['n', 'm']);
  const vector = (): Tree => randomVector(chance, depth - 1, size);
  const scalar = (): Tree => randomScalar(chance, depth - 1);
  if (depth <= 0)
    return chance.pick<() => Tree>([
      () => NAMES.a,
      () => NAMES.b,
      () => product(transpose(NAMES.x), NAMES.y),
      () => product(transpose(NAMES.z), product(NAMES.A, NAMES.x)),
    ])();
  return chance.pick<() => Tree>([
    () => plus(scalar(), scalar()),
    () => minus(scalar(), scalar()),
    () => scale(number(2 + chance.below(3)), scalar()),
    () => scale(chance.pick<Tree>([NAMES.a, NAMES.b]), scalar()),
    () => product(transpose(vector()), vector()),
    () => ({ kind: 'squares', target: vector() }),
    () => ({ kind: 'squares', target: randomMatrix(chance, depth - 1) }),
    () => ({ kind: 'trace', target: randomSquare(chance, depth - 1) }),
    () => product(transpose(NAMES.x), product(NAMES.S, NAMES.x)),
    () => apply(chance.pick(BOUNDED), scalar()),
    () => apply('exp', apply(chance.pick(BOUNDED), scalar())),
    () => apply('log', plus(number(1), { kind: 'squares', target: vector() })),
    () => ({ kind: 'norm', target: vector() }),
    () => ({ kind: 'logdet', target: definite() }),
    () => product(transpose(NAMES.x), product({ kind: 'inverse', target: definite() }, NAMES.y)),
    () => ({
      kind: 'divide',
      top: scalar(),
      bottom: plus(number(2), { kind: 'squares', target: vector() }),
    }),
  ])();
}

/** A matrix that has an inverse, whatever its names are. */
function definite(): Tree {
  return plus(product(transpose(NAMES.S), NAMES.S), { kind: 'identity', shape: ['n', 'n'] });
}

export function randomVector(chance: Chance, depth: number, size: Size): Tree {
  const plain = (): Tree => (size === 'n' ? chance.pick([NAMES.x, NAMES.y]) : NAMES.z);
  const other: Size = size === 'n' ? 'm' : 'n';
  const vector = (): Tree => randomVector(chance, depth - 1, size);
  const moved = (): Tree => {
    const matrix = chance.pick([NAMES.A, NAMES.B]);
    return product(
      size === 'm' ? matrix : transpose(matrix),
      randomVector(chance, depth - 1, other),
    );
  };
  if (depth <= 0) return plain();
  return chance.pick<() => Tree>([
    plain,
    moved,
    moved,
    () => (size === 'n' ? product(NAMES.S, vector()) : vector()),
    () => plus(vector(), vector()),
    () => minus(vector(), vector()),
    () => scale(number(2 + chance.below(3)), vector()),
    () => scale(chance.pick<Tree>([NAMES.a, NAMES.b]), vector()),
    () => hadamard(vector(), vector()),
    () => apply(chance.pick(BOUNDED), vector()),
    () => ({ kind: 'softmax', target: vector() }),
  ])();
}

/** An m by n matrix. */
export function randomMatrix(chance: Chance, depth: number): Tree {
  const plain = (): Tree => chance.pick([NAMES.A, NAMES.B]);
  const matrix = (): Tree => randomMatrix(chance, depth - 1);
  if (depth <= 0) return plain();
  return chance.pick<() => Tree>([
    plain,
    () => plus(matrix(), matrix()),
    () => minus(matrix(), matrix()),
    () => scale(number(2 + chance.below(3)), matrix()),
    () => product(matrix(), randomSquare(chance, depth - 1)),
    () =>
      product(
        randomVector(chance, depth - 1, 'm'),
        transpose(randomVector(chance, depth - 1, 'n')),
      ),
  ])();
}

/** An n by n matrix. */
export function randomSquare(chance: Chance, depth: number): Tree {
  if (depth <= 0) return chance.pick<Tree>([NAMES.S, transpose(NAMES.S)]);
  return chance.pick<() => Tree>([
    () => NAMES.S,
    () => product(transpose(randomMatrix(chance, depth - 1)), randomMatrix(chance, depth - 1)),
    () => product(randomSquare(chance, depth - 1), NAMES.S),
    () => plus(randomSquare(chance, depth - 1), randomSquare(chance, depth - 1)),
    () => transpose(randomSquare(chance, depth - 1)),
    () => ({ kind: 'inverse', target: definite() }),
  ])();
}
