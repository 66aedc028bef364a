import { decimalsOf, isLiteral } from '../claim/literal.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { walk } from '../expression/walk.js';
import type { Edit } from './edits/edit.js';
import { printLatex } from '../latex/print.js';
import type { Equality } from './equality.js';
import type { Judgement, Reader } from './judge.js';
import { roundedText, signed } from './numberText.js';
import { valuesOf } from './solve.js';

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
export function rightNumber(reader: Reader, claim: Equality, judged: Judgement): Edit | null {
  const { left, right } = claim;
  const decimals =
    right.kind === 'num' || right.kind === 'neg' ? decimalsOf(right)?.[0] : undefined;
  if (judged.verdict !== 'fails' || judged.detached || decimals === undefined) return null;
  if (!reader.names.naming.isNumber(left)) return null;
  const [value] = valuesOf(reader, left, right)?.[0] ?? [];
  if (value === undefined || !Number.isFinite(value)) return null;
  const change = signed(value, roundedText(value, decimals), right.span);
  return { code: 'fix.number', cost: 1, node: right, change, result: change };
}

/** The one entry of a matrix of numbers that is wrong, or two beside each other. */
export function rightEntries(reader: Reader, claim: Equality): Edit | null {
  const { left, right } = claim;
  const rows = rowsOf(right);
  const cells = rows?.flat() ?? [];
  if (!rows || !cells.every(isLiteral) || !reader.hasValues(left)) return null;
  const values = valuesOf(reader, left, right);
  if (values?.length !== cells.length) return null;
  const wrong = cells.flatMap((cell, at) => {
    const [x, y] = values[at] ?? [0, 0];
    const half = 0.5 * 10 ** -(decimalsOf(cell)?.[0] ?? 12);
    const decimal = (decimalsOf(cell)?.[0] ?? 0) > 0;
    const slack = (decimal ? half : 0) + 1e-9 * Math.max(1, Math.abs(x));
    return Math.abs(x - y) > slack ? [{ cell, at, value: x }] : [];
  });
  const [first, second] = wrong;
  if (!first || wrong.length > 2 || wrong.length === cells.length) return null;
  const meant = ({ cell, value }: (typeof wrong)[number]): Expr =>
    signed(value, roundedText(value, decimalsOf(cell)?.[0] ?? 0), cell.span);
  const change = meant(first);
  let result = replaceNode(right, first.cell, change);
  if (!second) return { code: 'fix.number', cost: 1, node: first.cell, change, result };
  const width = rows[0]?.length ?? 1;
  const beside = second.at === first.at + 1 && second.at % width !== 0;
  if (!beside) return null;
  const other = meant(second);
  result = replaceNode(result, second.cell, other);
  const span = { start: first.cell.span.start, end: second.cell.span.end };
  const sign = right.kind === 'tuple' ? ', ' : ' & ';
  const text = `${printLatex(change)}${sign}${printLatex(other)}`;
  const node: Expr = { kind: 'text', text, span };
  return { code: 'fix.number', cost: 1, node, change: node, result, text };
}

function rowsOf(node: Expr): readonly (readonly Expr[])[] | null {
  if (node.kind === 'matrix') return node.fence === 'plain' ? node.rows : null;
  return node.kind === 'tuple' ? [node.items] : null;
}
