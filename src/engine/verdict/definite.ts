import type { NodeId } from '../evaluate/graph.js';
import type { Tensor } from '../interpret/tensor.js';
import { entryByEntry, type Pairing } from './order.js';
import type { Evaluated } from './session.js';

/**
 * `A \preceq B`: $v^\top A v \le v^\top B v$ for a free vector v (Boyd and Vandenberghe, Convex Optimization, A.5.2).
 * Between vectors the sign is meant entry by entry.
 */
export const quadraticForms: Pairing = (all, pair) => {
  const n = sizeOf(pair.left) ?? sizeOf(pair.right);
  if (n === null) return entryByEntry(all, pair);
  const v = direction(all, n);
  const [low, high] = [formOf(all, pair.left, v), formOf(all, pair.right, v)];
  if (low === null || high === null) return null;
  return {
    low: [low],
    high: [high],
    entry: () => '',
    conditions: pair.conditions.flatMap((condition) => condition.data),
    indices: pair.indices,
  };
};

function sizeOf({ dims: [m, n] }: Tensor): number | null {
  return m !== undefined && m === n ? m : null;
}

function formOf({ graph }: Evaluated, matrix: Tensor, v: readonly NodeId[]): NodeId | null {
  const [only] = matrix.data;
  if (matrix.dims.length === 0) return only !== undefined && graph.isZero(only) ? only : null;
  if (sizeOf(matrix) !== v.length) return null;
  return matrix.data.reduce((sum, entry, at) => {
    const [i, j] = [v[Math.floor(at / v.length)] ?? 0, v[at % v.length] ?? 0];
    return graph.add(sum, graph.mul(entry, graph.mul(i, j)));
  }, graph.constant(0));
}

/** A free vector, shown as v; no name of the document is written like its key. */
function direction(all: Evaluated, size: number): readonly NodeId[] {
  const { symbols } = all.interpreter;
  const data = Array.from({ length: size }, (_, index) =>
    all.graph.variable({ domain: 'real', group: 0, index, size }),
  );
  symbols.set(`v@${String(symbols.size)}`, { dims: [size], data });
  return data;
}
