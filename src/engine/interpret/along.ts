import { variablesOf } from '../evaluate/ancestors.js';
import type { Closure, Graph, NodeId } from '../evaluate/graph.js';
import { substitute } from '../evaluate/substitute.js';
import type { Big, Bound, Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { isScalar } from './arithmetic.js';
import type { Env, NameUse } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** `\int_a^b f(x)\,dx`, entry by entry. Without limits it has no value by itself. */
export function integralValue(it: Interpreting, node: Big, env: Env): Tensor {
  const [bound, ...more] = node.bounds;
  if (!bound?.from || !bound.to || more.length > 0) throw new Unreadable('unsupported', node.span);
  const ends = [it.value(bound.from, env), it.value(bound.to, env)];
  if (!ends.every(isScalar)) throw new Unreadable('shape', node.span);
  return closed(it, node, bound, env, 'integral', ends);
}

/** `\lim_{x \to a} f(x)`, from both sides or from the one that `a^+` tells. */
export function limitValue(it: Interpreting, node: Big, env: Env): Tensor {
  const [bound, ...more] = node.bounds;
  if (!bound?.to || bound.from || more.length > 0) throw new Unreadable('unsupported', node.span);
  const { to } = bound;
  const side = to.kind === 'mark' ? ['-', '', '+'].indexOf(to.mark) - 1 : 0;
  const point = it.value(to.kind === 'mark' ? to.target : to, env);
  if (!isScalar(point)) throw new Unreadable('unsupported', node.span);
  return closed(it, node, bound, env, 'limit', [point, it.constant(side)]);
}

/** A body with its letter made a variable of the closure's own. */
function closed(
  it: Interpreting,
  node: Big,
  bound: Bound,
  env: Env,
  op: Closure,
  ends: readonly Tensor[],
): Tensor {
  const use = it.context.readName(bound.index);
  if (!use || use.indices.length + use.family.length > 0 || countsWith(it, node.body, use))
    throw new Unreadable('unsupported', bound.index.span);
  const { graph } = it.space;
  if (!graph) return { dims: it.value(node.body, within(env, use, [])).dims, data: [] };
  const own = ownVariable(it, graph, use.key);
  const body = it.value(node.body, within(env, use, [own]));
  const outside = outer(it, graph, bound.index, own);
  const [b = 0, c = 0] = ends.map((end) => end.data[0] ?? 0);
  const moved = substitute(graph, body.data, outside);
  return { dims: body.dims, data: moved.map((id) => graph.closure(op, [id, b, c], own)) };
}

/** The same name is the same variable, so that equal integrals are one node. */
function ownVariable(it: Interpreting, graph: Graph, key: string): NodeId {
  const known = it.memo.get(`along ${key}`)?.data[0];
  if (known !== undefined) return known;
  const id = graph.variable({ domain: 'real', group: 0, index: 0, size: 1 });
  it.memo.set(`along ${key}`, { dims: [], data: [id] });
  return id;
}

function within(env: Env, use: NameUse, data: readonly NodeId[]): Env {
  const params = new Map(env.params).set(use.key, { dims: [], data });
  const indices = new Map(env.indices);
  indices.delete(use.key);
  return { indices, params };
}

/** Definitions speak of the name as it is outside: there it becomes the variable too. */
function outer(it: Interpreting, graph: Graph, name: Expr, own: NodeId): Map<NodeId, NodeId> {
  const use = it.context.readName(name);
  const symbol = use ? it.symbols.get(use.key)?.data : undefined;
  const [id] = symbol ?? [];
  if (id === undefined || symbol?.length !== 1 || graph.ops[id] !== 'var') return new Map();
  return new Map([[id, own]]);
}

/** As an index, or as how many terms there are, a name takes whole numbers alone. */
function countsWith(it: Interpreting, body: Expr, { key }: NameUse): boolean {
  const holdsIt = (node: Expr): boolean =>
    some(node, (inner) => it.context.readName(inner)?.key === key);
  return some(body, (node) => {
    if (node.kind === 'sub') return node.indices.some(holdsIt);
    if (node.kind === 'mark') return node.index !== undefined && holdsIt(node.index);
    if (node.kind !== 'big' || node.op === 'int') return false;
    return node.bounds.some(({ to }) => to !== undefined && holdsIt(to));
  });
}

/**
 * Does a difference (the first of the body's two) fall as fast as a scale (the second) where the bound names go to
 * where they are said to go, along some direction? Each entry is zero where it does.
 */
export function orderValue(it: Interpreting, node: Big, env: Env): Tensor {
  const [rest, scale] = node.body.kind === 'tuple' ? node.body.items : [];
  if (!rest || !scale) throw new Unreadable('syntax', node.span);
  const [small, by] = [it.value(rest, env), it.value(scale, env)];
  if (!isScalar(by)) throw new Unreadable('shape', scale.span);
  const { graph } = it.space;
  if (!graph) return { dims: small.dims, data: [] };
  const own = ownVariable(it, graph, ' small');
  const path = new Map<NodeId, NodeId>();
  for (const bound of node.bounds) addPath(it, graph, bound, env, own, path);
  const moved = substitute(graph, small.data, path);
  const [measure = 0] = substitute(graph, by.data, path);
  const flag = graph.constant(node.op === 'smaller' ? 1 : 0);
  return {
    dims: small.dims,
    data: moved.map((id) => graph.closure('order', [id, measure, flag], own)),
  };
}

/** `x = a + t v`, or `x = 1 / t` on the way to infinity. */
function addPath(
  it: Interpreting,
  graph: Graph,
  { index, to }: Bound,
  env: Env,
  own: NodeId,
  into: Map<NodeId, NodeId>,
): void {
  const { data, dims } = it.value(index, env);
  if (data.some((id) => graph.ops[id] !== 'var')) throw new Unreadable('unlinked', index.span);
  const far = to?.kind === 'sym' && to.base === '\\infty';
  const end = to && !far ? it.value(to, env) : null;
  if (end && end.data.length !== data.length && end.data.length !== 1)
    throw new Unreadable('shape', index.span);
  const ends = end?.data ?? [];
  if (ends.some((id) => variablesOf(graph, [id]).some((one) => data.includes(one))))
    throw new Unreadable('unlinked', index.span);
  data.forEach((id, k) => {
    const key = `direction ${String(id)}`;
    const way =
      it.memo.get(key)?.data[0] ??
      graph.variable({ domain: 'nonzero', group: id, index: k, size: dims.length });
    it.memo.set(key, { dims: [], data: [way] });
    const step = graph.mul(own, way);
    const start = ends[ends.length === 1 ? 0 : k];
    if (far) into.set(id, graph.div(graph.unary('abs', way), own));
    else into.set(id, start === undefined ? step : graph.add(start, step));
  });
}
