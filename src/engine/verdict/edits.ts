import type { Expr, Mul } from '../expression/node.js';
import { mapChildren, replaceNode } from '../expression/replace.js';
import { children, walk } from '../expression/walk.js';
import type { NameUse } from '../interpret/context.js';
import type { FixCode } from './report.js';

/** One small change of an expression, such as students make by mistake. */
export interface Edit {
  readonly code: FixCode;
  /** The smaller, the likelier. */
  readonly cost: number;
  /** The node that changes, and what it becomes. */
  readonly node: Expr;
  readonly change: Expr;
  /** What to write for the change, where it is no expression: another relation sign. */
  readonly text?: string;
  /** The whole expression with the change in it. */
  readonly result: Expr;
}

/** What edits may bring in: names of the zone and index letters of the claim. */
export interface Stock {
  readonly readName: (node: Expr) => NameUse | null;
  /** Names as written, one for each symbol. */
  readonly names: readonly Expr[];
  /** Index letters in use. */
  readonly letters: readonly Expr[];
  /** Sizes such as `n`, for a missing 1/n. */
  readonly sizes: readonly Expr[];
}

/** More candidates than this are not tried. */
const MAX_EDITS = 400;

/** All single edits of an expression, the likeliest first. */
export function editsOf(root: Expr, stock: Stock): Edit[] {
  const edits: Edit[] = [];
  const add = (code: FixCode, cost: number, node: Expr, change: Expr): void => {
    edits.push({ code, cost, node, change, result: replaceNode(root, node, change) });
  };
  const index = new Set<Expr>();
  walk(root, (node) => {
    if (index.has(node)) return;
    // Ranges are mended as a whole, below; a differentiated name stays what it is.
    const kept =
      node.kind === 'big'
        ? node.bounds.flatMap((bound) => [
            bound.index,
            bound.from,
            bound.to,
            bound.set,
            bound.condition,
          ])
        : [];
    for (const part of kept) if (part) walk(part, (inner) => index.add(inner));
    const use = stock.readName(node);
    if (use) {
      for (const child of children(node)) walk(child, (inner) => index.add(inner));
      nameEdits(node, use, stock, add);
      return;
    }
    structureEdits(node, stock, add);
  });
  wholeEdits(root, stock, add);
  renameEdits(root, stock, add);
  return edits.sort((a, b) => a.cost - b.cost).slice(0, MAX_EDITS);
}

type AddEdit = (code: FixCode, cost: number, node: Expr, change: Expr) => void;

function nameEdits(node: Expr, use: NameUse, stock: Stock, add: AddEdit): void {
  const { span } = node;
  if (node.kind === 'sub') {
    node.indices.forEach((index, at) => {
      for (const letter of stock.letters) {
        if (same(letter, index)) continue;
        add('fix.index', 1.5, node, {
          ...node,
          indices: node.indices.map((other, k) => (k === at ? letter : other)),
        });
      }
    });
    if (node.indices.length === 2)
      add('fix.index', 2, node, { ...node, indices: [...node.indices].reverse() });
  }
  if (use.indices.length === 0) {
    for (const letter of stock.letters)
      if (use.key !== keyOf(letter, stock)) add('fix.index', 1, node, withIndex(node, letter));
  }
  for (const other of stock.names) {
    const target = stock.readName(other);
    if (!target || target.key === use.key) continue;
    const renamed = use.indices.reduce<Expr>((inner, index) => withIndex(inner, index), other);
    add('fix.replace', alike(target.key, use.key) ? 2 : 3.5, node, { ...renamed, span });
  }
  add('fix.transpose', 3, node, { kind: 'transpose', target: node, sign: 'top', span });
}

function keyOf(node: Expr, stock: Stock): string | null {
  return stock.readName(node)?.key ?? null;
}

/** Names that are easily taken for one another: one letter with another accent, label or case. */
function alike(a: string, b: string): boolean {
  const plain = (key: string): string =>
    key
      .replace(/\\(hat|bar|tilde)\{(.*)\}/, '$2')
      .replace(/[_^{}*\d<>,]/g, '')
      .toLowerCase();
  return plain(a) === plain(b);
}

function withIndex(node: Expr, index: Expr): Expr {
  if (node.kind === 'sub') return { ...node, indices: [...node.indices, index] };
  return { kind: 'sub', target: node, indices: [index], span: node.span };
}

function structureEdits(node: Expr, stock: Stock, add: AddEdit): void {
  const { span } = node;
  switch (node.kind) {
    case 'add':
      add('fix.sign', 1, node, { ...node, op: node.op === '+' ? '-' : '+' });
      if (node.op === '-')
        add('fix.order', 2, node, { ...node, left: node.right, right: node.left });
      add('fix.factor', 4, node, node.left);
      break;
    case 'neg':
      add('fix.sign', 1, node, node.target);
      break;
    case 'mul':
      productEdits(node, add);
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
      add('fix.factor', 3, node, node.top);
      add('fix.order', 3.5, node, { ...node, top: node.bottom, bottom: node.top });
      break;
    case 'big':
      add('fix.sum', 3, node, node.body);
      node.bounds.forEach((bound, at) => {
        const from: Expr = {
          kind: 'num',
          text: bound.from?.kind === 'num' && bound.from.text === '1' ? '0' : '1',
          span,
        };
        if (bound.from)
          add('fix.bounds', 2, node, {
            ...node,
            swapped: false,
            bounds: node.bounds.map((other, k) => (k === at ? { ...other, from } : other)),
          });
      });
      if (node.swapped) add('fix.bounds', 1, node, { ...node, swapped: false });
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

function productEdits(node: Mul, add: AddEdit): void {
  const { factors, signs, span } = node;
  factors.forEach((factor, at) => {
    const rest = factors.filter((_, k) => k !== at);
    const left = signs.filter((_, k) => k !== Math.max(0, at - 1));
    const [only] = rest;
    if (rest.length === 1 && only) add('fix.factor', 3, node, { ...only, span });
    else add('fix.factor', 3, node, { ...node, factors: rest, signs: left });
    if (factor.kind !== 'num' && factor.kind !== 'transpose')
      add('fix.transpose', 2.5, factor, {
        kind: 'transpose',
        target: factor,
        sign: 'top',
        span: factor.span,
      });
    if (at > 0) {
      const swapped = [...factors];
      [swapped[at - 1], swapped[at]] = [factor, factors[at - 1] ?? factor];
      add('fix.order', 2.7, node, { ...node, factors: swapped });
      const sign = signs[at - 1] ?? '';
      add('fix.product', 2, node, {
        ...node,
        signs: signs.map((other, k) => (k === at - 1 ? (sign === 'odot' ? '' : 'odot') : other)),
      });
    }
  });
  // `h \delta^\top` for `\delta h^\top`: the transpose of the whole, written out.
  const [first, second] = factors;
  if (
    factors.length === 2 &&
    first &&
    second &&
    (first.kind === 'transpose' || second.kind === 'transpose')
  ) {
    add('fix.order', 2.4, node, { ...node, factors: [untransposed(second), untransposed(first)] });
  }
  // `\delta^\top h` for `\delta h^\top`: the sign stands on the wrong factor.
  factors.forEach((factor, at) => {
    const next = factors[at + 1];
    if (!next) return;
    const pair =
      factor.kind === 'transpose' && next.kind !== 'transpose'
        ? [factor.target, turned(next)]
        : factor.kind !== 'transpose' && next.kind === 'transpose'
          ? [turned(factor), next.target]
          : null;
    if (pair)
      add('fix.transpose', 3, node, {
        ...node,
        factors: factors.map((other, k) =>
          k === at ? (pair[0] ?? other) : k === at + 1 ? (pair[1] ?? other) : other,
        ),
      });
  });
}

function untransposed(node: Expr): Expr {
  return node.kind === 'transpose' ? node.target : turned(node);
}

function turned(node: Expr): Expr {
  return { kind: 'transpose', target: node, sign: 'top', span: node.span };
}

function powerEdits(node: Expr & { kind: 'pow' }, add: AddEdit): void {
  add('fix.replace', 3, node, node.base);
  if (node.exponent.kind === 'num') {
    const value = Number(node.exponent.text);
    for (const other of [value + 1, value - 1])
      if (other >= 2)
        add('fix.number', 2, node.exponent, { ...node.exponent, text: String(other) });
    add('fix.sign', 2, node.exponent, {
      kind: 'neg',
      target: node.exponent,
      span: node.exponent.span,
    });
  } else {
    add(
      'fix.sign',
      1,
      node.exponent,
      node.exponent.kind === 'neg'
        ? node.exponent.target
        : { kind: 'neg', target: node.exponent, span: node.exponent.span },
    );
  }
}

function numberEdits(node: Expr & { kind: 'num' }, add: AddEdit): void {
  if (node.text.includes('.')) return;
  const value = Number(node.text);
  const others = [...new Set([value + 1, value - 1, value * 2, value / 2, 0, 1, 2])].filter(
    (other) => Number.isInteger(other) && other >= 0 && other !== value,
  );
  for (const other of others) add('fix.number', 2.5, node, { ...node, text: String(other) });
}

const SWAPS: Readonly<Record<string, string>> = {
  sin: 'cos',
  cos: 'sin',
  sen: 'cos',
  tanh: 'sigmoid',
  max: 'min',
  min: 'max',
};

function callEdits(node: Expr & { kind: 'call' }, stock: Stock, add: AddEdit): void {
  const { fn } = node;
  if (fn.kind === 'sym') {
    const other = SWAPS[fn.base.replace(/^\\/, '')];
    if (other) add('fix.replace', 2, node, { ...node, fn: { ...fn, base: other } });
    if (node.certain || stock.readName(fn))
      add('fix.derivative', 2.5, node, {
        ...node,
        fn: { kind: 'prime', target: fn, order: 1, span: fn.span },
      });
  }
  if (fn.kind === 'prime') add('fix.derivative', 2, node, { ...node, fn: fn.target });
}

function wholeEdits(root: Expr, stock: Stock, add: AddEdit): void {
  const { span } = root;
  if (root.kind !== 'neg') add('fix.sign', 1.5, root, { kind: 'neg', target: root, span });
  add('fix.transpose', 3.5, root, turned(root));
  const number = (text: string): Expr => ({ kind: 'num', text, span });
  const times = (factor: Expr): Expr => ({
    kind: 'mul',
    factors: [factor, root],
    signs: [''],
    span,
  });
  const over = (bottom: Expr): Expr => ({ kind: 'div', top: number('1'), bottom, span });
  add('fix.factor', 3, root, times(number('2')));
  add('fix.factor', 3, root, times(over(number('2'))));
  for (const size of stock.sizes) {
    add('fix.factor', 3, root, times(over(size)));
    add('fix.factor', 3.5, root, times(size));
  }
  for (const name of stock.names)
    add('fix.factor', 4.5, root, { kind: 'mul', factors: [root, name], signs: [''], span });
  for (const letter of stock.letters) {
    const head = { start: span.start, end: span.start };
    add('fix.sum', 0.8, root, {
      kind: 'big',
      op: 'sum',
      bounds: [{ index: letter }],
      swapped: false,
      body: root,
      head,
      span,
    });
  }
}

/** One name taken for another throughout: `\frac{e^{x_i}}{\sum_j e^{x_j}}` for `z`. */
function renameEdits(root: Expr, stock: Stock, add: AddEdit): void {
  const counts = new Map<string, number>();
  walk(root, (node) => {
    const use = node.kind === 'sym' ? stock.readName(node) : null;
    if (use) counts.set(use.key, (counts.get(use.key) ?? 0) + 1);
  });
  for (const [key, count] of counts) {
    if (count < 2 || stock.letters.some((letter) => keyOf(letter, stock) === key)) continue;
    for (const name of stock.names) {
      if (name.kind === 'sym' && keyOf(name, stock) !== key)
        add('fix.replace', 2.8, root, renamed(root, key, name, stock));
    }
  }
}

function renamed(node: Expr, key: string, name: Expr, stock: Stock): Expr {
  if (node.kind === 'sym')
    return stock.readName(node)?.key === key ? { ...name, span: node.span } : node;
  return mapChildren(node, (child) => renamed(child, key, name, stock));
}

function same(a: Expr, b: Expr): boolean {
  return a.kind === 'sym' && b.kind === 'sym' && a.base === b.base;
}
