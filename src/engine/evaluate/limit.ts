import { NOTHING, type Estimate } from './estimate.js';

type Along = (x: number) => Estimate;

/** The limit of a function at a point or an infinity, from the side whose sign is given, or from both. */
export function limitOf(f: Along, point: number, side: number): Estimate {
  if (Number.isNaN(point)) return NOTHING;
  if (!Number.isFinite(point)) return oneSided((t) => [Math.sign(point) / t, t], f, true);
  const towards = (sign: number): Estimate =>
    oneSided((t) => [point + sign * t, Math.abs(point + sign * t - point)], f, point === 0);
  if (side !== 0) return towards(Math.sign(side));
  const [right, left] = [towards(1), towards(-1)];
  if (Number.isNaN(left.value)) return isDefined(f, point, -1) ? NOTHING : right;
  if (Number.isNaN(right.value)) return isDefined(f, point, 1) ? NOTHING : left;
  if (right.value === left.value) return right.error > left.error ? right : left;
  const gap = Math.abs(right.value - left.value);
  const error = Math.max(right.error, left.error);
  return gap <= 64 * error ? { value: right.value, error: error + gap } : NOTHING;
}

/** Has the function values on this side at all? `\sqrt{x}` has a limit at zero, from where it lives. */
function isDefined(f: Along, point: number, sign: number): boolean {
  return [0.1, 0.01, 0.001].some((t) => Number.isFinite(f(point + sign * t).value));
}

/** Where the function is evaluated for a small t, and which t that really is. */
type Path = (t: number) => readonly [number, number];

/** The best of three: two extrapolations from different steps, which must agree, and values very far out. */
function oneSided(path: Path, f: Along, far: boolean): Estimate {
  const [one, other] = [extrapolated(path, f, 0.2), extrapolated(path, f, 0.137)];
  const best = one.error <= other.error ? one : other;
  const near = { value: best.value, error: best.error + Math.abs(one.value - other.value) };
  const out = far ? extreme(path, f) : NOTHING;
  const chosen = near.error <= out.error || Number.isNaN(out.value) ? near : out;
  return chosen.error <= WORST * Math.max(1, Math.abs(chosen.value)) ? chosen : growing(path, f);
}

/** An infinity where values grow without end: even a logarithm doubles when the distance is squared. */
function growing(path: Path, f: Along): Estimate {
  let last = 0;
  let seen = 0;
  for (let t = 0.1; t > 1e-50; t *= t) {
    const { value, error } = f(path(t)[0]);
    if (Number.isNaN(value) || error > 0.1 * Math.abs(value)) break;
    if (!(value * Math.sign(last) >= 1.8 * Math.abs(last))) return NOTHING;
    last = value;
    seen++;
  }
  return seen > 3 ? { value: Math.sign(last) * Number.POSITIVE_INFINITY, error: 0 } : NOTHING;
}

/** An estimate that is less sure than this says nothing. */
const WORST = 1e-5;
const STEPS = 16;

/** Neville's extrapolation to zero of values at halved steps, with what rounding does to it. */
function extrapolated(path: Path, f: Along, first: number): Estimate {
  let best = NOTHING;
  let before: Estimate[] = [];
  const steps: number[] = [];
  for (let k = 0; k < STEPS; k++) {
    const [x, t] = path(first / 2 ** k);
    const value = f(x);
    if (!Number.isFinite(value.value) || t === 0) {
      before = [];
      steps.length = 0;
      continue;
    }
    steps.push(t);
    const row: Estimate[] = [value];
    for (let j = 1; j <= before.length; j++) {
      const [a, b] = [row[j - 1] ?? NOTHING, before[j - 1] ?? NOTHING];
      const ratio = (steps[steps.length - 1 - j] ?? 1) / t;
      const next = a.value + (a.value - b.value) / (ratio - 1);
      const rounding = (ratio * a.error + b.error) / (ratio - 1);
      row.push({ value: next, error: rounding });
      const doubt = rounding + Math.max(Math.abs(next - a.value), Math.abs(next - b.value));
      if (j > 1 && doubt < best.error) best = { value: next, error: doubt };
    }
    before = row;
  }
  return best;
}

/** Where nothing cancels, values at the end of what numbers can be. */
function extreme(path: Path, f: Along): Estimate {
  const values = [1e-40, 1e-80, 1e-150].map((t) => f(path(t)[0]));
  const last = values.at(-1) ?? NOTHING;
  if (
    values.some(
      ({ value, error }) =>
        !Number.isFinite(value) || !(error <= 1e-12 * Math.max(1, Math.abs(value))),
    )
  )
    return NOTHING;
  const spread = Math.max(...values.map(({ value }) => Math.abs(value - last.value)));
  return { value: last.value, error: last.error + spread };
}
