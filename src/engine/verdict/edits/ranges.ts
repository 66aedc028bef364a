import { numberAt } from '../../expression/numberAt.js';
import { isCounting, type Bound, type Expr } from '../../expression/node.js';
import { sameTree } from '../../expression/sameTree.js';
import { negated, type AddEdit } from './edit.js';

type Big = Expr & { kind: 'big' };

/** Slips in what a sum, an integral or a maximum runs over. */
export function rangeEdits(node: Big, add: AddEdit): void {
  if (node.op === 'int') integralEdits(node, add);
  if (!isCounting(node)) return;
  const { span } = node;
  add('fix.sum', 3, node, node.body);
  const put = (at: number, change: Partial<Bound>, cost = 2, bold = false): void => {
    const bounds = node.bounds.map((other, k) => (k === at ? { ...other, ...change } : other));
    add('fix.bounds', cost, node, { ...node, swapped: false, bounds }, bold);
  };
  node.bounds.forEach(({ from, to }, at) => {
    const other = from?.kind === 'num' && from.text === '1' ? '0' : '1';
    if (from) put(at, { from: { kind: 'num', text: other, span } }, 2.2);
    // `\sum_{j=k}` for `\sum_{j=k+1}`, and the other way round.
    if (from && isNamed(from)) for (const next of beside(from)) put(at, { from: next }, 1.9, true);
    if (from?.kind === 'add' && from.right.kind === 'num') put(at, { from: from.left }, 2.1, true);
    if (to?.kind === 'sym') put(at, { to: minusOne(to) });
    if (to?.kind === 'add' && to.right.kind === 'num') {
      put(at, { to: to.left });
      put(at, { to: { ...to, op: to.op === '+' ? '-' : '+' } });
    }
  });
  nestedEdits(node, add);
  if (node.swapped) add('fix.bounds', 1, node, { ...node, swapped: false });
}

/** `\sum_{j=1}^{n} \sum_{i=1}^{j}` for `\sum_{j=1}^{n} \sum_{i=j}^{n}`, and the other way round. */
function nestedEdits(node: Big, add: AddEdit): void {
  const { body: inner } = node;
  const [outer] = node.bounds;
  if (inner.kind !== 'big' || !isCounting(inner) || !outer?.from || !outer.to) return;
  const [bound] = inner.bounds;
  if (!bound?.from || !bound.to) return;
  const { index, from, to } = outer;
  const put = (change: Partial<Bound>): void => {
    const [, ...more] = inner.bounds;
    add('fix.bounds', 2.1, inner, { ...inner, bounds: [{ ...bound, ...change }, ...more] }, true);
  };
  if (sameTree(bound.to, index)) put({ from: index, to });
  if (sameTree(bound.from, index)) put({ from, to: index });
  if (sameTree(bound.to, to)) for (const first of [index, ...beside(index)]) put({ from: first });
  if (sameTree(bound.from, from)) for (const last of [index, ...beside(index)]) put({ to: last });
}

/** Limits that change places, begin at zero, or lie about it. */
function integralEdits(node: Big, add: AddEdit): void {
  const [bound] = node.bounds;
  if (!bound?.from || !bound.to || node.head.start === node.head.end) return;
  const { from, to } = bound;
  const put = (change: Partial<Bound>, cost = 2, bold = false): void => {
    add('fix.bounds', cost, node, { ...node, bounds: [{ ...bound, ...change }] }, bold);
  };
  // Nobody writes the greater limit below.
  const downwards = to.kind === 'num' && from.kind === 'num' && Number(from.text) > Number(to.text);
  put({ from: to, to: from }, downwards ? 0.9 : 2);
  if (from.kind !== 'num' || from.text !== '0') put({ from: numberAt('0', from) });
  const { span } = to;
  const twice: Expr = { kind: 'mul', factors: [numberAt('2', to), to], signs: [''], span };
  if (to.kind === 'sym') put({ to: twice }, 1.9, true);
  put({ from: negated(to) });
  if (to.kind === 'num') put({ to: { ...symbol('\\infty'), span } });
}

function symbol(base: string): Omit<Expr & { kind: 'sym' }, 'span'> {
  return { kind: 'sym', base, accents: [], font: 'plain' };
}

function isNamed({ kind }: Expr): boolean {
  return kind === 'sym' || kind === 'sub';
}

function minusOne(node: Expr): Expr {
  return { kind: 'add', op: '-', left: node, right: numberAt('1', node), span: node.span };
}

function beside(node: Expr): Expr[] {
  const right = numberAt('1', node);
  const { span } = node;
  return (['+', '-'] as const).map((op) => ({ kind: 'add', op, left: node, right, span }));
}
