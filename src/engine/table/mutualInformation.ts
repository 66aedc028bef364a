/** How often a value of one column meets a value of another; values are numbered. */
export interface Meeting {
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

/** Mutual information of two columns in nats (Cover & Thomas 2006, equation 2.28), from counts. Not corrected for size. */
export function mutualInformation(meetings: readonly Meeting[]): number {
  const [xs, ys] = [new Map<number, number>(), new Map<number, number>()];
  let all = 0;
  for (const { x, y, count } of meetings) {
    xs.set(x, (xs.get(x) ?? 0) + count);
    ys.set(y, (ys.get(y) ?? 0) + count);
    all += count;
  }
  let information = 0;
  for (const { x, y, count } of meetings) {
    const expected = (xs.get(x) ?? 0) * ((ys.get(y) ?? 0) / all);
    if (count > 0) information += (count / all) * Math.log(count / expected);
  }
  // Rounding can leave a little less than nothing.
  return Math.max(0, information);
}
