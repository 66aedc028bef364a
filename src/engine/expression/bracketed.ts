import type { Call } from './node.js';

/** `(H(w))` in brackets of its own: what is written above belongs to all of it, where `H` is no function. */
export function isBracketed(node: Call): boolean {
  return node.span.start < node.fn.span.start;
}
