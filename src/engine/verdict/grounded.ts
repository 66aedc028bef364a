import { keysIn, type Names } from '../claim/reading.js';
import type { Definition } from '../interpret/context.js';

/** The names that a definition explains: its own, and those that it is made of. */
export function explainedBy({ evidence, naming }: Names, definition: Definition): string[] {
  const args = definition.args ?? [];
  // `\mathcal{L}(v, \lambda)` says nothing of eigenvalues `\lambda_j`.
  const parameters = args.filter((key) => evidence.get(key)?.indexed);
  const keys = [...keysIn(definition.body, naming), ...args];
  return [definition.key, ...keys.filter((key) => !parameters.includes(key))].flatMap(asGrounded);
}

/** A layer of a name is grounded as one of a family, too. */
export function asGrounded(key: string): string[] {
  return [key, key.replace(/<.*$/, ''), key.replace(/<.*$/, '<')];
}
