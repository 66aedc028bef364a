/** How long the editor is given to catch up, in milliseconds; far more than it needs. */
const PATIENCE = 20_000;
const INTERVAL = 50;

/**
 * Looks again and again until what is seen is accepted.
 *
 * @throws with the last thing seen, when that never happens
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  accept: (seen: T) => boolean,
): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (accept(seen)) return seen;
    if (Date.now() > end) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await pause(INTERVAL);
  }
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
