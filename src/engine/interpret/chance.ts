import type { NodeId } from '../evaluate/graph.js';
import { momentOf, type Moment } from '../expression/moment.js';
import type { Call, Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import { isRow, isScalar, mapEach } from './arithmetic.js';
import { Average } from './average.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** `\mathbb{E}[f(X)]`, `\operatorname{Var}(X)`, `\operatorname{Cov}(X, Y)`; null where the call is none of them. */
export function momentValue(it: Interpreting, node: Call, env: Env): Tensor | null {
  const { randomness } = it.context;
  const moment = momentOf(node);
  if (!moment) return null;
  const use = it.context.readName(node.fn);
  if (use && it.context.definition(use.key, node.args.length)?.args) return null;
  const [first, second] = node.args;
  const two = moment === 'covariance' || moment === 'correlation';
  if (!first || node.args.length > (two ? 2 : 1)) throw new Unreadable('unsupported', node.span);
  if (node.over && randomness.laws > 1) throw new Unreadable('unsupported', node.span);
  const average = new Average(it, overWhat(it, node));
  const inner = withMembers(it, node, env);
  const x = it.value(first, inner);
  // A defined name or an indexed one, of which nothing random is known: the document has not said what varies in it.
  const fixed = it.space.graph !== null && !x.data.some((id) => average.varies(id));
  if (fixed && some(first, (inside) => isDefined(it, inside)))
    throw new Unreadable('unlinked', node.span);
  return take(it, moment, average, x, second ? it.value(second, inner) : x, node);
}

function isDefined(it: Interpreting, node: Expr): boolean {
  const use = it.context.readName(node);
  return use !== null && (use.indices.length > 0 || it.context.definition(use.key, null) !== null);
}

function take(
  it: Interpreting,
  moment: Moment,
  average: Average,
  x: Tensor,
  y: Tensor,
  node: Call,
): Tensor {
  if (moment === 'mean') return { ...x, data: x.data.map((id) => average.of(id)) };
  if (moment !== 'correlation') return covariance(it, average, x, y, node);
  if (!isScalar(x) || !isScalar(y)) throw new Unreadable('unsupported', node.span);
  const [xy, xx, yy] = [
    covariance(it, average, x, y, node),
    covariance(it, average, x, x, node),
    covariance(it, average, y, y, node),
  ];
  return mapEach(it.space, xy, (graph, id) =>
    graph.div(id, graph.unary('sqrt', graph.mul(xx.data[0] ?? 0, yy.data[0] ?? 0))),
  );
}

/** E[(x - E x)(y - E y)^T]. */
function covariance(it: Interpreting, average: Average, x: Tensor, y: Tensor, node: Call): Tensor {
  const { graph } = it.space;
  const [p, q] = [flat(it, x), flat(it, y)];
  if (p.dims.length > 1 || q.dims.length > 1) throw new Unreadable('unsupported', node.span);
  const dims = [...p.dims, ...q.dims];
  if (!graph) return { dims, data: [] };
  const centred = (id: NodeId): NodeId => graph.sub(id, average.of(id));
  const [a, b] = [p.data.map(centred), q.data.map(centred)];
  return { dims, data: a.flatMap((one) => b.map((other) => average.of(graph.mul(one, other)))) };
}

function flat(it: Interpreting, value: Tensor): Tensor {
  return isRow(it.space, value) ? { dims: value.dims.slice(1), data: value.data } : value;
}

/** The random names in the subscript, where it has any: all others are held. */
function overWhat(it: Interpreting, node: Call): ReadonlySet<string> | null {
  const names = (node.over ?? []).flatMap((over) => {
    const left = over.kind === 'rel' ? over.items[0] : over;
    const list = left?.kind === 'tuple' ? left.items : left ? [left] : [];
    return list.flatMap((one) => it.context.readName(one)?.key ?? []);
  });
  const random = names.filter((key) => it.context.randomness.names.has(key));
  return random.length > 0 ? new Set(random) : null;
}

/** `\operatorname{Var}(w x)` beside `w_i`, `x_i`: any of them, where no index is written. */
function withMembers(it: Interpreting, node: Call, env: Env): Env {
  const bare = new Map<string, Expr>();
  const indexed = new Set<string>();
  const visit = (inner: Expr): void => {
    const use = it.context.readName(inner);
    if (!use) children(inner).forEach(visit);
    else if (use.indices.length > 0) indexed.add(use.key);
    else bare.set(use.key, inner);
  };
  // Beside a transpose they are vectors.
  if (node.args.some((arg) => some(arg, ({ kind }) => kind === 'transpose'))) return env;
  node.args.forEach(visit);
  const params = new Map(env.params);
  for (const [key, inner] of bare) {
    const random =
      it.context.randomness.names.has(key) || it.context.definition(key, null) !== null;
    if (!random || indexed.has(key) || params.has(key) || !it.context.isSeries(key)) continue;
    const whole = it.attempt(() => it.value(inner, env));
    if (!whole || isScalar(whole)) continue;
    const [first] = whole.data;
    params.set(key, { dims: [], data: first === undefined ? [] : [first] });
  }
  return params.size === env.params.size ? env : { indices: env.indices, params };
}
