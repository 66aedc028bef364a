import { numberAt } from '../../expression/numberAt.js';
import type { Expr } from '../../expression/node.js';
import { negated, type AddEdit, type Stock } from './edit.js';

/** Slips in an exponent, and powers that should not be there. */
export function powerEdits(node: Expr & { kind: 'pow' }, stock: Stock, add: AddEdit): void {
  const { exponent } = node;
  add('fix.power', 3, node, node.base);
  squareEdits(node, stock, add);
  for (const whole of longerSums(exponent, stock)) add('fix.power', 2.9, exponent, whole);
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
  for (const other of besideFraction(exponent)) add('fix.power', 2.1, exponent, other, true);
  const sign = exponent.kind === 'num' ? 2 : 1;
  add('fix.sign', sign, exponent, exponent.kind === 'neg' ? exponent.target : negated(exponent));
}

/** `p_k^2` for `p_k p_l`: one of the two has another index. */
function squareEdits(node: Expr & { kind: 'pow' }, stock: Stock, add: AddEdit): void {
  const { base, exponent, span } = node;
  if (base.kind !== 'sub' || exponent.kind !== 'num' || exponent.text !== '2') return;
  base.indices.forEach((index, at) => {
    if (index.kind !== 'sym') return;
    for (const letter of stock.letters) {
      if (letter.kind !== 'sym' || letter.base === index.base) continue;
      const indices = base.indices.map((other, k) => (k === at ? letter : other));
      const factors = [base, { ...base, indices }];
      add('fix.index', 2.2, node, { kind: 'mul', factors, signs: [''], span });
    }
  });
}

/** `b + m - k - 1` for `b + m - 1`: a name more before the number that a sum ends with, or at its end. */
function longerSums(sum: Expr, { names }: Stock): Expr[] {
  if (sum.kind !== 'add') return [];
  const { span } = sum;
  const number = sum.right.kind === 'num';
  const before = number ? sum.left : sum;
  return names.slice(0, MOST_LOST).flatMap((right) =>
    (['-', '+'] as const).map((op): Expr => {
      const longer: Expr = { kind: 'add', op, left: before, right, span };
      return number ? { ...sum, left: longer } : longer;
    }),
  );
}

/** Names of the claim itself come first, and few of them stand in exponents. */
const MOST_LOST = 6;

/** `-3/2` and `1/2` for `-1/2`: what is one more and one less. */
function besideFraction(exponent: Expr): Expr[] {
  const minus = exponent.kind === 'neg';
  const fraction = exponent.kind === 'neg' ? exponent.target : exponent;
  if (fraction.kind !== 'div') return [];
  const { top, bottom } = fraction;
  if (top.kind !== 'num' || bottom.kind !== 'num') return [];
  const value = (minus ? -1 : 1) * Number(top.text);
  return [value - Number(bottom.text), value + Number(bottom.text)].flatMap((next) => {
    if (next === 0 || !Number.isInteger(next)) return [];
    const whole: Expr = { ...fraction, top: { ...top, text: String(Math.abs(next)) } };
    return [next < 0 ? negated(whole) : whole];
  });
}

/** A square, a root or an inverse that was forgotten. */
export function forgottenPowers(node: Expr, isArray: boolean, add: AddEdit): void {
  const { span } = node;
  add('fix.power', 2.6, node, { kind: 'pow', base: node, exponent: numberAt('2', node), span });
  if (!isArray) return;
  const exponent = negated(numberAt('1', node));
  add('fix.power', 3.2, node, { kind: 'pow', base: node, exponent, span });
}

/** A root that was forgotten. */
export function forgottenRoot(node: Expr, add: AddEdit): void {
  const { span } = node;
  const fn: Expr = { kind: 'sym', base: 'sqrt', accents: [], font: 'upright', span };
  add('fix.power', 2.9, node, { kind: 'call', fn, args: [node], certain: true, span }, true);
}
