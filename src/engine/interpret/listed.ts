import type { NodeId } from '../evaluate/graph.js';
import type { Big } from '../expression/node.js';
import type { Dim } from '../shape/dims.js';
import { isScalar, transpose } from './arithmetic.js';
import { environments } from './big.js';
import type { Env } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';
import { indexName } from './indices.js';
import type { Tensor } from './tensor.js';

/** Entries more than this are not written out. */
const MAX_ENTRIES = 400;

/**
 * A list over an index. Scalars are the entries of a vector `[n]`, in a `row` those of `[1, n]`; columns `[d]` stand
 * side by side, `[d, n]`, and in a `stack` rows `[1, d]` one below the other, `[n, d]`.
 */
export function listedValue(it: Interpreting, node: Big, env: Env): Tensor {
  const [bound] = node.bounds;
  if (!bound) throw new Unreadable('unsupported', node.span);
  const values: Tensor[] = [];
  for (const { inner } of environments(it, node.bounds, node.body, env)) {
    if (values.length >= MAX_ENTRIES) throw new Unreadable('size', node.span);
    values.push(it.value(node.body, inner));
  }
  const length = it.space.graph ? values.length : lengthOf(it, node);
  const [first] = values;
  if (!first || values.some((value) => value.dims.length !== first.dims.length))
    return { dims: [length], data: [] };
  const data = values.flatMap((value) => value.data);
  if (isScalar(first))
    return { dims: node.op === 'row' ? [it.space.literal(1), length] : [length], data };
  const width = widthOf(it, node, values);
  const rows: Tensor = { dims: [length, width], data };
  return node.op === 'stack' ? rows : transpose(it.space, rows);
}

/** How many entries there are, before sizes are known. */
function lengthOf(it: Interpreting, { bounds: [bound] }: Big): Dim {
  if (bound?.from?.kind !== 'num' || bound.from.text !== '1' || !bound.to) return it.space.fresh();
  if (bound.to.kind === 'num') return it.space.literal(Number(bound.to.text));
  const label = indexName(it, bound.to);
  if (label !== null) return it.space.named(label);
  return it.space.fresh();
}

function widthOf(it: Interpreting, node: Big, values: readonly Tensor[]): Dim {
  const [first] = values;
  const [a = 0, b] = first?.dims ?? [];
  const isRow = b !== undefined && it.space.isOne(a);
  const width = isRow ? b : a;
  if ((b !== undefined && !isRow) || (node.op === 'stack') !== isRow)
    throw new Unreadable('unsupported', node.span);
  const same = values.every(({ dims }) => it.space.same((isRow ? dims[1] : dims[0]) ?? 0, width));
  if (!same) throw new Unreadable('shape', node.span);
  return width;
}

/** The entries of a tuple, where a list among them is laid flat: `(1, x_1, \dots, x_n)`. */
export function laidFlat(
  it: Interpreting,
  items: readonly { readonly value: Tensor; readonly isList: boolean }[],
): Tensor | null {
  if (!items.some(({ isList }) => isList)) return null;
  if (!items.every(({ value, isList }) => isList || isScalar(value))) return null;
  const data: NodeId[] = items.flatMap(({ value }) => value.data);
  return { dims: [it.space.graph ? data.length : it.space.fresh()], data };
}
