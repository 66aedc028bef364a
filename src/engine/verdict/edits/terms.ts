import { numberAt } from '../../expression/numberAt.js';
import type { Expr } from '../../expression/node.js';
import { keyOf, type AddEdit, type Stock } from './edit.js';

/** Slips in a sum of terms: the sign of the first, one too many, the product that a square of a sum has. */
export function additionEdits(node: Expr & { kind: 'add' }, add: AddEdit): void {
  const { left, right, op } = node;
  add('fix.sign', 1, node, { ...node, op: op === '+' ? '-' : '+' });
  if (left.kind !== 'add' && left.kind !== 'neg')
    add('fix.sign', 1.2, left, { kind: 'neg', target: left, span: left.span });
  if (op === '-') add('fix.order', 2, node, { ...node, left: right, right: left });
  add('fix.factor', 4, node, left);
  const raised = withExponent(left, op, right);
  if (raised) add('fix.brackets', 2.7, node, raised, true);
  const [a, b] = [rootOf(left), rootOf(right)];
  if (!a || !b || op === '-') return;
  for (const sign of ['+', '-'] as const)
    add('fix.term', 3.4, node, { ...node, left: withMixed(left, a, sign, b) }, true);
}

/** `e^{z} + c` for `e^{z + c}`: the term belongs to the exponent. */
function withExponent(left: Expr, op: '+' | '-', right: Expr): Expr | null {
  const { span } = left;
  if (left.kind === 'pow' && left.exponent.kind !== 'num') {
    const exponent: Expr = {
      kind: 'add',
      op,
      left: left.exponent,
      right,
      span: left.exponent.span,
    };
    return { ...left, exponent };
  }
  if (left.kind === 'big') {
    const body = withExponent(left.body, op, right);
    return body && { ...left, body };
  }
  if (left.kind !== 'mul') return null;
  const last = left.factors.at(-1);
  const raised = last && withExponent(last, op, right);
  return raised ? { ...left, factors: [...left.factors.slice(0, -1), raised], span } : null;
}

/** What is squared, and whether it is so by its length. */
interface Root {
  readonly of: Expr;
  readonly long: boolean;
}

function rootOf(node: Expr): Root | null {
  if (node.kind !== 'pow' || node.exponent.kind !== 'num' || node.exponent.text !== '2')
    return null;
  const { base } = node;
  return base.kind === 'norm' ? { of: base.target, long: true } : { of: base, long: false };
}

/** `a^2 + 2ab` for `a^2`. */
function withMixed(square: Expr, a: Root, op: '+' | '-', b: Root): Expr {
  const { span } = square;
  const first: Expr = a.long ? { kind: 'transpose', target: a.of, sign: 'top', span } : a.of;
  const mixed: Expr = {
    kind: 'mul',
    factors: [numberAt('2', square), first, b.of],
    signs: ['', ''],
    span,
  };
  return { kind: 'add', op, left: square, right: mixed, span };
}

/** `\sum_j g_j` for `\sum_j g_j x_j`: a factor with the letter that counts. */
export function summandEdits(node: Expr & { kind: 'big' }, stock: Stock, add: AddEdit): void {
  const { body } = node;
  const put = (factor: Expr, cost: number): void => {
    const whole: Expr =
      body.kind === 'mul'
        ? { ...body, factors: [...body.factors, factor], signs: [...body.signs, ''] }
        : { kind: 'mul', factors: [body, factor], signs: [''], span: body.span };
    add('fix.factor', cost, body, whole, true);
  };
  for (const { index } of node.bounds) {
    if (index.kind !== 'sym') continue;
    for (const name of stock.names) {
      const key = keyOf(name, stock);
      if (key === null || stock.indexed(key) !== 1) continue;
      put({ kind: 'sub', target: name, indices: [index], span: body.span }, 3.3);
    }
  }
  for (const whole of stock.wholes) put({ ...whole, span: body.span }, 3.4);
}
