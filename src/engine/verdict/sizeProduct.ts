import type { Expr } from '../expression/node.js';
import { sameTree } from '../expression/sameTree.js';
import { printLatex } from '../latex/print.js';
import type { Equality } from './equality.js';
import type { Judgement, Reader } from './judge.js';

type Size = readonly [Expr, Expr];

/** `(d \times n)(n \times h) = d \times h`: sizes, which fit where they meet; null where anything else is multiplied. */
export function judgeSizes(reader: Reader, { left, right }: Equality): Judgement | null {
  const sizes = [...(left.kind === 'mul' ? left.factors : []), right].map(sizeOf);
  const [first, ...others] = sizes.filter((size) => size !== null);
  const claimed = others.pop();
  if (!first || !claimed || others.length === 0 || sizes.includes(null)) return null;
  let size = first;
  let wrong: readonly Size[] | null = null;
  for (const next of others) {
    if (!sameTree(size[1], next[0])) wrong ??= [size, next];
    size = [size[0], next[1]];
  }
  if (!size.every((part, k) => sameTree(part, claimed[k] ?? part))) wrong ??= [size, claimed];
  const told = { kind: 'identity', evidence: { method: 'symbolic' }, assumptions: [] } as const;
  if (!wrong) return { ...told, verdict: 'holds' };
  const keys = wrong.flat().map((part) => reader.names.naming.readName(part)?.key ?? '');
  // Plain numbers may be multiplied as such, and names that stand for something may be equal.
  const { variables, values } = reader.book;
  if (keys.every((key) => key === '') || keys.some((key) => variables.has(key) || values.has(key)))
    return null;
  const [a = '', b = ''] = wrong.map((one) => one.map((part) => printLatex(part)).join('×'));
  const args = { left: a, right: b };
  const reason = { code: 'step.shape', args } as const;
  return { ...told, verdict: 'fails', reason, counterexample: { ...args, at: {} } };
}

/** `d \times n`. */
function sizeOf(node: Expr): Size | null {
  const [m, n, ...more] = node.kind === 'mul' && node.signs[0] === 'times' ? node.factors : [];
  return m && n && more.length === 0 && isSize(m) && isSize(n) ? [m, n] : null;
}

function isSize({ kind }: Expr): boolean {
  return kind === 'num' || kind === 'sym' || kind === 'sub';
}
