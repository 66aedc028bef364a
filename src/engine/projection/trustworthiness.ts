import { nearest, type Space } from './space.js';

/**
 * Venna and Kaski (2001), "Neighborhood preservation in nonlinear projection methods": in [0, 1], and
 * 1 when no point has a neighbour in the picture that is none in the data. What counts is the rank
 * that a false neighbour has in the data. Undefined at or below `2 k` points, where it means nothing
 * (scikit-learn's `trustworthiness` refuses the same). Its time grows with the square of the points.
 */
export function trustworthiness(data: Space, picture: Space, k: number): number | undefined {
  const { points } = data;
  if (points <= 2 * k) return undefined;
  const near = new Float64Array(points);
  const far = new Float64Array(points);
  let penalty = 0;
  for (let point = 0; point < points; point++) {
    picture.distances(point, near);
    data.distances(point, far);
    for (const neighbour of nearest(near, point, k)) {
      penalty += Math.max(0, rankOf(far, point, neighbour) - k);
    }
  }
  return 1 - (2 * penalty) / (points * k * (2 * points - 3 * k - 1));
}

/** 1 for the nearest; equal distances rank in the order of the points. */
function rankOf(distances: Float64Array, self: number, other: number): number {
  const distance = distances[other] ?? 0;
  let rank = 1;
  for (let at = 0; at < distances.length; at++) {
    const here = distances[at] ?? 0;
    if (here > distance || at === self || at === other) continue;
    if (here < distance || at < other) rank++;
  }
  return rank;
}
