/** Numbers that only look like chance: the same seed gives the same ones on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly uniform: () => number;
  /** Mean 0, standard deviation 1. */
  readonly normal: () => number;
  /** An integer in [0, limit). */
  readonly below: (limit: number) => number;
}

/** Any integer is a seed; only its low 32 bits count. */
export function randomFrom(seed: number): Random {
  let state = mix(seed | 0);
  const uniform = (): number => {
    state = (state + WEYL) | 0;
    return (mix(state) >>> 0) / 2 ** 32;
  };
  return {
    uniform,
    // Box and Muller (1958); the logarithm's argument is never 0.
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    below: (limit) => Math.floor(uniform() * limit),
  };
}

/** The numbers from 0 to `count - 1` in a seeded order (Fisher and Yates). */
export function shuffled(count: number, seed: number): Int32Array {
  const random = randomFrom(seed);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** 2^32 divided by the golden ratio: successive states are far apart. */
const WEYL = 0x9e3779b9;

/** Wellons' `lowbias32`: every bit of the input changes half of the output's. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return h ^ (h >>> 16);
}
