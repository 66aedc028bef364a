/** A rule's points and weights: the integral of f is the sum of weight times f(point). */
export interface Rule {
  readonly points: readonly number[];
  readonly weights: readonly number[];
}

const known = new Map<string, Rule>();

/** The rule of a family with this many points, computed once. */
function remember(family: string, count: number, compute: (count: number) => Rule): Rule {
  const key = `${family} ${String(count)}`;
  const rule = known.get(key) ?? compute(count);
  known.set(key, rule);
  return rule;
}

/** Gauss-Legendre on [-1, 1]. */
export function legendre(count: number): Rule {
  return remember('legendre', count, (n) => {
    const points: number[] = [];
    const weights: number[] = [];
    for (let i = 0; i < n; i++) {
      const start = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
      const x = newton(start, (z) => legendreAt(n, z));
      const { slope } = legendreAt(n, x);
      points.push(x);
      weights.push(2 / ((1 - x * x) * slope * slope));
    }
    return { points, weights };
  });
}

/** Gauss-Hermite for a standard Gaussian variable: weights sum to one. Symmetric about zero to the last bit. */
export function hermite(count: number): Rule {
  return remember('hermite', count, (n) => {
    const half = hermiteRoots(n);
    const points = [...half.map((x) => -x), ...(n % 2 === 1 ? [0] : []), ...[...half].reverse()];
    const raw = points.map((x) => 1 / hermiteAt(n, x).slope ** 2);
    const total = raw.reduce((sum, w) => sum + w, 0);
    return { points, weights: raw.map((w) => w / total) };
  });
}

/** Gauss-Laguerre for an exponential variable of rate one: weights sum to one. */
export function laguerre(count: number): Rule {
  return remember('laguerre', count, (n) => {
    const points: number[] = [];
    let x = 0;
    for (let i = 0; i < n; i++) {
      x = laguerreStart(i, n, x, points);
      x = newton(x, (z) => laguerreAt(n, z));
      points.push(x);
    }
    // w = 1 / (x L_n'(x)^2).
    const weights = points.map((z) => 1 / (z * laguerreAt(n, z).slope ** 2));
    return { points, weights };
  });
}

interface Polynomial {
  readonly value: number;
  readonly slope: number;
}

function newton(start: number, at: (x: number) => Polynomial): number {
  let x = start;
  for (let step = 0; step < 60; step++) {
    const { value, slope } = at(x);
    const change = value / slope;
    x -= change;
    if (Math.abs(change) <= 1e-15 * Math.max(1, Math.abs(x))) break;
  }
  return x;
}

function legendreAt(n: number, x: number): Polynomial {
  let [p, q] = [1, 0];
  for (let k = 1; k <= n; k++) [p, q] = [((2 * k - 1) * x * p - (k - 1) * q) / k, p];
  return { value: p, slope: (n * (x * p - q)) / (x * x - 1) };
}

/** Orthonormal for the standard Gaussian, so that nothing overflows. */
function hermiteAt(n: number, x: number): Polynomial {
  let [p, q] = [1, 0];
  for (let k = 1; k <= n; k++) [p, q] = [(x * p - Math.sqrt(k - 1) * q) / Math.sqrt(k), p];
  return { value: p, slope: Math.sqrt(n) * q };
}

/** The positive roots, the largest first: each between its neighbours by bisection on the sign. */
function hermiteRoots(n: number): number[] {
  const wanted = Math.floor(n / 2);
  const top = Math.sqrt(4 * n + 2);
  const steps = 400 * n;
  const roots: number[] = [];
  let right = top;
  for (let k = 1; k <= steps && roots.length < wanted; k++) {
    const left = top * (1 - k / steps);
    if (hermiteAt(n, left).value * hermiteAt(n, right).value < 0)
      roots.push(newton((left + right) / 2, (z) => hermiteAt(n, z)));
    right = left;
  }
  return roots;
}

function laguerreAt(n: number, x: number): Polynomial {
  let [p, q] = [1, 0];
  for (let k = 1; k <= n; k++) [p, q] = [((2 * k - 1 - x) * p - (k - 1) * q) / k, p];
  return { value: p, slope: (n * (p - q)) / x };
}

/** Where to look for the next root (Press et al., Numerical Recipes, section 4.5). */
function laguerreStart(i: number, n: number, last: number, points: readonly number[]): number {
  if (i === 0) return 3 / (1 + 2.4 * n);
  if (i === 1) return last + 15 / (1 + 2.5 * n);
  const k = i - 1;
  return last + ((1 + 2.55 * k) / (1.9 * k)) * (last - (points[i - 2] ?? 0));
}
