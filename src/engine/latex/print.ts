import type { BigOperator, Bound, Expr, ProductSign, RelationSign } from '../expression/node.js';
import { FUNCTION_COMMANDS } from './parse/words.js';

/** Binding strengths, from sums to atoms: a child printed where more is needed gets brackets. */
const Binding = { relation: 0, sum: 1, product: 2, unary: 3, atom: 4 } as const;

/** Writes an expression as LaTeX that reads back as the same expression. */
export function printLatex(node: Expr): string {
  return print(node, Binding.relation);
}

function print(node: Expr, need: number): string {
  const text = bare(node);
  return strength(node) < need ? `\\left(${text}\\right)` : text;
}

function strength(node: Expr): number {
  switch (node.kind) {
    case 'rel':
      return Binding.relation;
    case 'add':
    case 'neg':
      return Binding.sum;
    case 'mul':
    case 'big':
      return Binding.product;
    case 'call':
    case 'deriv':
    case 'nabla':
    case 'at':
      return Binding.unary;
    default:
      return Binding.atom;
  }
}

function bare(node: Expr): string {
  switch (node.kind) {
    case 'num':
    case 'hole':
      return node.text;
    case 'text':
      return node.text === '' ? '' : `\\text{${node.text}}`;
    case 'dots':
      return '\\dots';
    case 'sym':
      return printSymbol(node);
    case 'sub':
      return `${scripted(node.target, true)}_{${printIndices(node.indices)}}`;
    case 'mark':
      return printMark(node);
    case 'pow':
      return `${scripted(node.base, false)}^{${print(node.exponent, Binding.relation)}}`;
    case 'transpose':
      return `${scripted(node.target, false)}${node.sign === 'T' ? '^T' : '^\\top'}`;
    case 'prime':
      return `${scripted(node.target, true)}${"'".repeat(node.order)}`;
    case 'neg':
      return `-${print(node.target, Binding.product)}`;
    case 'add':
      return `${print(node.left, Binding.sum)} ${node.op} ${print(node.right, Binding.product)}`;
    case 'mul':
      return printProduct(node.factors, node.signs);
    case 'div':
      return `\\frac{${print(node.top, Binding.relation)}}{${print(node.bottom, Binding.relation)}}`;
    default:
      return compound(node);
  }
}

type Compound = Exclude<
  Expr,
  {
    kind:
      | 'num'
      | 'hole'
      | 'text'
      | 'dots'
      | 'sym'
      | 'sub'
      | 'mark'
      | 'pow'
      | 'transpose'
      | 'prime'
      | 'neg'
      | 'add'
      | 'mul'
      | 'div';
  }
>;

function compound(node: Compound): string {
  switch (node.kind) {
    case 'call':
      return printCall(node);
    case 'big':
      return `${BIG[node.op]}${printBounds(node.bounds)} ${print(node.body, Binding.product)}`;
    case 'deriv':
      return printDerivative(node);
    case 'nabla':
      return `\\nabla${node.wrt ? `_{${print(node.wrt, Binding.relation)}}` : ''}${node.order > 1 ? `^${String(node.order)}` : ''} ${print(node.target, Binding.unary)}`;
    case 'matrix': {
      const rows = node.rows
        .map((row) => row.map((cell) => print(cell, Binding.relation)).join(' & '))
        .join(' \\\\ ');
      const name = node.fence === 'vertical' ? 'vmatrix' : 'pmatrix';
      return `\\begin{${name}} ${rows} \\end{${name}}`;
    }
    case 'tuple': {
      const [open, close] = FENCES[node.fence];
      return `${open}${node.items.map((item) => print(item, Binding.relation)).join(', ')}${close}`;
    }
    case 'cases': {
      const rows = node.rows.map(
        (row) =>
          `${print(row.value, Binding.relation)} & ${row.condition ? `\\text{si } ${print(row.condition, Binding.relation)}` : '\\text{otherwise}'}`,
      );
      return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
    }
    case 'abs':
      return `\\left|${print(node.target, Binding.relation)}\\right|`;
    case 'norm':
      return `\\left\\|${print(node.target, Binding.relation)}\\right\\|${node.p === '' ? '' : `_{${node.p}}`}`;
    case 'at':
      return `${print(node.target, Binding.atom)}\\big|_{${print(node.condition, Binding.relation)}}`;
    case 'rel':
      return node.items
        .map(
          (item, at) =>
            (at === 0 ? '' : ` ${RELATIONS[node.signs[at - 1] ?? '=']} `) +
            print(item, Binding.sum),
        )
        .join('');
  }
}

const FENCES = {
  '(': ['(', ')'],
  '[': ['[', ']'],
  '{': ['\\{', '\\}'],
  '<': ['\\langle ', '\\rangle'],
} as const;

const BIG: Readonly<Record<BigOperator, string>> = {
  sum: '\\sum',
  prod: '\\prod',
  max: '\\max',
  min: '\\min',
  argmax: '\\arg\\max',
  argmin: '\\arg\\min',
  lim: '\\lim',
  int: '\\int',
  expect: '\\mathbb{E}',
  variance: '\\operatorname{Var}',
};

const RELATIONS: Readonly<Record<RelationSign, string>> = {
  '=': '=',
  '!=': '\\ne',
  '<': '<',
  '>': '>',
  '<=': '\\le',
  '>=': '\\ge',
  '~=': '\\approx',
  ':=': ':=',
  '=:': '=:',
  in: '\\in',
  notin: '\\notin',
  propto: '\\propto',
  arrow: '\\to',
  mapsto: '\\mapsto',
  assign: '\\leftarrow',
  '<<': '\\ll',
  '>>': '\\gg',
  succ: '\\succ',
  succeq: '\\succeq',
  prec: '\\prec',
  preceq: '\\preceq',
  sim: '\\sim',
  subset: '\\subset',
};

const SIGNS: Readonly<Record<ProductSign, string>> = {
  '': ' ',
  cdot: ' \\cdot ',
  times: ' \\times ',
  star: ' * ',
  odot: ' \\odot ',
  otimes: ' \\otimes ',
};

function printSymbol(node: Expr & { kind: 'sym' }): string {
  const font = { plain: '', bold: '\\mathbf', cal: '\\mathcal', bb: '\\mathbb', upright: '\\text' }[
    node.font
  ];
  const known = node.font === 'upright' && FUNCTION_COMMANDS.has(`\\${node.base}`);
  const letter = known ? `\\${node.base}` : font === '' ? node.base : `${font}{${node.base}}`;
  return node.accents.reduceRight((inner, accent) => `\\${accent}{${inner}}`, letter);
}

/** A base that scripts are put on; `second` when the script is below, where one above may already stand. */
function scripted(node: Expr, second: boolean): string {
  const twice = second
    ? node.kind === 'sub' || node.kind === 'prime'
    : node.kind === 'pow' ||
      node.kind === 'mark' ||
      node.kind === 'transpose' ||
      node.kind === 'prime';
  if (node.kind === 'call') return print(node, Binding.unary);
  return twice ? `{${bare(node)}}` : print(node, Binding.atom);
}

function printIndices(indices: readonly Expr[]): string {
  const parts = indices.map((index) =>
    index.kind === 'text' ? index.text : print(index, Binding.relation),
  );
  const single = indices.every(
    (index) => index.kind === 'sym' && index.base.length === 1 && index.font === 'plain',
  );
  return parts.join(single ? '' : ',');
}

function printMark(node: Expr & { kind: 'mark' }): string {
  const mark =
    node.mark === 'layer' && node.index ? `(${print(node.index, Binding.relation)})` : node.mark;
  return `${scripted(node.target, false)}^{${mark}}`;
}

function printProduct(factors: readonly Expr[], signs: readonly ProductSign[]): string {
  return factors
    .map((factor, at) => {
      const last = at === factors.length - 1;
      // A sum in the middle would swallow what follows it.
      const need =
        factor.kind === 'big' && !last
          ? Binding.atom
          : factor.kind === 'mul'
            ? Binding.atom
            : factor.kind === 'big'
              ? Binding.product
              : Binding.unary;
      const text = print(factor, need);
      if (at === 0) return text;
      const sign = signs[at - 1] ?? '';
      const digits = sign === '' && factor.kind === 'num' ? ' \\cdot ' : SIGNS[sign];
      return `${digits}${text}`;
    })
    .join('');
}

function printCall(node: Expr & { kind: 'call' }): string {
  const args = node.args.map((arg) => print(arg, Binding.relation)).join(', ');
  const name = node.fn.kind === 'sym' ? node.fn.base : '';
  if (name === 'sqrt' && node.args.length === 1) return `\\sqrt{${args}}`;
  if (name === '\\partial') return `\\partial ${args}`;
  if (name === 'max' || name === 'min') return `\\${name}\\left(${args}\\right)`;
  return `${print(node.fn, Binding.atom)}\\left(${args}\\right)`;
}

function printDerivative(node: Expr & { kind: 'deriv' }): string {
  const d = node.style === 'partial' ? '\\partial' : 'd';
  const order = node.wrt.reduce((sum, entry) => sum + entry.order, 0);
  const power = order > 1 ? `^${String(order)}` : '';
  const bottom = node.wrt
    .map(
      (entry) =>
        `${d} ${print(entry.name, Binding.atom)}${entry.order > 1 ? `^${String(entry.order)}` : ''}`,
    )
    .join(' ');
  const top = node.top ? ` ${print(node.top, Binding.unary)}` : '';
  return `\\frac{${d}${power}${top}}{${bottom}}`;
}

function printBounds(bounds: readonly Bound[]): string {
  const [first] = bounds;
  if (!first) return '';
  const below = bounds.map((bound) => {
    if (bound.condition) return print(bound.condition, Binding.relation);
    if (bound.set)
      return `${print(bound.index, Binding.relation)} \\in ${print(bound.set, Binding.relation)}`;
    return bound.from
      ? `${print(bound.index, Binding.relation)}=${print(bound.from, Binding.relation)}`
      : print(bound.index, Binding.relation);
  });
  return `_{${below.join(', ')}}${first.to ? `^{${print(first.to, Binding.relation)}}` : ''}`;
}
