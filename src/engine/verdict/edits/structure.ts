import { momentOf } from '../../expression/moment.js';
import { numberAt } from '../../expression/numberAt.js';
import { isCounting, type Expr, type RelationSign } from '../../expression/node.js';
import { calledEdits, sigmoidEdits, tanhEdits } from './activations.js';
import { bracketEdits } from './brackets.js';
import { complement, complemented, negated, timesFirst, type AddEdit, type Stock } from './edit.js';
import { exchangedInRatio } from './functions.js';
import { pairEdits } from './names.js';
import { forgottenPowers, forgottenRoot, powerEdits } from './powers.js';
import { productEdits } from './products.js';
import { rangeEdits } from './ranges.js';
import { additionEdits, summandEdits } from './terms.js';

/** Slips in how an expression is put together: signs, powers, fractions, ranges, functions. */
export function structureEdits(node: Expr, stock: Stock, add: AddEdit): void {
  switch (node.kind) {
    case 'add':
      additionEdits(node, add);
      bracketEdits(node, add);
      complementEdits(node, add);
      tanhEdits(node, add);
      break;
    case 'neg':
      add('fix.sign', 1, node, node.target);
      break;
    case 'mul':
      productEdits(node, stock, add);
      pairEdits(node, stock, add);
      sigmoidEdits(node, add);
      exchangedInRatio(node, add);
      break;
    case 'pow':
      powerEdits(node, stock, add);
      break;
    case 'num':
      numberEdits(node, stock, add);
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
      rangeEdits(node, add);
      if (isCounting(node)) summandEdits(node, stock, add);
      break;
    case 'call':
      calledEdits(node, add);
      callEdits(node, stock, add);
      break;
    case 'rel':
      turnedRelations(node, add);
      break;
    case 'deriv':
      if (node.broken) add('fix.derivative', 1, node, unbroken(node));
      break;
    case 'nabla':
      // `\nabla f` for the matrix of second derivatives, `\nabla^2 f`.
      add('fix.derivative', 2.2, node, { ...node, order: node.order === 2 ? 1 : 2 });
      break;
    case 'sub':
      for (const letter of stock.letters)
        add('fix.index', 1.5, node, { ...node, indices: [letter] });
      break;
    default:
  }
}

const TURNED: Partial<Record<RelationSign, RelationSign>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** The other half of the line, in a condition. */
function turnedRelations(node: Expr & { kind: 'rel' }, add: AddEdit): void {
  const [sign, ...more] = node.signs;
  const other = sign && more.length === 0 ? TURNED[sign] : undefined;
  if (other) add('fix.sign', 2.2, node, { ...node, signs: [other] }, true);
}

function unbroken(node: Expr & { kind: 'deriv' }): Expr {
  return { kind: 'deriv', style: node.style, top: node.top, wrt: node.wrt, span: node.span };
}

function fractionEdits(node: Expr & { kind: 'div' }, stock: Stock, add: AddEdit): void {
  const { top, bottom, span } = node;
  const two = numberAt('2', node);
  if (!(top.kind === 'num' && top.text === '1')) add('fix.factor', 2.9, top, timesFirst(two, top));
  if (!(bottom.kind === 'num' && bottom.text === '1'))
    add('fix.factor', 2.9, bottom, timesFirst(two, bottom));
  for (const size of stock.sizes) add('fix.factor', 2.9, bottom, timesFirst(size, bottom));
  // One root instead of another thing: `d_k` for `\sqrt{d_k}`.
  if (stock.readName(bottom)) forgottenRoot(bottom, add);
  add('fix.factor', 3, node, { ...top, span });
  // `\frac{p(x \mid y) p(x)}{p(y)}`: what stands above for what stands below.
  if (top.kind === 'mul')
    top.factors.forEach((factor, at) => {
      if (factor.kind === 'num') return;
      const factors = top.factors.map((one, k) => (k === at ? bottom : one));
      add('fix.order', 3.1, node, { ...node, top: { ...top, factors }, bottom: factor }, true);
    });
  // Nobody divides by one.
  const inverted = node.bottom.kind === 'num' && Number(node.bottom.text) === 1;
  add('fix.order', inverted ? 1.5 : 2.6, node, { ...node, top: node.bottom, bottom: node.top });
}

function numberEdits(node: Expr & { kind: 'num' }, stock: Stock, add: AddEdit): void {
  // Another number of the same side, copied to the wrong place.
  for (const text of stock.numbers)
    if (text !== node.text) add('fix.number', 2.6, node, { ...node, text }, true);
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

/** `y` for `1 - y`. */
function complementEdits(node: Expr, add: AddEdit): void {
  const whole = complemented(node);
  if (whole) add('fix.replace', 3.1, node, whole, true);
}

function callEdits(node: Expr & { kind: 'call' }, stock: Stock, add: AddEdit): void {
  const { fn } = node;
  const [arg, other, ...more] = node.args;
  // `\operatorname{KL}(p \| q)` for `\operatorname{KL}(q \| p)`.
  if (arg && other && more.length === 0)
    add('fix.order', 2.4, node, { ...node, args: [other, arg] });
  if (fn.kind === 'sym') {
    const name = fn.base.replace(/^\\/, '');
    for (const other of SWAPS[name] ?? []) add('fix.replace', 2, fn, { ...fn, base: other });
    if (arg && node.args.length === 1 && arg.kind !== 'neg' && name !== 'sqrt')
      add('fix.sign', 1.6, arg, negated(arg), true);
    if (name === 'sqrt' && arg) add('fix.power', 2.9, node, arg, true);
    else if (arg && node.certain && node.args.length === 1 && momentOf(node) === null)
      add('fix.replace', 3.2, node, arg, true);
    if (node.certain || stock.readName(fn))
      add('fix.derivative', 2.5, fn, { kind: 'prime', target: fn, order: 1, span: fn.span });
    if (/^(log|ln)$/.test(name) && arg && node.args.length === 1)
      add('fix.replace', 2.9, arg, complement(arg));
    forgottenPowers(node, false, add);
    if (!node.certain) add('fix.replace', 3.3, node, complement(node), true);
  }
  if (fn.kind === 'prime') {
    add('fix.derivative', 2, fn, fn.target);
    add('fix.derivative', 2.2, fn, { ...fn, order: fn.order + 1 });
  }
}
