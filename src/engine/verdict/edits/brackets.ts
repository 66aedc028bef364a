import type { Add, Expr } from '../../expression/node.js';
import { timesFirst, type AddEdit } from './edit.js';

/** Brackets that were left out: `a b + c` for `a (b + c)`, `1 + x^2` for `(1 + x)^2`. */
export function bracketEdits(node: Add, add: AddEdit): void {
  const terms = termsOf(node);
  const last = terms.at(-1);
  if (!last) return;
  terms.slice(0, -1).forEach((first, at) => {
    const between = terms.slice(at + 1, -1);
    if (between.length > MOST_BETWEEN) return;
    for (const front of fronts(first.term)) {
      for (const back of backs(last.term)) {
        const plain = front.piece === first.term && back.piece === last.term;
        if (plain && first.op !== '-') continue;
        const inside = [...between, { op: last.op, term: back.piece }].reduce<Expr>(
          (left, { op, term }) => ({ kind: 'add', op, left, right: term, span: node.span }),
          front.piece,
        );
        const whole = front.around(back.around(inside));
        const before = terms.slice(0, at);
        const near = isOdd(first.term) ? 1.8 : isShared(first.term) ? 2.4 : 2.65;
        const cost = front.several === true || back.several === true ? SEVERAL : near;
        add('fix.brackets', cost, node, joined(before, first.op, whole, node));
      }
    }
  });
}

/** `p 1 - p`, `\operatorname{Var} X - Y`: a number stands first in a product and a word before a bracket, unless that was left out. */
function isOdd(term: Expr): boolean {
  if (term.kind !== 'mul') return false;
  return (
    isWord(term.factors[0]) || (term.signs.at(-1) === '' && term.factors.at(-1)?.kind === 'num')
  );
}

function isWord(node: Expr | undefined): node is Expr & { kind: 'sym' } {
  return node?.kind === 'sym' && node.font === 'upright' && node.base.length > 1;
}

/** `\frac{1}{2} a + b`: a fraction of numbers stands before what was in brackets. */
function isShared(term: Expr): boolean {
  const [first] = term.kind === 'mul' ? term.factors : [];
  return first?.kind === 'div' && first.top.kind === 'num' && first.bottom.kind === 'num';
}

/** A factor 2 or 1/n is forgotten more easily. */
const SEVERAL = 2.95;

/** Terms between the first and the last one in a pair of brackets. */
const MOST_BETWEEN = 2;

interface Term {
  readonly op: '+' | '-';
  readonly term: Expr;
}

function termsOf(node: Expr): Term[] {
  if (node.kind !== 'add') return [{ op: '+', term: node }];
  return [...termsOf(node.left), { op: node.op, term: node.right }];
}

function joined(before: readonly Term[], op: '+' | '-', last: Expr, { span }: Expr): Expr {
  const [first, ...others] = before;
  if (!first) return last;
  const left = others.reduce<Expr>(
    (sum, other) => ({ kind: 'add', op: other.op, left: sum, right: other.term, span }),
    first.term,
  );
  return { kind: 'add', op, left, right: last, span };
}

/** The end of a term where a bracket may open or close, and what stands around it. */
interface Split {
  readonly piece: Expr;
  readonly around: (inside: Expr) => Expr;
  /** The bracket takes in several factors of the term, and not all. */
  readonly several?: boolean;
}

/** Where a bracket may open in a term: before its last factor, or what a function or a sum is of. */
function fronts(term: Expr): Split[] {
  const whole: Split = { piece: term, around: (inside) => inside };
  const inner = (child: Expr, around: Split['around']): Split[] =>
    fronts(child).map((split) => ({
      piece: split.piece,
      around: (inside) => around(split.around(inside)),
    }));
  switch (term.kind) {
    case 'neg':
      return [whole, ...inner(term.target, (inside) => ({ ...term, target: inside }))];
    case 'mul': {
      const { factors, signs } = term;
      const last = factors.at(-1);
      if (!last) return [whole];
      const [fn, ...args] = factors;
      if (isWord(fn)) return [whole, calledOf(term, fn, args)];
      const before = (at: number): Split['around'] => {
        const others = factors.slice(0, at);
        return (inside) => {
          const within = inside.kind === 'mul' ? inside : { factors: [inside], signs: [] };
          const own = [...signs.slice(0, at), ...within.signs];
          return { ...term, factors: [...others, ...within.factors], signs: own };
        };
      };
      const within = inner(last, before(factors.length - 1));
      // `X^\top X w - y` for `X^\top (X w - y)`.
      const several = factors.slice(1, -1).flatMap((_, k): Split[] => {
        // `2 (a b - c)` for `2 a b - c` lacks no bracket, but a factor.
        if (factors.slice(0, k + 1).every(({ kind }) => kind === 'num')) return [];
        const piece = { ...term, factors: factors.slice(k + 1), signs: signs.slice(k + 1) };
        return [{ piece, around: before(k + 1), several: true }];
      });
      return [whole, ...within, ...several];
    }
    case 'big':
      return [whole, ...inner(term.body, (inside) => ({ ...term, body: inside }))];
    case 'call': {
      const [arg] = term.args;
      if (!arg || term.args.length > 1) return [whole];
      return [whole, ...inner(arg, (inside) => ({ ...term, args: [inside] }))];
    }
    case 'sub': {
      // `p1 - p` for `p (1 - p)`: a number side by side with a name is read as an index.
      const { target, indices } = term;
      const [index, ...more] = indices;
      const beside = index?.kind === 'num' && index.span.start === target.span.end;
      if (!beside || more.length > 0) return [whole];
      return [whole, { piece: index, around: (inside) => timesFirst(target, inside) }];
    }
    default:
      return [whole];
  }
}

/** `\operatorname{Var} a X + Y` for `\operatorname{Var}(a X + Y)`. */
function calledOf(term: Expr & { kind: 'mul' }, fn: Expr, args: readonly Expr[]): Split {
  const { span } = term;
  const [only, ...more] = args;
  const piece =
    only && more.length === 0 ? only : { ...term, factors: args, signs: term.signs.slice(1) };
  return { piece, around: (inside) => ({ kind: 'call', fn, args: [inside], certain: true, span }) };
}

/** Where a bracket may close in a term: after its first factor, or before a power or a transpose of it. */
function backs(term: Expr): Split[] {
  const whole: Split = { piece: term, around: (inside) => inside };
  switch (term.kind) {
    case 'mul': {
      const { factors, signs } = term;
      const [first, ...others] = factors;
      if (!first) return [whole];
      const within = backs(first).map((split) => ({
        piece: split.piece,
        around: (inside: Expr): Expr => ({
          ...term,
          factors: [split.around(inside), ...others],
        }),
      }));
      // `X X^\top + \lambda I X` for `(X X^\top + \lambda I) X`.
      const several = others.slice(0, -1).map((_, k): Split => {
        const piece = { ...term, factors: factors.slice(0, k + 2), signs: signs.slice(0, k + 1) };
        const rest = factors.slice(k + 2);
        return {
          piece,
          around: (inside) => ({ ...term, factors: [inside, ...rest], signs: signs.slice(k + 1) }),
          several: true,
        };
      });
      return [whole, ...within, ...several, ...raisedLater(term)];
    }
    case 'pow':
      return [whole, { piece: term.base, around: (inside) => ({ ...term, base: inside }) }];
    case 'call':
      return [whole, ...beforeBracket(term, (arg) => arg)];
    case 'transpose': {
      const { target } = term;
      const turned: Split = { piece: target, around: (inside) => ({ ...term, target: inside }) };
      return [whole, turned, ...beforeBracket(target, (arg) => ({ ...term, target: arg }))];
    }
    default:
      return [whole];
  }
}

/** `X^\top X + \lambda I^{-1} y` for `(X^\top X + \lambda I)^{-1} y`: a power or a transpose after several factors. */
function raisedLater(term: Expr & { kind: 'mul' }): Split[] {
  const { factors, signs } = term;
  return factors.slice(1).flatMap((factor, k): Split[] => {
    if (factor.kind !== 'pow' && factor.kind !== 'transpose') return [];
    const base = factor.kind === 'pow' ? factor.base : factor.target;
    const piece = {
      ...term,
      factors: [...factors.slice(0, k + 1), base],
      signs: signs.slice(0, k + 1),
    };
    const rest = factors.slice(k + 2);
    const around = (inside: Expr): Expr => {
      const whole: Expr =
        factor.kind === 'pow' ? { ...factor, base: inside } : { ...factor, target: inside };
      if (rest.length === 0) return whole;
      return { ...term, factors: [whole, ...rest], signs: signs.slice(k + 1) };
    };
    return [{ piece, around, several: true }];
  });
}

/** `A - Y (B)^\top` for `(A - Y) (B)^\top`: Y stands before a bracket, and is no function. */
function beforeBracket(call: Expr, marked: (arg: Expr) => Expr): Split[] {
  if (call.kind !== 'call' || call.certain) return [];
  const [arg, ...more] = call.args;
  if (!arg || more.length > 0) return [];
  const factor = marked(arg);
  const around = (inside: Expr): Expr => ({
    kind: 'mul',
    factors: [inside, factor],
    signs: [''],
    span: call.span,
  });
  return [{ piece: call.fn, around }];
}
