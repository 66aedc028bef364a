/** What is used of scran.js, which ships no types. Positions on its heap are byte offsets. */
declare module 'scran.js' {
  export interface HeapArray {
    readonly offset: number;
    readonly length: number;
    readonly array: () => Float64Array;
    readonly set: (values: ArrayLike<number>) => void;
    readonly free: () => void;
  }

  export interface NeighborIndex {
    readonly free: () => void;
  }

  export interface Neighbors {
    readonly results: unknown;
    readonly free: () => void;
  }

  export function initialize(options: { readonly numberOfThreads: number }): Promise<boolean>;
  export function terminate(): void;
  export function createFloat64WasmArray(length: number): HeapArray;
  export function buildNeighborSearchIndex(
    values: ArrayLike<number>,
    options: {
      readonly numberOfDims: number;
      readonly numberOfCells: number;
      readonly approximate: boolean;
    },
  ): NeighborIndex;
  export function findNearestNeighbors(index: NeighborIndex, k: number): Neighbors;
}

declare module 'scran.js/main/wasm.js' {
  export interface TsneRun {
    readonly iterations: () => number;
    readonly delete: () => void;
  }

  export interface UmapRun {
    readonly epoch: () => number;
    readonly num_epochs: () => number;
    readonly delete: () => void;
  }

  export interface Kernels {
    readonly initialize_tsne: (neighbors: unknown, perplexity: number, threads: number) => TsneRun;
    readonly run_tsne: (run: TsneRun, milliseconds: number, upTo: number, points: number) => void;
    readonly initialize_umap: (
      neighbors: unknown,
      epochs: number,
      minDistance: number,
      points: number,
      threads: number,
    ) => UmapRun;
    readonly run_umap: (run: UmapRun, milliseconds: number) => void;
  }

  export function call<T>(use: (kernels: Kernels) => T): T;
}

declare module 'scran.js/main/utils.js' {
  import type { HeapArray } from 'scran.js';

  export function createFloat32WasmArray(length: number): Omit<HeapArray, 'array'> & {
    readonly array: () => Float32Array;
  };
}
