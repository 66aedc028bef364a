import { isOpenIntegral } from '../expression/forms.js';
import { isCounting, type Big, type Expr } from '../expression/node.js';
import { isUpper } from '../expression/letter.js';
import { children } from '../expression/walk.js';
import type { Definition, LogBase, Randomness } from '../interpret/context.js';
import type { Layout } from '../interpret/layout.js';
import { Dims } from '../shape/dims.js';
import { Session } from '../verdict/session.js';
import type { Declarations } from './declared.js';
import { rankCandidates, type EvidenceTable } from './evidence.js';
import { Meaning, type Book, type MeaningOptions } from './meaning.js';
import type { Naming } from './naming.js';
import type { Shorthand } from './shorthand.js';

/** Everything about a zone's names but the definitions in force. */
export interface Names {
  readonly naming: Naming;
  readonly evidence: EvidenceTable;
  readonly declarations: Declarations;
  readonly matrixZone: boolean;
  readonly shorthand: Shorthand;
  readonly randomness: Randomness;
  /** What `\log` is taken to. */
  readonly logBase: LogBase;
  /** May it be another one for all that the words say? */
  readonly logBaseOpen: boolean;
  /** In a reading that counts with indices: where they begin and end. */
  readonly layout?: Layout;
}

export type Pair = readonly [Expr, Expr];

/** Opens a reading: dimensions of its own, definitions unified. */
export function openSession(
  names: Names,
  ranks: ReadonlyMap<string, number>,
  book: Book,
  options: MeaningOptions,
): Session {
  return new Session(
    new Meaning(
      names.naming,
      names.evidence,
      names.declarations,
      ranks,
      book,
      new Dims(),
      options,
      names.shorthand,
      names.randomness,
      names.logBase,
      names.layout,
    ),
  );
}

/** The same names with one symbol undeclared. */
export function without(names: Names, key: string): Names {
  const declarations: Declarations = new Map(names.declarations);
  declarations.delete(key);
  return { ...names, declarations };
}

/** More trials than this are not made: the shapes found by then are taken. */
const MAX_TRIALS = 24;

/**
 * Finds the number of axes of every symbol that nothing declares: the likeliest first, then changed one by
 * one where that lets more of the zone's relations fit.
 */
export function inferRanks(names: Names, book: Book, pairs: readonly Pair[]): Map<string, number> {
  const candidates = new Map<string, number[]>();
  for (const [key, evidence] of names.evidence) {
    if (names.declarations.get(key)?.sizes) continue;
    const value = book.values.get(key);
    const number = value !== undefined && !/^(matrix|tuple|transpose)$/.test(value.kind);
    candidates.set(key, number ? [0] : rankCandidates(key, evidence, names.matrixZone));
  }
  const ranks = new Map([...candidates].map(([key, list]) => [key, list[0] ?? 0] as const));
  const failing = (trial: ReadonlyMap<string, number>, subset: readonly Pair[]): Pair[] => {
    const session = openSession(names, trial, book, USUAL);
    return subset.filter(([left, right]) => !session.fits(left, right));
  };
  let trials = 0;
  let bad = failing(ranks, pairs);
  const users = namesUsed(names, book, pairs);
  for (let round = 0; round < 3 && bad.length > 0; round++) {
    const before = bad.length;
    const tried = new Set<string>();
    for (const pair of bad) {
      for (const key of users.get(pair) ?? []) {
        const list = candidates.get(key);
        // A defined name has the shape of its definition.
        if (!list || list.length < 2 || book.variables.has(key) || tried.has(key)) continue;
        tried.add(key);
        const touched = pairs.filter((other) => users.get(other)?.has(key));
        const current = touched.filter((other) => bad.includes(other)).length;
        let best: { rank: number; fails: number } | null = null;
        for (const rank of list.slice(0, 3)) {
          if (rank === ranks.get(key) || ++trials > MAX_TRIALS) continue;
          const fails = failing(new Map(ranks).set(key, rank), touched).length;
          // One wrong step must not decide it.
          const price = names.matrixZone ? priceOf(key, rank) : 0;
          if (fails + price < (best?.fails ?? current)) best = { rank, fails: fails + price };
        }
        if (!best) continue;
        ranks.set(key, best.rank);
        bad = failing(ranks, pairs);
      }
    }
    if (bad.length >= before || trials > MAX_TRIALS) break;
  }
  return ranks;
}

/** How many relations have to speak for it before a capital letter beside matrices is a number, or weights a vector. */
function priceOf(key: string, rank: number): number {
  if (rank === 0) return isUpper(key) ? 2 : 0;
  return rank === 1 && WEIGHTS.test(key) ? 1 : 0;
}

/** Always matrices, or nearly so. */
export const WEIGHTS = /^[WU](_|\^|<|$)/;

/** A session of what was said alone: without an example's numbers, and with names of any sign. */
export const USUAL: MeaningOptions = { numeric: false, positive: false };

/** For each pair the symbols its shapes depend on, through definitions. */
function namesUsed(names: Names, book: Book, pairs: readonly Pair[]): Map<Pair, Set<string>> {
  const closed = new Map<Definition, Set<string>>();
  const collect = (node: Expr, into: Set<string>, depth: number): void => {
    for (const key of keysIn(node, names.naming)) {
      if (into.has(key)) continue;
      into.add(key);
      const definition = book.variables.get(key) ?? book.functions.get(key);
      if (!definition || depth > 30) continue;
      let inner = closed.get(definition);
      if (!inner) {
        inner = new Set<string>();
        closed.set(definition, inner);
        collect(definition.body, inner, depth + 1);
      }
      for (const name of inner) into.add(name);
    }
  };
  return new Map(
    pairs.map((pair) => {
      const into = new Set<string>();
      collect(pair[0], into, 0);
      collect(pair[1], into, 0);
      return [pair, into] as const;
    }),
  );
}

/** All symbols in an expression but the indices that its sums count with. */
export function keysIn(node: Expr, naming: Pick<Naming, 'readName'>): Set<string> {
  const out = new Set<string>();
  // Letters that sums count with are nobody's names.
  const counters = new Set<string>();
  const visit = (inner: Expr): void => {
    if (inner.kind === 'sym' && counters.has(inner.base)) return;
    if (inner.kind === 'big') {
      if (!isCounting(inner)) {
        for (const key of keysBeside(inner, naming)) out.add(key);
        return;
      }
      for (const { index } of inner.bounds) if (index.kind === 'sym') counters.add(index.base);
    }
    const use = naming.readName(inner);
    if (use) {
      out.add(use.key);
      return;
    }
    for (const child of children(inner)) visit(child);
  };
  visit(node);
  return out;
}

/** The names of an integral or a limit but the one that it runs along, which stands for nothing outside, given limits. */
function keysBeside(node: Big, naming: Pick<Naming, 'readName'>): Set<string> {
  const out = keysIn(node.body, naming);
  const open: boolean = isOpenIntegral(node);
  if (open) return out;
  for (const { index } of node.bounds) out.delete(naming.readName(index)?.key ?? '');
  for (const { from, to } of node.bounds)
    for (const end of [from, to]) if (end) for (const key of keysIn(end, naming)) out.add(key);
  return out;
}
