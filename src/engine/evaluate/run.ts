import { realPower, type Draw, type Graph, type NodeId, type Operation } from './graph.js';

/** Values of every node at a fixed list of points, with a bound of the rounding error beside each. */
export interface Values {
  readonly points: number;
  at(id: NodeId, point: number): number;
  /** A bound of the absolute rounding error, from a running error analysis. */
  error(id: NodeId, point: number): number;
}

const EPS = 2.3e-16;

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
    const a = placeOf(graph.a[id], points);
    const b = placeOf(graph.b[id], points);
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
}

/** Where a parent's values begin; an operation that has fewer parents does not look at what it gets instead. */
function placeOf(parent: NodeId | undefined, points: number): number {
  return parent === undefined || parent < 0 ? 0 : parent * points;
}

export function applyOperation(op: Operation, x: number, y: number, z: number): number {
  switch (op) {
    case 'add':
      return x + y;
    case 'mul':
      return x * y;
    case 'div':
      return x / y;
    case 'pow':
      return realPower(x, y);
    case 'max':
      return Math.max(x, y);
    case 'min':
      return Math.min(x, y);
    case 'lt':
      return x < y ? 1 : 0;
    case 'le':
      return x <= y ? 1 : 0;
    case 'eq':
      return Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x), Math.abs(y)) ? 1 : 0;
    case 'mod':
      return x - y * Math.floor(x / y);
    case 'select':
      return x !== 0 ? y : z;
    default:
      return applyUnary(op, x);
  }
}

function applyUnary(op: Operation, x: number): number {
  switch (op) {
    case 'exp':
      return Math.exp(x);
    case 'log':
      return x > 0 ? Math.log(x) : Number.NaN;
    case 'sqrt':
      return x >= 0 ? Math.sqrt(x) : Number.NaN;
    case 'erf':
      return erf(x);
    case 'gammaln':
      return gammaln(x);
    case 'not':
      return x === 0 ? 1 : 0;
    case 'same':
      return x;
    case 'neg':
      return -x;
    case 'const':
    case 'var':
      return Number.NaN;
    default:
      return Math[op as 'sin'](x);
  }
}

/** First-order running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, section 3.3). */
export function propagateError(
  op: Operation,
  v: number,
  x: number,
  y: number,
  ex: number,
  ey: number,
  chosen: number,
): number {
  const own = Math.abs(v) * EPS;
  switch (op) {
    case 'add':
      return own + ex + ey;
    case 'mul':
      return own + Math.abs(x) * ey + Math.abs(y) * ex;
    case 'div':
      // A denominator that rounding alone may have made: a singular matrix has no inverse to speak of.
      if (ey * 4 > Math.abs(y)) return Number.POSITIVE_INFINITY;
      return own + (ex + Math.abs(v) * ey) / Math.max(Math.abs(y), 1e-300);
    case 'pow': {
      // Of zero and its neighbours the square is as certain as any other.
      const slope = y >= 1 ? y * Math.abs(x) ** (y - 1) : Math.abs((v * y) / x);
      return own * 4 + slope * ex + Math.abs(v * Math.log(Math.abs(x) + 1e-300)) * ey;
    }
    case 'exp':
      return own * 2 + Math.abs(v) * ex;
    case 'log':
      return own + EPS + ex / Math.max(Math.abs(x), 1e-300);
    case 'sqrt':
      return own + ex / Math.max(2 * Math.abs(v), 1e-150);
    case 'select':
      return chosen;
    case 'max':
    case 'min':
      return Math.max(ex, ey);
    case 'lt':
    case 'le':
    case 'eq':
    case 'sign':
    case 'floor':
    case 'ceil':
    case 'not':
      return 0;
    case 'sinh':
    case 'cosh':
      return own * 4 + Math.cosh(x) * ex;
    case 'tan':
      return own * 4 + (1 + v * v) * ex;
    case 'erf':
      return 2e-15 + 1.2 * ex;
    default:
      return own * 4 + EPS + ex;
  }
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

/** The error function, by its series near zero and a continued fraction beyond (Abramowitz and Stegun 7.1.6, 7.1.14). */
function erf(x: number): number {
  const z = Math.abs(x);
  if (z > 6) return Math.sign(x);
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let n = 1; n < 80; n++) {
      term *= (2 * z * z) / (2 * n + 1);
      sum += term;
    }
    return Math.sign(x) * (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum;
  }
  let fraction = 0;
  for (let n = 60; n >= 1; n--) fraction = n / 2 / (z + fraction);
  return Math.sign(x) * (1 - Math.exp(-z * z) / Math.sqrt(Math.PI) / (z + fraction));
}

/** log Gamma by Stirling's series after shifting the argument up (Abramowitz and Stegun 6.1.41). */
function gammaln(x: number): number {
  if (x <= 0) return Number.NaN;
  let shift = 0;
  let z = x;
  for (; z < 12; z++) shift += Math.log(z);
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
