import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Dim } from '../shape/dims.js';
import type { Env, IndexValue } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';

/** How many members a family has where nothing says. */
export const FAMILY_SIZE = 3;

/** The member of a family of time steps that claims about step t are judged at. */
export const CURRENT_STEP = 2;

/** The letter an index is, or null for `2` or `i+1`. */
export function indexName(it: Pick<Interpreting, 'context'>, node: Expr): string | null {
  if (node.kind !== 'sym' && node.kind !== 'prime' && node.kind !== 'sub') return null;
  const use = it.context.readName(node);
  return use && use.family.length === 0 && use.indices.length === 0 ? use.key : null;
}

/** An index's number. Unbound letters are an error: the caller binds what is free. */
export function indexValue(it: Interpreting, node: Expr, env: Env): IndexValue {
  if (node.kind === 'num') return { value: Number(node.text), dim: null };
  const name = indexName(it, node);
  const bound = name === null ? undefined : env.indices.get(name);
  if (bound) return bound;
  if (name !== null && it.space.knows(name)) {
    // `x_n` or `a^{(L)}`: the last one.
    const dim = it.space.named(name);
    return it.space.graph ? { value: dim, dim } : { value: 2, dim };
  }
  // `\delta^f = \bar{c}_t \odot ...`: a name without the step's letter is meant at the current step.
  if (name === 't') return { value: CURRENT_STEP, dim: null };
  const number = wholeNumber(it, node, env);
  if (number === null) throw new Unreadable('index', node.span, { name: name ?? '' });
  return { value: number, dim: null };
}

/** Index arithmetic: sums, differences and products of whole numbers and bound letters. */
function wholeNumber(it: Interpreting, node: Expr, env: Env): number | null {
  switch (node.kind) {
    case 'num':
      return Number(node.text);
    case 'neg': {
      const target = wholeNumber(it, node.target, env);
      return target === null ? null : -target;
    }
    case 'add': {
      const [a, b] = [wholeNumber(it, node.left, env), wholeNumber(it, node.right, env)];
      if (a === null || b === null) return null;
      return node.op === '+' ? a + b : a - b;
    }
    case 'mul':
      return node.factors.reduce<number | null>((product, factor) => {
        const value = wholeNumber(it, factor, env);
        return product === null || value === null ? null : product * value;
      }, 1);
    case 'sym':
    case 'prime':
    case 'sub': {
      const name = indexName(it, node);
      const bound = name === null ? undefined : env.indices.get(name);
      if (bound) return bound.value;
      if (name !== null && it.space.knows(name)) return it.space.graph ? it.space.named(name) : 2;
      return name === 't' ? CURRENT_STEP : null;
    }
    default:
      return null;
  }
}

/** The size of the axis that an index letter runs over, read off its first use; null where it is never used as one. */
export function rangeOf(
  it: Interpreting,
  name: string,
  bodies: readonly Expr[],
  env: Env,
): Dim | null {
  for (const body of bodies) {
    const found = search(it, name, body, env);
    if (found !== null) return found;
  }
  return null;
}

function search(it: Interpreting, name: string, node: Expr, env: Env): Dim | null {
  if (node.kind === 'big' && node.bounds.some((bound) => indexName(it, bound.index) === name))
    return null;
  const indices = node.kind === 'sub' ? node.indices : [];
  const at = indices.findIndex((index) => indexName(it, index) === name);
  if (node.kind === 'sub' && at >= 0) {
    const dim = axisDim(it, node, at, env);
    if (dim !== null) return dim;
  }
  const inner =
    node.kind === 'big'
      ? bindBounds(
          it,
          node.bounds.map((bound) => bound.index),
          env,
        )
      : env;
  for (const child of children(node)) {
    const found = search(it, name, child, inner);
    if (found !== null) return found;
  }
  return null;
}

function bindBounds(it: Interpreting, indices: readonly Expr[], env: Env): Env {
  const bound = new Map(env.indices);
  for (const index of indices) {
    const name = indexName(it, index);
    if (name !== null && !bound.has(name)) bound.set(name, { value: 1, dim: null });
  }
  return { indices: bound, params: env.params };
}

/** The dimension of one index position of a subscripted name. */
function axisDim(it: Interpreting, node: Expr & { kind: 'sub' }, at: number, env: Env): Dim | null {
  const use = it.context.readName(node);
  if (!use) {
    const value = it.attempt(() => it.value(node.target, env));
    return value ? (axes(it, value.dims)[at] ?? null) : null;
  }
  if (use.key === '\\delta' && use.indices.length === 2) return null;
  const target = node.indices[at];
  const position = target ? use.indices.indexOf(target) : -1;
  if (position < 0) return null;
  const whole = it.attempt(() => it.value(withoutIndices(node, use.indices), env));
  return whole ? (axes(it, whole.dims)[position] ?? null) : null;
}

// A row `[1, n]` counts as its one long axis.
function axes(it: Interpreting, dims: readonly Dim[]): readonly Dim[] {
  return dims.length === 2 && it.space.isOne(dims[0] ?? 0) ? dims.slice(1) : dims;
}

/** `W_{2,ij}` without `i` and `j` is `W_2`. */
export function withoutIndices(node: Expr & { kind: 'sub' }, dropped: readonly Expr[]): Expr {
  const indices = node.indices.filter((index) => !dropped.includes(index));
  return indices.length === 0 ? node.target : { ...node, indices };
}
