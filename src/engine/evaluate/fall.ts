import { NOTHING, type Estimate } from './estimate.js';

/** What has to be small and what it is measured by, at a small positive number. */
type Pair = readonly [Estimate, Estimate];

/**
 * Does the first fall at least as fast as the second as t goes down to zero, or faster where it must? Then 0, else the
 * power of t with which it falls. Undecided where the power does not settle, or is too near to the one it must reach.
 */
export function fall(at: (t: number) => Pair, faster: boolean): Estimate {
  const pairs = Array.from({ length: PLACES }, (_, k) => at(2 ** (-k / 2)));
  const scale = power(pairs.map(([, by]) => by));
  if (scale === null) return NOTHING;
  const known = pairs.filter(([{ value }]) => Number.isFinite(value));
  if (known.length < ENOUGH) return NOTHING;
  if (known.every(([{ value, error }]) => Math.abs(value) <= 64 * error + 1e-300)) return HOLDS;
  const found = power(pairs.map(([small]) => small));
  if (found === null) return NOTHING;
  const least = faster ? scale + MARGIN : scale - MARGIN;
  if (found >= least) return HOLDS;
  // A logarithm makes a power look a little smaller than it is.
  const surely = faster ? scale + MARGIN / 4 : scale - 3 * MARGIN;
  return found <= surely ? { value: FALLS_SHORT + found, error: 0 } : NOTHING;
}

/** Added to the power, so that no power is zero. */
export const FALLS_SHORT = 1000;

const HOLDS: Estimate = { value: 0, error: 0 };
const PLACES = 37;
const ENOUGH = 6;
const MARGIN = 0.15;

/** The power of t that values follow, from ratios at halved t, extrapolated; null where it does not settle. */
function power(values: readonly Estimate[]): number | null {
  const slopes: number[] = [];
  for (let k = 0; k + 2 < values.length; k++) {
    const [a, b] = [values[k], values[k + 2]];
    if (!a || !b || !isSure(a) || !isSure(b)) {
      if (slopes.length >= 3) break;
      slopes.length = 0;
      continue;
    }
    slopes.push(Math.log2(Math.abs(a.value / b.value)));
  }
  if (slopes.length < 3) return null;
  const refined = slopes.slice(2).map((slope, k) => 2 * slope - (slopes[k] ?? slope));
  // Three in a row that agree: the latest, which are the nearest to zero.
  for (let k = refined.length - 1; k >= 2; k--) {
    const [a, b, c] = [refined[k - 2] ?? 0, refined[k - 1] ?? 0, refined[k] ?? 0];
    if (Math.max(a, b, c) - Math.min(a, b, c) < SETTLED) return c;
  }
  return null;
}

const SETTLED = 0.03;

/** Known well enough for its logarithm to mean something. */
function isSure({ value, error }: Estimate): boolean {
  return Number.isFinite(value) && value !== 0 && error <= 1e-4 * Math.abs(value);
}
