/** An exact fraction in lowest terms, the denominator positive. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Fractions longer than this many bits (about) are given up, and only their floating value kept. */
const MAX_DIGITS = 400;

function rational(n: bigint, d = 1n): Rational | null {
  if (d === 0n) return null;
  const g = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  const out = { n: (sign * n) / g, d: (sign * d) / g };
  return isShort(out.n) && isShort(out.d) ? out : bounded(out);
}

const SHORT = 1n << 60n;

function isShort(n: bigint): boolean {
  return n < SHORT && n > -SHORT;
}

function bounded(out: Rational): Rational | null {
  return out.n.toString(36).length + out.d.toString(36).length > MAX_DIGITS ? null : out;
}

/** `12`, `0.50`, `.5`; null for anything else. */
export function parseRational(text: string): Rational | null {
  const match = /^(\d*)(?:\.(\d+))?$/.exec(text);
  if (!match || text.length > 60) return null;
  const decimals = match[2] ?? '';
  return rational(BigInt(`${match[1] ?? ''}${decimals}` || '0'), 10n ** BigInt(decimals.length));
}

export function addRational(a: Rational, b: Rational): Rational | null {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function mulRational(a: Rational, b: Rational): Rational | null {
  return rational(a.n * b.n, a.d * b.d);
}

export function divRational(a: Rational, b: Rational): Rational | null {
  return rational(a.n * b.d, a.d * b.n);
}

export function powRational(a: Rational, exponent: number): Rational | null {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 64) return null;
  const k = BigInt(Math.abs(exponent));
  return exponent >= 0 ? rational(a.n ** k, a.d ** k) : rational(a.d ** k, a.n ** k);
}

export function toNumber(a: Rational): number {
  const direct = Number(a.n) / Number(a.d);
  return Number.isFinite(direct) ? direct : Number(a.n / a.d);
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
