import { shuffled } from '../random.js';

/** Points and how far they are from each other. */
export interface Space {
  readonly points: number;
  /** Squared distances from one point to every point, itself included, into `into`. */
  readonly distances: (point: number, into: Float64Array) => void;
}

/** Points given by their coordinates, each point's together. */
export function pointSpace(values: Float32Array, dimensions: number): Space {
  const points = values.length / dimensions;
  return {
    points,
    distances: (point, into) => {
      const from = point * dimensions;
      for (let other = 0; other < points; other++) {
        let sum = 0;
        for (let at = 0, to = other * dimensions; at < dimensions; at++, to++) {
          const gap = (values[to] ?? 0) - (values[from + at] ?? 0);
          sum += gap * gap;
        }
        into[other] = sum;
      }
    },
  };
}

/** Points given by their products with each other, row by row: |a - b|² = aa + bb - 2ab. */
export function gramSpace(gram: Float64Array | Float32Array, points: number): Space {
  const own = (point: number): number => gram[point * points + point] ?? 0;
  return {
    points,
    distances: (point, into) => {
      const here = own(point);
      for (let other = 0; other < points; other++) {
        into[other] = here + own(other) - 2 * (gram[point * points + other] ?? 0);
      }
    },
  };
}

/** At most `limit` of the rows, drawn with the seed and in ascending order; all of them where that is enough. */
export function sampleRows(rows: number, limit: number, seed: number): Int32Array {
  return rows <= limit
    ? Int32Array.from({ length: rows }, (_, row) => row)
    : shuffled(rows, seed).slice(0, limit).sort();
}

/** The `k` points nearest to `self`, which is left out, the nearest first; of equals the first. */
export function nearest(distances: Float64Array, self: number, k: number): readonly number[] {
  const found: number[] = [];
  let bound = Infinity;
  for (let at = 0; at < distances.length; at++) {
    const distance = distances[at] ?? Infinity;
    if (at === self || distance >= bound) continue;
    let place = found.length;
    while (place > 0 && (distances[found[place - 1] ?? 0] ?? 0) > distance) place--;
    found.splice(place, 0, at);
    if (found.length > k) found.pop();
    if (found.length === k) bound = distances[found[k - 1] ?? 0] ?? Infinity;
  }
  return found;
}
