import type { Bound, Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import type { Dim } from '../shape/dims.js';
import type { Env, NameUse } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import { entryOf, FAMILY_SIZE, indexName, indexValue } from './indices.js';
import type { Tensor } from './tensor.js';

/**
 * `i \in S`, `(u, i) \in \Omega`, `n \in C_k` of sets that the text leaves open: some of the indices are in them and
 * some are not. What has an index of its own parts the indices among its members, as clusters do.
 */
export function membership(it: Interpreting, left: Expr, set: Expr, env: Env): Tensor {
  const items = left.kind === 'tuple' ? left.items : [left];
  if (set.kind === 'tuple' && set.fence === '{') return it.constant(listed(it, left, set, env));
  const use = setName(it, set);
  if (!use || it.context.definition(use.key, null)) throw new Unreadable('unsupported', set.span);
  const places = [...use.indices, ...items].map((item) => indexValue(it, item, env));
  const pairs = left.kind === 'tuple' || it.context.setKind(use.key) === 'pairs';
  const dims = it.context.members(use.key, places.length);
  if (!it.space.graph) {
    places.forEach(({ dim }, at) => {
      if (dim !== null) it.space.same(dim, dims[at] ?? dim, true);
    });
    return it.constant(1);
  }
  const sizes = dims.map((dim) => it.space.resolve(dim));
  return it.constant(
    isMember(
      use.key,
      places.map(({ value }) => value),
      sizes,
      pairs,
    )
      ? 1
      : 0,
  );
}

/** `|S|`, `|C_k|`: how many members; null for what is no set. */
export function cardinality(it: Interpreting, node: Expr, env: Env): Tensor | null {
  const use = setName(it, node);
  const kind = use ? it.context.setKind(use.key) : null;
  if (!use || kind === null || it.context.definition(use.key, null)) return null;
  const outer = use.indices.map((item) => indexValue(it, item, env));
  const rank = kind === 'pairs' ? 2 : Math.max(outer.length + 1, 1);
  const dims = it.context.members(use.key, rank);
  if (!it.space.graph) {
    outer.forEach(({ dim }, at) => {
      if (dim !== null) it.space.same(dim, dims[at] ?? dim, true);
    });
    return it.constant(1);
  }
  const sizes = dims.map((dim) => it.space.resolve(dim));
  let found = 0;
  for (const inner of positions(sizes.slice(outer.length))) {
    const at = [...outer.map(({ value }) => value), ...inner];
    if (isMember(use.key, at, sizes, kind === 'pairs')) found++;
  }
  return it.constant(found);
}

/** What `i` of `i \in S` runs over, where nothing that it is an index of says. */
export function memberDim(it: Interpreting, { index, set, condition }: Bound): Dim | null {
  const use = set ? setName(it, set) : null;
  if (use && !it.context.definition(use.key, null)) {
    const dim = it.context.members(use.key, use.indices.length + 1).at(-1);
    return dim === undefined ? null : it.space.resolve(dim);
  }
  const [left, pairs] =
    condition?.kind === 'rel' && condition.signs[0] === 'in' ? condition.items : [];
  const name = left?.kind === 'tuple' && pairs ? setName(it, pairs) : null;
  if (!name || left?.kind !== 'tuple') return null;
  const letter = indexName(it, index);
  const at = left.items.findIndex((item) => indexName(it, item) === letter);
  const dim = it.context.members(name.key, left.items.length)[at];
  return dim === undefined ? null : it.space.resolve(dim);
}

/** `\sum_{x \in C_k} (x - m_k)(x - m_k)^\top`: the vectors themselves are counted with, and no index of theirs. */
export function countsVectors(it: Interpreting, { index, set }: Bound, body: Expr): boolean {
  const name = set ? indexName(it, index) : null;
  if (name === null) return false;
  const stands = (node: Expr): boolean => {
    if (it.context.readName(node)) return indexName(it, node) === name;
    return node.kind !== 'call' && node.kind !== 'sub' && children(node).some(stands);
  };
  return some(body, (node) => {
    if (node.kind === 'transpose' || node.kind === 'norm') return stands(node.target);
    return (
      node.kind === 'mul' &&
      node.factors.some((factor, at) => {
        const next = node.factors[at + 1];
        return factor.kind === 'transpose' && next !== undefined && stands(next);
      })
    );
  });
}

/** `y_n = k`: a label that nothing computes is one of the numbers that its class runs over; null for other equations. */
export function labelled(it: Interpreting, left: Expr, right: Expr, env: Env): Tensor | null {
  const name = indexName(it, right);
  const use = name === null ? null : labelName(it, left);
  const [index] = use?.indices ?? [];
  if (!use || !index || name === null || it.context.bound(name)) return null;
  const label = entryOf(it, name, env);
  // `u_i = m` with the largest of them for m.
  if (!label && it.context.definition(name, null)) return null;
  // Where a class is spoken of that was not named, nothing says which.
  if (!label) throw new Unreadable('index', right.span, { name });
  const place = indexValue(it, index, env);
  const classes = it.space.resolve(classesOf(it, use));
  if (!it.space.graph) {
    if (label.dim !== null) it.space.same(label.dim, classes, true);
    const [axis] = it.context.dims(use.key, use.key, 1);
    if (place.dim !== null && axis !== undefined) it.space.same(place.dim, axis, true);
    return it.constant(1);
  }
  return it.constant((place.value - 1) % classes === label.value - 1 ? 1 : 0);
}

/** `y_n` where nothing says what it is. */
function labelName(it: Interpreting, node: Expr): NameUse | null {
  const use = it.context.readName(node);
  if (!use || use.indices.length !== 1 || use.family.length > 0) return null;
  const known = it.context.definition(use.key, null) ?? it.context.randomness.names.get(use.key);
  return known ? null : use;
}

function classesOf(it: Interpreting, { key }: NameUse): Dim {
  return it.context.members(`${key}=`, 1)[0] ?? it.space.literal(FAMILY_SIZE);
}

/** What k runs over in `y_n = k`, `i \in C_k` and `|C_k|`. */
export function classDim(it: Interpreting, node: Expr, name: string): Dim | null {
  if (node.kind !== 'rel' && node.kind !== 'big' && node.kind !== 'abs') return null;
  const isName = (item: Expr | undefined): boolean =>
    item !== undefined && indexName(it, item) === name;
  if (node.kind === 'rel' && isName(node.items[1]) && /^!?=$/.test(node.signs[0] ?? '')) {
    const use = node.items[0] ? labelName(it, node.items[0]) : null;
    return use ? it.space.resolve(classesOf(it, use)) : null;
  }
  if (node.kind === 'big') {
    const dims = node.bounds.map(({ set }) => (set ? memberIndexDim(it, set, isName) : null));
    return dims.find((dim) => dim !== null) ?? null;
  }
  const member = node.kind === 'rel' && node.signs[0] === 'in' ? node.items[1] : undefined;
  const set = node.kind === 'abs' ? node.target : member;
  return set ? memberIndexDim(it, set, isName) : null;
}

/** What k runs over in `C_k`. */
function memberIndexDim(it: Interpreting, set: Expr, isName: (item: Expr) => boolean): Dim | null {
  const use = setName(it, set);
  const kind = use ? it.context.setKind(use.key) : null;
  const at = use?.indices.findIndex(isName) ?? -1;
  if (!use || kind === null || at < 0) return null;
  const dim = it.context.members(
    use.key,
    Math.max(kind === 'pairs' ? 2 : 0, use.indices.length + 1),
  )[at];
  return dim === undefined ? null : it.space.resolve(dim);
}

/** `S`, `C_k`, `\mathcal{N}(i)`, none of which is the set of all numbers of a kind. */
function setName(it: Interpreting, node: Expr): NameUse | null {
  const head = node.kind === 'call' ? node.fn : node;
  const use = it.context.readName(head);
  if (!use || use.key.startsWith('\\mathbb')) return null;
  const indices = [...use.family, ...use.indices, ...(node.kind === 'call' ? node.args : [])];
  return { key: use.key, family: [], indices };
}

/** `k \in \{0, 1\}`; dots stand for all between. */
function listed(it: Interpreting, left: Expr, set: Expr & { kind: 'tuple' }, env: Env): number {
  const { value } = indexValue(it, left, env);
  if (set.items.some((item) => item.kind === 'dots')) {
    const ends = set.items.filter((item) => item.kind !== 'dots');
    const [first, last] = [ends[0], ends.at(-1)];
    if (!first || !last) throw new Unreadable('unsupported', set.span);
    const from = indexValue(it, first, env).value;
    return value >= from && (!it.space.graph || value <= indexValue(it, last, env).value) ? 1 : 0;
  }
  return set.items.some((item) => indexValue(it, item, env).value === value) ? 1 : 0;
}

function isMember(
  key: string,
  at: readonly number[],
  sizes: readonly Dim[],
  pairs: boolean,
): boolean {
  const seed = Array.from(key).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const [first = 1, second] = at;
  const [m = 1, n = 1] = sizes;
  if (second === undefined) return m < 2 || (first + seed) % m !== 0;
  if (pairs || m === n || at.length > 2) return at.reduce((sum, i) => sum + i, seed) % 3 !== 0;
  return (second - 1 + seed) % m === first - 1;
}

function positions(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (all, size) => all.flatMap((at) => Array.from({ length: size }, (_, i) => [...at, i + 1])),
    [[]],
  );
}
