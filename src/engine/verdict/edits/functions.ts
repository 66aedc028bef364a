import type { Expr } from '../../expression/node.js';
import { sameTree } from '../../expression/sameTree.js';
import type { AddEdit, Stock } from './edit.js';

/** `\sum_k e^{z_k}` for `\log \sum_k e^{z_k}`: a function that stands nearby, of the last factor of a term. */
export function forgottenFunctions(term: Expr, stock: Stock, add: AddEdit): void {
  const body = bodyOf(term);
  if (body.kind === 'num' || body.kind === 'call') return;
  // That a sum or a fraction lacks one is no matter of how a name is read.
  const telling = body.kind === 'big' || body.kind === 'div';
  for (const fn of stock.functions)
    add('fix.replace', telling ? 2.55 : 3.25, body, callOf(fn, body), !telling);
}

function callOf(fn: Expr, body: Expr): Expr {
  return { kind: 'call', fn, args: [body], certain: true, span: body.span };
}

function bodyOf(term: Expr): Expr {
  if (term.kind === 'neg') return bodyOf(term.target);
  return term.kind === 'mul' ? (term.factors.at(-1) ?? term) : term;
}

/** `\sum_k q_k \log \frac{p_k}{q_k}`, once `p_k \log \frac{q_k}{p_k}` is written: the two changed places throughout. */
export function exchangedInRatio(node: Expr & { kind: 'mul' }, add: AddEdit): void {
  const fraction = node.factors.map(ratioOf).find((ratio) => ratio !== null);
  if (!fraction) return;
  const { top, bottom } = fraction;
  const other = (one: Expr): Expr => {
    if (sameTree(one, top)) return bottom;
    return ratioOf(one) === fraction ? exchanged(one, fraction) : one;
  };
  if (!node.factors.some((one) => sameTree(one, top))) return;
  add('fix.order', 2.4, node, { ...node, factors: node.factors.map(other) });
}

type Ratio = Expr & { kind: 'div' };

/** What a function is taken of, where it is a fraction. */
function ratioOf(node: Expr): Ratio | null {
  const [arg, ...more] = node.kind === 'call' ? node.args : [];
  return arg?.kind === 'div' && more.length === 0 ? arg : null;
}

function exchanged(call: Expr, { top, bottom, ...rest }: Ratio): Expr {
  if (call.kind !== 'call') return call;
  return { ...call, args: [{ ...rest, top: bottom, bottom: top }] };
}
