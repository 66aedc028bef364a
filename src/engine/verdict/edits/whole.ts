import type { Bound, Expr } from '../../expression/node.js';
import { children } from '../../expression/walk.js';
import { printLatex } from '../../latex/print.js';
import { timesFirst, turned, type AddEdit, type Stock } from './edit.js';
import { forgottenFunctions } from './functions.js';
import { factorEdits } from './products.js';

/** What a whole side may lack: its sign, a factor, a sum, a term that stands nearby. */
export function wholeEdits(root: Expr, stock: Stock, add: AddEdit): void {
  const { span } = root;
  if (root.kind !== 'neg') add('fix.sign', 1.5, root, { kind: 'neg', target: root, span });
  // `-(b - a)` is nothing that anyone would write.
  if (root.kind === 'add' && root.op === '-' && root.left.kind !== 'add')
    add('fix.order', 1.4, root, { ...root, left: root.right, right: root.left });
  add('fix.transpose', 3.5, root, turned(root, stock));
  factorEdits(root, 3, stock, add);
  for (const name of stock.names)
    add('fix.factor', 4.5, root, { kind: 'mul', factors: [root, name], signs: [''], span });
  for (const { factor, odot } of stock.factors)
    add('fix.factor', 4.2, root, timesLast(root, factor, odot));
  slopeEdits(root, stock, add);
  forgottenFunctions(root, stock, add);
  // `p - y` for `(p - y) / \tau`.
  for (const name of stock.names)
    add('fix.factor', 4.35, root, { kind: 'div', top: root, bottom: name, span }, true);
  for (const name of stock.names)
    for (const op of ['-', '+'] as const)
      add('fix.term', 4.3, root, { kind: 'add', op, left: root, right: name, span }, true);
  // `-s_i s_j` for `s_i - s_i s_j`.
  for (const own of namesIn(root, stock))
    for (const op of ['+', '-'] as const)
      add('fix.term', 3.6, root, { kind: 'add', op, left: root, right: own, span }, true);
  // `\int p = \lambda`, where it is 1.
  if (stock.readName(root))
    for (const text of ['1', '0']) add('fix.replace', 3.1, root, { kind: 'num', text, span }, true);
  for (const term of stock.terms)
    for (const op of ['+', '-'] as const)
      add('fix.term', 4, root, { kind: 'add', op, left: root, right: term, span });
  summedEdits(root, 0.8, stock, add);
}

/** The names of an expression as they stand, each once. */
function namesIn(root: Expr, { readName }: Stock): readonly Expr[] {
  const found = new Map<string, Expr>();
  const visit = (node: Expr): void => {
    if (readName(node)) found.set(printLatex(node), node);
    else for (const child of children(node)) visit(child);
  };
  visit(root);
  return found.size > MOST_OWN ? [] : [...found.values()];
}

const MOST_OWN = 4;

/** The inner derivative that was forgotten. */
function slopeEdits(node: Expr, stock: Stock, add: AddEdit): void {
  for (const slope of stock.slopes)
    add('fix.derivative', 3.2, node, timesLast(node, slope, stock.odot), true);
}

/** A factor 2, 1/2, n or 1/n that one term of a sum lacks. */
export function termEdits(term: Expr, stock: Stock, add: AddEdit): void {
  factorEdits(term, 3.2, stock, add);
  summedEdits(term, 1.5, stock, add);
  slopeEdits(term, stock, add);
  forgottenFunctions(term, stock, add);
  for (const { factor, odot } of stock.factors)
    add('fix.factor', 4.1, term, timesLast(term, factor, odot), true);
  for (const name of stock.names) add('fix.factor', 4.4, term, timesLast(term, name, false), true);
}

/** Numbers and fractions stand before the rest of a product. */
function timesLast(node: Expr, factor: Expr, odot: boolean): Expr {
  if (factor.kind === 'div' && !odot) return timesFirst(factor, node);
  const sign = odot ? 'odot' : '';
  return node.kind === 'mul'
    ? { ...node, factors: [...node.factors, factor], signs: [...node.signs, sign] }
    : { kind: 'mul', factors: [node, factor], signs: [sign], span: node.span };
}

/** A sum over a letter that was left out, or over several, after the factors that do not hold any of them. */
export function summedEdits(node: Expr, cost: number, stock: Stock, add: AddEdit): void {
  const over = (bounds: readonly Bound[], letters: readonly string[]): void => {
    if (!letters.every((letter) => isFree(letter, node))) return;
    const holdsIt = (one: Expr): boolean => letters.some((letter) => isFree(letter, one));
    const summed = (body: Expr): Expr => ({
      kind: 'big',
      op: 'sum',
      bounds,
      swapped: false,
      body,
      head: { start: body.span.start, end: body.span.start },
      span: body.span,
    });
    add('fix.sum', cost, node, inside(node, holdsIt, summed));
  };
  for (const letter of stock.letters)
    if (letter.kind === 'sym')
      over([stock.bounds.get(letter.base) ?? { index: letter }], [letter.base]);
  for (const bounds of stock.heads)
    over(
      bounds,
      bounds.map(({ index }) => (index.kind === 'sym' ? index.base : '')),
    );
}

/** Does the letter stand in an expression where no sum in it counts with it? */
function isFree(letter: string, node: Expr): boolean {
  if (node.kind === 'sym') return node.base === letter;
  const bound =
    node.kind === 'big' &&
    node.bounds.some(({ index }) => index.kind === 'sym' && index.base === letter);
  return !bound && children(node).some((child) => isFree(letter, child));
}

function inside(node: Expr, holdsIt: (one: Expr) => boolean, summed: (body: Expr) => Expr): Expr {
  if (node.kind === 'neg') return { ...node, target: inside(node.target, holdsIt, summed) };
  if (node.kind !== 'mul') return summed(node);
  const at = node.factors.findIndex(holdsIt);
  if (at <= 0) return summed(node);
  const [kept, rest] = [node.factors.slice(0, at), node.factors.slice(at)];
  const [only] = rest;
  const body: Expr =
    rest.length === 1 && only ? only : { ...node, factors: rest, signs: node.signs.slice(at) };
  return { ...node, factors: [...kept, summed(body)], signs: node.signs.slice(0, at) };
}
