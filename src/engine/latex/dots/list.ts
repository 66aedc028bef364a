import type { Expr, Sym } from '../../expression/node.js';
import { numberAt } from '../../expression/numberAt.js';
import { sameTree } from '../../expression/sameTree.js';
import { printLatex } from '../print.js';
import { countOf, goneOn, isTerm, patternOf, type Pattern } from './pattern.js';
import { children, some } from '../../expression/walk.js';
import { mapChildren } from '../../expression/replace.js';

/** What is written around dots, told apart: terms of the pattern, and terms that stand for themselves. */
export interface Run {
  readonly before: readonly Expr[];
  readonly pattern: Pattern;
  /** A last term that says something else than the pattern, with the count where it stands. */
  readonly last?: Pattern;
  readonly after: readonly Expr[];
}

/** The run in `h_1, h_2, \dots, t_1, t_2`; null where no pattern can be seen. */
export function runOf(heads: readonly Expr[], tails: readonly Expr[]): Run | null {
  const [tail, ...rest] = tails;
  const last = heads.at(-1);
  if (!tail || !last) return null;
  for (let at = heads.length - 1; at >= 0; at--) {
    const head = heads[at] ?? last;
    const pattern = patternOf(head, tail);
    if (!pattern) continue;
    // `W_1, b_1, \dots, W_L, b_L` counts two things at once.
    if (heads.slice(at + 1).some((other) => lettersOf(other) !== lettersOf(head))) return null;
    const further = goneOn(pattern, rest[0]);
    return { ...extended(heads, at, further ?? pattern), after: further ? rest.slice(1) : rest };
  }
  return unfinished(heads, tail, rest);
}

/** The pattern begins as far to the left as the terms written say the same; a term out of it keeps its place. */
function extended(
  heads: readonly Expr[],
  at: number,
  pattern: Pattern,
): Pick<Run, 'before' | 'pattern'> {
  const count = countOf(pattern.from) ?? 1;
  const stray = heads.findLastIndex((term, place) => !isTerm(pattern, count + place - at, term));
  const first = stray + 1;
  const from = { ...pattern.from, kind: 'num', text: String(count + first - at) } as const;
  return { before: heads.slice(0, first), pattern: { ...pattern, from } };
}

/** The term after the dots is none of the pattern: it stands for itself, and its index says how far the others go. */
function unfinished(heads: readonly Expr[], tail: Expr, rest: readonly Expr[]): Run | null {
  const end = lastIndex(tail);
  const [first, second] = heads.slice(-2);
  if (!end || !first) return null;
  const shown = second ? patternOf(first, second) : patternOf(first, atIndex(first, end));
  if (!shown) return null;
  const to: Expr = {
    kind: 'add',
    op: '-',
    left: end,
    right: numberAt('1', end),
    span: end.span,
  };
  const run = extended(heads, Math.max(0, heads.length - 2), shown);
  const { index } = run.pattern;
  const last = { body: replaceIndex(tail, end, index), index, from: end, to: end };
  return { before: run.before, pattern: { ...run.pattern, to }, last, after: rest };
}

/** The names in a term, each once, without what stands below them. */
function lettersOf(term: Expr): string {
  const found = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.kind === 'sym') found.add(node.base);
    if (node.kind === 'sub') visit(node.target);
    else children(node).forEach(visit);
  };
  visit(term);
  return [...found].sort().join(' ');
}

/** The one index that a term's names have. */
function lastIndex(term: Expr): Expr | null {
  let found: Expr | null = null;
  const clash = some(term, (node) => {
    if (node.kind !== 'sub') return false;
    const index = node.indices.at(-1);
    if (!index || countOf(index) !== null) return false;
    if (found && !sameTree(found, index)) return true;
    found = index;
    return false;
  });
  return clash ? null : found;
}

/** `3 x_d` with the counter for d below its names. */
function replaceIndex(term: Expr, end: Expr, index: Sym): Expr {
  if (term.kind !== 'sub') return mapChildren(term, (child) => replaceIndex(child, end, index));
  const indices = term.indices.map((one) =>
    sameTree(one, end) ? { ...index, written: printLatex(end), span: one.span } : one,
  );
  return { ...term, indices };
}

/** `H_{11} x_1` with each 1 below its names replaced. */
function atIndex(term: Expr, end: Expr): Expr {
  if (term.kind !== 'sub') return mapChildren(term, (child) => atIndex(child, end));
  const indices = term.indices.flatMap((index) =>
    index.kind === 'num' && /^1+$/.test(index.text) ? Array.from(index.text, () => end) : [index],
  );
  return { ...term, indices };
}
