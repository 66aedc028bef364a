import type { Definition } from '../interpret/context.js';

/** What is asked for again and again, made once: readings, whose sessions stay open for each repair of one step. */
export class Kept<T> {
  private readonly known = new Map<string, T>();

  get(id: string, make: () => T): T {
    let made = this.known.get(id);
    if (made === undefined) this.known.set(id, (made = make()));
    return made;
  }

  /** For when definitions or values are other ones. */
  clear(): void {
    this.known.clear();
  }
}

/** Which definitions these are, among those that are in force together. */
export function idsOf(definitions: readonly Definition[]): string {
  return definitions.map(({ id, key }) => `${String(id)} ${key}`).join();
}
