import { numberAt } from '../../expression/numberAt.js';
import type { Expr, Num, Sym } from '../../expression/node.js';
import { walk } from '../../expression/walk.js';
import type { AddEdit } from './edit.js';

/** `5 (3x^2 + 1)^4` for `5 (3x^2 + 1)^4 \cdot 6x`: the chain rule without the derivative of what is inside. */
export function innerEdits(root: Expr, add: AddEdit): void {
  walk(root, (node) => {
    const inside = insideOf(node);
    if (!inside || inside.kind === 'num' || inside.kind === 'sym') return;
    const slope = slopeOf(inside);
    if (!slope || (slope.kind === 'num' && slope.text === '1')) return;
    const { span } = node;
    for (const whole of [node, ...productsWith(root, node)]) {
      const change: Expr =
        whole.kind === 'mul'
          ? {
              ...whole,
              factors: [...whole.factors, ...(slope.kind === 'mul' ? slope.factors : [slope])],
              signs: [...whole.signs, 'cdot', ...(slope.kind === 'mul' ? slope.signs : [])],
            }
          : { kind: 'mul', factors: [whole, slope], signs: ['cdot'], span };
      add('fix.factor', whole === node ? 2.75 : 2.7, whole, change, true);
    }
  });
}

/** What a function, a power or an exponential is taken of. */
function insideOf(node: Expr): Expr | null {
  if (node.kind === 'call') return node.args.length === 1 ? (node.args[0] ?? null) : null;
  if (node.kind !== 'pow') return null;
  return node.base.kind === 'sym' && node.base.base === 'e' ? node.exponent : node.base;
}

/** The products that it is a factor of: the derivative is written at their end. */
function productsWith(root: Expr, factor: Expr): Expr[] {
  const out: Expr[] = [];
  walk(root, (node) => {
    if (node.kind === 'mul' && node.factors.includes(factor)) out.push(node);
  });
  return out;
}

/** The derivative of a polynomial in one letter, with its sign; null for anything else. */
function slopeOf(node: Expr): Expr | null {
  const letters = new Map<string, Sym>();
  walk(node, (inner) => {
    if (inner.kind === 'sym') letters.set(inner.base, inner);
  });
  const [letter, ...more] = letters.values();
  if (!letter || more.length > 0) return null;
  const powers = coefficientsOf(node);
  if (!powers) return null;
  const terms = [...powers].filter(([power, c]) => power > 0 && c !== 0);
  let sum: Expr | null = null;
  for (const [power, c] of terms.sort(([a], [b]) => b - a)) {
    const term = monomial(Math.abs(c * power), letter, power - 1);
    if (!sum) sum = c < 0 ? { kind: 'neg', target: term, span: node.span } : term;
    else sum = { kind: 'add', op: c < 0 ? '-' : '+', left: sum, right: term, span: node.span };
  }
  return sum;
}

function monomial(factor: number, letter: Sym, power: number): Expr {
  const { span } = letter;
  const number: Num = { kind: 'num', text: String(factor), span };
  if (power === 0) return number;
  const exponent = numberAt(String(power), letter);
  const raised: Expr = power === 1 ? letter : { kind: 'pow', base: letter, exponent, span };
  return factor === 1 ? raised : { kind: 'mul', factors: [number, raised], signs: [''], span };
}

/** Of every power the whole number before it; null where it is no polynomial with such. */
function coefficientsOf(node: Expr): Map<number, number> | null {
  switch (node.kind) {
    case 'num':
      return /^\d{1,4}$/.test(node.text) ? new Map([[0, Number(node.text)]]) : null;
    case 'sym':
      return new Map([[1, 1]]);
    case 'neg':
      return combined(new Map(), coefficientsOf(node.target), -1);
    case 'add':
      return combined(
        coefficientsOf(node.left),
        coefficientsOf(node.right),
        node.op === '-' ? -1 : 1,
      );
    case 'pow': {
      const { base, exponent } = node;
      const power = exponent.kind === 'num' ? Number(exponent.text) : Number.NaN;
      return base.kind === 'sym' && Number.isInteger(power) ? new Map([[power, 1]]) : null;
    }
    case 'mul': {
      const [first, second] = node.factors;
      if (node.factors.length !== 2 || first?.kind !== 'num' || !second) return null;
      return combined(new Map(), coefficientsOf(second), Number(first.text));
    }
    default:
      return null;
  }
}

function combined(
  a: ReadonlyMap<number, number> | null,
  b: ReadonlyMap<number, number> | null,
  factor: number,
): Map<number, number> | null {
  if (!a || !b) return null;
  const out = new Map(a);
  for (const [power, c] of b) out.set(power, (out.get(power) ?? 0) + factor * c);
  return out;
}
