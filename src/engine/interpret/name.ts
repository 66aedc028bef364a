import type { NodeId } from '../evaluate/graph.js';
import type { Dim } from '../shape/dims.js';
import type { Expr, Sub } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { indices as positions } from './arithmetic.js';
import {
  KRONECKER,
  EMPTY,
  entryKey,
  memberKey,
  type Definition,
  type Env,
  type IndexValue,
  type NameUse,
  type SymbolInfo,
} from './context.js';
import type { Interpreting } from './interpreting.js';
import { CURRENT_STEP, entryOf, indexName, indexValue, labelValue, LAST_LAYER } from './indices.js';
import { placeOf, sizeOf, type Run } from './layout.js';
import { rangeOf } from './range.js';
import { drawRandom } from './lots.js';
import { isAfterAll, isLater, lastStep } from './steps.js';
import { madeOfOthers } from './printed.js';
import { drawSymbol } from './symbol.js';
import { Unreadable } from './problem.js';
import { count, type Tensor } from './tensor.js';

/** The value of a name with its scripts. */
export function nameValue(it: Interpreting, node: Expr, env: Env): Tensor {
  const use = it.context.readName(node);
  if (!use) throw new Unreadable('syntax', node.span);
  return useValue(it, use, node, env);
}

/** A subscripted name, or an entry of something computed: `\text{softmax}(x)_i`, `(A B)_{ij}`. */
export function subscriptValue(it: Interpreting, node: Sub, env: Env): Tensor {
  const condition = node.indices[0];
  if (isOne(node.target) && condition?.kind === 'rel') return it.value(condition, env);
  const use = it.context.readName(node);
  if (use) return useValue(it, use, node, env);
  return component(it, it.value(node.target, env), node.indices, node, env);
}

export function isOne(node: Expr): boolean {
  return (node.kind === 'num' && node.text === '1') || (node.kind === 'sym' && node.base === '1');
}

function useValue(it: Interpreting, use: NameUse, node: Expr, env: Env): Tensor {
  const { context } = it;
  const plain = use.family.length === 0 && use.indices.length === 0;
  const param = env.params.get(use.key);
  if (param) return component(it, param, [...use.family, ...use.indices], node, env);
  const index = plain ? entryOf(it, use.key, env) : undefined;
  if (index) return it.constant(index.value);
  const label = labelValue(it, node, env);
  if (label !== null) return it.constant(label);
  if (use.key === KRONECKER) return kronecker(it, use.indices, node, env);
  const own = use.family.length === 0 ? use.key : memberKey(use);
  const bound = own === null ? null : context.bound(own);
  if (own !== null && bound)
    return component(it, boundValue(it, own, bound), use.indices, node, env, runsOf(it, use));
  const numbered = entryKey(use);
  const given = numbered === null ? null : context.bound(numbered);
  if (numbered !== null && given) return boundValue(it, numbered, given);
  const family = use.family.map((index) => indexValue(it, index, env));
  const instance = use.key + family.map((index) => `<${String(index.value)}>`).join('');
  // `a^{(0)} = x` says what one member is; `a^{(l)} = ...` what each is.
  const member = family.length > 0 ? context.definition(instance, null) : null;
  const definition = member ?? context.definition(use.key, null);
  if (definition && reaches(it, definition, family) && !it.open.includes(instance))
    return component(
      it,
      expand(it, definition, family, use, instance, env),
      use.indices.slice(usedIndices(definition, use)),
      node,
      env,
      usedIndices(definition, use) > 0 ? [] : runsOf(it, use),
    );
  const size = plain ? dimensionValue(it, use.key) : null;
  if (size) return size;
  if (definition && isAfterAll(it, definition, family)) {
    const { dims } = symbolValue(it, use, instance, node);
    const none = positions(dims).map(() => it.constant(0).data[0] ?? 0);
    return component(it, { dims, data: none }, use.indices, node, env);
  }
  const value = symbolValue(it, use, instance, node);
  return component(it, value, use.indices, node, env, runsOf(it, use));
}

function runsOf(it: Interpreting, { key, family }: NameUse): readonly Run[] {
  return (family.length === 0 && it.context.layout?.axes.get(key)) || [];
}

/** `n` in `\frac{1}{n}` is the size that sums and shapes call `n`. */
function dimensionValue(it: Interpreting, key: string): Tensor | null {
  if (!it.space.knows(key) || it.space.isOne(it.space.named(key))) return null;
  return it.space.graph ? it.constant(it.space.named(key)) : it.constant(0);
}

function boundValue(it: Interpreting, key: string, bound: Expr): Tensor {
  const known = it.memo.get(`bound ${key}`);
  if (known) return known;
  const value = it.value(bound, EMPTY);
  const { graph } = it.space;
  // Wrapped, so that one can still differentiate with respect to a name that has a value.
  const out = graph
    ? (madeOfOthers(it, key, value, (one) => definedValue(it, one, 1)) ?? {
        ...value,
        data: value.data.map((id) => graph.wrap(id)),
      })
    : value;
  it.memo.set(`bound ${key}`, out);
  return out;
}

/** Does the definition say what this member is? A recursion ends at the member before the current step, below the first layer, or above the last. */
function reaches(it: Interpreting, definition: Definition, family: readonly IndexValue[]): boolean {
  if (definition.key.endsWith('>')) return true;
  if (definition.family.length !== family.length) return false;
  const [letter] = definition.family;
  const [member] = family;
  if (letter === undefined || !member || !it.context.isRecursive(definition.key)) return true;
  const whole = !it.context.countsSteps(letter) || (letter === 't' && it.context.horizon !== null);
  if (member.value < (whole ? 1 : CURRENT_STEP)) return false;
  const last = lastStep(it, letter) ?? LAST_LAYER;
  return member.value <= last || !some(definition.body, (node) => isLater(node, letter));
}

/** What a definition gives as a whole: of a family one member, of entries all of them. */
export function definedValue(it: Interpreting, definition: Definition, member: number): Tensor {
  const family = definition.family.map(() => ({ value: member, dim: null }));
  const instance = definition.key + family.map(() => `<${String(member)}>`).join('');
  const use: NameUse = { key: definition.key, family: [], indices: [] };
  return expand(it, definition, family, use, instance, EMPTY);
}

function usedIndices(definition: Definition, use: NameUse): number {
  return use.indices.length >= definition.indices.length ? definition.indices.length : 0;
}

/** A definition's body, at the indices asked for; without them, collected over all of them. */
function expand(
  it: Interpreting,
  definition: Definition,
  family: readonly IndexValue[],
  use: NameUse,
  instance: string,
  env: Env,
): Tensor {
  const taken = usedIndices(definition, use);
  const at = use.indices.slice(0, taken).map((index) => indexValue(it, index, env));
  const bindings = new Map<string, IndexValue>();
  definition.family.forEach((name, k) => bindings.set(name, family[k] ?? { value: 1, dim: null }));
  const key = `${String(definition.id)}${instance}`;
  if (definition.indices.length === 0)
    return remember(it, key, instance, () =>
      it.value(definition.body, { indices: bindings, params: EMPTY.params }),
    );
  if (taken > 0) {
    definition.indices.forEach((name, k) => bindings.set(name, at[k] ?? { value: 1, dim: null }));
    const runs = it.space.graph ? runsOf(it, use) : [];
    const isBeyond = (index: Expr, k: number): boolean => {
      const [run, value] = [runs[k], at[k]];
      return run && value ? placeOf(it, run, value.value, index, env) === null : false;
    };
    if (use.indices.some(isBeyond)) return it.constant(0);
    const where = at.map((index) => `${String(index.value)}/${String(index.dim)}`).join(',');
    const path = `${instance}[${at.map((index) => String(index.value)).join(',')}]`;
    return remember(it, `${key}[${where}]`, path, () =>
      it.value(definition.body, { indices: bindings, params: EMPTY.params }),
    );
  }
  return remember(it, key, instance, () => collect(it, definition, bindings));
}

function remember(it: Interpreting, key: string, open: string, compute: () => Tensor): Tensor {
  const known = it.memo.get(key);
  if (known) return known;
  // What leads to itself never ends, by whichever way it is gone about.
  if (it.open.includes(open)) it.exhaust();
  if (it.open.length > 60) throw new Unreadable('size', { start: 0, end: 0 });
  const settled = it.isSettled();
  it.open.push(open);
  const value = compute();
  it.open.pop();
  it.memo.set(key, value, settled && it.isSettled());
  return value;
}

/** All entries of something defined entry by entry. */
function collect(
  it: Interpreting,
  definition: Definition,
  family: ReadonlyMap<string, IndexValue>,
): Tensor {
  const names = definition.indices;
  const base: Env = { indices: family, params: EMPTY.params };
  const runs = runsOf(it, { ...definition, family: [], indices: [] });
  const dims = names.map((name, k) => {
    const run = runs[k];
    if (run) return it.space.literal(sizeOf(run));
    const shown = rangeOf(it, name, [definition.body], withAny(base, names));
    const dim = shown ?? ownSize(it, definition, name);
    if (dim === null) throw new Unreadable('unlinked', definition.body.span, { name });
    return dim;
  });
  const at = (values: readonly number[]): Env => {
    const bound = new Map(family);
    names.forEach((name, k) => {
      const value = (values[k] ?? 1) + (runs[k]?.from ?? 1) - 1;
      bound.set(name, { value, dim: runs[k] ? null : (dims[k] ?? null) });
    });
    return { indices: bound, params: EMPTY.params };
  };
  if (!it.space.graph) {
    const inner = it.value(definition.body, at(names.map(() => 1)));
    return { dims: [...dims, ...inner.dims], data: [] };
  }
  const parts = positions(dims).map((position) =>
    it.value(definition.body, at(position.map((i) => i + 1))),
  );
  return { dims: [...dims, ...(parts[0]?.dims ?? [])], data: parts.flatMap((part) => part.data) };
}

/** `q_k = (1 - a) \delta_{kc} + a / K`: as many as other formulas say. */
function ownSize(it: Interpreting, { key, indices, body }: Definition, name: string): Dim | null {
  const held = some(body, (node) => {
    const use = it.context.readName(node);
    return use?.key === KRONECKER && use.indices.some((index) => indexName(it, index) === name);
  });
  const own = held ? it.context.members(key, indices.length)[indices.indexOf(name)] : undefined;
  return own === undefined ? null : it.space.resolve(own);
}

function withAny(env: Env, names: readonly string[]): Env {
  const bound = new Map(env.indices);
  for (const name of names) bound.set(name, { value: 1, dim: null });
  return { indices: bound, params: env.params };
}

/** `V_k` of the first k columns of `V`; null where V is made of it. */
function firstColumns(
  it: Interpreting,
  dims: readonly Dim[],
  { part }: SymbolInfo,
  node: Expr,
): Tensor | null {
  if (part === undefined || it.open.includes(part)) return null;
  const { space } = it;
  const definition = it.context.definition(part, null);
  const whole = definition
    ? definedValue(it, definition, 1)
    : symbolValue(it, { key: part, family: [], indices: [] }, part, node);
  const [rows, columns, width] = [whole.dims[0], dims[1], whole.dims[1]];
  if (rows === undefined || columns === undefined || width === undefined) return null;
  if (dims.length !== 2 || !space.same(dims[0] ?? rows, rows)) return null;
  const { graph } = space;
  if (!graph) return { dims, data: [] };
  // All of them are no part.
  if (columns >= width) throw new Unreadable('size', node.span);
  return {
    dims,
    data: whole.data.filter((_, at) => at % width < columns).map((id) => graph.wrap(id)),
  };
}

function symbolValue(it: Interpreting, use: NameUse, instance: string, node: Expr): Tensor {
  // `\pi` of all `\pi_k` is none.
  const constant = node.kind === 'sub' ? null : plainConstant(use.key);
  if (constant !== null && use.indices.length === 0 && !it.context.isOwn(use.key))
    return it.constant(constant);
  const info = it.context.info(use.key);
  // Every `I` and every vector of ones has the size its place asks for.
  const local = info.structure === 'identity' || info.structure === 'ones';
  const name = local ? `${instance}@${String(node.span.start)}` : instance;
  const known = it.symbols.get(name);
  if (known) return known;
  const dims = it.context.dims(use.key, name, null).map((dim) => it.space.resolve(dim));
  const random = it.context.randomness.names.get(use.key);
  const value = random
    ? drawRandom(it, use.key, name, dims, info, random)
    : (firstColumns(it, dims, info, node) ??
      hotValue(it, dims, info) ??
      drawSymbol(it.space, dims, info));
  if (it.space.graph) it.symbols.set(name, value);
  return value;
}

/** The one-hot vector of a letter that means one entry everywhere. */
function hotValue(it: Interpreting, dims: readonly Dim[], { hot }: SymbolInfo): Tensor | null {
  const [dim, ...more] = dims;
  const one = hot === undefined ? undefined : it.fixed.get(hot);
  if (!one || dim === undefined || more.length > 0) return null;
  const { graph } = it.space;
  if (!graph) {
    it.space.atLeast(dim, one.value);
    return { dims, data: [] };
  }
  const entry = (_: unknown, k: number): NodeId =>
    graph.wrap(graph.constant(k + 1 === one.value ? 1 : 0));
  return { dims, data: Array.from({ length: dim }, entry) };
}

function plainConstant(key: string): number | null {
  if (key === '\\pi') return Math.PI;
  if (key === 'e') return Math.E;
  return key === '\\infty' ? Number.POSITIVE_INFINITY : null;
}

function kronecker(it: Interpreting, indices: readonly Expr[], node: Expr, env: Env): Tensor {
  const [i, j] = indices;
  if (!i || !j) throw new Unreadable('syntax', node.span);
  const [p, q] = [indexValue(it, i, env), indexValue(it, j, env)];
  if (p.dim !== null && q.dim !== null && !it.space.graph)
    it.attempt(() => it.space.same(p.dim ?? 0, q.dim ?? 0));
  // One of as many as the other index runs over.
  else if (p.dim !== null || q.dim !== null)
    it.space.atLeast(p.dim ?? q.dim ?? 0, p.dim === null ? p.value : q.value);
  return it.constant(p.value === q.value ? 1 : 0);
}

/** Picks entries: leading axes by index, `:` keeps an axis. */
function component(
  it: Interpreting,
  value: Tensor,
  indices: readonly Expr[],
  node: Expr,
  env: Env,
  runs: readonly Run[] = [],
): Tensor {
  let out = value;
  let axis = 0;
  for (const [k, index] of indices.entries()) {
    if (index.kind === 'text' && index.text === ':') {
      axis++;
      continue;
    }
    // A row `[1, n]` is indexed along its length.
    if (
      out.dims.length === 2 &&
      axis === 0 &&
      indices.length === 1 &&
      it.space.isOne(out.dims[0] ?? 0)
    )
      out = { dims: out.dims.slice(1), data: out.data };
    if (axis >= out.dims.length) throw new Unreadable('index', node.span);
    const at = indexValue(it, index, env);
    const run = it.space.graph ? runs[k] : undefined;
    if (run && sizeOf(run) !== out.dims[axis]) throw new Unreadable('index', node.span);
    const place = run ? placeOf(it, run, at.value, index, env) : at.value;
    if (place === null) {
      const dims = out.dims.filter((_, other) => other !== axis);
      out = { dims, data: positions(dims).map(() => it.constant(0).data[0] ?? 0) };
      continue;
    }
    out = pick(it, out, axis, { ...at, value: place }, index, indexName(it, index));
  }
  return out;
}

function pick(
  it: Interpreting,
  value: Tensor,
  axis: number,
  index: IndexValue,
  node: Expr,
  name: string | null,
): Tensor {
  const dim = value.dims[axis] ?? 0;
  const dims = value.dims.filter((_, k) => k !== axis);
  const { graph } = it.space;
  if (!graph) {
    if (name !== null && index.dim !== null && !it.space.same(dim, index.dim, true))
      throw new Unreadable('index', node.span);
    if (name === null || (index.dim === null && it.fixed.has(name)))
      it.space.atLeast(dim, index.value);
    return { dims, data: [] };
  }
  if (index.value < 1 || index.value > dim)
    throw new Unreadable('bounds', node.span, { index: String(index.value), size: String(dim) });
  const inner = count(value.dims.slice(axis + 1));
  const data = Array.from({ length: count(dims) }, (_, k) => {
    const before = Math.floor(k / inner);
    return value.data[(before * dim + index.value - 1) * inner + (k % inner)] ?? 0;
  });
  return { dims, data };
}
