import { numberAt } from '../../expression/numberAt.js';
import type { Expr, Mul } from '../../expression/node.js';
import { sameTree } from '../../expression/sameTree.js';
import { complement, complemented, type AddEdit } from './edit.js';

/** `h \odot (1 - h)` for `1 - h \odot h`: the slope of the sigmoid for that of the hyperbolic tangent. */
export function sigmoidEdits(node: Mul, add: AddEdit): void {
  node.factors.forEach((value, at) => {
    const other = node.factors[at + 1];
    const pair =
      other && (isComplement(other, value) ? value : isComplement(value, other) ? other : null);
    if (!pair) return;
    const { span } = node;
    const entrywise = node.signs[at] === 'odot';
    const squared: Expr = entrywise
      ? { kind: 'mul', factors: [pair, pair], signs: ['odot'], span }
      : { kind: 'pow', base: pair, exponent: numberAt('2', pair), span };
    const slope = complement(squared);
    const factors = [...node.factors.slice(0, at), slope, ...node.factors.slice(at + 2)];
    const signs = node.signs.filter((_, k) => k !== at);
    add(
      'fix.derivative',
      2.8,
      node,
      factors.length === 1 ? slope : { ...node, factors, signs },
      true,
    );
  });
}

/** The same of `a (1 - a)`, which could be a function's value. */
export function calledEdits(node: Expr & { kind: 'call' }, add: AddEdit): void {
  const { fn, args, span } = node;
  const [rest, ...more] = args;
  if (!rest || more.length > 0 || !isComplement(rest, fn)) return;
  const squared: Expr = { kind: 'pow', base: fn, exponent: numberAt('2', fn), span };
  add('fix.derivative', 2.8, node, complement(squared), true);
}

/** `1 - a^2` for `a (1 - a)`, the other way round. */
export function tanhEdits(node: Expr, add: AddEdit): void {
  const squared = complemented(node);
  const [value, sign] = squared ? rootOf(squared) : [null, '' as const];
  if (!value) return;
  const factors = [value, complement(value)];
  add('fix.derivative', 2.8, node, { kind: 'mul', factors, signs: [sign], span: node.span }, true);
}

function isComplement(node: Expr, of: Expr): boolean {
  const own = complemented(node);
  return own !== null && sameTree(own, of);
}

function rootOf(node: Expr): readonly [Expr | null, '' | 'odot'] {
  if (node.kind === 'pow' && node.exponent.kind === 'num' && node.exponent.text === '2')
    return [node.base, ''];
  const [a, b, ...more] = node.kind === 'mul' ? node.factors : [];
  if (node.kind !== 'mul' || !a || !b || more.length > 0 || !sameTree(a, b)) return [null, ''];
  return [a, node.signs[0] === 'odot' ? 'odot' : ''];
}
