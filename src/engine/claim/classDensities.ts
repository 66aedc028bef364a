import type { Call, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone in which `p(x \mid y = k)` is a function of x with the index k, and `p(y = k \mid x)` another. Classes that the
 * zone counts from 0 have no place in a list: each has a name of its own.
 */
export function withClassDensities(zone: Zone): Zone {
  const calls = zone.statements.flatMap(({ statement }) => statement.items).filter(isPresent);
  const zero = calls.some((item) => some(item, isOfZero));
  const map = (node: Expr): Expr => {
    const inner = mapChildren(node, map);
    return (inner.kind === 'call' ? asFunction(inner, zero) : null) ?? inner;
  };
  const read = (placed: Placed): Placed => {
    const { statement } = placed;
    const items = statement.items.map((item) => item && map(item));
    const same = items.every((item, at) => item === statement.items[at]);
    return same ? placed : { ...placed, statement: { ...statement, items } };
  };
  return { ...zone, statements: zone.statements.map(read) };
}

function isPresent(item: Expr | null): item is Expr {
  return item !== null;
}

function isOfZero(node: Expr): boolean {
  return (
    node.kind === 'call' &&
    isDensity(node) &&
    node.args.some((arg) => {
      const index = classOf(arg)?.index;
      return index?.kind === 'num' && Number(index.text) === 0;
    })
  );
}

function isDensity({ fn, over }: Call): boolean {
  return fn.kind === 'sym' && /^[pP]\|?$/.test(fn.base) && fn.accents.length === 0 && !over;
}

interface Class {
  /** What has classes. */
  readonly name: string;
  readonly index: Expr;
}

/** `y = k`, `y = 1`, `C_k`: one class. */
function classOf(arg: Expr): Class | null {
  if (arg.kind === 'sub') {
    const [index, ...more] = arg.indices;
    const named = arg.target.kind === 'sym' && /^(?:C|\\omega)$/.test(arg.target.base);
    if (!named || !index || more.length > 0 || !isIndex(index)) return null;
    return { name: printLatex(arg.target), index };
  }
  if (arg.kind !== 'rel' || arg.signs.length !== 1 || arg.signs[0] !== '=') return null;
  const [name, index] = arg.items;
  if (name?.kind !== 'sym' || !index || !isIndex(index)) return null;
  return { name: printLatex(name), index };
}

function isIndex(node: Expr): boolean {
  return node.kind === 'num'
    ? /^\d$/.test(node.text)
    : node.kind === 'sym' && /^[cijklmrs]$/.test(node.base) && node.font === 'plain';
}

/** `p(x \mid y = k)` with one class, and names for the rest. */
function asFunction(node: Call, zero: boolean): Expr | null {
  const { args, fn, span, parted } = node;
  if (fn.kind !== 'sym' || !isDensity(node) || parted === undefined) return null;
  const at = args.findIndex((arg) => classOf(arg) !== null);
  const one = args[at] && classOf(args[at]);
  const rest = args.filter((_, k) => k !== at);
  if (!one || rest.length === 0 || !rest.every(isPoint)) return null;
  // What is conditioned on stands behind the sign.
  const behind = at >= parted;
  if ((behind ? at !== parted : at !== 0) || (!behind && parted !== 1)) return null;
  const { index } = one;
  const own = index.kind === 'num' && zero ? `${one.name}=${index.text}` : one.name;
  const of: Expr = { kind: 'sym', base: own, accents: [], font: 'upright', span: index.span };
  const label: Expr = { kind: 'mark', target: of, mark: behind ? '\\mid' : '|', span: index.span };
  const target: Expr = { ...fn, base: fn.base.replace(/\|$/, '') };
  const indices = own === one.name ? [label, index] : [label];
  const name: Expr = { kind: 'sub', target, indices, span: fn.span };
  return { kind: 'call', fn: name, args: rest, certain: true, span };
}

function isPoint(arg: Expr): boolean {
  return arg.kind === 'sym' || (arg.kind === 'sub' && arg.target.kind === 'sym');
}
