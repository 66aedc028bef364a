import type { Call, Expr, Sym } from './node.js';
import { mapChildren } from './replace.js';
import { some } from './walk.js';

/** Operators on random quantities. */
export type Moment = 'mean' | 'variance' | 'covariance' | 'correlation';

const WORDS: Readonly<Record<string, Moment>> = {
  var: 'variance',
  varianza: 'variance',
  variance: 'variance',
  cov: 'covariance',
  corr: 'correlation',
};

/** Which moment a call is, or null. */
export function momentOf(node: Expr): Moment | null {
  if (node.kind !== 'call' || node.fn.kind !== 'sym' || node.fn.accents.length > 0) return null;
  const { base, font } = node.fn;
  if (font === 'bb') return base === 'E' ? 'mean' : base === 'V' ? 'variance' : null;
  const word = base.toLowerCase();
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}

/** Is a moment of something taken anywhere in here, also a conditional one? */
export function hasMoment(node: Expr): boolean {
  return some(node, (inner) => momentOf(unconditional(inner)) !== null);
}

/** `E(X)` with the letter that operators have. */
export function withExpectations(node: Expr): Expr {
  const inner = mapChildren(node, withExpectations);
  if (inner.kind !== 'call' || !isLetterE(inner.fn)) return inner;
  return { ...inner, certain: true, fn: { ...inner.fn, font: 'bb' } };
}

/** An `E` of any font but the operator's own. */
export function isLetterE(node: Expr): node is Sym {
  return (
    node.kind === 'sym' && node.base === 'E' && node.font !== 'bb' && node.accents.length === 0
  );
}

/** `E[X | Y]` as if nothing were given. */
function unconditional(node: Expr): Expr {
  if (node.kind !== 'call' || node.fn.kind !== 'sym' || !node.fn.base.endsWith('|')) return node;
  return { ...node, fn: { ...node.fn, base: node.fn.base.slice(0, -1) } } satisfies Call;
}
