import { isCounting, type Big, type Expr, type Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, some } from '../expression/walk.js';
import type { Equality } from './equality.js';
import { Reader } from './judge.js';
import { reachedFrom } from './reached.js';

/**
 * `J = -\log \sigma(u_o^\top v) - \sum_k \log \sigma(-u_k^\top v)`: the reading in which what the sum counts are others
 * than the o, as noise words are, with the claim about such a k. Null where no loss is made so, and where a sum is of
 * all of them, as below a softmax.
 */
export function othersThanFixed(
  reader: Reader,
  claim: Equality,
): readonly [Reader, Equality] | null {
  const { names, ranks, book } = reader;
  const { fixed } = reader.session(false, false).meaning;
  if (fixed.length === 0) return null;
  const entries = (node: Expr): readonly Entry[] => entriesIn(reader, node);
  const made = reachedFrom(reader, [claim.left, claim.right]).flatMap(
    (key) => book.variables.get(key) ?? [],
  );
  const splits = made.flatMap(({ body }) => splitsIn(body, fixed, entries));
  const own = new Map(splits.map(({ key, letter }) => [key, letter]));
  const sums = new Map<Expr, Sym>(splits.map(({ sum, letter }) => [sum, letter]));
  const isOfAll = (node: Expr): boolean =>
    isSum(node) && !sums.has(node) && countedIn(node, entries).some(({ key }) => own.has(key));
  if (splits.length === 0 || made.some(({ body }) => some(body, isOfAll))) return null;
  const variables = new Map(book.variables);
  // Another id: what a definition was found to be is remembered by it.
  for (const one of made)
    variables.set(one.key, { ...one, id: -one.id, body: withOthers(one.body, sums) });
  const conditions = slopesOf(claim.left)
    .flatMap(entries)
    .flatMap(({ key, index }) => {
      const letter = own.get(key);
      return letter && !fixed.includes(index.base) ? [unlike(index, letter)] : [];
    });
  return [
    new Reader(names, ranks, { ...book, variables }),
    { ...claim, conditions: [...claim.conditions, ...conditions] },
  ];
}

/** A name with a letter for its only index. */
interface Entry {
  readonly key: string;
  readonly index: Sym;
}

function entriesIn(reader: Reader, node: Expr): readonly Entry[] {
  const use = reader.names.naming.readName(node);
  if (!use) return children(node).flatMap((child) => entriesIn(reader, child));
  const [index, ...more] = use.indices;
  return index?.kind === 'sym' && more.length === 0 ? [{ key: use.key, index }] : [];
}

/** A sum over entries of a name of which one stands beside the sum. */
interface Split {
  readonly sum: Big;
  readonly key: string;
  readonly letter: Sym;
}

type EntriesIn = (node: Expr) => readonly Entry[];

function splitsIn(body: Expr, fixed: readonly string[], entries: EntriesIn): readonly Split[] {
  const terms = termsOf(body);
  const beside = terms.filter((term) => !isSum(term)).flatMap(entries);
  const single = new Map(
    beside.flatMap(({ key, index }) => (fixed.includes(index.base) ? [[key, index]] : [])),
  );
  return terms.filter(isSum).flatMap((sum) =>
    countedIn(sum, entries).flatMap(({ key }) => {
      const letter = single.get(key);
      return letter ? [{ sum, key, letter }] : [];
    }),
  );
}

function termsOf(node: Expr): readonly Expr[] {
  if (node.kind === 'neg') return termsOf(node.target);
  return node.kind === 'add' ? [...termsOf(node.left), ...termsOf(node.right)] : [node];
}

function isSum(node: Expr): node is Big {
  return node.kind === 'big' && isCounting(node);
}

function countedIn({ bounds, body }: Big, entries: EntriesIn): readonly Entry[] {
  const counters = bounds.flatMap(({ index }) => (index.kind === 'sym' ? [index.base] : []));
  return entries(body).filter(({ index }) => counters.includes(index.base));
}

function withOthers(node: Expr, sums: ReadonlyMap<Expr, Sym>): Expr {
  const letter = sums.get(node);
  if (node.kind !== 'big' || !letter) return mapChildren(node, (child) => withOthers(child, sums));
  const bounds = node.bounds.map((bound) =>
    bound.condition ? bound : { ...bound, condition: unlike(bound.index, letter) },
  );
  return { ...node, bounds };
}

function unlike(index: Expr, letter: Expr): Expr {
  return { kind: 'rel', items: [index, letter], signs: ['!='], span: index.span };
}

/** What it is differentiated by. */
function slopesOf(node: Expr): readonly Expr[] {
  if (node.kind === 'nabla') return node.wrt ? [node.wrt] : [];
  return node.kind === 'deriv' ? node.wrt.map(({ name }) => name) : [];
}
