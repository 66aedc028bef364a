import { randomFrom, type Random } from '../../random.js';
import { MAX_FINDING_ROWS } from '../finding.js';
import type { NearMatches } from './facts.js';

/** Numbers of the same features in the same order, feature by feature; NaN where missing. */
export interface FeatureRows {
  readonly rows: number;
  readonly features: readonly Float64Array[];
}

/**
 * Root mean square of the differences, in robust standard deviations of each feature, below which
 * two rows are nearly the same: a twentieth is less than what rounding to one digit changes.
 */
const NEAR = 0.05;

/** What lies within this many times the threshold shows how dense the rows lie by nature. */
const WIDER = 4;

/** With fewer features rows come close by chance. */
const LEAST_FEATURES = 5;

/**
 * Which rows of `other` have a row of `table` close by. Candidates agree in a few features rounded
 * to a shifted grid, in any of several draws of features (locality-sensitive hashing, Datar et al.
 * 2004); each candidate is then measured over all features. Rows with a missing value are left out.
 */
export function nearRows(table: FeatureRows, other: FeatureRows): NearMatches {
  const scales = table.features.map(scaleOf);
  const used = [...scales.keys()].filter((at) => scales[at] !== undefined);
  const none = { close: { count: 0, rows: [], otherRows: [] }, wider: 0 };
  if (used.length < LEAST_FEATURES) return none;
  const here = standardise(table, scales, used);
  const there = standardise(other, scales, used);
  const nearest = new Float64Array(there.rows).fill(Infinity);
  const partner = new Int32Array(there.rows).fill(-1);
  const draws = randomFrom(SEED);
  for (let table = 0; table < TABLES; table++) {
    const grid = drawGrid(used.length, here.rows, draws);
    matchThrough(grid, here, there, { nearest, partner });
  }
  return gather(nearest, partner);
}

const SEED = 20_211;
const TABLES = 12;
/** In robust standard deviations: several times the wider threshold, so that few pairs are cut apart. */
const CELL = 1.5;
/** A cell with more rows than this is no hint; its first rows are looked at. */
const MAX_BUCKET = 400;
/** A value further from the median than this is as far as this. */
const FAR = 8;

interface Standardised {
  readonly rows: number;
  readonly width: number;
  /** Row by row. */
  readonly values: Float64Array;
  /** Whether all features of the row are there. */
  readonly whole: Uint8Array;
}

interface Scale {
  readonly centre: number;
  readonly spread: number;
}

/** Median and interquartile range over 1.349, which is the standard deviation of a normal law. */
function scaleOf(values: Float64Array): Scale | undefined {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const spread = (at(0.75) - at(0.25)) / 1.349;
  return spread > 0 ? { centre: at(0.5), spread } : undefined;
}

function standardise(
  { rows, features }: FeatureRows,
  scales: readonly (Scale | undefined)[],
  used: readonly number[],
): Standardised {
  const width = used.length;
  const values = new Float64Array(rows * width);
  const whole = new Uint8Array(rows).fill(1);
  for (const [place, feature] of used.entries()) {
    const { centre, spread } = scales[feature] ?? { centre: 0, spread: 1 };
    const column = features[feature] ?? new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const z = ((column[row] ?? NaN) - centre) / spread;
      if (Number.isNaN(z)) whole[row] = 0;
      values[row * width + place] = Math.min(FAR, Math.max(-FAR, z));
    }
  }
  return { rows, width, values, whole };
}

interface Grid {
  readonly features: Int32Array;
  readonly shifts: Float64Array;
}

/** More rows need more features, or the cells are too full. */
function drawGrid(width: number, rows: number, draws: Random): Grid {
  const count = Math.min(width, Math.max(3, Math.ceil(Math.log2(rows + 2) / 2)));
  return {
    features: Int32Array.from({ length: count }, () => draws.below(width)),
    shifts: Float64Array.from({ length: count }, () => draws.uniform()),
  };
}

interface Best {
  readonly nearest: Float64Array;
  readonly partner: Int32Array;
}

function matchThrough(grid: Grid, here: Standardised, there: Standardised, best: Best): void {
  const cells = new Map<number, number[]>();
  for (let row = 0; row < here.rows; row++) {
    if (here.whole[row] === 0) continue;
    const cell = cellOf(grid, here, row);
    const bucket = cells.get(cell);
    if (bucket === undefined) cells.set(cell, [row]);
    else if (bucket.length < MAX_BUCKET) bucket.push(row);
  }
  for (let row = 0; row < there.rows; row++) {
    if (there.whole[row] === 0) continue;
    for (const candidate of cells.get(cellOf(grid, there, row)) ?? []) {
      const distance = squareDistance(here, candidate, there, row);
      if (distance === 0 || distance >= (best.nearest[row] ?? 0)) continue;
      best.nearest[row] = distance;
      best.partner[row] = candidate;
    }
  }
}

/** A hash of the rounded values: two cells with one hash only cost a measurement. */
function cellOf({ features, shifts }: Grid, { values, width }: Standardised, row: number): number {
  let hash = 0;
  for (const [place, feature] of features.entries()) {
    const z = values[row * width + feature] ?? 0;
    const cell = Math.floor(z / CELL + (shifts[place] ?? 0));
    hash = Math.imul(hash ^ (cell + 32), 0x01000193) + place;
  }
  return hash >>> 0;
}

/** Mean square of the differences; Infinity as soon as it is beyond the wider threshold. */
function squareDistance(a: Standardised, rowA: number, b: Standardised, rowB: number): number {
  const limit = (NEAR * WIDER) ** 2 * a.width;
  const [fromA, fromB] = [rowA * a.width, rowB * b.width];
  let sum = 0;
  for (let place = 0; place < a.width; place++) {
    const difference = (a.values[fromA + place] ?? 0) - (b.values[fromB + place] ?? 0);
    sum += difference * difference;
    if (sum > limit) return Infinity;
  }
  return sum / a.width;
}

function gather(nearest: Float64Array, partner: Int32Array): NearMatches {
  const close = [...nearest.keys()].filter((row) => (nearest[row] ?? Infinity) <= NEAR * NEAR);
  const otherRows = close.slice(0, MAX_FINDING_ROWS);
  const rows = [...new Set(otherRows.map((row) => partner[row] ?? 0))].sort((a, b) => a - b);
  const wider = nearest.reduce((count, distance) => count + (distance < Infinity ? 1 : 0), 0);
  return { close: { count: close.length, rows, otherRows }, wider };
}
