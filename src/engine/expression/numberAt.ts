import type { Expr, Num } from './node.js';

/** A number that stands where something else stood. */
export function numberAt(text: string, { span }: Pick<Expr, 'span'>): Num {
  return { kind: 'num', text, span };
}
