import type { Differential, Expr, ProductSign } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { plainName } from '../latex/parse/words.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone with its differentials read as such. A `d` before a name may as well be a size, or say that the name is the
 * derivative of the loss by another; it is a differential where both sides of a relation have as many of them in every
 * term, and no relation of the zone says what one of them is without another.
 */
export function withDifferentials(zone: Zone): Zone {
  const readings = new Map<Placed, readonly (Expr | null)[]>();
  const seeded: [Placed, readonly (Expr | null)[]][] = [];
  let sure = zone.facts.some((fact) => fact.kind === 'differential');
  for (const placed of zone.statements) {
    const { items } = placed.statement;
    const read = items.map((item) => item && differentiated(item));
    if (!read.some((item) => item && some(item, isDifferential))) continue;
    const degrees = read.flatMap((item) => (item && !isZero(item) ? [degreeOf(item)] : []));
    if (isSeed(read, degrees)) {
      seeded.push([placed, read]);
      continue;
    }
    const [degree = 0] = degrees;
    if (!(degree > 0) || items.length < 2 || degrees.some((other) => other !== degree)) continue;
    sure ||= read.some((item) => item !== null && some(item, isTelling)) || isOfLoss(read[0]);
    readings.set(placed, read);
  }
  // `\mathrm{d}X = H` beside `\mathrm{d}\det X` names a change, as nothing else is meant there.
  const telling = [...readings.values()].flat().some((item) => item && some(item, isUprightOfMore));
  if (readings.size === 0 || (seeded.length > 0 && !telling)) return zone;
  for (const [placed, read] of seeded) readings.set(placed, read);
  const statements = zone.statements.map((placed) => {
    const items = readings.get(placed);
    if (!items) return placed;
    const said = sure ? items.map((item) => item && marked(item)) : items;
    return { ...placed, statement: { ...placed.statement, items: said } };
  });
  return { ...zone, statements };
}

/** `dZ = A - Y`: here `dZ` is short for a derivative. */
function isSeed(items: readonly (Expr | null)[], degrees: readonly number[]): boolean {
  const [left] = items;
  return (
    left?.kind === 'differential' && degrees.length > 1 && degrees.slice(1).every((n) => n === 0)
  );
}

/** `\mathrm{d}X` and `d(AB)` are nothing else. */
function isTelling(node: Expr): boolean {
  return node.kind === 'differential' && (isUpright(node) || isOfMore(node));
}

function isUpright({ sign, target, span }: Differential): boolean {
  return sign === 'd' && target.span.start - span.start > UPRIGHT;
}

/** Of more than a name. */
function isOfMore({ target }: Differential): boolean {
  const named = target.kind === 'call' && !target.certain;
  return !(named || ['sym', 'sub', 'mark', 'pow', 'transpose'].includes(target.kind));
}

function isUprightOfMore(node: Expr): boolean {
  return node.kind === 'differential' && isUpright(node) && isOfMore(node);
}

function isDifferential(node: Expr): boolean {
  return node.kind === 'differential';
}

/** Longer than `d` and a space: written with a command. */
const UPRIGHT = 2;

function isOfLoss(left: Expr | null | undefined): boolean {
  const target = left?.kind === 'differential' ? left.target : null;
  return target?.kind === 'sym' && /^([fLJ]|\\ell)$/.test(target.base);
}

function marked(node: Expr): Expr {
  const inner = mapChildren(node, marked);
  return inner.kind === 'differential' ? { ...inner, sure: true } : inner;
}

/** Every `d` before something that can change, read as the sign of a differential. */
function differentiated(node: Expr): Expr {
  switch (node.kind) {
    case 'deriv':
    case 'nabla':
    case 'sub':
      return node;
    case 'div':
      return { ...node, top: differentiated(node.top), bottom: node.bottom };
    case 'big':
      return node.op === 'int' || node.op === 'lim'
        ? node
        : { ...node, body: differentiated(node.body) };
    case 'mul':
      return joined(node);
    case 'call': {
      const [only, ...more] = node.args;
      const sign = node.fn.kind === 'sym' && more.length === 0 ? signOf(node.fn) : null;
      if (sign && only) return differential(sign, node, differentiated(only));
      return mapChildren(node, differentiated);
    }
    default:
      return mapChildren(node, differentiated);
  }
}

function signOf(node: Expr): Differential['sign'] | null {
  if (node.kind !== 'sym' || node.accents.length > 0) return null;
  if (node.base === '\\partial') return '\\partial';
  return node.base === 'd' && /^(plain|upright)$/.test(node.font) ? 'd' : null;
}

function differential(sign: Differential['sign'], at: Expr, target: Expr): Differential {
  const span = { start: at.span.start, end: Math.max(at.span.end, target.span.end) };
  return { kind: 'differential', sign, target, sure: false, span };
}

function joined(node: Expr & { kind: 'mul' }): Expr {
  const factors: Expr[] = [];
  const signs: ProductSign[] = [];
  for (let at = 0; at < node.factors.length; at++) {
    const [factor, next] = [node.factors[at], node.factors[at + 1]];
    if (!factor) break;
    const one = next && node.signs[at] === '' ? prefixed(factor, next) : null;
    factors.push(one ?? differentiated(factor));
    if (one) at++;
    const sign = node.signs[at];
    if (sign !== undefined) signs.push(sign);
  }
  const [only] = factors;
  if (factors.length === 1 && only) return only;
  return factors.every((factor, at) => factor === node.factors[at])
    ? node
    : { ...node, factors, signs };
}

/** `d` and what it is taken of; `d^2` is taken twice, and `dx^2` is `(dx)^2`. */
function prefixed(prefix: Expr, next: Expr): Expr | null {
  const square =
    prefix.kind === 'pow' && prefix.exponent.kind === 'num' && prefix.exponent.text === '2';
  const sign = signOf(square ? prefix.base : prefix);
  if (!sign || next.kind === 'num' || next.kind === 'text' || next.kind === 'dots') return null;
  if (signOf(next)) return null;
  if (next.kind === 'pow' && isName(next.base) && next.exponent.kind === 'num')
    return {
      ...next,
      base: differential(sign, prefix, next.base),
      span: { ...next.span, start: prefix.span.start },
    };
  const first = differential(sign, prefix, differentiated(next));
  return square ? differential(sign, prefix, first) : first;
}

function isName({ kind }: Expr): boolean {
  return kind === 'sym' || kind === 'sub';
}

function isZero(node: Expr): boolean {
  if (node.kind === 'sym') return node.base === '0';
  return node.kind === 'num' && Number(node.text) === 0;
}

/** Functions that are linear in what they are taken of. */
const LINEAR = /^(tr|trace|traza|vec|diag|sum|mean)$/;

/** How many differentials every term has; not a number where terms have different numbers of them. */
function degreeOf(node: Expr): number {
  switch (node.kind) {
    case 'differential':
      return 1 + degreeOf(node.target);
    case 'add': {
      if (isZero(node.left)) return degreeOf(node.right);
      const degree = degreeOf(node.left);
      return isZero(node.right) || degreeOf(node.right) === degree ? degree : Number.NaN;
    }
    case 'mul':
      return node.factors.reduce((sum, factor) => sum + degreeOf(factor), 0);
    case 'neg':
    case 'transpose':
    case 'norm':
    case 'abs':
    case 'at':
      return degreeOf(node.target);
    case 'big':
      return node.op === 'sum' ? degreeOf(node.body) : none(node);
    case 'div':
      return degreeOf(node.top) + none(node.bottom);
    case 'pow': {
      const degree = degreeOf(node.base);
      const times = node.exponent.kind === 'num' ? Number(node.exponent.text) : Number.NaN;
      return degree === 0 ? none(node.exponent) : degree * times;
    }
    case 'call': {
      const [only, ...more] = node.args;
      const linear = node.fn.kind === 'sym' && LINEAR.test(plainName(node.fn.base));
      // `A(dB)` is a product.
      const product = !node.certain && node.fn.kind !== 'prime';
      return (linear || product) && only && more.length === 0 ? degreeOf(only) : none(node);
    }
    case 'tuple':
      return node.fence === '<' || node.items.length === 1
        ? node.items.reduce((sum, item) => sum + degreeOf(item), 0)
        : none(node);
    default:
      return none(node);
  }
}

/** Zero where there is no differential. */
function none(node: Expr): number {
  return some(node, isDifferential) ? Number.NaN : 0;
}
