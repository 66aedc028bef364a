import type { Expr } from '../expression/node.js';
import { SUM } from '../functions/forms/form.js';
import type { Names } from '../claim/reading.js';
import { plainName } from '../latex/parse/words.js';
import { printLatex } from '../latex/print.js';

/** `\hat{m}_{t - 1}` as `\hatm_t-1`: without what only sets it. */
export function compact(node: Expr): string {
  return printLatex(node)
    .replace(/\\(mathbf|boldsymbol|bm|mathrm|text|operatorname|mathit|left|right|,)/g, '')
    .replace(/[\s{}]/g, '');
}

export function atomsOf(body: Expr, names: Names): string[] {
  const found = new Set<string>();
  const visit = (node: Expr): void => {
    if (isAtom(node, names)) found.add(compact(node));
    else for (const child of partsOf(node)) visit(child);
  };
  visit(body);
  return [...found];
}

export function isAtom(node: Expr, names: Names): boolean {
  if (node.kind === 'sym' && (node.base === '\\pi' || node.base === 'e')) return false;
  if (node.kind === 'nabla' || node.kind === 'deriv') return true;
  if (node.kind === 'call') return functionOf(node.fn) === null && factorsOf(node) === null;
  return names.naming.readName(node) !== null;
}

/** `\Sigma (x - \mu)`: no function of a difference, but a product with it. */
function factorsOf(node: Expr): readonly Expr[] | null {
  if (node.kind !== 'call' || node.certain || functionOf(node.fn) !== null) return null;
  return node.args.length === 1 && node.args[0]?.kind === 'add' ? [node.fn, node.args[0]] : null;
}

/** What the value of a node is made of; the range of a sum is no part of it. */
export function partsOf(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'call':
      return factorsOf(node) ?? node.args;
    case 'big':
      return [node.body];
    case 'add':
      return [node.left, node.right];
    case 'mul':
      return node.factors;
    case 'div':
      return [node.top, node.bottom];
    case 'pow':
      return [node.base, node.exponent];
    case 'neg':
    case 'transpose':
    case 'abs':
    case 'norm':
      return [node.target];
    case 'tuple':
      return node.items;
    default:
      return [];
  }
}

/** Is it all made of what has a value here? */
export function isReadable(node: Expr, names: Names): boolean {
  if (isAtom(node, names)) return true;
  if (node.kind === 'big' && node.op !== 'sum') return false;
  const parts = partsOf(node);
  const known = parts.length > 0 || node.kind === 'num' || node.kind === 'sym';
  return known && parts.every((part) => isReadable(part, names));
}

type Valued = (atom: string) => number | undefined;

/** The value of a formula of numbers; not a number where there is anything else in it. */
export function valueOf(node: Expr, names: Names, valued: Valued, sum = SUM): number {
  if (isAtom(node, names)) return valued(compact(node)) ?? Number.NaN;
  const value = (inner: Expr): number => valueOf(inner, names, valued, sum);
  switch (node.kind) {
    case 'num':
      return Number(node.text);
    case 'sym':
      return node.base === '\\pi' ? Math.PI : Math.E;
    case 'neg':
      return -value(node.target);
    case 'transpose':
      return value(node.target);
    case 'abs':
    case 'norm':
      return Math.abs(value(node.target));
    case 'add':
      return node.op === '+'
        ? value(node.left) + value(node.right)
        : value(node.left) - value(node.right);
    case 'mul':
      return node.factors.reduce((product, factor) => product * value(factor), 1);
    case 'div':
      return value(node.top) / value(node.bottom);
    case 'pow':
      return value(node.base) ** value(node.exponent);
    case 'tuple':
      return node.items.length === 1 && node.items[0] ? value(node.items[0]) : Number.NaN;
    case 'big':
      return node.op === 'sum' ? sum ** node.bounds.length * value(node.body) : Number.NaN;
    case 'call': {
      const factors = factorsOf(node);
      if (factors) return factors.reduce((product, factor) => product * value(factor), 1);
      const [arg] = node.args;
      const known = functionOf(node.fn);
      return known && arg && node.args.length === 1 ? known(value(arg)) : Number.NaN;
    }
    default:
      return Number.NaN;
  }
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  log: Math.log,
  ln: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  tanh: Math.tanh,
  floor: (x) => x,
};

function functionOf(fn: Expr): ((x: number) => number) | null {
  const head = fn.kind === 'sub' ? fn.target : fn;
  if (head.kind !== 'sym') return null;
  return FUNCTIONS[plainName(head.base.replace(/^\\/, ''))] ?? null;
}
