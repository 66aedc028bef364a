import type { Expr, Sym } from '../../expression/node.js';
import { children } from '../../expression/walk.js';
import { numberAt } from '../../expression/numberAt.js';
import { sameShell, sameTree } from '../../expression/sameTree.js';
import { printLatex } from '../print.js';
import { mapChildren, replaceLetter } from '../../expression/replace.js';

/** What `x_1 + c, ..., x_d + c` repeat: a term in which one letter counts, with its first and last value. */
export interface Pattern {
  readonly body: Expr;
  readonly index: Sym;
  readonly from: Expr;
  readonly to: Expr;
}

/** The letters that count where none is written; no document names anything so. */
const COUNTERS = ['\\imath', '\\jmath'] as const;

/** The pattern that takes one term into another, `x_1^2` into `x_d^2`; null where they differ in more than a count. */
export function patternOf(first: Expr, last: Expr): Pattern | null {
  const index = freshCounter(first);
  const ends: End[] = [];
  const [b, a] = [splitDigits(last, first), splitDigits(first, last)];
  const start = splitDigits(a, b);
  const found = generalise(start, b, (from, to) => {
    ends.push({ from, to });
    return from;
  });
  const end = ends.find(({ to }) => to.kind === 'sym') ?? ends[0];
  if (!found || !end || !ends.every((other) => shiftOf(end, other) !== null)) return null;
  const body = generalise(start, b, (from, to) => {
    const counter: Sym = { ...index, written: printLatex(from), span: from.span };
    return shifted(counter, shiftOf(end, { from, to }) ?? 0);
  });
  return body && { body, index, ...end };
}

interface End {
  readonly from: Expr;
  readonly to: Expr;
}

/** How far one count is from another: 1 to n - 1 lies 1 below 2 to n; null where they do not go together. */
function shiftOf(one: End, other: End): number | null {
  const [from, start] = [countOf(one.from), countOf(other.from)];
  if (from === null || start === null || !isEnd(one.to)) return null;
  const shift = start - from;
  const [end, further] = [offsetOf(one.to), offsetOf(other.to)];
  return sameTree(end.name, further.name) && further.offset - end.offset === shift ? shift : null;
}

/** `n - 1` as n and -1. */
function offsetOf(node: Expr): { readonly name: Expr; readonly offset: number } {
  const zero = numberAt('0', node);
  const own = countOf(node);
  if (own !== null) return { name: zero, offset: own };
  const step = node.kind === 'add' ? countOf(node.right) : null;
  if (node.kind !== 'add' || step === null) return { name: node, offset: 0 };
  return { name: node.left, offset: node.op === '+' ? step : -step };
}

function shifted(counter: Expr, shift: number): Expr {
  if (shift === 0) return counter;
  const right = numberAt(String(Math.abs(shift)), counter);
  const { span } = counter;
  return { kind: 'add', op: shift > 0 ? '+' : '-', left: counter, right, span };
}

/** Is a term what the pattern says at a count? */
export function isTerm({ body, index }: Pattern, count: number, term: Expr): boolean {
  const at = numberAt(String(count), term);
  const said = plain(replaceLetter(body, index.base, at));
  return sameTree(said, plain(splitDigits(term, said)));
}

/** The pattern with its last term one further on, where that is how the term after it goes on. */
export function goneOn(pattern: Pattern, term: Expr | undefined): Pattern | null {
  const { body, index, to } = pattern;
  const { name, offset } = offsetOf(to);
  if (!term || countOf(to) !== null) return null;
  const next = offset === -1 ? name : shifted(name, offset + 1);
  const said = plain(replaceLetter(body, index.base, next));
  return sameTree(said, plain(splitDigits(term, said))) ? { ...pattern, to: next } : null;
}

/** The whole number that is written. */
export function countOf(node: Expr): number | null {
  return node.kind === 'num' && /^\d{1,3}$/.test(node.text) ? Number(node.text) : null;
}

/** A count further than the first: `d`, `n - 1`, `10`. */
function isEnd(node: Expr): boolean {
  switch (node.kind) {
    case 'num':
      return countOf(node) !== null;
    case 'sym':
      return true;
    case 'sub':
    case 'mark':
      return isEnd(node.target);
    case 'add':
      return isEnd(node.left) && node.right.kind === 'num';
    default:
      return false;
  }
}

function freshCounter(node: Expr): Sym {
  const used = new Set<string>();
  const visit = (one: Expr): void => {
    if (one.kind === 'sym') used.add(one.base);
    children(one).forEach(visit);
  };
  visit(node);
  const base = COUNTERS.find((letter) => !used.has(letter)) ?? COUNTERS[0];
  return { kind: 'sym', base, accents: [], font: 'plain', span: node.span };
}

type Meet = (from: Expr, to: Expr) => Expr;

/** The first tree with `meet` where the second differs from it by a count; null where it differs otherwise. */
function generalise(a: Expr, b: Expr, meet: Meet): Expr | null {
  if (sameTree(a, b)) return a;
  if (countOf(a) !== null && isEnd(b)) return meet(a, b);
  // `a_1 x` is followed by `a_2 x^2`.
  if (b.kind === 'pow' && a.kind !== 'pow') {
    const base = generalise(a, b.base, meet);
    const one = numberAt('1', a);
    return base && isEnd(b.exponent)
      ? { kind: 'pow', base, exponent: meet(one, b.exponent), span: a.span }
      : null;
  }
  const [inA, inB] = [children(a), children(b)];
  if (inA.length === 0 || inA.length !== inB.length || !sameShell(a, b)) return null;
  const parts = inA.map((child, at) => generalise(child, inB[at] ?? child, meet));
  if (parts.includes(null)) return null;
  let at = 0;
  return mapChildren(a, (child) => parts[at++] ?? child);
}

/** `A_{11}` and `A_{m1}` beside `A_{mn}` have two indices. */
function splitDigits(node: Expr, like: Expr): Expr {
  if (node.kind === 'sub' && like.kind === 'sub') {
    const indices = apart(node.indices);
    const numbers = [node, like].every((one) => one.indices.every((item) => item.kind === 'num'));
    const other = numbers ? like.indices : apart(like.indices);
    if (indices.length === other.length && indices.length > node.indices.length)
      return { ...node, target: splitDigits(node.target, like.target), indices };
  }
  const other = children(like);
  if (other.length !== children(node).length) return node;
  let at = 0;
  return mapChildren(node, (child) => splitDigits(child, other[at++] ?? child));
}

function apart(indices: readonly Expr[]): readonly Expr[] {
  const [only] = indices;
  if (indices.length !== 1 || !only) return indices;
  if (only.kind === 'num' && /^\d+$/.test(only.text))
    return Array.from(only.text, (text) => ({ ...only, text }));
  return only.kind === 'sub' && only.indices.length === 1
    ? [only.target, ...only.indices]
    : indices;
}

/** `x^1` is written `x`, `a x^0` is written `a`, `x_{2-1}` is written `x_1`, `2^3` may be written `8`. */
function plain(node: Expr): Expr {
  const out = mapChildren(node, plain);
  const number = worth(out);
  if (number !== null) return numberAt(String(number), out);
  if (out.kind === 'pow' && out.exponent.kind === 'num') {
    if (out.exponent.text === '1') return out.base;
    if (out.exponent.text === '0') return numberAt('1', out);
  }
  if (out.kind !== 'mul') return out;
  const kept = out.factors.filter((factor) => !(factor.kind === 'num' && factor.text === '1'));
  const [first] = kept;
  if (kept.length === out.factors.length) return out;
  if (!first) return numberAt('1', out);
  return kept.length === 1 ? first : { ...out, factors: kept, signs: kept.slice(1).map(() => '') };
}

/** What whole numbers come to. */
function worth(node: Expr): number | null {
  const of = (a: Expr, b: Expr, compute: (x: number, y: number) => number): number | null => {
    const [x, y] = [countOf(a), countOf(b)];
    return x === null || y === null ? null : compute(x, y);
  };
  switch (node.kind) {
    case 'add':
      return of(node.left, node.right, (x, y) => (node.op === '+' ? x + y : x - y));
    case 'pow':
      return of(node.base, node.exponent, (x, y) => x ** y);
    case 'mul': {
      const counts = node.factors.map(countOf);
      return counts.reduce(
        (product, one) => (product === null || one === null ? null : product * one),
        1,
      );
    }
    default:
      return null;
  }
}
