import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Context } from '../interpret/context.js';
import { isLastLetter } from '../interpret/indices.js';

/** Index letters that stand free in an expression: its claim is made for each of their values. */
export function freeIndices(nodes: readonly Expr[], context: Context): string[] {
  const found = new Set<string>();
  for (const node of nodes) for (const letter of lettersOf(node, context)) found.add(letter);
  return [...found].sort();
}

/** Asked several times for every comparison, and of one side again for each repair of the other. */
const known = new WeakMap<Context, WeakMap<Expr, ReadonlySet<string>>>();

function lettersOf(node: Expr, context: Context): ReadonlySet<string> {
  let own = known.get(context);
  if (!own) known.set(context, (own = new WeakMap()));
  let letters = own.get(node);
  if (!letters) {
    const found = new Set<string>();
    collectHere(node, context, NONE, found);
    own.set(node, (letters = found.size === 0 ? NONE : found));
  }
  return letters;
}

const NONE: ReadonlySet<string> = new Set();

/** Those of what has many parts are known from the tree before, of which a repair changes only one. */
function collect(
  node: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (!SHARED.has(node.kind)) {
    collectHere(node, context, bound, found);
    return;
  }
  for (const letter of lettersOf(node, context)) if (!bound.has(letter)) found.add(letter);
}

const SHARED: ReadonlySet<Expr['kind']> = new Set(['add', 'mul', 'div', 'call', 'big', 'deriv']);

function collectHere(
  node: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (node.kind === 'big') {
    const inner = new Set(bound);
    for (const { index } of node.bounds) {
      const use = context.readName(index);
      if (use) inner.add(use.key);
    }
    for (const { from, to, set, condition } of node.bounds) {
      if (set) collectSet(set, context, inner, found);
      if (condition && isRestriction(condition))
        collectRestriction(condition, context, inner, found);
      // In `\sum_{i \ne j}` the second letter is free only if it also stands outside.
      else if (condition) for (const letter of lettersIn(condition, context)) inner.add(letter);
      for (const limit of [from, to]) if (limit) collectLimit(limit, context, bound, found);
    }
    collect(node.body, context, inner, found);
    return;
  }
  const use = context.readName(node);
  if (use) {
    for (const index of use.indices) collectLetters(index, context, bound, found);
    for (const member of use.family)
      for (const letter of lettersIn(member, context, bound))
        if (!isLastLetter(letter)) found.add(letter);
    return;
  }
  if (node.kind === 'sub') {
    for (const index of node.indices) collectLetters(index, context, bound, found);
    collect(node.target, context, bound, found);
    return;
  }
  for (const child of children(node)) collect(child, context, bound, found);
}

/** `y_n = k`, `(u, i) \in \Omega`, `y_i f(x_i) < 1`: asked of what is counted with. */
function isRestriction(condition: Expr): boolean {
  if (condition.kind !== 'rel') return condition.kind === 'mul';
  return condition.signs[0] === 'in' || condition.items[0]?.kind !== 'sym';
}

function collectRestriction(
  condition: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (condition.kind !== 'rel') {
    for (const child of children(condition)) collectRestriction(child, context, bound, found);
    return;
  }
  const [left, right] = condition.items;
  if (left?.kind === 'tuple') collectLetters(left, context, bound, found);
  if (right?.kind === 'sym' && condition.signs[0] !== 'in')
    collectLetters(right, context, bound, found);
  // The brackets of `y_i(w^\top x_i + b) < 1` hold what is multiplied, and no index.
  const sets = condition.signs.some((sign) => sign === 'in' || sign === 'notin');
  for (const item of condition.items)
    if (sets) collectSet(item, context, bound, found);
    else collect(item, context, bound, found);
}

/** `C_k`, `\mathcal{N}(i)`. */
function collectSet(
  node: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (node.kind === 'call') for (const arg of node.args) collectLetters(arg, context, bound, found);
  else collect(node, context, bound, found);
}

function lettersIn(node: Expr, context: Context, bound: ReadonlySet<string> = new Set()): string[] {
  const found = new Set<string>();
  collectLetters(node, context, bound, found);
  return [...found];
}

/** `\sum_{j=1}^{i-1}`: letters in a limit are indices only where they are counted with. */
function collectLimit(
  node: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  if (node.kind === 'add') collectLetters(node, context, bound, found);
}

function collectLetters(
  node: Expr,
  context: Context,
  bound: ReadonlySet<string>,
  found: Set<string>,
): void {
  const use = context.readName(node);
  if (!use) {
    for (const child of children(node)) collectLetters(child, context, bound, found);
    return;
  }
  // The i of `w_{y_i}`.
  for (const index of [...use.indices, ...use.family]) collectLetters(index, context, bound, found);
  if (
    use.indices.length === 0 &&
    use.family.length === 0 &&
    !bound.has(use.key) &&
    /^(\\?[a-z]+'?#?|[a-z]'*|[A-Z])$/.test(use.key)
  )
    found.add(use.key);
}
