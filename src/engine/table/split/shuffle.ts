import type { Random } from '../../random.js';

/** Fisher and Yates' shuffle, in place. */
export function shuffle(values: number[] | Int32Array, random: Random): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    const held = values[at] ?? 0;
    values[at] = values[other] ?? 0;
    values[other] = held;
  }
}
