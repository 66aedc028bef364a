/** A generator of numbers from a seed (xorshift32, Marsaglia 2003): the same everywhere. */
export function generator(seed) {
  let state = seed | 0 || 1;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    /** From 0 to before 1. */
    uniform,
    /** Standard normal, by Box and Muller (1958). */
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    /** One of a list. */
    pick: (list) => list[Math.floor(uniform() * list.length)],
    /** A whole number from `from` to `to`, both included. */
    whole: (from, to) => from + Math.floor(uniform() * (to - from + 1)),
  };
}
