import type { Add, Call, Expr, Matrix, Mul, Num } from '../../expression/node.js';
import { mapChildren } from '../../expression/replace.js';
import { some } from '../../expression/walk.js';
import type { Span } from '../../text/span.js';
import { runOf, type Run } from './list.js';
import type { Pattern } from './pattern.js';

/**
 * Terms left out by dots, said in full: `x_1 + \dots + x_n` is a sum, `(x_1, \dots, x_n)` a list over an index.
 * Where no pattern can be seen the dots stay, and what holds them is not checked.
 */
export function spellOut(node: Expr): Expr {
  return some(node, isDots) ? inside(node) : node;
}

function inside(node: Expr): Expr {
  const out = mapChildren(node, inside);
  switch (out.kind) {
    case 'add':
      return inSum(out);
    case 'mul':
      return inProduct(out);
    case 'tuple':
      return out.fence === '{' ? out : (inList(out.items, 'list', out.span) ?? out);
    case 'matrix':
      return out.rows.flat().some(isDots) && out.fence === 'plain' ? inMatrix(out) : out;
    case 'call':
      return inCall(out);
    default:
      return out;
  }
}

function isDots(node: Expr): boolean {
  return node.kind === 'dots';
}

interface Term {
  readonly op: '+' | '-';
  readonly node: Expr;
}

function inSum(node: Add): Expr {
  const terms = termsOf(node);
  const at = terms.findIndex((term) => isDots(term.node));
  const tail = terms[at + 1];
  if (at < 1 || !tail || terms.filter((term) => isDots(term.node)).length > 1) return node;
  if (terms[at]?.op !== tail.op) return node;
  const heads = terms.slice(0, at);
  while (heads.length > 0 && heads.some((head) => head.op !== tail.op)) heads.shift();
  const run = runOf(
    heads.map((head) => head.node),
    [tail.node],
  );
  if (!run || !isClose(run, heads.length)) return node;
  const { op } = tail;
  return joined(
    [
      ...terms.slice(0, at - heads.length),
      ...run.before.map((one) => ({ op, node: one })),
      ...counts('sum', run, node.span).map((one) => ({ op, node: one })),
      ...run.after.map((one) => ({ op, node: one })),
      ...terms.slice(at + 2),
    ],
    node.span,
  );
}

/** Does the pattern reach the dots? Where the last term before them is none of it, they may mean another. */
function isClose({ before }: Run, heads: number): boolean {
  return before.length < heads;
}

function termsOf(node: Expr): Term[] {
  if (node.kind === 'add') return [...termsOf(node.left), { op: node.op, node: node.right }];
  return node.kind === 'neg' ? [{ op: '-', node: node.target }] : [{ op: '+', node }];
}

function joined([first, ...rest]: readonly Term[], span: Span): Expr {
  const start: Expr =
    first?.op === '-'
      ? { kind: 'neg', target: first.node, span: first.node.span }
      : (first?.node ?? { kind: 'num', text: '0', span });
  return rest.reduce<Expr>(
    (left, { op, node: right }) => ({ kind: 'add', op, left, right, span }),
    start,
  );
}

function inProduct(node: Mul): Expr {
  const at = node.factors.findIndex(isDots);
  const tail = node.factors[at + 1];
  if (at < 1 || !tail || node.factors.filter(isDots).length > 1) return node;
  const sign = node.signs[at];
  if (sign === 'odot' || sign === 'otimes') return node;
  const run = runOf(node.factors.slice(0, at), [tail]);
  if (!run || !isClose(run, at)) return node;
  const rest = node.factors.slice(at + 2);
  const factors = [...run.before, ...counts('prod', run, node.span), ...run.after, ...rest];
  const [only] = factors;
  if (only && factors.length === 1) return only;
  return { kind: 'mul', factors, signs: factors.slice(1).map(() => ''), span: node.span };
}

function inList(items: readonly Expr[], op: Listing, span: Span): Expr | null {
  const at = items.findIndex(isDots);
  if (at < 1 || items.filter(isDots).length > 1) return null;
  const run = runOf(items.slice(0, at), items.slice(at + 1));
  if (!run) return null;
  const lists = counts(op, run, span);
  const [list] = lists;
  if (list && lists.length + run.before.length + run.after.length === 1) return list;
  if (op === 'stack') return null;
  // Entries written one by one beside those of a pattern.
  const entries = [...run.before, ...lists, ...run.after];
  if (op === 'row') return { kind: 'matrix', rows: [entries], fence: 'plain', span };
  return { kind: 'tuple', items: entries, fence: '(', span };
}

/** `\max(a_1, \dots, a_n)`, `\operatorname{diag}(h_1, \dots, h_d)`. */
function inCall(node: Call): Expr {
  const name = node.fn.kind === 'sym' ? node.fn.base.replace(/^\\/, '') : '';
  if (!node.args.some(isDots)) return node;
  if (name === 'max' || name === 'min') {
    const list = inList(node.args, 'list', node.span);
    return list?.kind === 'big' ? { ...list, op: name } : node;
  }
  if (!/^(diag|softmax|Softmax|SOFTMAX)$/.test(name)) return node;
  const list = inList(node.args, 'list', node.span);
  return list ? { ...node, args: [list] } : node;
}

function inMatrix(node: Matrix): Expr {
  const diagonal = onDiagonal(node);
  if (diagonal) return diagonal;
  const rows = node.rows.map((row) => inRow(row, node.span));
  const [only] = rows;
  if (only && rows.length === 1) return only;
  if (rows.some(isDots)) {
    const column = node.rows.every((row) => row.length === 1);
    const stack = inList(rows, 'stack', node.span);
    return stack ?? (column ? inList(rows, 'list', node.span) : null) ?? node;
  }
  return rows.some((row) => some(row, isDots)) ? node : { ...node, rows: rows.map((row) => [row]) };
}

/** A row as one expression: its list laid flat; dots where it holds nothing else. */
function inRow(row: readonly Expr[], span: Span): Expr {
  const [only] = row;
  const kept = row.filter((cell) => !isEmpty(cell));
  if (kept.length > 0 && kept.every(isDots)) return kept[0] ?? { kind: 'dots', span };
  if (only && row.length === 1) return only;
  const list = row.some(isDots) ? inList(row, 'row', span) : null;
  if (list) return list;
  return { kind: 'matrix', rows: [row], fence: 'plain', span };
}

/** `\lambda_1` to `\lambda_n` down the diagonal, nothing or zeros elsewhere. */
function onDiagonal({ rows, span }: Matrix): Expr | null {
  if (rows.length < 2 || rows.some((row) => row.length !== rows.length)) return null;
  const diagonal = rows.map((row, at) => row[at] ?? { kind: 'dots' as const, span });
  const elsewhere = rows.flatMap((row, i) => row.filter((_, j) => i !== j));
  if (!elsewhere.every((cell) => isEmpty(cell) || isDots(cell) || isZero(cell))) return null;
  const entries = inList(diagonal, 'list', span);
  if (!entries) return null;
  const fn: Expr = { kind: 'sym', base: 'diag', accents: [], font: 'upright', span };
  return { kind: 'call', fn, args: [entries], certain: true, span };
}

function isEmpty(cell: Expr): boolean {
  return cell.kind === 'text' && cell.text === '';
}

function isZero(cell: Expr): cell is Num {
  return cell.kind === 'num' && cell.text === '0';
}

type Listing = 'list' | 'row' | 'stack';
type Counting = Listing | 'sum' | 'prod';

/** The pattern, and the last term where it is another. */
function counts(op: Counting, { pattern, last }: Run, span: Span): Expr[] {
  return (last ? [pattern, last] : [pattern]).map((one) => counted(op, one, span));
}

function counted(
  op: Counting,
  { body, index, from, to }: Pattern,
  span: Span,
): Expr & { kind: 'big' } {
  return { kind: 'big', op, bounds: [{ index, from, to }], swapped: false, body, head: span, span };
}
