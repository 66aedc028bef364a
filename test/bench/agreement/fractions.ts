import {
  add,
  deepEqual,
  det,
  divide,
  dotMultiply,
  inv,
  multiply,
  subtract,
  trace,
  transpose,
} from 'mathjs';
import type { Fraction } from 'mathjs';

export type Matrix = Fraction[][];

/** A fraction, or rows of them: what mathjs computes with exactly. */
export type Exact = Fraction | Matrix;

/** What mathjs gives for fractions; its own types speak of numbers only. */
interface Arithmetic {
  add(a: Exact, b: Exact): Exact;
  subtract(a: Exact, b: Exact): Exact;
  multiply(a: Exact, b: Exact): Exact;
  dotMultiply(a: Exact, b: Exact): Exact;
  divide(a: Exact, b: Exact): Exact;
  transpose(a: Exact): Exact;
  trace(a: Matrix): Fraction;
  det(a: Matrix): Fraction;
  inv(a: Matrix): Matrix;
  deepEqual(a: Exact, b: Exact): boolean;
}

export const exact = {
  add,
  subtract,
  multiply,
  dotMultiply,
  divide,
  transpose,
  trace,
  det,
  inv,
  deepEqual,
} as unknown as Arithmetic;
