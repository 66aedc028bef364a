import { isClosure, type Closure, type Graph, type NodeId } from './graph.js';
import { substitute } from './substitute.js';

/**
 * Reverse-mode differentiation inside the graph: the derivatives of `output` with respect to each of
 * `targets`, as nodes, so that they can be differentiated again. Targets may be intermediate nodes: what
 * lies behind them is held fixed.
 */
export function gradient(graph: Graph, output: NodeId, targets: readonly NodeId[]): NodeId[] {
  const first = Math.min(...targets);
  const zero = graph.constant(0);
  if (output < first) return targets.map(() => zero);
  const wanted = new Set(targets);
  const active = dependents(graph, output, wanted, first);
  const adjoints = new Map<NodeId, NodeId>([[output, graph.constant(1)]]);
  const isActive = (id: NodeId): boolean => active[id - first] === ACTIVE;
  for (let id = output; id >= first; id--) {
    if (!isActive(id) || wanted.has(id)) continue;
    const adjoint = adjoints.get(id);
    if (adjoint === undefined) continue;
    if (isClosure(graph.ops[id])) {
      for (const [target, slope] of slopesOfClosure(graph, id, targets))
        adjoints.set(target, graph.add(adjoints.get(target) ?? zero, graph.mul(adjoint, slope)));
      continue;
    }
    propagate(graph, id, adjoint, (parent, amount) => {
      if (!isActive(parent)) return;
      const known = adjoints.get(parent);
      adjoints.set(parent, known === undefined ? amount : graph.add(known, amount));
    });
  }
  return targets.map((target) => adjoints.get(target) ?? zero);
}

/** How an integral or a limit changes with the targets: under its sign, and with its ends (Leibniz's rule). */
export function slopesOfClosure(
  graph: Graph,
  id: NodeId,
  targets: readonly NodeId[],
): [NodeId, NodeId][] {
  const [body, b, c] = [graph.a[id] ?? 0, graph.b[id] ?? 0, graph.c[id] ?? 0];
  const op = graph.ops[id];
  const along = graph.runsAlong(id);
  const inside = gradient(graph, body, targets);
  const [low, high] = [gradient(graph, b, targets), gradient(graph, c, targets)];
  const end = (at: NodeId): NodeId => substitute(graph, [body], new Map([[along, at]]))[0] ?? body;
  return targets.map((target, k) => {
    const [within, from, to] = [inside[k] ?? 0, low[k] ?? 0, high[k] ?? 0];
    if (op === 'integral') {
      const moved = graph.sub(graph.mul(end(c), to), graph.mul(end(b), from));
      return [target, graph.add(moved, overall(graph, 'integral', id, within))];
    }
    // Of a point that moves, and of orders, nothing is known.
    const still = op === 'limit' && graph.isZero(from);
    return [target, still ? overall(graph, 'limit', id, within) : graph.constant(Number.NaN)];
  });
}

function overall(graph: Graph, op: Closure, id: NodeId, body: NodeId): NodeId {
  if (graph.isZero(body)) return body;
  return graph.closure(op, [body, graph.b[id] ?? 0, graph.c[id] ?? 0], graph.runsAlong(id));
}

/** True when the output's value can change with the target's. */
export function dependsOn(graph: Graph, output: NodeId, targets: ReadonlySet<NodeId>): boolean {
  const first = Math.min(...targets);
  return output >= first && downstream(graph, output, targets, first)[output - first] === 1;
}

/** Marks, counted from `first`, on what changes with the targets. Ids grow along edges, so one sweep finds it. */
function downstream(
  { a, b, c }: Graph,
  output: NodeId,
  targets: ReadonlySet<NodeId>,
  first: NodeId,
): Uint8Array {
  const marks = new Uint8Array(output - first + 1);
  for (const target of targets) if (target <= output) marks[target - first] = 1;
  const isMarked = (id: NodeId | undefined): boolean =>
    id !== undefined && id >= first && marks[id - first] === 1;
  for (let id = first; id <= output; id++)
    if (isMarked(a[id]) || isMarked(b[id]) || isMarked(c[id])) marks[id - first] = 1;
  return marks;
}

const ACTIVE = 2;

/** Marks on the nodes of paths from a target to the output: no others take part. */
function dependents(
  graph: Graph,
  output: NodeId,
  targets: ReadonlySet<NodeId>,
  first: NodeId,
): Uint8Array {
  const marks = downstream(graph, output, targets, first);
  const { a, b, c } = graph;
  const need = (id: NodeId | undefined): void => {
    if (id !== undefined && id >= first && marks[id - first] === 1) marks[id - first] = ACTIVE;
  };
  need(output);
  for (let id = output; id >= first; id--) {
    if (marks[id - first] !== ACTIVE) continue;
    need(a[id]);
    need(b[id]);
    need(c[id]);
  }
  return marks;
}

/** Passes amounts on to a node's parents. */
export type Send = (parent: NodeId, amount: NodeId) => void;

/** What an adjoint `g` of a node gives each of its parents. */
export function propagate(graph: Graph, id: NodeId, g: NodeId, send: Send): void {
  const a = graph.a[id] ?? -1;
  const b = graph.b[id] ?? -1;
  const c = graph.c[id] ?? -1;
  const one = graph.constant(1);
  switch (graph.ops[id]) {
    case 'add':
      send(a, g);
      send(b, g);
      return;
    case 'mul':
      send(a, graph.mul(g, b));
      send(b, graph.mul(g, a));
      return;
    case 'div':
      send(a, graph.div(g, b));
      send(b, graph.unary('neg', graph.div(graph.mul(g, id), b)));
      return;
    case 'pow':
      send(a, graph.mul(g, graph.mul(b, graph.pow(a, graph.sub(b, one)))));
      if (!graph.isConstant(b)) send(b, graph.mul(g, graph.mul(id, graph.unary('log', a))));
      return;
    case 'max':
    case 'min': {
      const first = graph.ops[id] === 'max' ? graph.binary('lt', b, a) : graph.binary('lt', a, b);
      send(a, graph.mul(g, first));
      send(b, graph.mul(g, graph.sub(one, first)));
      return;
    }
    case 'select':
      send(b, graph.select(a, g, graph.constant(0)));
      send(c, graph.select(a, graph.constant(0), g));
      return;
    default:
      propagateUnary(graph, id, g, a, send);
  }
}

function propagateUnary(graph: Graph, id: NodeId, g: NodeId, a: NodeId, send: Send): void {
  const one = graph.constant(1);
  const square = (x: NodeId): NodeId => graph.mul(x, x);
  switch (graph.ops[id]) {
    case 'same':
      return send(a, g);
    case 'exp':
      return send(a, graph.mul(g, id));
    case 'log':
      return send(a, graph.div(g, a));
    case 'sin':
      return send(a, graph.mul(g, graph.unary('cos', a)));
    case 'cos':
      return send(a, graph.unary('neg', graph.mul(g, graph.unary('sin', a))));
    case 'tan':
      return send(a, graph.mul(g, graph.add(one, square(id))));
    case 'tanh':
      return send(a, graph.mul(g, graph.sub(one, square(id))));
    case 'sinh':
      return send(a, graph.mul(g, graph.unary('cosh', a)));
    case 'cosh':
      return send(a, graph.mul(g, graph.unary('sinh', a)));
    case 'atan':
      return send(a, graph.div(g, graph.add(one, square(a))));
    case 'asin':
      return send(a, graph.div(g, graph.unary('sqrt', graph.sub(one, square(a)))));
    case 'acos':
      return send(
        a,
        graph.unary('neg', graph.div(g, graph.unary('sqrt', graph.sub(one, square(a))))),
      );
    case 'abs':
      return send(a, graph.mul(g, graph.unary('sign', a)));
    case 'sqrt':
      return send(a, graph.div(g, graph.mul(graph.constant(2), id)));
    case 'erf':
      return send(
        a,
        graph.mul(
          g,
          graph.mul(
            graph.constant(2 / Math.sqrt(Math.PI)),
            graph.unary('exp', graph.unary('neg', square(a))),
          ),
        ),
      );
    default:
      // Steps (sign, floor, comparisons) are flat where they are differentiable; constants and variables end here.
      return;
  }
}
