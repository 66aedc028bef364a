import { SCALAR_GREEK } from '../../claim/evidence.js';
import { numberAt } from '../../expression/numberAt.js';
import { isShifted } from '../../expression/forms.js';
import type { Expr, Mul } from '../../expression/node.js';
import { mapChildren } from '../../expression/replace.js';
import { walk } from '../../expression/walk.js';
import type { NameUse } from '../../interpret/context.js';
import { printLatex } from '../../latex/print.js';
import {
  complement,
  isTurnable,
  keyOf,
  timesFirst,
  turned,
  type AddEdit,
  type Stock,
} from './edit.js';

/** Slips with one name: its indices, its label, another name in its place. */
export function nameEdits(node: Expr, use: NameUse, stock: Stock, add: AddEdit): void {
  const { span } = node;
  if (node.kind === 'sub') indexEdits(node, stock, add);
  if (node.kind === 'mark' && node.mark === 'layer' && node.index)
    for (const index of neighbours(node.index)) add('fix.index', 2.5, node, { ...node, index });
  // `W_{jk}^{[l]}`: the indices stand below the layer.
  if (node.kind === 'mark' && node.target.kind === 'sub')
    indexEdits(node.target, stock, (code, cost, _, change) => {
      add(code, cost, node, { ...node, target: change }, true);
    });
  if (use.indices.length === 0) {
    for (const letter of stock.letters)
      if (use.key !== keyOf(letter, stock)) add('fix.index', 1, node, withIndex(node, letter));
    if (stock.indexed(use.key) === 2) pairs(node, stock, add);
  }
  for (const other of stock.names) {
    const target = stock.readName(other);
    if (!target || target.key === use.key) continue;
    const renamed = use.indices.reduce<Expr>((inner, index) => withIndex(inner, index), other);
    add('fix.replace', alike(target.key, use.key) ? 2 : 3.5, node, { ...renamed, span });
  }
  // As it stands elsewhere, with its indices: `\sum_n r_{nk}` for `\sum_n x_n`.
  for (const whole of stock.wholes) {
    const target = stock.readName(whole);
    // `W^\top \delta_{l+1}` for `W_{l+1}^\top \delta_{l+1}`: the layer or the step that a name has elsewhere.
    if (target?.key === use.key && target.family.length > 0 && isBare(use))
      add('fix.index', 1.2, node, { ...whole, span: node.span });
    if (target && target.key !== use.key) add('fix.replace', 3.6, node, { ...whole, span });
  }
  if (isTurnable(node)) add('fix.transpose', 3, node, turned(node, stock));
  // `c_t` for `\tanh(c_t)`.
  const call = stock.calls.get(printLatex(node));
  if (call) add('fix.replace', 3.15, node, { ...call, span }, true);
  // `y` for `1 - y`, `\lambda w` for `\eta \lambda w`.
  if (!/^[A-Z]/.test(use.key)) add('fix.replace', 3.3, node, complement(node), true);
  if (!SCALAR_GREEK.test(use.key)) return;
  for (const other of stock.names)
    if (SCALAR_GREEK.test(keyOf(other, stock) ?? '') && keyOf(other, stock) !== use.key)
      add('fix.factor', 3.5, node, timesFirst(other, node), true);
}

function isBare({ indices, family }: NameUse): boolean {
  return indices.length === 0 && family.length === 0;
}

/** One name or one index letter taken for another throughout: `\frac{e^{x_i}}{\sum_j e^{x_j}}` for `z`. */
export function renameEdits(root: Expr, stock: Stock, add: AddEdit): void {
  const counts = new Map<string, number>();
  walk(root, (node) => {
    const use = node.kind === 'sym' ? stock.readName(node) : null;
    if (use) counts.set(use.key, (counts.get(use.key) ?? 0) + 1);
  });
  const isLetter = (key: string): boolean =>
    stock.letters.some((letter) => keyOf(letter, stock) === key);
  for (const [key, count] of counts) {
    if (count < 2) continue;
    for (const name of isLetter(key) ? stock.letters : stock.names) {
      if (name.kind !== 'sym' || keyOf(name, stock) === key) continue;
      const code = isLetter(key) ? 'fix.index' : 'fix.replace';
      add(code, 2.8, root, renamed(root, key, name, stock));
    }
  }
}

/** `x^\top x` for `y^\top y`: the name of a product of two, both times. */
export function pairEdits(node: Mul, stock: Stock, add: AddEdit): void {
  const keys = new Map<string, number>();
  walk(node, (inner) => {
    const key = inner.kind === 'sym' ? keyOf(inner, stock) : null;
    if (key !== null) keys.set(key, (keys.get(key) ?? 0) + 1);
  });
  for (const [key, count] of keys)
    if (count === 2 && node.factors.length === 2)
      for (const name of stock.names)
        if (name.kind === 'sym' && keyOf(name, stock) !== key)
          add('fix.replace', 2.9, node, renamed(node, key, name, stock), true);
  sharedIndexEdits(node, stock, add);
}

/** `\bar{A}_{lj} A_{lj}` for `\bar{A}_{il} A_{il}`: the same indices on both, and both wrong. */
function sharedIndexEdits(node: Mul, stock: Stock, add: AddEdit): void {
  const [a, b] = node.factors;
  if (a?.kind !== 'sub' || b?.kind !== 'sub' || node.factors.length !== 2) return;
  const changesOf = (one: Expr & { kind: 'sub' }): Expr[] => {
    const out: Expr[] = [];
    indexEdits(one, stock, (_code, _cost, _node, change) => out.push(change));
    return out;
  };
  const second = changesOf(b);
  changesOf(a).forEach((first, at) => {
    const other = second[at];
    if (other?.kind !== 'sub' || first.kind !== 'sub') return;
    const alike = first.indices.every((index, k) => same(index, other.indices[k] ?? index));
    if (alike) add('fix.index', 2.6, node, { ...node, factors: [first, other] }, true);
  });
}

function indexEdits(node: Expr & { kind: 'sub' }, stock: Stock, add: AddEdit): void {
  const put = (at: number, index: Expr): Expr => ({
    ...node,
    indices: node.indices.map((other, k) => (k === at ? index : other)),
  });
  node.indices.forEach((index, at) => {
    for (const letter of stock.letters)
      if (!same(letter, index)) add('fix.index', 1.5, node, put(at, letter));
    for (const next of neighbours(index)) add('fix.index', 2.5, node, put(at, next));
  });
  shiftEdits(node, stock, add);
  const [label, row, column] = node.indices;
  // `W_{2,jk}` for `W_{2,kj}`.
  if (label?.kind === 'num' && row && column && node.indices.length === 3)
    add('fix.index', 2, node, { ...node, indices: [label, column, row] });
  const [first, second] = node.indices;
  if (node.indices.length !== 2 || !first || !second) return;
  add('fix.index', 2, node, { ...node, indices: [second, first] });
  // A sum along the other axis: `\sum_l S_{lj}` for `\sum_l S_{il}`.
  for (const letter of stock.letters) {
    if (same(letter, first) || same(letter, second)) continue;
    add('fix.index', 2.2, node, { ...node, indices: [letter, first] });
    add('fix.index', 2.2, node, { ...node, indices: [second, letter] });
  }
}

/** `\delta_{j+k}` for `\delta_{j-k}`, and `X_{ij}` for `X_{i+u,j+v}`: the letters that indices are shifted by. */
function shiftEdits(node: Expr & { kind: 'sub' }, stock: Stock, add: AddEdit): void {
  const key = keyOf(node, stock);
  for (const other of stock.shifted)
    if (keyOf(other, stock) === key) add('fix.index', 2.4, node, { ...other, span: node.span });
  if (!node.indices.some(isShifted)) return;
  for (const whole of [true, false]) {
    const indices = node.indices.map((index) =>
      isShifted(index) || whole ? turnedBack(index, whole) : index,
    );
    add('fix.index', whole ? 1.4 : 1.5, node, { ...node, indices });
  }
}

/** `m - a + 1` for `m + a - 1`, the other way from its first letter; the last sign alone unless `all` are meant. */
function turnedBack(index: Expr, all: boolean): Expr {
  if (index.kind !== 'add') return index;
  const left = all ? turnedBack(index.left, all) : index.left;
  return { ...index, left, op: index.op === '+' ? '-' : '+' };
}

/** `A` for `A_{ij}`. */
function pairs(node: Expr, stock: Stock, add: AddEdit): void {
  for (const first of stock.letters)
    for (const second of stock.letters)
      add('fix.index', first === second ? 1.8 : 1.6, node, {
        kind: 'sub',
        target: node,
        indices: [first, second],
        span: node.span,
      });
}

/** The step, layer or entry before and after: `t` and `t - 1`; of `t + 1` the one on the other side as well. */
function neighbours(index: Expr): readonly Expr[] {
  if (index.kind === 'add' && index.right.kind === 'num')
    return [index.left, { ...index, op: index.op === '+' ? '-' : '+' }];
  if (index.kind !== 'sym') return [];
  const one = numberAt('1', index);
  return (['-', '+'] as const).map((op) => ({
    kind: 'add',
    op,
    left: index,
    right: one,
    span: index.span,
  }));
}

/** Names that are easily taken for one another: one letter with another accent, label or case. */
function alike(a: string, b: string): boolean {
  const plain = (key: string): string =>
    key
      .replace(/\\(hat|bar|tilde)\{(.*)\}/, '$2')
      .replace(/[_^{}*\d<>,]/g, '')
      .toLowerCase();
  const [x, y] = [plain(a), plain(b)];
  return x === y || (x.length > 1 && x.length === y.length && /^[a-z]+$/.test(x) && oneApart(x, y));
}

/** `FP` and `FN`. */
function oneApart(x: string, y: string): boolean {
  return x.split('').filter((letter, at) => letter !== y[at]).length === 1;
}

function withIndex(node: Expr, index: Expr): Expr {
  if (node.kind === 'sub') return { ...node, indices: [...node.indices, index] };
  return { kind: 'sub', target: node, indices: [index], span: node.span };
}

/** Two names that changed places: `V \Sigma U^\top U` for `U \Sigma V^\top V`. */
export function exchangeEdits(root: Expr, stock: Stock, add: AddEdit): void {
  const found = new Map<string, Expr>();
  walk(root, (node) => {
    const use = stock.readName(node);
    if (use && use.indices.length === 0 && /^[A-Z]/.test(use.key)) found.set(use.key, node);
  });
  const names = [...found];
  if (names.length > MOST_EXCHANGED) return;
  const exchanged = (node: Expr, a: string, b: string): Expr => {
    const key = stock.readName(node)?.key;
    if (key === a || key === b)
      return { ...(found.get(key === a ? b : a) ?? node), span: node.span };
    return mapChildren(node, (child) => exchanged(child, a, b));
  };
  names.forEach(([a], at) => {
    for (const [b] of names.slice(at + 1)) add('fix.order', 2.9, root, exchanged(root, a, b), true);
  });
}

const MOST_EXCHANGED = 4;

/** Two index letters that changed places: `\delta_j h_i` for `\delta_i h_j`. */
export function exchangedLetters(root: Expr, { letters }: Stock, add: AddEdit): void {
  const names = letters.flatMap((letter) => (letter.kind === 'sym' ? [letter.base] : []));
  const exchanged = (node: Expr, a: string, b: string): Expr => {
    if (node.kind === 'sym' && (node.base === a || node.base === b))
      return { ...node, base: node.base === a ? b : a };
    return mapChildren(node, (child) => exchanged(child, a, b));
  };
  names.forEach((a, at) => {
    for (const b of names.slice(at + 1)) add('fix.index', 2.7, root, exchanged(root, a, b), true);
  });
}

function renamed(node: Expr, key: string, name: Expr, stock: Stock): Expr {
  if (node.kind === 'sym')
    return stock.readName(node)?.key === key ? { ...name, span: node.span } : node;
  return mapChildren(node, (child) => renamed(child, key, name, stock));
}

function same(a: Expr, b: Expr): boolean {
  return a.kind === 'sym' && b.kind === 'sym' && a.base === b.base;
}
