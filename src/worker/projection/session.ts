import { standardise, type Standardised } from '../../engine/projection/standardise.js';
import type {
  Components,
  EmbeddingMethod,
  Loading,
  ProjectionProblem,
} from '../../shared/projectionProtocol.js';
import type { Points } from './embedding.js';
import { scoresOf } from '../numeric/scores.js';
import { principalComponents } from './pca.js';

/** Numbers held at once: 60 million are 480 MB while they arrive and half of that afterwards. */
export const MAX_CELLS = 60_000_000;

/** What t-SNE and UMAP are given: more components are mostly noise and cost time. */
const EMBEDDED = 50;

/** Components that are sent to be looked at. */
const SHOWN = 6;

/** Columns named per component. */
const LOADINGS = 8;

/** A data set on its way from numbers to a picture. */
export class Session {
  #raw: Float64Array[];
  #data: Standardised | undefined;
  #scores: Points | undefined;

  constructor(
    readonly rows: number,
    readonly names: readonly string[],
  ) {
    this.#raw = names.map(() => new Float64Array(rows).fill(NaN));
  }

  get data(): Standardised | undefined {
    return this.#data;
  }

  /** Values of some columns from `first` on, each column's `rows` together, placed from row `from` on. */
  add(first: number, from: number, rows: number, values: Float64Array): void {
    for (let at = 0; (at + 1) * rows <= values.length; at++) {
      const column = this.#raw[first + at];
      if (column === undefined || from + rows > column.length) return;
      column.set(values.subarray(at * rows, (at + 1) * rows), from);
    }
  }

  components(keep: number): Components | ProjectionProblem {
    const data = this.#standardised();
    if (data.rows < 3) return { code: 'projection.fewRows', args: { rows: data.rows } };
    if (data.columns.length < 2) {
      return { code: 'projection.fewColumns', args: { columns: data.columns.length } };
    }
    const { explained, axes } = principalComponents(data, Math.max(2, Math.min(keep, EMBEDDED)));
    const { rows, values } = data;
    const byAxis = scoresOf({ rows, count: data.columns.length, values }, axes);
    this.#scores = { ...byRow(byAxis, data.rows, axes.length) };
    const shown = Math.min(SHOWN, axes.length);
    return {
      rows: data.rows,
      columns: data.columns,
      dropped: data.dropped,
      imputed: data.imputed,
      explained,
      scores: byAxis.slice(0, shown * data.rows),
      shown,
      loadings: axes.slice(0, shown).map((axis) => heaviest(axis, data.columns)),
    };
  }

  /** The scores, each row's together. */
  points(): Points | ProjectionProblem {
    return this.#scores ?? { code: 'projection.notPrepared', args: {} };
  }

  #standardised(): Standardised {
    if (this.#data === undefined) {
      const columns = this.names.map((name, at) => ({
        name,
        values: this.#raw[at] ?? new Float64Array(0),
      }));
      this.#data = standardise(columns, this.rows);
      this.#raw = [];
    }
    return this.#data;
  }
}

/** What was asked for, within what so many points allow: three times the perplexity must be fewer. */
export function fit(method: EmbeddingMethod, points: number): EmbeddingMethod {
  if (method.kind === 'tsne') {
    return {
      ...method,
      perplexity: within(method.perplexity, 2, Math.max(2, (points - 1) / 3)),
      iterations: Math.round(within(method.iterations, 50, 5_000)),
    };
  }
  return {
    ...method,
    neighbours: Math.round(within(method.neighbours, 2, Math.min(200, points - 1))),
    minDistance: within(method.minDistance, 0, 1),
    epochs: Math.round(within(method.epochs, 20, 2_000)),
  };
}

function within(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, low), high) : low;
}

function byRow(byAxis: Float32Array, rows: number, dimensions: number): Points {
  const values = new Float32Array(byAxis.length);
  for (let axis = 0; axis < dimensions; axis++) {
    for (let row = 0; row < rows; row++) {
      values[row * dimensions + axis] = byAxis[axis * rows + row] ?? 0;
    }
  }
  return { count: rows, dimensions, values };
}

function heaviest(axis: Float64Array, columns: readonly string[]): readonly Loading[] {
  return columns
    .map((column, at) => ({ column, weight: axis[at] ?? 0 }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, LOADINGS);
}
