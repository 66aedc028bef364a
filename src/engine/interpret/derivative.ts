import { dependsOn, gradient } from '../evaluate/gradient.js';
import type { NodeId } from '../evaluate/graph.js';
import type { Deriv, Expr, Nabla } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { isScalar, mapEach } from './arithmetic.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { openLoss } from './loss.js';
import { functionName, isTwo, radicandOf } from './power.js';
import { Unreadable } from './problem.js';
import { withoutIndices } from './range.js';
import type { Axes, Tensor } from './tensor.js';

/** `\frac{\partial f}{\partial x}`: axes of f first, then those of x; higher orders one after another. */
export function derivativeValue(it: Interpreting, node: Deriv, env: Env): Tensor {
  if (!node.top || node.broken) throw new Unreadable('syntax', node.span);
  const open = openLoss(it, node.top, env);
  // Nothing is known of the second derivatives of a loss that is left open.
  if (open && node.wrt.reduce((sum, entry) => sum + entry.order, 0) > 1)
    throw new Unreadable('unlinked', node.span);
  let out = open ?? it.value(node.top, env);
  const top = axesOf(it, node.top, out);
  let first = true;
  let tag: Tensor['tag'];
  for (const entry of [...node.wrt].reverse()) {
    for (let k = 0; k < entry.order; k++) {
      const square = rootOf(it, entry.name, env);
      const name = square ?? entry.name;
      const variable = it.value(name, env);
      const whole = it.attempt(() => it.value(wholeOf(it, name), env)) ?? variable;
      if (first) checkLink(it, node, out, whole, env);
      out = differentiate(it, out, variable, whole);
      if (square) out = bySquare(it, out, variable);
      tag = {
        num: first ? top : { key: `${top.key}'`, rank: out.dims.length - variable.dims.length },
        den: axesOf(it, entry.name, variable),
      };
      first = false;
    }
  }
  return tag ? { dims: out.dims, data: out.data, tag } : out;
}

/** `s` of `s^2` where that is what is differentiated by, and `s` is a number of its own. */
function rootOf(it: Interpreting, name: Expr, env: Env): Expr | null {
  if (name.kind !== 'pow' || !isTwo(name.exponent) || it.context.readName(name)) return null;
  const base = it.value(name.base, env);
  return isScalar(base) && !radicandOf(it, base) ? name.base : null;
}

/** d/d(s^2) = (d/ds) / (2 s). */
function bySquare(it: Interpreting, value: Tensor, root: Tensor): Tensor {
  const s = root.data[0] ?? 0;
  return mapEach(it.space, value, (graph, id) => graph.div(id, graph.mul(graph.constant(2), s)));
}

/** `\nabla_w L` has the shape of w; `\nabla f(x)` differentiates by its argument; `\nabla^2` is the Hessian. */
export function nablaValue(it: Interpreting, node: Nabla, env: Env): Tensor {
  const open = openLoss(it, node.target, env);
  if (open && node.order > 1) throw new Unreadable('unlinked', node.span);
  const value = open ?? it.value(node.target, env);
  const several = node.wrt ? null : argumentsOf(it, node.target, env);
  if (several) {
    checkLink(it, node, value, several, env);
    const slope = differentiate(it, value, several, several);
    return node.order === 2 ? differentiate(it, slope, several, several) : slope;
  }
  const wrt = node.wrt ?? argumentOf(it, node.target);
  if (!wrt) throw new Unreadable('unsupported', node.span);
  const variable = it.value(wrt, env);
  const whole = it.attempt(() => it.value(wholeOf(it, wrt), env)) ?? variable;
  checkLink(it, node, value, whole, env);
  let out = differentiate(it, value, variable, whole);
  if (node.order === 2) out = differentiate(it, out, variable, whole);
  else if (!isScalar(value)) throw new Unreadable('unsupported', node.span);
  return { dims: out.dims, data: out.data };
}

/** `\nabla f` and `\nabla f(x, y)` of a function of several numbers: by all of them, in their order. */
function argumentsOf(it: Interpreting, target: Expr, env: Env): Tensor | null {
  const name = target.kind === 'call' ? target.fn : target;
  const use = it.context.readName(name);
  const definition = use
    ? it.context.definition(use.key, target.kind === 'call' ? target.args.length : null)
    : null;
  const keys = definition?.args ?? [];
  if (!definition || keys.length < 2) return null;
  const places =
    target.kind === 'call' ? target.args : keys.map((key) => useOf(it, definition.body, key));
  const values = places.map((place) =>
    place && it.context.readName(place) ? it.attempt(() => it.value(place, env)) : null,
  );
  const entries = values.flatMap((value) => (value && isScalar(value) ? [value] : []));
  if (entries.length < keys.length) return null;
  const data = entries.flatMap((entry) => entry.data);
  return { dims: [it.space.literal(keys.length)], data };
}

function useOf(it: Interpreting, body: Expr, key: string): Expr | null {
  let found: Expr | null = null;
  walk(body, (node) => {
    if (it.context.readName(node)?.key === key) found ??= node;
  });
  return found;
}

/** What `\nabla f(x)` and `\nabla L` differentiate by: the argument, or the function's parameter. */
function argumentOf(it: Interpreting, target: Expr): Expr | null {
  if (target.kind === 'call') {
    const [arg] = target.args;
    return arg && it.context.readName(arg) ? arg : null;
  }
  return null;
}

/** By entries of an array as by the whole of it: all the derivatives are found at once, and asked for one by one. */
function differentiate(it: Interpreting, value: Tensor, variable: Tensor, whole: Tensor): Tensor {
  const { graph } = it.space;
  const dims = [...value.dims, ...variable.dims];
  if (!graph) return { dims, data: [] };
  const first = variable.data[0];
  // Entries that are one node, as equal numbers are, cannot be told apart.
  if (first === undefined || new Set(variable.data).size < variable.data.length)
    throw new Unreadable('unlinked', { start: 0, end: 0 });
  const places = variable.data.map((id) => whole.data.indexOf(id));
  const inside = !places.includes(-1) && new Set(whole.data).size === whole.data.length;
  const by = inside ? whole.data : variable.data;
  return {
    dims,
    data: value.data.flatMap((id) => {
      const slopes = slopesOf(it, id, by);
      return inside ? places.map((at) => slopes[at] ?? 0) : slopes;
    }),
  };
}

/** The derivatives of one node by the entries of an array, remembered. */
function slopesOf(it: Interpreting, id: NodeId, by: readonly NodeId[]): readonly NodeId[] {
  const { graph } = it.space;
  if (!graph) return [];
  const key = `slopes ${String(id)} by ${by.join()}`;
  const known = it.memo.get(key);
  if (known) return known.data;
  const data = gradient(graph, id, by);
  it.memo.set(key, { dims: [data.length], data });
  return data;
}

/** Differentiating by something that takes no part is no statement about it: the document has not said how they are linked. */
function checkLink(it: Interpreting, node: Expr, value: Tensor, whole: Tensor, env: Env): void {
  const { graph } = it.space;
  if (!graph) return;
  const targets = new Set(whole.data);
  const top =
    node.kind === 'deriv' && node.top ? node.top : node.kind === 'nabla' ? node.target : null;
  const outputs =
    top && !openLoss(it, top, env)
      ? (it.attempt(() => it.value(wholeOf(it, top), env)) ?? value)
      : value;
  if (
    whole.data.some((id) => graph.isConstant(id)) ||
    !outputs.data.some((id) => dependsOn(graph, id, targets))
  ) {
    throw new Unreadable('unlinked', node.span);
  }
}

/** `z` of `z_j`, `W_2` of `W_{2,ij}`. */
function wholeOf(it: Interpreting, node: Expr): Expr {
  if (node.kind !== 'sub' && node.kind !== 'mark' && node.kind !== 'pow') return node;
  const use = it.context.readName(node);
  return use && use.indices.length > 0 ? withoutIndices(node, use.indices) : node;
}

/** Whose axes these are: products of partial derivatives contract where they meet. */
function axesOf(it: Interpreting, node: Expr, value: Tensor): Axes {
  const name = node.kind === 'call' ? functionName(node.fn) : node;
  const use = name ? it.context.readName(name) : null;
  const key = use
    ? `${use.key}${use.indices.length > 0 ? `[${indexText(use.indices)}]` : ''}${use.family.length > 0 ? `<${indexText(use.family)}>` : ''}`
    : JSON.stringify(node, withoutSpan);
  return { key, rank: value.dims.length };
}

function indexText(indices: readonly Expr[]): string {
  return JSON.stringify(indices, withoutSpan);
}

function withoutSpan(key: string, value: unknown): unknown {
  return key === 'span' ? undefined : value;
}
