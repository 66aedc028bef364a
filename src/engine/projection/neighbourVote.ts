import { nearest, type Space } from './space.js';

/** How well the classes lie apart in a picture. */
export interface NeighbourVote {
  /** Share of points whose class is the most frequent one among their nearest neighbours. */
  readonly accuracy: number;
  /** What guessing the most frequent class would give, to compare with. */
  readonly baseline: number;
}

/**
 * Each point's class guessed from its `k` nearest neighbours (Cover and Hart, 1967), itself left out.
 * `labels` has one class per point. Undefined with fewer than two classes or too few points.
 */
export function neighbourVote(
  picture: Space,
  labels: Int32Array,
  k: number,
): NeighbourVote | undefined {
  const counts = countsOf(labels);
  if (counts.size < 2 || labels.length <= k) return undefined;
  const distances = new Float64Array(labels.length);
  let right = 0;
  labels.forEach((label, point) => {
    picture.distances(point, distances);
    const voters = nearest(distances, point, k).map((voter) => labels[voter] ?? -1);
    if (mostFrequent(countsOf(voters)) === label) right++;
  });
  return {
    accuracy: right / labels.length,
    baseline: Math.max(...counts.values()) / labels.length,
  };
}

function countsOf(labels: Iterable<number>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** On a tie the class that was met first wins: that of the nearest neighbour. */
function mostFrequent(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [label, count] of counts) if (count > most) [best, most] = [label, count];
  return best;
}
