import { gradient } from './gradient.js';
import type { Draw, Graph, NodeId } from './graph.js';
import { Slice } from './slice.js';

/** Values of the variables. */
export type Point = (id: NodeId) => number;

/** Evaluations made from one start. */
const MAX_MOVES = 40;

/** Larger expressions are not searched. */
const MAX_SLICE = 12_000;

/** Looks for points where a node is large, by gradient ascent with a step that adapts. */
export class Climber {
  private readonly slopes: readonly NodeId[];
  private readonly free: readonly NodeId[];
  private readonly slice: Slice;

  constructor(
    private readonly graph: Graph,
    private readonly target: NodeId,
  ) {
    this.free = new Slice(graph, [target]).variables.filter((id) => pathOf(graph, id) !== null);
    this.slopes = this.free.length > 0 ? gradient(graph, target, this.free) : [];
    this.slice = new Slice(graph, [target, ...this.slopes]);
  }

  get searchable(): boolean {
    return this.free.length > 0 && this.slice.size <= MAX_SLICE;
  }

  /** The highest point found on the way up from a start. */
  from(start: Point): Point {
    let here = this.free.map((id) => pathOf(this.graph, id)?.inside(start(id)) ?? 0);
    let step = 0.5;
    let height = this.visit(here, start);
    let slope = this.slopeAt(here);
    for (let move = 0; move < MAX_MOVES && Number.isFinite(height); move++) {
      const norm = Math.hypot(...slope);
      if (!(norm > 1e-12)) break;
      const next = here.map((u, k) => clamp(u + (step * (slope[k] ?? 0)) / norm));
      const reached = this.visit(next, start);
      if (reached > height) {
        [here, height] = [next, reached];
        slope = this.slopeAt(here);
        step *= 1.7;
      } else step *= 0.35;
      if (step < 1e-7) break;
    }
    return this.point(here, start);
  }

  private visit(here: readonly number[], start: Point): number {
    this.slice.move(this.point(here, start));
    return this.slice.at(this.target);
  }

  /** The slope in the coordinates of the path, where the slice stands now. */
  private slopeAt(here: readonly number[]): number[] {
    return this.free.map((id, k) => {
      const slope = this.slice.at(this.slopes[k] ?? -1);
      const along = slope * (pathOf(this.graph, id)?.slope(here[k] ?? 0) ?? 0);
      return Number.isFinite(along) ? along : 0;
    });
  }

  private point(here: readonly number[], start: Point): Point {
    const values = new Map(
      this.free.map((id, k) => [id, pathOf(this.graph, id)?.value(here[k] ?? 0) ?? 0] as const),
    );
    return (id) => values.get(id) ?? start(id);
  }
}

/** Coordinates in which a variable may take any value and stays in its domain. */
interface Path {
  readonly inside: (value: number) => number;
  readonly value: (u: number) => number;
  readonly slope: (u: number) => number;
}

const LINE: Path = { inside: (x) => x, value: (u) => u, slope: () => 1 };
const LOGISTIC = (u: number): number => 1 / (1 + Math.exp(-u));

const PATHS: Partial<Record<Draw['domain'], Path>> = {
  real: LINE,
  nonzero: LINE,
  weight: LINE,
  positive: { inside: Math.log, value: Math.exp, slope: Math.exp },
  nonnegative: { inside: Math.sqrt, value: (u) => u * u, slope: (u) => 2 * u },
  probability: {
    inside: (p) => Math.log(p / (1 - p)),
    value: LOGISTIC,
    slope: (u) => LOGISTIC(u) * (1 - LOGISTIC(u)),
  },
};

/** Whole numbers, signs and one-hot entries stay as they were drawn. */
function pathOf(graph: Graph, id: NodeId): Path | null {
  const domain = graph.draws[id]?.domain;
  return domain ? (PATHS[domain] ?? null) : null;
}

/** Far out, rounding says more than the claim does. */
function clamp(u: number): number {
  return Math.max(-14, Math.min(14, u));
}
