/** How surprising it would be to see two samples differ so much if both came from one population. */

/**
 * Kolmogorov and Smirnov's D: the greatest distance between two empirical distribution functions.
 *
 * @param a sorted ascending, without NaN
 * @param b sorted ascending, without NaN
 * @returns 0 where a sample is empty
 */
export function ksDistance(a: Float64Array, b: Float64Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  let [i, j, greatest] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    greatest = Math.max(greatest, Math.abs(i / a.length - j / b.length));
  }
  return greatest;
}

/**
 * P(D >= d) for two samples of one continuous population: Kolmogorov's limit with Stephens'
 * correction for finite samples (M. A. Stephens, JRSS B 32, 1970). With ties it is an upper bound.
 */
export function ksProbability(d: number, n: number, m: number): number {
  if (n === 0 || m === 0 || d <= 0) return 1;
  const root = Math.sqrt((n * m) / (n + m));
  const lambda = (root + 0.12 + 0.11 / root) * d;
  // Below this the series needs more terms than it is worth, and the answer is 1 to nine digits.
  if (lambda < 0.3) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = Math.exp(-2 * k * k * lambda * lambda);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-300) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

/** Pairs of counts of one category, in each sample. */
export type CountPair = readonly [number, number];

/** Where fewer are expected in a cell, Pearson's sum no longer follows the chi-square law (Cochran, 1954). */
const LEAST_EXPECTED = 5;

/**
 * Pearson's test that two samples have the same shares of categories. Categories too rare for the
 * test count together as one.
 *
 * @returns the probability of a sum at least as great; 1 where nothing can be said
 */
export function shareProbability(counts: readonly CountPair[]): number {
  const n = counts.reduce((sum, [here]) => sum + here, 0);
  const m = counts.reduce((sum, [, there]) => sum + there, 0);
  if (n === 0 || m === 0) return 1;
  const least = Math.min(n, m) / (n + m);
  const rare = ([here, there]: CountPair): boolean => (here + there) * least < LEAST_EXPECTED;
  const common = counts.filter((pair) => !rare(pair));
  const rest = counts.filter(rare);
  const pooled: CountPair = [
    rest.reduce((sum, [here]) => sum + here, 0),
    rest.reduce((sum, [, there]) => sum + there, 0),
  ];
  const cells = rare(pooled) ? common : [...common, pooled];
  if (cells.length < 2) return 1;
  let sum = 0;
  for (const [here, there] of cells) {
    const [a, b] = [((here + there) * n) / (n + m), ((here + there) * m) / (n + m)];
    sum += (here - a) ** 2 / a + (there - b) ** 2 / b;
  }
  return chiSquareTail(sum, cells.length - 1);
}

/** Half the sum of the differences of shares: the share of rows that would have to change category. */
export function shareDistance(counts: readonly CountPair[]): number {
  const n = counts.reduce((sum, [here]) => sum + here, 0);
  const m = counts.reduce((sum, [, there]) => sum + there, 0);
  if (n === 0 || m === 0) return 0;
  return counts.reduce((sum, [here, there]) => sum + Math.abs(here / n - there / m), 0) / 2;
}

/** P(X >= x) of the chi-square law. */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  return upperGamma(degrees / 2, x / 2);
}

/**
 * The regularised upper incomplete gamma function Q(a, x): by the series of P where it converges
 * fast, else by Legendre's continued fraction (Abramowitz and Stegun 6.5.29, 6.5.31).
 */
function upperGamma(a: number, x: number): number {
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 1000 && term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - scale * sum);
  }
  return scale * legendreFraction(a, x);
}

/** 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...))), from the inside out. */
function legendreFraction(a: number, x: number): number {
  let value = 0;
  for (let k = 400; k >= 1; k--) value = (k * (k - a)) / (x + 2 * k + 1 - a - value);
  return 1 / (x + 1 - a - value);
}

/** ln Γ(a) for a half or a whole number: Stirling's series beyond 10 (Abramowitz and Stegun 6.1.41). */
function logGamma(a: number): number {
  let [shifted, product] = [a, 0];
  for (; shifted < 10; shifted++) product += Math.log(shifted);
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - product
  );
}
