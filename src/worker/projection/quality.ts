import { neighbourVote } from '../../engine/projection/neighbourVote.js';
import { gramSpace, pointSpace, sampleRows } from '../../engine/projection/space.js';
import type { Standardised } from '../../engine/projection/standardise.js';
import { trustworthiness } from '../../engine/projection/trustworthiness.js';
import type { Quality } from '../../shared/projectionProtocol.js';
import { gramOf } from '../numeric/gram.js';

/** What is said of a picture is measured on so many points at most: its cost grows with their square. */
const MAX_POINTS = 3_000;

/** As many neighbours as UMAP looks at unless it is told otherwise. */
const NEIGHBOURS = 15;

const SEED = 2001;

/** `points` are x and y of each row together; `labels` a class per row, -1 without, empty for none. */
export function qualityOf(data: Standardised, points: Float32Array, labels: Int32Array): Quality {
  const rows = sampleRows(data.rows, MAX_POINTS, SEED);
  const k = Math.min(NEIGHBOURS, Math.max(1, Math.floor(rows.length / 4)));
  const full = gramSpace(gramOf(chosen(data, rows), data.columns.length, rows.length), rows.length);
  const trust = trustworthiness(full, pointSpace(inPlane(points, rows), 2), k);
  const labelled = rows.filter((row) => (labels[row] ?? -1) >= 0);
  const vote = neighbourVote(
    pointSpace(inPlane(points, labelled), 2),
    labelled.map((row) => labels[row] ?? -1),
    k,
  );
  return {
    neighbours: k,
    points: rows.length,
    sampled: rows.length < data.rows,
    ...(trust === undefined ? {} : { trustworthiness: trust }),
    ...(vote && { vote }),
  };
}

/** The rows as columns, which is how products are computed fast. */
function chosen({ values, rows: all, columns }: Standardised, rows: Int32Array): Float32Array {
  const size = columns.length;
  const chosen = new Float32Array(rows.length * size);
  rows.forEach((row, at) => {
    for (let column = 0; column < size; column++) {
      chosen[at * size + column] = values[column * all + row] ?? 0;
    }
  });
  return chosen;
}

function inPlane(points: Float32Array, rows: Int32Array): Float32Array {
  const plane = new Float32Array(rows.length * 2);
  rows.forEach((row, at) => {
    plane[2 * at] = points[2 * row] ?? 0;
    plane[2 * at + 1] = points[2 * row + 1] ?? 0;
  });
  return plane;
}
