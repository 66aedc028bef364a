import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { tridiagonalise } from '../../engine/projection/lanczos.js';
import type { Standardised } from '../../engine/projection/standardise.js';
import { gramOf } from '../numeric/gram.js';

/** Principal components of standardised columns, the most variance first. */
export interface Pca {
  /** Share of the whole variance. */
  readonly explained: readonly number[];
  /** One axis per component: a weight for each column; length 1, its largest weight positive. */
  readonly axes: readonly Float64Array[];
}

/**
 * Eigenvectors of the correlation matrix. At most `keep`, and no more than the data have: one less
 * than the rows. The sign is fixed as scikit-learn does since 1.5: by the largest weight.
 */
export function principalComponents(data: Standardised, keep: number): Pca {
  const size = data.columns.length;
  const gram = gramOf(data.values, data.rows, size);
  let total = 0;
  for (let at = 0; at < size; at++) total += gram[at * size + at] ?? 0;
  const count = Math.min(keep, size, data.rows - 1);
  const { values, vectors } = size <= DIRECT ? decompose(gram, size) : approach(gram, size, count);
  const order = values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const kept = order.slice(0, count);
  return {
    explained: kept.map((at) => Math.max(0, values[at] ?? 0) / total),
    axes: kept.map((at) => upright(vectors(at))),
  };
}

interface Spectrum {
  readonly values: readonly number[];
  readonly vectors: (at: number) => Float64Array;
}

/** Up to this many columns the whole spectrum takes less time than the way around it. */
const DIRECT = 160;

function decompose(symmetric: Float64Array, size: number): Spectrum {
  const matrix = Matrix.from1DArray(size, size, symmetric);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  return {
    values: realEigenvalues,
    vectors: (at) => Float64Array.from(eigenvectorMatrix.getColumn(at)),
  };
}

/** The greatest `count` eigenvalues alone, by way of a smaller matrix that has nearly the same. */
function approach(symmetric: Float64Array, size: number, count: number): Spectrum {
  const reduced = tridiagonalise(symmetric, size, Math.max(DIRECT, STEPS_PER_COMPONENT * count));
  const { steps, basis } = reduced;
  const small = new Float64Array(steps * steps);
  for (let at = 0; at < steps; at++) {
    small[at * steps + at] = reduced.diagonal[at] ?? 0;
    if (at + 1 === steps) continue;
    small[at * steps + at + 1] = reduced.offDiagonal[at] ?? 0;
    small[(at + 1) * steps + at] = reduced.offDiagonal[at] ?? 0;
  }
  const { values, vectors } = decompose(small, steps);
  return {
    values,
    vectors: (at) => {
      const vector = new Float64Array(size);
      vectors(at).forEach((share, step) => {
        for (let i = 0; i < size; i++) {
          vector[i] = (vector[i] ?? 0) + share * (basis[step * size + i] ?? 0);
        }
      });
      return vector;
    },
  };
}

/** Enough that the last of 50 components of 518 columns is exact to 1e-6 of the largest. */
const STEPS_PER_COMPONENT = 3.2;

function upright(axis: Float64Array): Float64Array {
  let most = 0;
  for (const weight of axis) if (Math.abs(weight) > Math.abs(most)) most = weight;
  return most < 0 ? axis.map((weight) => -weight) : axis;
}
