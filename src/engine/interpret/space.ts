import type { Graph } from '../evaluate/graph.js';
import type { Dim, Dims } from '../shape/dims.js';

/** Where an expression is interpreted: over unknown dimensions, or over sizes with values. */
export interface Space {
  /** Null while only shapes are inferred. */
  readonly graph: Graph | null;
  same(a: Dim, b: Dim, soft?: boolean): boolean;
  literal(size: number): Dim;
  named(label: string): Dim;
  knows(label: string): boolean;
  fresh(): Dim;
  /** As many as all of these together. */
  total(parts: readonly Dim[]): Dim;
  isOne(dim: Dim): boolean;
  /** Has the document a letter for it? */
  isNamed(dim: Dim): boolean;
  atLeast(dim: Dim, size: number): void;
  /** A dimension of the inference, here: itself, or its size. */
  resolve(dim: Dim): Dim;
  mark(): number;
  undo(mark: number): void;
}

export function inferenceSpace(dims: Dims): Space {
  return {
    graph: null,
    same: (a, b, soft) => dims.same(a, b, soft),
    literal: (size) => dims.literal(size),
    named: (label) => dims.named(label),
    knows: (label) => dims.knows(label),
    fresh: () => dims.fresh(),
    total: (parts) => dims.total(parts),
    isOne: (dim) => dims.hard(dim) === 1,
    isNamed: (dim) => dims.label(dim) !== null,
    atLeast: (dim, size) => dims.atLeast(dim, size),
    resolve: (dim) => dim,
    mark: () => dims.mark(),
    undo: (mark) => dims.undo(mark),
  };
}

/** Sizes given by an assignment of what was inferred. */
export function evaluationSpace(graph: Graph, dims: Dims, sizeOf: (dim: Dim) => number): Space {
  return {
    graph,
    same: (a, b) => a === b,
    literal: (size) => size,
    named: (label) => sizeOf(dims.named(label)),
    knows: (label) => dims.knows(label),
    fresh: () => 3,
    total: (parts) => parts.reduce((sum, part) => sum + part, 0),
    isOne: (dim) => dim === 1,
    isNamed: () => false,
    atLeast: () => undefined,
    resolve: (dim) => sizeOf(dim),
    mark: () => 0,
    undo: () => undefined,
  };
}
