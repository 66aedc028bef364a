import { randomFrom } from '../random.js';

/** A symmetric matrix reduced to a small tridiagonal one: `basis` holds `steps` vectors of length `size`. */
export interface Tridiagonal {
  readonly size: number;
  readonly steps: number;
  readonly basis: Float64Array;
  readonly diagonal: Float64Array;
  /** `offDiagonal[i]` joins i and i + 1. */
  readonly offDiagonal: Float64Array;
}

/**
 * Lanczos' method (1950) with every new vector made orthogonal to all before it, twice, since once
 * is not enough in floating point (Parlett, The Symmetric Eigenvalue Problem, 1998, section 6.9).
 * The eigenvalues of the result near the ends of the spectrum are those of `matrix` (row by row,
 * `size * size`). Where an invariant subspace is complete, it goes on from a fresh vector.
 */
export function tridiagonalise(matrix: Float64Array, size: number, wanted: number): Tridiagonal {
  const steps = Math.min(wanted, size);
  const basis = new Float64Array(steps * size);
  const diagonal = new Float64Array(steps);
  const offDiagonal = new Float64Array(steps);
  const random = randomFrom(START);
  const fresh = (): Float64Array => Float64Array.from({ length: size }, random.normal);
  let scale = 0;
  let next = fresh();
  orthonormalise(next, basis, 0);
  for (let step = 0; step < steps; step++) {
    basis.set(next, step * size);
    const image = multiply(matrix, next);
    diagonal[step] = dot(image, next);
    scale = Math.max(scale, norm(image));
    let rest = orthonormalise(image, basis, step + 1);
    if (rest <= EXHAUSTED * scale) {
      rest = 0;
      image.set(fresh());
      orthonormalise(image, basis, step + 1);
    }
    offDiagonal[step] = rest;
    next = image;
  }
  return { size, steps, basis, diagonal, offDiagonal };
}

const START = 1950;

/** A remainder this small beside the largest image is rounding: the subspace is complete. */
const EXHAUSTED = 1e-12;

/** Removes what lies in the first `count` vectors of `basis`; returns the length that was left. */
function orthonormalise(vector: Float64Array, basis: Float64Array, count: number): number {
  const size = vector.length;
  for (let pass = 0; pass < 2; pass++) {
    for (let at = 0; at < count; at++) {
      const other = basis.subarray(at * size, (at + 1) * size);
      const share = dot(vector, other);
      for (let i = 0; i < size; i++) vector[i] = (vector[i] ?? 0) - share * (other[i] ?? 0);
    }
  }
  const length = norm(vector);
  if (length > 0) for (let i = 0; i < size; i++) vector[i] = (vector[i] ?? 0) / length;
  return length;
}

function multiply(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => dot(matrix.subarray(row * size, (row + 1) * size), vector));
}

/** Four sums side by side: each alone would wait for its last addition. */
function dot(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = a.length - (a.length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[i] ?? 0) * (b[i] ?? 0);
    s1 += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
    s2 += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
    s3 += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
  }
  for (let i = whole; i < a.length; i++) s0 += (a[i] ?? 0) * (b[i] ?? 0);
  return s0 + s1 + (s2 + s3);
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
