/** Draws that follow from the seed alone, the same on every machine. */
export interface Generator {
  /** A whole number from 0 to `below` - 1, each equally likely; `below` from 1 to 2^32. */
  readonly below: (below: number) => number;
  /** A number in [0, 1) with 32 bits. */
  readonly unit: () => number;
}

/** Written into the files that depend on it. */
export const GENERATOR_NAME = 'xoshiro128**';

/**
 * Blackman and Vigna's xoshiro128** 1.1 ("Scrambled linear pseudorandom number generators", 2021),
 * its state filled from the seed by SplitMix32.
 *
 * @param seed a whole number; what is beyond 32 bits is cut off
 */
export function generator(seed: number): Generator {
  const next = xoshiro(splitMix(seed));
  return {
    below: (below) => {
      // What is left over at the top would favour the small numbers, so it is drawn again.
      const limit = RANGE - (RANGE % below);
      for (;;) {
        const drawn = next();
        if (drawn < limit) return drawn % below;
      }
    },
    unit: () => next() / RANGE,
  };
}

/** Fisher and Yates' shuffle, in place. */
export function shuffle(values: number[] | Int32Array, { below }: Generator): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = below(i + 1);
    const held = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = held;
  }
}

const RANGE = 2 ** 32;

function xoshiro(fill: () => number): () => number {
  let [a, b, c, d] = [fill(), fill(), fill(), fill()];
  return () => {
    const drawn = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return drawn;
  };
}

function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
