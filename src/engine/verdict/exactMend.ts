import { decimalsOf } from '../claim/literal.js';
import type { Names } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Edit } from './edits.js';
import type { Equality } from './equality.js';
import type { Judgement } from './judge.js';

/** `\frac{L}{\partial a}`: one of the two signs was forgotten. */
export function wholeDerivative(right: Expr): Edit | null {
  let edit: Edit | null = null;
  walk(right, (node) => {
    if (node.kind !== 'deriv' || !node.broken || edit) return;
    const change: Expr = {
      kind: 'deriv',
      style: node.style,
      top: node.top,
      wrt: node.wrt,
      span: node.span,
    };
    edit = {
      code: 'fix.derivative',
      cost: 1,
      node,
      change,
      result: replaceNode(right, node, change),
    };
  });
  return edit;
}

/** A whole number in the place of another. */
export function wholeNumber(node: Expr, value: number): Edit | null {
  const rounded = Math.round(value);
  if (Math.abs(value - rounded) > 1e-6) return null;
  const digits: Expr = { kind: 'num', text: String(Math.abs(rounded)), span: node.span };
  const change: Expr = rounded < 0 ? { kind: 'neg', target: digits, span: node.span } : digits;
  return { code: 'fix.number', cost: 1, node, change, result: change };
}

/** The number that should stand there, with as many decimals as the one that does. */
export function rightNumber({ naming }: Names, claim: Equality, judged: Judgement): Edit | null {
  const { right } = claim;
  const value = Number(judged.counterexample?.left);
  const decimals =
    right.kind === 'num' || right.kind === 'neg' ? decimalsOf(right)?.[0] : undefined;
  if (
    judged.verdict !== 'fails' ||
    judged.detached ||
    !naming.isNumber(claim.left) ||
    decimals === undefined ||
    !Number.isFinite(value)
  )
    return null;
  const digits: Expr = { kind: 'num', text: Math.abs(value).toFixed(decimals), span: right.span };
  const change: Expr = value < 0 ? { kind: 'neg', target: digits, span: right.span } : digits;
  return { code: 'fix.number', cost: 1, node: right, change, result: change };
}
