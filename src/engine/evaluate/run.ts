import { freeVariablesOf } from './ancestors.js';
import { closureAt } from './closure.js';
import { isClosure, type Draw, type Graph, type NodeId } from './graph.js';
import { applyOperation, EPS, propagateError } from './operation.js';

/** Values of every node at a fixed list of points, with a bound of the rounding error beside each. */
export interface Values {
  readonly points: number;
  at(id: NodeId, point: number): number;
  /** A bound of the absolute rounding error, from a running error analysis. */
  error(id: NodeId, point: number): number;
}

/** Scales of the points: near zero, ordinary, and large enough to tell a small term from nothing. */
const SCALES = [1, 0.5, 2, 1, 0.1, 1.5, 3, 0.7];

/** Evaluates nodes at seeded points as they are asked for; the graph may grow meanwhile. */
export class Runner implements Values {
  // One long array for all nodes: an array each would keep the garbage collector busy.
  private values = new Float64Array(0);
  private errors = new Float64Array(0);
  private known = 0;

  constructor(
    private readonly graph: Graph,
    readonly points: number,
    private readonly seed: number,
  ) {}

  at(id: NodeId, point: number): number {
    this.advance(id);
    return this.values[id * this.points + point] ?? Number.NaN;
  }

  error(id: NodeId, point: number): number {
    this.advance(id);
    return this.errors[id * this.points + point] ?? Number.NaN;
  }

  private advance(id: NodeId): void {
    if (id < this.known) return;
    this.makeRoom((id + 1) * this.points);
    for (; this.known <= id; this.known++) this.compute(this.known);
  }

  private makeRoom(length: number): void {
    if (length <= this.values.length) return;
    const room = Math.max(2 * length, 512);
    const [values, errors] = [new Float64Array(room), new Float64Array(room)];
    values.set(this.values);
    errors.set(this.errors);
    this.values = values;
    this.errors = errors;
  }

  private compute(id: NodeId): void {
    const { graph, values, errors, points } = this;
    const from = id * points;
    const op = graph.ops[id] ?? 'const';
    if (op === 'const') {
      const value = graph.value(id);
      values.fill(value, from, from + points);
      errors.fill(Math.abs(value) * EPS, from, from + points);
      return;
    }
    if (op === 'var') {
      const draw = graph.draws[id];
      for (let p = 0; p < points && draw; p++) values[from + p] = sample(draw, id, p, this.seed);
      return;
    }
    if (isClosure(op)) {
      this.computeClosure(id);
      return;
    }
    const a = placeOf(graph.a[id], points);
    const b = placeOf(graph.b[id], points);
    if (op === 'add' || op === 'mul') {
      this.computeArithmetic(op === 'add', from, a, b);
      return;
    }
    const c = placeOf(graph.c[id], points);
    for (let p = 0; p < points; p++) {
      const x = values[a + p] ?? Number.NaN;
      const y = values[b + p] ?? Number.NaN;
      const z = values[c + p] ?? Number.NaN;
      const v = applyOperation(op, x, y, z);
      values[from + p] = v;
      const [ex, ey, ez] = [errors[a + p] ?? 0, errors[b + p] ?? 0, errors[c + p] ?? 0];
      errors[from + p] = propagateError(op, v, x, y, ex, ey, x !== 0 ? ey : ez);
    }
  }

  /** Sums and products, of which most of a graph is made. */
  private computeArithmetic(sum: boolean, from: number, a: number, b: number): void {
    const { values, errors, points } = this;
    for (let p = 0; p < points; p++) {
      const [x, y] = [values[a + p] ?? Number.NaN, values[b + p] ?? Number.NaN];
      const [ex, ey] = [errors[a + p] ?? 0, errors[b + p] ?? 0];
      const v = sum ? x + y : x * y;
      values[from + p] = v;
      const own = Math.abs(v) * EPS;
      errors[from + p] = sum ? own + ex + ey : own + Math.abs(x) * ey + Math.abs(y) * ex;
    }
  }

  private computeClosure(id: NodeId): void {
    const { graph, values, errors, points } = this;
    const same = freeVariablesOf(graph, [id]).length === 0;
    for (let p = 0; p < points; p++) {
      if (same && p > 0) {
        values[id * points + p] = values[id * points] ?? Number.NaN;
        errors[id * points + p] = errors[id * points] ?? Number.NaN;
        continue;
      }
      const { value, error } = closureAt(graph, id, {
        at: (node) => values[node * points + p] ?? Number.NaN,
        error: (node) => errors[node * points + p] ?? Number.NaN,
      });
      values[id * points + p] = value;
      errors[id * points + p] = error;
    }
  }
}

/** Where a parent's values begin; an operation that has fewer parents does not look at what it gets instead. */
function placeOf(parent: NodeId | undefined, points: number): number {
  return parent === undefined || parent < 0 ? 0 : parent * points;
}

function sample(draw: Draw, id: NodeId, point: number, seed: number): number {
  const scale = SCALES[point % SCALES.length] ?? 1;
  const u = uniform(seed, id * 31 + 7, point);
  const normal = gaussian(seed, id, point);
  switch (draw.domain) {
    case 'positive':
      return Math.exp(0.8 * normal) * Math.sqrt(scale);
    case 'nonnegative':
      return Math.abs(normal) * scale;
    case 'probability':
      return 0.05 + 0.9 * u;
    case 'integer':
      return 2 + Math.floor(u * 6);
    case 'binary':
      return u < 0.5 ? 0 : 1;
    case 'sign':
      return u < 0.5 ? -1 : 1;
    case 'one-hot':
      return (point + draw.group) % draw.size === draw.index ? 1 : 0;
    case 'nonzero':
      return Math.sign(normal) * (0.3 + Math.abs(normal)) * scale;
    case 'weight':
      return 0.4 * normal;
    case 'real':
      return normal * scale;
  }
}

/** A number in [0, 1) that depends on nothing but its arguments (SplitMix32's mixing). */
function uniform(seed: number, id: number, point: number): number {
  let h = (seed ^ Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(point + 1, 0x85ebca6b)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  h ^= h >>> 15;
  return (h >>> 0) / 4294967296;
}

/** Box-Muller. */
function gaussian(seed: number, id: number, point: number): number {
  const u = Math.max(uniform(seed, id * 2 + 1, point), 1e-12);
  return (
    Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * uniform(seed, id * 2 + 2, point + 977))
  );
}
