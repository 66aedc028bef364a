import type { Bound, Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import type { Env } from './context.js';
import { indexName } from './indices.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';

/** The first and the last index of an axis, or value of a letter. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** From where to where the indices of arrays go in sums such as `\sum_{k=0}^{K-1} w_k x_{i+k}`. */
export interface Layout {
  /** Of each axis of a name. */
  readonly axes: ReadonlyMap<string, readonly Run[]>;
  /** Of letters that indices and sums of definitions count with. */
  readonly letters: ReadonlyMap<string, Run>;
  /** What letters of sizes are tried as. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** What a letter runs over that alone is an index of a laid out array. */
function runOf(
  it: Pick<Interpreting, 'context'>,
  letter: string,
  bodies: readonly Expr[],
): Run | null {
  const axes = it.context.layout?.axes;
  if (!axes) return null;
  for (const body of bodies) {
    const use = it.context.readName(body);
    const at = use?.indices.findIndex((index) => indexName(it, index) === letter) ?? -1;
    const found = (use && axes.get(use.key)?.[at]) ?? runOf(it, letter, children(body));
    if (found) return found;
  }
  return null;
}

/** What a sum counts from and to over laid out arrays; null where it is none over such. */
export function runOfBound(
  it: Interpreting,
  { index, from, to }: Bound,
  body: Expr,
  env: Env,
  literal: (end: Expr) => number | null,
): Run | null {
  if (!it.context.layout) return null;
  const run = runOf(it, indexName(it, index) ?? '', [body]);
  if (!from || !to) return run;
  if (!isSettled(it, from, env) || !isSettled(it, to, env)) {
    // `\sum_{i=1}^M` over all there are, whatever M is made of.
    if (run && (!it.space.graph || literal(from) === run.from)) return run;
    if (run) throw new Unreadable('bounds', to.span);
    return null;
  }
  if (!it.space.graph) return { from: 1, to: 1 };
  const [low, high] = [literal(from), literal(to)];
  return low === null || high === null ? null : { from: low, to: high };
}

/** Is it made of numbers, letters that are bound, and sizes that the layout knows? */
function isSettled(it: Interpreting, node: Expr, env: Env): boolean {
  const name = indexName(it, node);
  if (name !== null) return env.indices.has(name) || it.context.layout?.sizes.has(name) === true;
  return node.kind !== 'call' && children(node).every((child) => isSettled(it, child, env));
}

/**
 * Which of the entries an index means, from 1 on; null for none. What a sum reaches beyond the ends counts as nothing,
 * as in `\sum_k \delta_{j-k} w_k`; else a claim says nothing of an index that no entry has.
 */
export function placeOf(
  it: Interpreting,
  run: Run,
  index: number,
  node: Expr,
  env: Env,
): number | null {
  if (index >= run.from && index <= run.to) return index - run.from + 1;
  const counted = (part: Expr): boolean =>
    env.indices.get(indexName(it, part) ?? '')?.summed === true;
  if (node.kind === 'add' && some(node, counted)) return null;
  throw new Unreadable('bounds', node.span, { index: String(index), size: String(sizeOf(run)) });
}

/** What a free letter of a claim runs over; null where that is no matter of the layout. Throws where it is unclear. */
export function runOfFree(
  it: Pick<Interpreting, 'context'>,
  letter: string,
  sides: readonly Expr[],
): Run | null {
  const { layout } = it.context;
  if (!layout) return null;
  const run = runOf(it, letter, sides) ?? layout.letters.get(letter) ?? null;
  const shifts = (node: Expr): boolean => {
    const use = it.context.readName(node);
    const isIt = (part: Expr): boolean => indexName(it, part) === letter;
    return (
      use !== null && layout.axes.has(use.key) && use.indices.some((index) => some(index, isIt))
    );
  };
  const [unclear] = run ? [] : sides.filter((side) => some(side, shifts));
  if (unclear) throw new Unreadable('index', unclear.span, { name: letter });
  return run;
}

export function sizeOf({ from, to }: Run): number {
  return to - from + 1;
}
