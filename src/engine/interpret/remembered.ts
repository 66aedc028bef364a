import type { Tensor } from './tensor.js';

/** Values of definitions by name, in the order they were computed, so that the latest can be forgotten. */
export class Remembered {
  private readonly values = new Map<string, Tensor>();
  private readonly keys: string[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** How many there are, those included that are never forgotten. */
  get count(): number {
    return this.values.size;
  }

  get(key: string): Tensor | undefined {
    return this.values.get(key);
  }

  /** `lasting`: never to be forgotten. */
  set(key: string, value: Tensor, lasting = false): void {
    if (!this.values.has(key) && !lasting) this.keys.push(key);
    this.values.set(key, value);
  }

  /** Forgets all but the first `size`. */
  shrink(size: number): void {
    for (const key of this.keys.splice(size)) this.values.delete(key);
  }
}
