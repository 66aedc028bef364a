import { randomFrom } from '../../../src/engine/random.js';

/** Choices that follow from a seed. */
export interface Chance {
  readonly uniform: () => number;
  readonly below: (limit: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
}

export function chanceFrom(seed: number): Chance {
  const { uniform, below } = randomFrom(seed);
  return { uniform, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
