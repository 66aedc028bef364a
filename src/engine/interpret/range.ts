import type { Expr } from '../expression/node.js';
import { children } from '../expression/walk.js';
import type { Dim } from '../shape/dims.js';
import { KRONECKER, type Context, type Env, type NameUse } from './context.js';
import { indexName } from './indices.js';
import type { Interpreting } from './interpreting.js';
import { classDim } from './sets.js';

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
  if (MANY_PARTS.has(node.kind) && !lettersIn(it, node).has(name)) return null;
  if (node.kind === 'big' && node.bounds.some((bound) => indexName(it, bound.index) === name))
    return null;
  const indices =
    node.kind === 'sub' ? node.indices : isLayered(node) ? it.context.readName(node)?.indices : [];
  const at = indices?.findIndex((index) => indexName(it, index) === name) ?? -1;
  const index = indices?.[at];
  if (index) {
    const dim = axisDim(it, node, index, env);
    if (dim !== null) return dim;
  }
  if (node.kind === 'call' && node.fn.kind === 'sub') {
    const dim = memberDim(it, name, node.fn, node.args.length, env);
    if (dim !== null) return dim;
  }
  const classes = classDim(it, node, name);
  if (classes !== null) return classes;
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

/** What has so many parts that it is worth knowing which letters stand in it. */
const MANY_PARTS: ReadonlySet<Expr['kind']> = new Set([
  'add',
  'mul',
  'div',
  'call',
  'big',
  'deriv',
]);

const letters = new WeakMap<Context, WeakMap<Expr, ReadonlySet<string>>>();

/** All letters that may be an index of something in it. */
function lettersIn(it: Interpreting, node: Expr): ReadonlySet<string> {
  let known = letters.get(it.context);
  if (!known) letters.set(it.context, (known = new WeakMap()));
  let found = known.get(node);
  if (!found) {
    const here = new Set<string>();
    for (const child of children(node)) addLetters(it, child, here);
    known.set(node, (found = here));
  }
  return found;
}

function addLetters(it: Interpreting, node: Expr, found: Set<string>): void {
  if (MANY_PARTS.has(node.kind)) {
    for (const letter of lettersIn(it, node)) found.add(letter);
    return;
  }
  const name = indexName(it, node);
  if (name !== null) found.add(name);
  for (const child of children(node)) addLetters(it, child, found);
}

function bindBounds(it: Interpreting, indices: readonly Expr[], env: Env): Env {
  const bound = new Map(env.indices);
  for (const index of indices) {
    const name = indexName(it, index);
    if (name !== null && !bound.has(name)) bound.set(name, { value: 1, dim: null });
  }
  return { indices: bound, params: env.params };
}

/** `z_j^{(l)}`: with its layer over it after its index. */
function isLayered({ kind }: Expr): boolean {
  return kind === 'mark' || kind === 'pow';
}

/** The dimension of one index position of a subscripted name. */
function axisDim(it: Interpreting, node: Expr, index: Expr, env: Env): Dim | null {
  const use = it.context.readName(node);
  if (!use) {
    if (node.kind !== 'sub') return null;
    const value = it.attempt(() => it.value(node.target, env));
    return value ? (axes(it, value.dims)[node.indices.indexOf(index)] ?? null) : null;
  }
  if (use.key === KRONECKER) return null;
  const position = use.indices.indexOf(index);
  if (position < 0) return null;
  const plain = withoutIndices(node, use.indices);
  // The `N_k` of all N: without the index it is another name.
  if (use.family.length === 0 && it.context.readName(plain)?.key !== use.key)
    return partDim(it, use, position, env);
  const whole = it.attempt(() => it.value(plain, env));
  return whole ? (axes(it, whole.dims)[position] ?? null) : null;
}

function partDim(it: Interpreting, use: NameUse, position: number, env: Env): Dim | null {
  const definition = it.context.definition(use.key, null);
  const letter = definition?.indices[position];
  if (!definition) {
    const dim = it.context.dims(use.key, use.key, null)[position];
    return dim === undefined ? null : it.space.resolve(dim);
  }
  if (letter === undefined) return null;
  const indices = new Map(definition.indices.map((one) => [one, { value: 1, dim: null }] as const));
  return rangeOf(it, letter, [definition.body], { indices, params: env.params });
}

// A row `[1, n]` counts as its one long axis.
function axes(it: Interpreting, dims: readonly Dim[]): readonly Dim[] {
  return dims.length === 2 && it.space.isOne(dims[0] ?? 0) ? dims.slice(1) : dims;
}

/** `W_{2,ij}` without `i` and `j` is `W_2`, `z_j^{(l)}` is `z^{(l)}`. */
export function withoutIndices(node: Expr, dropped: readonly Expr[]): Expr {
  if (node.kind === 'mark') return { ...node, target: withoutIndices(node.target, dropped) };
  if (node.kind === 'pow') return { ...node, base: withoutIndices(node.base, dropped) };
  if (node.kind !== 'sub') return node;
  const indices = node.indices.filter((index) => !dropped.includes(index));
  const { target } = node;
  // The weights of a mixture are called as a number is.
  const constant = target.kind === 'sym' && target.base === '\\pi';
  return indices.length === 0 && !constant ? target : { ...node, indices };
}

/** What i runs over in `\\ell_i(w)`, by the definition of such a function. */
function memberDim(
  it: Interpreting,
  name: string,
  fn: Expr & { kind: 'sub' },
  args: number,
  env: Env,
): Dim | null {
  const use = it.context.readName(fn);
  const at = use?.indices.findIndex((index) => indexName(it, index) === name) ?? -1;
  const definition = use && at >= 0 ? it.context.definition(use.key, args) : null;
  const letter = definition?.indices[at];
  if (!definition || letter === undefined) return null;
  const indices = new Map(definition.indices.map((one) => [one, { value: 1, dim: null }] as const));
  return rangeOf(it, letter, [definition.body], { indices, params: env.params });
}
