import type { Add, Expr } from '../../expression/node.js';
import type { AddEdit } from './edit.js';

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

/** `p 1 - p`: a number stands first in a product, unless a bracket was before it. */
function isOdd(term: Expr): boolean {
  return term.kind === 'mul' && term.signs.at(-1) === '' && term.factors.at(-1)?.kind === 'num';
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
      const before = (at: number): Split['around'] => {
        const others = factors.slice(0, at);
        return (inside) => ({
          ...term,
          factors: [...others, inside],
          signs: signs.slice(0, at),
        });
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
    default:
      return [whole];
  }
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
      return [whole, ...within, ...several];
    }
    case 'pow':
      return [whole, { piece: term.base, around: (inside) => ({ ...term, base: inside }) }];
    case 'transpose':
      return [whole, { piece: term.target, around: (inside) => ({ ...term, target: inside }) }];
    default:
      return [whole];
  }
}
