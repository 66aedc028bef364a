import { realPower, type Operation } from './graph.js';

/** Half a unit in the last place, and a little more. */
export const EPS = 2.3e-16;

/** The value of an operation on numbers. */
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
