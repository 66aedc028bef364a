import { isLetterE, momentOf, withExpectations } from '../expression/moment.js';
import type { Call, Expr, Mul } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import type { Placed, Zone } from './zone.js';

/** A zone that takes expectations, with the letter of every `E(X)` read as their operator. */
export function withOperators(zone: Zone): Zone {
  const plain = {
    ...zone,
    statements: zone.statements.map((one) => mapped(one, withBareOperators)),
  };
  if (!takesExpectations(plain)) return plain;
  return { ...plain, statements: plain.statements.map((one) => mapped(one, withExpectations)) };
}

function mapped(placed: Placed, map: (node: Expr) => Expr): Placed {
  const items = placed.statement.items.map((item) => item && map(item));
  if (items.every((item, at) => item === placed.statement.items[at])) return placed;
  return { ...placed, statement: { ...placed.statement, items } };
}

/** `E(w)` is an error where it is differentiated, and nothing else where nothing speaks of expectations. */
function takesExpectations({ statements, chances }: Zone): boolean {
  const items = statements.flatMap(({ statement }) =>
    statement.items.filter((item) => item !== null),
  );
  const has = (test: (node: Expr) => boolean): boolean => items.some((item) => some(item, test));
  if (!has((node) => node.kind === 'call' && isLetterE(node.fn))) return false;
  if (has(isDifferentiated)) return false;
  return chances.length > 0 || has((node) => momentOf(node) !== null);
}

function isDifferentiated(node: Expr): boolean {
  const target = node.kind === 'deriv' ? node.top : node.kind === 'nabla' ? node.target : null;
  if (!target) return false;
  return isLetterE(target) || (target.kind === 'call' && isLetterE(target.fn));
}

/** `\mathbb{E} X`, `\mathbb{E}_q \log p(x)`: the operator's letter, which is nothing by itself, before what it is taken of. */
function withBareOperators(node: Expr): Expr {
  const inner = mapChildren(node, withBareOperators);
  if (inner.kind !== 'mul') return inner;
  const at = inner.factors.findLastIndex((factor, k) => operatorOf(factor) && isBeside(inner, k));
  const factor = inner.factors[at];
  const operator = factor && operatorOf(factor);
  if (!factor || !operator) return inner;
  // What stands before the next expectation is taken together.
  const rest = inner.factors.slice(at + 1);
  const until = rest.findIndex((one) => momentOf(one) !== null);
  const taken = until < 0 ? rest : rest.slice(0, until);
  const [only, ...more] = taken;
  const last = taken.at(-1);
  if (!only || !last) return inner;
  const span = { start: factor.span.start, end: last.span.end };
  const signs = inner.signs.slice(at + 1, at + taken.length);
  const body: Expr =
    more.length > 0
      ? { kind: 'mul', factors: taken, signs, span: { start: only.span.start, end: last.span.end } }
      : only;
  const call: Expr = { kind: 'call', ...operator, args: [body], certain: true, span };
  const factors = [...inner.factors.slice(0, at), call, ...rest.slice(taken.length)];
  if (factors.length === 1) return call;
  const between = [...inner.signs.slice(0, at), ...inner.signs.slice(at + taken.length)];
  return withBareOperators({ ...inner, factors, signs: between });
}

/** Does something stand right beside it? */
function isBeside({ signs, factors }: Mul, k: number): boolean {
  return k < factors.length - 1 && signs[k] === '';
}

function operatorOf(node: Expr): Pick<Call, 'fn' | 'over'> | null {
  const fn = node.kind === 'sub' ? node.target : node;
  if (fn.kind !== 'sym' || fn.font !== 'bb' || fn.base !== 'E' || fn.accents.length > 0)
    return null;
  return node.kind === 'sub' ? { fn, over: node.indices } : { fn };
}
