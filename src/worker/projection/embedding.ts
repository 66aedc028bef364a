import {
  buildNeighborSearchIndex,
  createFloat64WasmArray,
  findNearestNeighbors,
  initialize,
  type Neighbors,
} from 'scran.js';
import { createFloat32WasmArray } from 'scran.js/main/utils.js';
import { call } from 'scran.js/main/wasm.js';
import { randomFrom, shuffled } from '../../engine/random.js';
import type { TsneMethod, UmapMethod } from '../../shared/projectionProtocol.js';

/** Points to lay out in the plane; each point's coordinates together. */
export interface Points {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** An embedding at work. It advances only when it is asked to. */
export interface Embedding {
  readonly of: number;
  readonly step: () => number;
  /** Computes for about so many milliseconds. */
  readonly advance: (milliseconds: number) => void;
  /** x and y of each point together. */
  readonly points: () => Float32Array;
  readonly free: () => void;
}

/** Loads the library once; its threads come with it. */
export async function prepareEmbedding(threads: number): Promise<void> {
  numberOfThreads = threads;
  await initialize({ numberOfThreads: threads });
}

let numberOfThreads = 1;

/**
 * t-SNE that begins with the first two principal components, shrunk to 1e-4 as in scikit-learn, since
 * they place whole groups better than chance (Kobak and Berens, 2019), and a little seeded noise,
 * which keeps equal rows from staying one point. `points` must begin with those components.
 */
export function startTsne(points: Points, method: TsneMethod): Embedding {
  const { count, dimensions } = points;
  const neighbors = neighborsOf(points, Math.min(count - 1, Math.floor(method.perplexity * 3)));
  const place = createFloat64WasmArray(2 * count);
  const random = randomFrom(method.seed);
  const scale = START_SPREAD / (spreadOfFirst(points) || 1);
  const start = Float64Array.from({ length: 2 * count }, (_, at) => {
    const axis = Math.min(at % 2, dimensions - 1);
    const score = points.values[(at >> 1) * dimensions + axis] ?? 0;
    return score * scale + random.normal() * START_SPREAD * NOISE;
  });
  place.set(start);
  const run = call((kernels) =>
    kernels.initialize_tsne(neighbors.results, method.perplexity, numberOfThreads),
  );
  neighbors.free();
  return {
    of: method.iterations,
    step: () => run.iterations(),
    advance: (milliseconds) => {
      call((kernels) => {
        kernels.run_tsne(run, milliseconds, method.iterations, place.offset);
      });
    },
    points: () => Float32Array.from(place.array()),
    free: () => {
      run.delete();
      place.free();
    },
  };
}

const START_SPREAD = 1e-4;
const NOISE = 0.1;

/**
 * UMAP. The library draws from a fixed seed of its own, so ours decides the order in which it meets
 * the points; they are put back where they belong afterwards.
 */
export function startUmap(points: Points, method: UmapMethod): Embedding {
  const { count, dimensions, values } = points;
  const order = shuffled(count, method.seed);
  const mixed = new Float32Array(values.length);
  order.forEach((row, at) => {
    mixed.set(values.subarray(row * dimensions, (row + 1) * dimensions), at * dimensions);
  });
  const neighbors = neighborsOf({ ...points, values: mixed }, method.neighbours);
  const place = createFloat32WasmArray(2 * count);
  const run = call((kernels) =>
    kernels.initialize_umap(
      neighbors.results,
      method.epochs,
      method.minDistance,
      place.offset,
      numberOfThreads,
    ),
  );
  neighbors.free();
  return {
    of: method.epochs,
    step: () => run.epoch(),
    advance: (milliseconds) => {
      call((kernels) => {
        kernels.run_umap(run, milliseconds);
      });
    },
    points: () => unmixed(place.array(), order),
    free: () => {
      run.delete();
      place.free();
    },
  };
}

function unmixed(mixed: Float32Array, order: Int32Array): Float32Array {
  const points = new Float32Array(mixed.length);
  order.forEach((row, at) => {
    points[2 * row] = mixed[2 * at] ?? 0;
    points[2 * row + 1] = mixed[2 * at + 1] ?? 0;
  });
  return points;
}

/** Exact while that takes about a second; past it an approximate search loses nothing one could see. */
const EXACT_POINTS = 4_000;

function neighborsOf({ count, dimensions, values }: Points, k: number): Neighbors {
  const index = buildNeighborSearchIndex(values, {
    numberOfDims: dimensions,
    numberOfCells: count,
    approximate: count > EXACT_POINTS,
  });
  try {
    return findNearestNeighbors(index, k);
  } finally {
    index.free();
  }
}

function spreadOfFirst({ count, dimensions, values }: Points): number {
  let squares = 0;
  for (let point = 0; point < count; point++) squares += (values[point * dimensions] ?? 0) ** 2;
  return Math.sqrt(squares / count);
}
