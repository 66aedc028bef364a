import { isBracketed } from '../expression/bracketed.js';
import type {
  Big,
  BigOperator,
  Bound,
  Expr,
  ProductSign,
  RelationSign,
} from '../expression/node.js';
import { replaceLetter } from '../expression/replace.js';
import { FUNCTION_COMMANDS, FUNCTION_WORDS } from './parse/words.js';

/** Binding strengths, from sums to atoms: a child printed where more is needed gets brackets. */
const Binding = { relation: 0, sum: 1, product: 2, unary: 3, atom: 4 } as const;

/** Text for a node that is to stand as it does in the source; null where it must be written anew. */
export type Kept = (node: Expr) => { readonly text: string; readonly bracketed: boolean } | null;

/** Writes an expression as LaTeX that reads back as the same expression, with some parts as they were. */
export function printLatex(node: Expr, kept: Kept = () => null): string {
  return print(node, Binding.relation, kept);
}

function print(node: Expr, need: number, kept: Kept): string {
  const known = kept(node) ?? writtenSo(node);
  const text = known?.text ?? bare(node, kept);
  return strength(node) < need && known?.bracketed !== true ? `\\left(${text}\\right)` : text;
}
/** What dots count with stands in the source as a number or a letter of its own. */
function writtenSo(node: Expr): ReturnType<Kept> {
  return node.kind === 'sym' && node.written !== undefined
    ? { text: node.written, bracketed: true }
    : null;
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
    case 'differential':
    case 'at':
      return Binding.unary;
    default:
      return Binding.atom;
  }
}

function bare(node: Expr, kept: Kept): string {
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
      return node.called === true
        ? `${scripted(node.target, true, kept)}(${printIndices(node.indices, kept)})`
        : `${scripted(node.target, true, kept)}_{${printIndices(node.indices, kept)}}`;
    case 'mark':
      return printMark(node, kept);
    case 'pow':
      return `${scripted(node.base, false, kept)}^{${print(node.exponent, Binding.relation, kept)}}`;
    case 'transpose':
      return `${scripted(node.target, false, kept)}${TRANSPOSES[node.sign]}`;
    case 'prime':
      return `${scripted(node.target, true, kept)}${"'".repeat(node.order)}`;
    case 'neg':
      return `-${print(node.target, Binding.product, kept)}`;
    case 'add':
      return `${print(node.left, Binding.sum, kept)} ${node.op} ${print(node.right, Binding.product, kept)}`;
    case 'mul':
      return printProduct(node.factors, node.signs, kept);
    case 'div':
      return `\\frac{${print(node.top, Binding.relation, kept)}}{${print(node.bottom, Binding.relation, kept)}}`;
    default:
      return compound(node, kept);
  }
}

const TRANSPOSES = { T: '^T', top: '^\\top', t: '^t', prime: "'" } as const;

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

function compound(node: Compound, kept: Kept): string {
  switch (node.kind) {
    case 'call':
      return printCall(node, kept);
    case 'big':
      if (node.op === 'int') return printIntegral(node, kept);
      if (node.op === 'list' || node.op === 'row' || node.op === 'stack')
        return printListed(node, kept);
      return `${BIG[node.op]}${printBounds(node.bounds, kept, node.op === 'lim')} ${print(node.body, Binding.product, kept)}`;
    case 'deriv':
      return printDerivative(node, kept);
    case 'nabla':
      return `\\nabla${node.wrt ? `_{${print(node.wrt, Binding.relation, kept)}}` : ''}${node.order > 1 ? `^${String(node.order)}` : ''} ${print(node.target, Binding.unary, kept)}`;
    case 'matrix': {
      const rows = node.rows
        .map((row) => row.map((cell) => print(cell, Binding.relation, kept)).join(' & '))
        .join(' \\\\ ');
      const name = node.fence === 'vertical' ? 'vmatrix' : 'pmatrix';
      return `\\begin{${name}} ${rows} \\end{${name}}`;
    }
    case 'tuple': {
      const [open, close] = FENCES[node.fence];
      return `${open}${node.items.map((item) => print(item, Binding.relation, kept)).join(', ')}${close}`;
    }
    case 'cases': {
      const rows = node.rows.map(
        (row) =>
          `${print(row.value, Binding.relation, kept)} & ${row.condition ? `\\text{si } ${print(row.condition, Binding.relation, kept)}` : '\\text{otherwise}'}`,
      );
      return `\\begin{cases} ${rows.join(' \\\\ ')} \\end{cases}`;
    }
    case 'abs':
      return `\\left|${print(node.target, Binding.relation, kept)}\\right|`;
    case 'norm':
      return `\\left\\|${print(node.target, Binding.relation, kept)}\\right\\|${node.p === '' ? '' : `_{${node.p}}`}`;
    case 'differential':
      return `${node.sign} ${print(node.target, Binding.atom, kept)}`;
    case 'at':
      if (node.to)
        return `\\left[${print(node.target, Binding.relation, kept)}\\right]_{${print(node.condition, Binding.relation, kept)}}^{${print(node.to, Binding.relation, kept)}}`;
      return `${print(node.target, Binding.atom, kept)}\\big|_{${print(node.condition, Binding.relation, kept)}}`;
    case 'rel':
      return node.items
        .map(
          (item, at) =>
            (at === 0 ? '' : ` ${RELATIONS[node.signs[at - 1] ?? '=']} `) +
            print(item, Binding.sum, kept),
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
  list: '',
  row: '',
  stack: '',
  order: 'O',
  smaller: 'o',
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
  const font = {
    plain: '',
    bold: '\\mathbf',
    cal: '\\mathcal',
    bb: '\\mathbb',
    upright: '\\text',
    normal: '',
  }[node.font];
  const known = node.font === 'upright' && FUNCTION_COMMANDS.has(`\\${node.base}`);
  // After a number, `\\text{tr}` would be a unit.
  const operator = node.font === 'upright' && FUNCTION_WORDS.has(node.base);
  const name = operator ? '\\operatorname' : font;
  const letter = known ? `\\${node.base}` : name === '' ? node.base : `${name}{${node.base}}`;
  return node.accents.reduceRight((inner, accent) => `\\${accent}{${inner}}`, letter);
}

/** A base that scripts are put on; `second` when the script is below, where one above may already stand. */
function scripted(node: Expr, second: boolean, kept: Kept): string {
  const twice = second
    ? node.kind === 'sub' || node.kind === 'prime'
    : node.kind === 'pow' ||
      node.kind === 'mark' ||
      node.kind === 'transpose' ||
      node.kind === 'prime';
  if (node.kind === 'call' && (node.certain || !isBracketed(node)))
    return print(node, Binding.unary, kept);
  return twice ? `{${bare(node, kept)}}` : print(node, Binding.atom, kept);
}

function printIndices(indices: readonly Expr[], kept: Kept): string {
  const parts = indices.map((index) =>
    index.kind === 'text' ? index.text : print(index, Binding.relation, kept),
  );
  const single = indices.every(
    (index) => index.kind === 'sym' && index.base.length === 1 && index.font === 'plain',
  );
  return parts.join(single ? '' : ',');
}

function printMark(node: Expr & { kind: 'mark' }, kept: Kept): string {
  const mark =
    node.mark === 'layer' && node.index
      ? `(${print(node.index, Binding.relation, kept)})`
      : node.mark;
  return `${scripted(node.target, false, kept)}^{${mark}}`;
}

function printProduct(factors: readonly Expr[], signs: readonly ProductSign[], kept: Kept): string {
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
      const text = print(factor, need, kept);
      if (at === 0) return text;
      const sign = signs[at - 1] ?? '';
      const digits = sign === '' && factor.kind === 'num' ? ' \\cdot ' : SIGNS[sign];
      return `${digits}${text}`;
    })
    .join('');
}

function printCall(node: Expr & { kind: 'call' }, kept: Kept): string {
  const name = node.fn.kind === 'sym' ? node.fn.base : '';
  const between = /^d?kl$/i.test(name) ? ' \\| ' : ', ';
  const args = node.args.map((arg) => print(arg, Binding.relation, kept)).join(between);
  if (name === 'sqrt' && node.args.length === 1) return `\\sqrt{${args}}`;
  const [of] = node.args;
  if (name === 'factorial' && of) return `${print(of, Binding.atom, kept)}!`;
  // A point that the source does not write.
  if (of?.kind === 'sym' && of.written === '') return print(node.fn, Binding.atom, kept);
  if (name === '\\partial') return `\\partial ${args}`;
  if (name === 'max' || name === 'min') return `\\${name}\\left(${args}\\right)`;
  const over = node.over
    ? `_{${node.over.map((one) => print(one, Binding.relation, kept)).join(', ')}}`
    : '';
  const plain = withoutBar(node.fn);
  if (plain && node.args.length > 1) {
    const list = node.args.map((arg) => print(arg, Binding.relation, kept));
    const at = node.parted ?? 1;
    const given = list.slice(at).join(', ');
    const fn = print(plain, Binding.atom, kept);
    return `${fn}${over}\\left(${list.slice(0, at).join(', ')} \\mid ${given}\\right)`;
  }
  // A word in `\text` after a number would be its unit.
  const operator = /^(Var|Cov|Corr)$/.test(name) ? `\\operatorname{${name}}` : null;
  const bracket = name === 'E' && node.certain ? ['[', ']'] : ['(', ')'];
  const inner = `\\left${bracket[0] ?? ''}${args}\\right${bracket[1] ?? ''}`;
  return `${operator ?? print(node.fn, Binding.atom, kept)}${over}${inner}`;
}

/** `p` of `p(x | y)` and `p_\theta` of `p_\theta(x | y)`; null where no bar is. */
function withoutBar(fn: Expr): Expr | null {
  if (fn.kind === 'sub') {
    const target = withoutBar(fn.target);
    return target && { ...fn, target };
  }
  return fn.kind === 'sym' && fn.base.endsWith('|') ? { ...fn, base: fn.base.slice(0, -1) } : null;
}

function printDerivative(node: Expr & { kind: 'deriv' }, kept: Kept): string {
  const d = node.style === 'partial' ? '\\partial' : 'd';
  const order = node.wrt.reduce((sum, entry) => sum + entry.order, 0);
  const power = order > 1 ? `^${String(order)}` : '';
  const bottom = node.wrt
    .map(
      (entry) =>
        `${d} ${print(entry.name, Binding.atom, kept)}${entry.order > 1 ? `^${String(entry.order)}` : ''}`,
    )
    .join(' ');
  const top = node.top ? ` ${print(node.top, Binding.unary, kept)}` : '';
  return `\\frac{${d}${power}${top}}{${bottom}}`;
}

function printIntegral({ bounds: [bound], body }: Big, kept: Kept): string {
  if (!bound) return `\\int ${print(body, Binding.product, kept)}`;
  const { from, to, set } = bound;
  const end = (sign: string, node: Expr | undefined): string =>
    node ? `${sign}{${print(node, Binding.relation, kept)}}` : '';
  const limits = end('_', from ?? set) + end('^', to);
  return `\\int${limits} ${print(body, Binding.product, kept)} \\, d${print(bound.index, Binding.atom, kept)}`;
}

/** `i < j` names its index itself; others are told from what they ask of it. */
function printCondition({ index, set }: Bound, condition: Expr, kept: Kept): string {
  const said = print(condition, Binding.relation, kept);
  const letter = print(index, Binding.relation, kept);
  const own = condition.kind === 'rel' && condition.items[0]?.kind === 'sym';
  if (set) return `${letter} \\in ${print(set, Binding.relation, kept)}, ${said}`;
  return own ? said : `${letter}: ${said}`;
}

/** `(x_1, \dots, x_n)`. */
function printListed({ op, bounds: [bound], body }: Big, kept: Kept): string {
  const term = (at: Expr | undefined): string =>
    bound?.index.kind === 'sym' && at
      ? print(replaceLetter(body, bound.index.base, at), Binding.relation, kept)
      : '';
  const [first, last] = [term(bound?.from), term(bound?.to)];
  if (op === 'list') return `(${first}, \\dots, ${last})`;
  const rest = op === 'row' ? ' & \\cdots & ' : ' \\\\ \\vdots \\\\ ';
  return `\\begin{pmatrix} ${first}${rest}${last} \\end{pmatrix}`;
}

function printBounds(bounds: readonly Bound[], kept: Kept, limit: boolean): string {
  const [first] = bounds;
  if (!first) return '';
  const above = first.to && !limit ? `^{${print(first.to, Binding.relation, kept)}}` : '';
  if (isUnwritten(first)) return above;
  const below = bounds.map((bound) => {
    const set = bound.named ?? (bound.condition ? undefined : bound.set);
    if (bound.condition && !set) return printCondition(bound, bound.condition, kept);
    if (!bound.from && bound.to && limit)
      return `${print(bound.index, Binding.relation, kept)} \\to ${print(bound.to, Binding.relation, kept)}`;
    if (set)
      return `${print(bound.index, Binding.relation, kept)} \\in ${print(set, Binding.relation, kept)}`;
    return bound.from
      ? `${print(bound.index, Binding.relation, kept)}=${print(bound.from, Binding.relation, kept)}`
      : print(bound.index, Binding.relation, kept);
  });
  return `_{${below.join(', ')}}${above}`;
}

/** The i of `\sum x_i`, which its author left out. */
function isUnwritten({ index: { span }, from }: Bound): boolean {
  return span.start === span.end && span.start > 0 && from === undefined;
}
