import { fraction } from 'mathjs';
import type { Fraction } from 'mathjs';
import type { Make } from './case.js';
import type { Chance } from './chance.js';
import { table } from './exact.js';
import { exact } from './fractions.js';
import type { Exact, Matrix } from './fractions.js';

/** Arithmetic with matrices of numbers, each result computed by mathjs in fractions. */
export const matrixCase: Make = (chance) => {
  const size = 2 + chance.below(2);
  const other = 1 + chance.below(3);
  const [tall, square] = [drawn(chance, size, other), drawn(chance, size, size)];
  const found = chance.pick<() => readonly [string, Exact] | null>([
    () => {
      const next = drawn(chance, other, 2);
      return [`${shown(tall)} ${shown(next)}`, exact.multiply(tall, next)];
    },
    () => {
      const next = drawn(chance, size, other);
      return [`${shown(tall)} + ${shown(next)}`, exact.add(tall, next)];
    },
    () => {
      const next = drawn(chance, size, other);
      return [`${shown(tall)} - ${shown(next)}`, exact.subtract(tall, next)];
    },
    () => (isSingular(square) ? null : [`${shown(square)}^{-1}`, exact.inv(square)]),
    () => [`\\det ${shown(square)}`, exact.det(square)],
    () => [`\\operatorname{tr} ${shown(square)}`, exact.trace(square)],
    () => [`${shown(tall)}^\\top ${shown(square)}`, exact.multiply(exact.transpose(tall), square)],
    () => [`${shown(square)}^2`, exact.multiply(square, square)],
  ])();
  if (found === null) return null;
  const [left, result] = found;
  return {
    before: '',
    right: `$$${left} = ${text(result)}$$\n`,
    wrong: `$$${left} = ${text(spoilt(result, chance))}$$\n`,
  };
};

function drawn(chance: Chance, rows: number, columns: number): Matrix {
  const bottoms = chance.pick<readonly number[]>([[1], [1], [1, 2], [1, 2, 3]]);
  return table(rows, columns, () =>
    fraction(chance.below(13) - 6, bottoms[chance.below(bottoms.length)] ?? 1),
  );
}

function isSingular(a: Matrix): boolean {
  return exact.det(a).equals(0);
}

/** One entry changed by one, or with the other sign. */
function spoilt(value: Exact, chance: Chance): Exact {
  const wrong = (entry: Fraction): Fraction =>
    entry.equals(0) || chance.below(2) === 0 ? entry.add(1) : entry.neg();
  if (!Array.isArray(value)) return wrong(value);
  const [row, column] = [chance.below(value.length), chance.below(value[0]?.length ?? 1)];
  return value.map((line, i) =>
    line.map((entry, j) => (i === row && j === column ? wrong(entry) : entry)),
  );
}

function text(value: Exact): string {
  return Array.isArray(value) ? shown(value) : written(value);
}

function shown(value: Matrix): string {
  const rows = value.map((row) => row.map(written).join(' & '));
  return `\\begin{pmatrix} ${rows.join(' \\\\ ')} \\end{pmatrix}`;
}

function written({ s, n, d }: Fraction): string {
  const size = d === 1n ? String(n) : `\\frac{${String(n)}}{${String(d)}}`;
  return s < 0n ? `-${size}` : size;
}
