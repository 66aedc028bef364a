import { NOTHING, type Estimate } from './estimate.js';

type Integrand = (x: number) => Estimate;

/**
 * The integral of a function between two numbers or infinities. The variable is changed so that the ends go to infinity
 * and the integrand falls double exponentially there (Takahasi and Mori, 1974), which ends with a singularity and infinite
 * ranges are none the worse for. Then trapezoids, whose error is squared when their width is halved; where it is not, as with
 * a kink, Gauss-Kronrod rules halve where the error is largest.
 */
export function integrate(f: Integrand, from: number, to: number): Estimate {
  if (from === to) return { value: 0, error: 0 };
  if (from > to) {
    const { value, error } = integrate(f, to, from);
    return { value: -value, error };
  }
  const map = mapOf(from, to);
  if (!map) return NOTHING;
  const g = (t: number): Estimate => {
    const { x, slope } = map(t);
    if (x === from || x === to) return OUTSIDE;
    const { value, error } = f(x);
    return { value: value * slope, error: error * slope };
  };
  const [left, right] = [reach(g, -1), reach(g, 1)];
  if (!left || !right) return NOTHING;
  const grows = left.grows + right.grows;
  if (left.grows !== 0 || right.grows !== 0)
    return grows === 0 ? NOTHING : { value: grows * Number.POSITIVE_INFINITY, error: 0 };
  const { value, error, size } = trapezoids(g, -left.t, right.t) ?? adaptive(g, -left.t, right.t);
  const doubt = error + left.rest + right.rest;
  return doubt <= WORST * size ? { value, error: doubt } : NOTHING;
}

/** An integral that is less sure than this, beside what it adds up, says nothing. */
const WORST = 1e-6;

/** Where the variable cannot be told from the end any more. */
const OUTSIDE: Estimate = { value: Number.NaN, error: 0 };

interface Place {
  readonly x: number;
  readonly slope: number;
}

/** The change of variable for finite, half infinite and infinite ranges. */
function mapOf(from: number, to: number): ((t: number) => Place) | null {
  const [low, high] = [Number.isFinite(from), Number.isFinite(to)];
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  if (low && high) return (t) => finite(from, to, t);
  if (low) return (t) => half(from, 1, t);
  if (high) return (t) => half(to, -1, t);
  return (t) => {
    const inner = (Math.PI / 2) * Math.sinh(t);
    return { x: Math.sinh(inner), slope: (Math.PI / 2) * Math.cosh(t) * Math.cosh(inner) };
  };
}

// Distances from either end keep their digits.
function finite(from: number, to: number, t: number): Place {
  const near = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
  const width = to - from;
  const x = t < 0 ? from + width * near : to - width * near;
  return { x, slope: width * Math.PI * Math.cosh(t) * near * (1 - near) };
}

function half(end: number, side: 1 | -1, t: number): Place {
  const away = Math.exp((Math.PI / 2) * Math.sinh(t));
  return { x: end + side * away, slope: (Math.PI / 2) * Math.cosh(t) * away };
}

const STEP = 0.25;
const FARTHEST = 6;
const NEGLIGIBLE = 1e-17;

/** How far out the integrand counts, with a bound of what is left beyond, or the sign with which that grows without end. */
interface Reach {
  readonly t: number;
  readonly rest: number;
  readonly grows: number;
}

/** Null where the integrand has no value. */
function reach(g: Integrand, side: 1 | -1): Reach | null {
  let top = 0;
  let last = Number.POSITIVE_INFINITY;
  let rising = 0;
  for (let t = 0; t <= FARTHEST; t += STEP) {
    const { value } = g(side * t);
    const size = Math.abs(value);
    const done = !Number.isFinite(size) || t === FARTHEST;
    if (done && Math.abs(rising) >= LONG) return { t, rest: 0, grows: Math.sign(rising) };
    if (!Number.isFinite(size)) return t === 0 ? null : { t: t - STEP, rest: 8 * last, grows: 0 };
    top = Math.max(top, size);
    if (top > 0 && size <= NEGLIGIBLE * top && last <= NEGLIGIBLE * top)
      return { t, rest: size, grows: 0 };
    const sign = Math.sign(value);
    rising = size < STEEP * last ? 0 : rising * sign > 0 ? rising + sign : sign;
    last = size;
  }
  return { t: FARTHEST, rest: 8 * last, grows: 0 };
}

/** What rises so for so many steps, as `1/x` does on either way, has no end. */
const STEEP = 1.2;
const LONG = 5;

interface Sum extends Estimate {
  /** The integral of the absolute value. */
  readonly size: number;
}

const FINEST = 1 / 32;

/** Sums at halved widths; null where halving does not square the error. */
function trapezoids(g: Integrand, from: number, to: number): Sum | null {
  let [value, size, error] = [0, 0, 0];
  let [before, gap] = [Number.NaN, Number.NaN];
  for (let step = STEP; step >= FINEST; step /= 2) {
    const first = step === STEP;
    const count = Math.round((to - from) / step);
    for (let k = first ? 0 : 1; k <= count; k += first ? 1 : 2) {
      const at = g(from + k * step);
      value += at.value;
      size += Math.abs(at.value);
      error += at.error;
    }
    if (!Number.isFinite(size)) return null;
    const last = gap;
    gap = Math.abs(step * value - before) / (step * size || 1);
    before = step * value;
    if (gap <= 5e-14 + 1000 * last ** 2 && gap < 1e-10)
      return { value: before, error: step * (error + (gap + 4e-16) * size), size: step * size };
  }
  return null;
}

interface Piece extends Sum {
  readonly from: number;
  readonly to: number;
  /** Of the value alone: what rounding adds cannot be made smaller. */
  readonly doubt: number;
}

const FIRST_PIECES = 6;
const MOST_PIECES = 70;
const ACCURACY = 1e-13;

function adaptive(g: Integrand, from: number, to: number): Sum {
  const width = (to - from) / FIRST_PIECES;
  const pieces = Array.from({ length: FIRST_PIECES }, (_, k) =>
    kronrod(g, from + k * width, from + (k + 1) * width),
  );
  const total = (of: (piece: Piece) => number): number =>
    pieces.reduce((sum, piece) => sum + of(piece), 0);
  while (pieces.length < MOST_PIECES) {
    if (!(total((piece) => piece.doubt) > ACCURACY * total((piece) => Math.abs(piece.value))))
      break;
    const worst = pieces.reduce((a, b) => (b.doubt > a.doubt ? b : a));
    const middle = (worst.from + worst.to) / 2;
    pieces.splice(
      pieces.indexOf(worst),
      1,
      kronrod(g, worst.from, middle),
      kronrod(g, middle, worst.to),
    );
  }
  return {
    value: total((piece) => piece.value),
    error: total((piece) => piece.error + piece.doubt),
    size: total((piece) => piece.size),
  };
}

// Nodes and weights on [-1, 1] (Piessens et al., QUADPACK, 1983): each point with Kronrod's weight and Gauss's.
const RULE: readonly (readonly [number, number, number])[] = [
  [0.9914553711208126, 0.022935322010529224, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.20778495500789848, 0.20443294007529889, 0],
  [0, 0.20948214108472782, 0.4179591836734694],
];

function kronrod(g: Integrand, from: number, to: number): Piece {
  const [center, radius] = [(from + to) / 2, (to - from) / 2];
  let [fine, coarse, size, error] = [0, 0, 0, 0];
  for (const [x, w, v] of RULE)
    for (const side of x === 0 ? [1] : [-1, 1]) {
      const at = g(center + side * radius * x);
      fine += w * at.value;
      coarse += v * at.value;
      size += w * Math.abs(at.value);
      error += w * at.error;
    }
  const gap = Math.abs(fine - coarse);
  // The estimate of QUADPACK: where both rules agree well, the finer one is far better than their difference.
  const doubt = size === 0 ? 0 : size * Math.min(1, ((200 * gap) / size) ** 1.5);
  return {
    from,
    to,
    value: radius * fine,
    doubt: radius * doubt,
    size: radius * size,
    error: radius * (error + 4e-16 * size),
  };
}
