import type { Big, Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';

const NAMES = new Set([
  'sym',
  'sub',
  'mark',
  'call',
  'deriv',
  'nabla',
  'prime',
  'hole',
  'dots',
  'text',
]);

/** Numbers and signs alone: a value, not a computation with names. */
export function isLiteral(node: Expr): boolean {
  switch (node.kind) {
    case 'num':
      return true;
    case 'neg':
      return isLiteral(node.target);
    case 'transpose':
      return isLiteral(node.target);
    case 'div':
      return isLiteral(node.top) && isLiteral(node.bottom);
    case 'matrix':
      return node.rows.flat().every(isLiteral);
    case 'tuple':
      return node.fence !== '{' && node.items.length > 0 && node.items.every(isLiteral);
    default:
      return false;
  }
}

/** No name anywhere (functions and bound indices aside): its value can be computed. */
export function isNumeric(node: Expr, bound: ReadonlySet<string> = NONE): boolean {
  if (node.kind === 'sym')
    return bound.has(node.base) || (/^(e|\\pi|I|1)$/.test(node.base) && node.accents.length === 0);
  if (node.kind === 'call')
    return (
      node.certain && isPlainFunction(node.fn) && node.args.every((arg) => isNumeric(arg, bound))
    );
  if (node.kind === 'big') return isNumericSum(node, bound);
  return !NAMES.has(node.kind) && children(node).every((child) => isNumeric(child, bound));
}

/** `log`, `\log_2`. */
function isPlainFunction(fn: Expr): boolean {
  if (fn.kind === 'sub') return fn.target.kind === 'sym' && fn.indices.every(isLiteral);
  return fn.kind === 'sym';
}

const NONE: ReadonlySet<string> = new Set();

function isNumericSum(node: Big, bound: ReadonlySet<string>): boolean {
  const inner = new Set(bound);
  for (const { index, from, to } of node.bounds) {
    if (index.kind !== 'sym' || !to || !isEnd(to, bound)) return false;
    if (node.op === 'lim' ? from : !from || !isEnd(from, bound)) return false;
    inner.add(index.base);
  }
  return isNumeric(node.body, inner);
}

function isEnd(node: Expr, bound: ReadonlySet<string>): boolean {
  if (node.kind === 'mark') return isEnd(node.target, bound);
  if (node.kind === 'neg') return isEnd(node.target, bound);
  return (node.kind === 'sym' && node.base === '\\infty') || isNumeric(node, bound);
}

/** Decimals after the point of each entry of a literal, in row-major order; null where it is not one. */
export function decimalsOf(node: Expr): number[] | null {
  switch (node.kind) {
    case 'num':
      return [node.text.split('.')[1]?.length ?? 0];
    case 'neg':
      return decimalsOf(node.target);
    case 'matrix':
      return flat(node.rows.flat().map(decimalsOf));
    case 'tuple':
      return flat(node.items.map(decimalsOf));
    case 'transpose': {
      const inner = node.target;
      return inner.kind === 'tuple' ||
        (inner.kind === 'matrix' &&
          (inner.rows.length === 1 || inner.rows.every((row) => row.length === 1)))
        ? decimalsOf(inner)
        : null;
    }
    case 'mul': {
      // `1.5 \times 10^{-3}`
      const [head, power] = node.factors;
      if (
        node.factors.length !== 2 ||
        head?.kind !== 'num' ||
        power?.kind !== 'pow' ||
        power.base.kind !== 'num' ||
        power.base.text !== '10'
      )
        return null;
      const sign = power.exponent.kind === 'neg' ? -1 : 1;
      const digits = power.exponent.kind === 'neg' ? power.exponent.target : power.exponent;
      return digits.kind === 'num'
        ? [(head.text.split('.')[1]?.length ?? 0) - sign * Number(digits.text)]
        : null;
    }
    default:
      return null;
  }
}

function flat(parts: readonly (number[] | null)[]): number[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
}
