import type { Book } from '../claim/meaning.js';
import type { Naming } from '../claim/naming.js';
import { isLandau } from '../expression/forms.js';
import type { Bound, Expr } from '../expression/node.js';
import { hasTrait, Trait } from '../expression/traits.js';
import { children, some, walk } from '../expression/walk.js';
import { withoutIndices } from '../interpret/range.js';

type Sides = readonly [Expr, Expr];

/** A claim with a remainder: its sides without it, what the remainder is measured by, and whether it falls faster. */
interface Remainder {
  readonly left: Expr;
  readonly right: Expr;
  readonly scale: Expr;
  readonly faster: boolean;
}

/** The sides of a claim with a remainder among its terms, `= ... + O(h^2)` or `= 1 + x + x^2 + \cdots`; else null. */
export function remainderOf([left, right]: Sides): Remainder | null {
  if (![left, right].some((side) => hasTrait(side, Trait.landau | Trait.dots))) return null;
  const [a, b] = [termsOf(left), termsOf(right)];
  const terms = [...a, ...b];
  const found = terms.filter(({ node }) => isLandau(node));
  const plain = (list: readonly Term[]): Expr => joined(list.filter((term) => !isLost(term.node)));
  const sides = { left: plain(a), right: plain(b) };
  if ([sides.left, sides.right].some((side) => some(side, (node) => isLandau(node)))) return null;
  if (found.length > 0) {
    const scales = found.flatMap(({ node }) => (node.kind === 'call' ? node.args : []));
    const kinds = new Set(found.map(({ node }) => isSmall(node)));
    if (kinds.size > 1 || terms.some(({ node }) => node.kind === 'dots')) return null;
    return { ...sides, scale: joined(scales.map(positive)), faster: kinds.has(true) };
  }
  const last = b.at(-1);
  const before = b.at(-2)?.node;
  const open =
    last?.node.kind === 'dots' && terms.filter(({ node }) => node.kind === 'dots').length === 1;
  if (!open || !before || b.length < 3 || !isPowerTerm(before)) return null;
  return { ...sides, scale: before, faster: true };
}

/** A claim with a remainder as one that holds where its sides differ by no more. Null where that cannot be told. */
export function orderSides(sides: Sides, naming: Naming, book: Book): Sides | null {
  const found = remainderOf(sides);
  const bounds = found && vanishing(found.scale, naming, book);
  if (!found || !bounds) return null;
  const { left, right, scale, faster } = found;
  const { span } = right;
  const rest: Expr = { kind: 'add', op: '-', left, right, span };
  const order: Expr = {
    kind: 'big',
    op: faster ? 'smaller' : 'order',
    bounds,
    swapped: false,
    body: { kind: 'tuple', items: [rest, scale], fence: '(', span },
    head: span,
    span,
  };
  return [order, { kind: 'num', text: '0', span }];
}

export interface Term {
  readonly node: Expr;
  readonly negative: boolean;
}

function positive(node: Expr): Term {
  return { node, negative: false };
}

/** The terms of a sum, with their signs. */
export function termsOf(node: Expr, negative = false): Term[] {
  if (node.kind === 'neg') return termsOf(node.target, !negative);
  if (node.kind !== 'add') return [{ node, negative }];
  const turned = node.op === '-' ? !negative : negative;
  return [...termsOf(node.left, negative), ...termsOf(node.right, turned)];
}

function joined(terms: readonly Term[]): Expr {
  const [first, ...rest] = terms;
  if (!first) return { kind: 'num', text: '0', span: { start: 0, end: 0 } };
  const { node } = first;
  const head: Expr = first.negative ? { kind: 'neg', target: node, span: node.span } : node;
  return rest.reduce<Expr>(
    (left, term) => ({
      kind: 'add',
      op: term.negative ? '-' : '+',
      left,
      right: term.node,
      span: { start: left.span.start, end: term.node.span.end },
    }),
    head,
  );
}

function isLost(node: Expr): boolean {
  return isLandau(node) || node.kind === 'dots';
}

function isSmall(node: Expr): boolean {
  return node.kind === 'call' && node.fn.kind === 'sym' && node.fn.base === 'o';
}

/** `\frac{x^3}{6}`: a power of one letter is the last thing said before the dots. */
function isPowerTerm(node: Expr): boolean {
  const nodes: Expr[] = [];
  walk(node, (inner) => nodes.push(inner));
  const letters = new Set(nodes.flatMap((inner) => (inner.kind === 'sym' ? [inner.base] : [])));
  letters.delete('factorial');
  const powers = nodes.filter(
    (inner) => inner.kind === 'pow' && inner.base.kind === 'sym' && inner.exponent.kind === 'num',
  );
  return powers.length === 1 && letters.size === 1 && nodes.every(({ kind }) => PLAIN.has(kind));
}

const PLAIN: ReadonlySet<Expr['kind']> = new Set([
  'sym',
  'num',
  'pow',
  'mul',
  'div',
  'neg',
  'call',
]);

/** Names of counts, which grow; all others become small. */
const COUNT = /^[nNmMTK]$/;

/** Letters that may become small beside others. */
const SMALL = /^(h|k|x|y|z|t|s|u|v|\\(varepsilon|epsilon|delta|eta|tau))$/;

/** The names that become small, or grow, as a scale becomes small, and where they go. */
function vanishing(scale: Expr, naming: Naming, book: Book): readonly Bound[] | null {
  const isFree = (key: string): boolean => !book.variables.has(key) && !book.functions.has(key);
  const difference = differenceIn(scale);
  if (difference) {
    const [first, second] = difference;
    for (const [index, to] of [difference, [second, first] as const]) {
      const use = naming.readName(index);
      if (use && isFree(use.key)) return [{ index: bare(index, naming), to }];
    }
    return null;
  }
  const all = namesIn(scale, naming);
  const inside = new Map(normsIn(scale).flatMap((norm) => [...namesIn(norm, naming)]));
  const names = inside.size > 0 ? inside : all;
  if (names.size === 0 || ![...names.keys()].every(isFree)) return null;
  if (names.size > 1 && ![...names.keys()].every((key) => SMALL.test(key))) return null;
  const span = scale.span;
  const far: Expr = { kind: 'sym', base: '\\infty', accents: [], font: 'plain', span };
  return [...names].map(([key, index]) =>
    COUNT.test(key) || isBelow(scale, key, naming) ? { index, to: far } : { index },
  );
}

/** `x` and `a` of `(x - a)^3`. */
function differenceIn(scale: Expr): Sides | null {
  let found: Sides | null = null;
  walk(scale, (node) => {
    if (node.kind === 'add' && node.op === '-') found ??= [node.left, node.right];
  });
  return found;
}

function normsIn(scale: Expr): Expr[] {
  const found: Expr[] = [];
  walk(scale, (node) => {
    if (node.kind === 'norm' || node.kind === 'abs') found.push(node);
  });
  return found;
}

/** Does the name stand below a bar, or have a negative power? */
function isBelow(scale: Expr, key: string, naming: Naming): boolean {
  return some(scale, (node) => {
    const below = node.kind === 'div' ? node.bottom : null;
    const inverse = node.kind === 'pow' && node.exponent.kind === 'neg' ? node.base : null;
    return [below, inverse].some((part) => part !== null && namesIn(part, naming).has(key));
  });
}

function namesIn(node: Expr, naming: Naming, into = new Map<string, Expr>()): Map<string, Expr> {
  const use = naming.readName(node);
  if (use) {
    if (!/^(e|\\pi|\\infty)$/.test(use.key)) into.set(use.key, bare(node, naming));
    return into;
  }
  const inner = node.kind === 'call' ? node.args : childrenOf(node);
  for (const child of inner) namesIn(child, naming, into);
  return into;
}

function childrenOf(node: Expr): readonly Expr[] {
  if (node.kind === 'pow') return [node.base];
  return children(node);
}

function bare(node: Expr, naming: Naming): Expr {
  const use = naming.readName(node);
  return node.kind === 'sub' && use ? withoutIndices(node, use.indices) : node;
}
