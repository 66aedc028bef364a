import type { Graph, NodeId } from '../evaluate/graph.js';
import type { Big, Bound, Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Dim } from '../shape/dims.js';
import { combine, isScalar } from './arithmetic.js';
import { summandsOf } from './labelSum.js';
import type { Env, IndexValue } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import { countsVectors, memberDim } from './sets.js';
import { FAMILY_SIZE, indexName, LAST_LAYER } from './indices.js';
import { runOfBound } from './layout.js';
import { rangeOf } from './range.js';
import { lastStep } from './steps.js';
import type { Tensor } from './tensor.js';

/** A sum over more terms than this is not expanded. */
const MAX_TERMS = 4000;

/** Terms of a series that are added up; what is left after them counts as nothing. */
const SERIES_TERMS = 160;
const NEGLIGIBLE = 1e-12;

/** Sums, products, maxima and minima over indices. */
export function bigValue(it: Interpreting, node: Big, env: Env): Tensor {
  const fold = folding(node);
  if (!fold) throw new Unreadable('unsupported', node.span);
  if (node.swapped) throw new Unreadable('bounds', node.head);
  const summands = summandsOf(node)?.map((term) => it.value(term, env));
  if (summands) return summands.reduce((a, b) => combine(it.space, a, b, fold, node.span, it.note));
  const body = node.body;
  if (node.bounds.length === 0 || node.bounds.some((bound) => countsVectors(it, bound, body)))
    throw new Unreadable('unsupported', node.span);
  let total: Tensor | null = null;
  let last: Tensor | null = null;
  let terms = 0;
  for (const { inner, masks } of environments(it, node.bounds, body, env)) {
    if (++terms > MAX_TERMS) throw new Unreadable('size', node.span);
    const value = masked(it, node, it.value(body, inner), masks);
    // Matrices one after the other are multiplied in another way than entry by entry.
    if (node.op === 'prod' && !isScalar(value)) throw new Unreadable('unsupported', node.span);
    total = total ? combine(it.space, total, value, fold, node.span, it.note) : value;
    last = value;
  }
  if (total && last && node.bounds.some(isEndless)) return converged(it, total, last, node);
  if (total) return total;
  if (node.op === 'sum' || node.op === 'prod') return it.constant(node.op === 'sum' ? 0 : 1);
  throw new Unreadable('unsupported', node.span);
}

function isEndless({ to }: Bound): boolean {
  return to?.kind === 'sym' && to.base === '\\infty';
}

/** A series cut off: where its last term is not negligible, it has no value. */
function converged(it: Interpreting, total: Tensor, last: Tensor, node: Big): Tensor {
  if (node.op !== 'sum' || node.bounds.length > 1) throw new Unreadable('unsupported', node.span);
  const { graph } = it.space;
  if (!graph) return total;
  const data = total.data.map((id, k) => {
    const term = last.data[k] ?? id;
    const room = graph.sub(graph.constant(NEGLIGIBLE ** 2), graph.mul(term, term));
    const root = graph.unary('sqrt', room);
    return graph.mul(id, graph.div(root, root));
  });
  return { dims: total.dims, data };
}

function folding(node: Big): ((graph: Graph, a: NodeId, b: NodeId) => NodeId) | null {
  switch (node.op) {
    case 'sum':
      return (graph, a, b) => graph.add(a, b);
    case 'prod':
      return (graph, a, b) => graph.mul(a, b);
    case 'max':
    case 'min': {
      const { op } = node;
      return (graph, a, b) => graph.binary(op, a, b);
    }
    default:
      return null;
  }
}

/** A term of a sum counts where its conditions hold, which values may decide: `\sum_{i: y_i f(x_i) < 1}`. */
function masked(it: Interpreting, node: Big, value: Tensor, masks: readonly NodeId[]): Tensor {
  const { graph } = it.space;
  if (!graph || masks.length === 0) return value;
  if (node.op !== 'sum' && node.op !== 'prod') throw new Unreadable('unsupported', node.span);
  const none = graph.constant(node.op === 'sum' ? 0 : 1);
  const mask = masks.reduce((all, one) => graph.mul(all, one));
  return { dims: value.dims, data: value.data.map((id) => graph.select(mask, id, none)) };
}

interface Term {
  readonly inner: Env;
  /** What must not be zero for the term to count. */
  readonly masks: readonly NodeId[];
}

/** One environment for each value of the bound indices. While shapes are inferred, one stands for all. */
export function* environments(
  it: Interpreting,
  bounds: readonly Bound[],
  body: Expr,
  env: Env,
  masks: readonly NodeId[] = [],
): Generator<Term> {
  const [bound, ...rest] = bounds;
  if (!bound) {
    yield { inner: env, masks };
    return;
  }
  const other = otherLetter(it, bound, env);
  if (other) {
    // `\sum_{i \ne j}` with both letters free runs over both.
    yield* environments(it, [{ index: other }, ...bounds], body, env, masks);
    return;
  }
  for (const { name, index } of values(it, bound, body, env)) {
    const inner: Env = { indices: new Map(env.indices).set(name, index), params: env.params };
    const met = conditionsOf(bound).map((condition) => truth(it, condition, inner));
    if (met.includes(false)) continue;
    const open = met.filter((one) => typeof one === 'number');
    yield* environments(it, rest, body, inner, [...masks, ...open]);
  }
}

/** Membership is a condition like others. */
function conditionsOf({ index, set, condition }: Bound): Expr[] {
  const member: Expr[] = set
    ? [{ kind: 'rel', items: [index, set], signs: ['in'], span: set.span }]
    : [];
  return condition ? [...member, condition] : member;
}

/** The second letter of `i \ne j` when nothing else binds it. */
function otherLetter(it: Interpreting, bound: Bound, env: Env): Expr | null {
  const { condition } = bound;
  if (condition?.kind !== 'rel' || condition.signs.length !== 1) return null;
  const [first, second] = condition.items;
  if (condition.signs[0] === 'in' || !first || indexName(it, first) === null) return null;
  const name = second ? indexName(it, second) : null;
  if (!second || name === null || env.indices.has(name) || it.space.knows(name)) return null;
  // `\sum_{j \ne y} \max(0, s_j - s_y + 1)`: the class of the example. `\sum_{k=1, k \ne o}^K` says what it counts with.
  if ((bound.from || /^[coy]$/.test(name)) && it.fixed.has(name)) return null;
  return second;
}

function* values(
  it: Interpreting,
  bound: Bound,
  body: Expr,
  env: Env,
): Generator<{ name: string; index: IndexValue }> {
  const name = indexName(it, bound.index);
  if (name === null) throw new Unreadable('unsupported', bound.index.span);
  const run = runOfBound(it, bound, body, env, (end) => literal(it, end, env));
  if (run) {
    const last = it.space.graph ? run.to : run.from;
    for (let value = run.from; value <= last; value++)
      yield { name, index: { value, dim: null, summed: true } };
    return;
  }
  const probe: Env = {
    indices: new Map(env.indices).set(name, { value: 1, dim: null }),
    params: env.params,
  };
  const dim = rangeOf(it, name, [body, ...conditionsOf(bound)], probe) ?? memberDim(it, bound);
  const { from, to } = limits(it, bound, dim, body, env);
  if (!it.space.graph) {
    yield { name, index: { value: 2, dim } };
    return;
  }
  for (let value = from; value <= to; value++) yield { name, index: { value, dim } };
}

function limits(
  it: Interpreting,
  bound: Bound,
  dim: Dim | null,
  body: Expr,
  env: Env,
): { from: number; to: number } {
  const low = bound.from ? literal(it, bound.from, env) : 1;
  const letter = indexName(it, bound.index) ?? '';
  const last = dim ?? lastStep(it, letter) ?? FAMILY_SIZE;
  if (!bound.to) return { from: low ?? 1, to: it.space.graph ? last : 1 };
  if (isEndless(bound) && dim === null)
    return { from: low ?? 1, to: it.space.graph ? (low ?? 1) + SERIES_TERMS : 1 };
  const label = indexName(it, bound.to);
  // `\sum_{l=1}^L` over what layers have.
  if (label === 'L' && dim === null && !it.space.knows(label) && hasMembers(it, letter, body))
    return { from: low ?? 1, to: it.space.graph ? LAST_LAYER : 1 };
  if (label !== null && !env.indices.has(label)) {
    const named = it.space.named(label);
    // The document's own name for this size; a second name for the same size is common and harmless.
    if (!it.space.graph) {
      if (dim !== null && low !== 0) it.space.same(dim, named, true);
      return { from: 1, to: 1 };
    }
    return { from: low ?? 1, to: dim ?? named };
  }
  // `\sum_{k=1}^{n_{l+1}}`: as many as the layer has.
  if (dim !== null && (it.context.readName(bound.to)?.family.length ?? 0) > 0)
    return { from: low ?? 1, to: it.space.graph ? dim : 1 };
  const high = literal(it, bound.to, env);
  if (low === 0 && bound.to.kind === 'add' && bound.to.op === '-' && dim !== null)
    return { from: 1, to: dim };
  if (high === null) {
    if (it.space.graph) throw new Unreadable('unsupported', bound.to.span);
    return { from: 1, to: 1 };
  }
  if (!it.space.graph && dim !== null && bound.to.kind === 'num' && low === 1)
    it.space.same(dim, it.space.literal(high));
  return { from: low ?? 1, to: high };
}

/** Is something in it one of many for each value of the letter, as what layers have? */
function hasMembers(it: Interpreting, letter: string, body: Expr): boolean {
  const speaks = (node: Expr): boolean => some(node, (inner) => indexName(it, inner) === letter);
  return some(body, (node) => it.context.readName(node)?.family.some(speaks) ?? false);
}

/** A limit's number: a literal, an outer index, or arithmetic on them. */
function literal(it: Interpreting, node: Expr, env: Env): number | null {
  if (node.kind === 'num') return Number(node.text);
  const value = it.attempt(() => it.value(node, env));
  const { graph } = it.space;
  const id = value?.data[0];
  if (!graph || id === undefined || !graph.isConstant(id)) return null;
  const number = graph.value(id);
  return Number.isInteger(number) ? number : null;
}

/** Does a condition on indices hold? A node where values decide. */
function truth(it: Interpreting, condition: Expr, env: Env): boolean | NodeId {
  const { graph } = it.space;
  if (!graph) {
    it.attempt(() => it.value(condition, env));
    return true;
  }
  const value = it.value(condition, env);
  const id = value.data[0] ?? 0;
  if (value.data.length !== 1) throw new Unreadable('unsupported', condition.span);
  return graph.isConstant(id) ? graph.value(id) !== 0 : id;
}
