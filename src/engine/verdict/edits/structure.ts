import { numberAt } from '../../expression/numberAt.js';
import { isCounting, type Bound, type Expr } from '../../expression/node.js';
import { bracketEdits } from './brackets.js';
import type { AddEdit, Stock } from './edit.js';
import { factorEdits, productEdits } from './products.js';

/** Slips in how an expression is put together: signs, powers, fractions, ranges, functions. */
export function structureEdits(node: Expr, stock: Stock, add: AddEdit): void {
  switch (node.kind) {
    case 'add':
      add('fix.sign', 1, node, { ...node, op: node.op === '+' ? '-' : '+' });
      if (node.op === '-')
        add('fix.order', 2, node, { ...node, left: node.right, right: node.left });
      add('fix.factor', 4, node, node.left);
      bracketEdits(node, add);
      break;
    case 'neg':
      add('fix.sign', 1, node, node.target);
      break;
    case 'mul':
      productEdits(node, stock, add);
      break;
    case 'pow':
      powerEdits(node, add);
      break;
    case 'num':
      numberEdits(node, add);
      break;
    case 'transpose':
      add('fix.transpose', 2, node, node.target);
      break;
    case 'div':
      fractionEdits(node, stock, add);
      break;
    case 'cases':
      for (const { value } of node.rows) add('fix.sign', 1.4, value, negated(value));
      break;
    case 'big':
      sumEdits(node, add);
      break;
    case 'call':
      callEdits(node, stock, add);
      break;
    case 'deriv':
      if (node.broken) add('fix.derivative', 1, node, unbroken(node));
      break;
    case 'sub':
      for (const letter of stock.letters)
        add('fix.index', 1.5, node, { ...node, indices: [letter] });
      break;
    default:
  }
}

function unbroken(node: Expr & { kind: 'deriv' }): Expr {
  return { kind: 'deriv', style: node.style, top: node.top, wrt: node.wrt, span: node.span };
}

function fractionEdits(node: Expr & { kind: 'div' }, stock: Stock, add: AddEdit): void {
  factorEdits(node.bottom, 2.9, stock, add);
  add('fix.factor', 3, node, node.top);
  // Nobody divides by one.
  const inverted = node.bottom.kind === 'num' && Number(node.bottom.text) === 1;
  add('fix.order', inverted ? 1.5 : 2.6, node, { ...node, top: node.bottom, bottom: node.top });
}

/** Limits that change places, begin at zero, or lie about it. */
function integralEdits(node: Expr & { kind: 'big' }, add: AddEdit): void {
  const [bound] = node.bounds;
  if (!bound?.from || !bound.to || node.head.start === node.head.end) return;
  const { from, to } = bound;
  const put = (change: Partial<Bound>): void => {
    add('fix.bounds', 2, node, { ...node, bounds: [{ ...bound, ...change }] });
  };
  put({ from: to, to: from });
  if (from.kind !== 'num' || from.text !== '0') put({ from: numberAt('0', from) });
  put({ from: negated(to) });
  if (to.kind === 'num')
    put({ to: { kind: 'sym', base: '\\infty', accents: [], font: 'plain', span: to.span } });
}

function sumEdits(node: Expr & { kind: 'big' }, add: AddEdit): void {
  if (node.op === 'int') integralEdits(node, add);
  if (!isCounting(node)) return;
  const { span } = node;
  add('fix.sum', 3, node, node.body);
  const put = (at: number, change: Partial<Bound>): Expr => ({
    ...node,
    swapped: false,
    bounds: node.bounds.map((other, k) => (k === at ? { ...other, ...change } : other)),
  });
  node.bounds.forEach(({ from, to }, at) => {
    const other = from?.kind === 'num' && from.text === '1' ? '0' : '1';
    if (from) add('fix.bounds', 2.2, node, put(at, { from: { kind: 'num', text: other, span } }));
    if (to?.kind === 'sym') {
      const before: Expr = { kind: 'add', op: '-', left: to, right: numberAt('1', to), span };
      add('fix.bounds', 2, node, put(at, { to: before }));
    }
    if (to?.kind === 'add' && to.right.kind === 'num') {
      add('fix.bounds', 2, node, put(at, { to: to.left }));
      add('fix.bounds', 2, node, put(at, { to: { ...to, op: to.op === '+' ? '-' : '+' } }));
    }
  });
  if (node.swapped) add('fix.bounds', 1, node, { ...node, swapped: false });
}

function powerEdits(node: Expr & { kind: 'pow' }, add: AddEdit): void {
  const { exponent } = node;
  add('fix.power', 3, node, node.base);
  if (exponent.kind === 'num') {
    const value = Number(exponent.text);
    for (const other of [value - 1, value + 1])
      if (other >= 2) add('fix.power', 2, exponent, { ...exponent, text: String(other) });
  }
  // `r^{n-1}` and `r^n` are taken for one another.
  if (exponent.kind === 'add' && exponent.right.kind === 'num')
    add('fix.power', 2, exponent, exponent.left);
  if (exponent.kind === 'sym')
    for (const op of ['-', '+'] as const) {
      const { span } = exponent;
      const right = numberAt('1', exponent);
      const moved: Expr = { kind: 'add', op, left: exponent, right, span };
      add('fix.power', 2.4, node, { ...node, exponent: moved });
    }
  const sign = exponent.kind === 'num' ? 2 : 1;
  add('fix.sign', sign, exponent, exponent.kind === 'neg' ? exponent.target : negated(exponent));
}

function negated(node: Expr): Expr {
  return { kind: 'neg', target: node, span: node.span };
}

/** A square or an inverse that was forgotten. */
export function forgottenPowers(node: Expr, isArray: boolean, add: AddEdit): void {
  const { span } = node;
  add('fix.power', 2.6, node, { kind: 'pow', base: node, exponent: numberAt('2', node), span });
  if (!isArray) return;
  const exponent = negated(numberAt('1', node));
  add('fix.power', 3.2, node, { kind: 'pow', base: node, exponent, span });
}

function numberEdits(node: Expr & { kind: 'num' }, add: AddEdit): void {
  if (node.text.includes('.')) return;
  const value = Number(node.text);
  const others = [...new Set([value + 1, value - 1, value * 2, value / 2, 0, 1, 2])].filter(
    (other) => Number.isInteger(other) && other >= 0 && other !== value,
  );
  for (const other of others) add('fix.number', 2.5, node, { ...node, text: String(other) });
}

/** Functions that are taken for one another. */
const SWAPS: Readonly<Record<string, readonly string[]>> = {
  sin: ['cos'],
  cos: ['sin'],
  sen: ['cos'],
  sinh: ['cosh', 'tanh'],
  cosh: ['sinh'],
  tanh: ['sigmoid'],
  max: ['min'],
  min: ['max'],
  exp: ['log'],
  log: ['exp'],
};

function callEdits(node: Expr & { kind: 'call' }, stock: Stock, add: AddEdit): void {
  const { fn } = node;
  const [arg] = node.args;
  if (fn.kind === 'sym') {
    const name = fn.base.replace(/^\\/, '');
    for (const other of SWAPS[name] ?? []) add('fix.replace', 2, fn, { ...fn, base: other });
    if (node.certain || stock.readName(fn))
      add('fix.derivative', 2.5, fn, { kind: 'prime', target: fn, order: 1, span: fn.span });
    if (/^(log|ln)$/.test(name) && arg && node.args.length === 1)
      add('fix.replace', 2.9, arg, complement(arg));
    forgottenPowers(node, false, add);
  }
  if (fn.kind === 'prime') add('fix.derivative', 2, fn, fn.target);
}

/** `1 - p` for `p`, and the other way round. */
function complement(node: Expr): Expr {
  const one = numberAt('1', node);
  if (node.kind === 'add' && node.op === '-' && node.left.kind === 'num' && node.left.text === '1')
    return node.right;
  return { kind: 'add', op: '-', left: one, right: node, span: node.span };
}
