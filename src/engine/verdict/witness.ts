import type { NodeId } from '../evaluate/graph.js';
import type { Env } from '../interpret/context.js';
import type { Tensor } from '../interpret/tensor.js';
import { formatNumber, formatTensor } from './number.js';
import type { Counterexample } from './report.js';
import type { Evaluated } from './session.js';

/** A point where a claim is false, and the base symbols that only one side has. */
export interface Witness {
  readonly counterexample: Counterexample;
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
}

/** The base symbols that only one of two arrays has. */
export function unshared(
  all: Evaluated,
  left: Tensor,
  right: Tensor,
): Pick<Witness, 'onlyLeft' | 'onlyRight'> {
  const [leftNames, rightNames] = [left, right].map((side) => [
    ...baseNames(all, ...side.data).keys(),
  ]);
  return {
    onlyLeft: leftNames?.filter((name) => !rightNames?.includes(name)) ?? [],
    onlyRight: rightNames?.filter((name) => !leftNames?.includes(name)) ?? [],
  };
}

/** Describes a point so that a person can compute both sides there. `entry` says where in an array they stand. */
export function witnessOf(
  all: Evaluated,
  indices: Env['indices'],
  [left, right]: readonly [NodeId, NodeId],
  entry: string,
  value: (id: NodeId) => number,
): Witness {
  const where: Record<string, string> = {};
  for (const [name, index] of indices) where[name] = String(index.value);
  if (entry !== '') where['entry'] = entry;
  const [leftNames, rightNames] = [baseNames(all, left), baseNames(all, right)];
  for (const [name, tensor] of [...new Map([...leftNames, ...rightNames])].slice(0, 6))
    where[name] = formatTensor(tensor, value);
  return {
    counterexample: {
      left: formatNumber(value(left)),
      right: formatNumber(value(right)),
      at: where,
    },
    onlyLeft: [...leftNames.keys()].filter((name) => !rightNames.has(name)),
    onlyRight: [...rightNames.keys()].filter((name) => !leftNames.has(name)),
  };
}

/** The base symbols that values depend on, with their entries. */
export function baseNames(all: Evaluated, ...ids: readonly NodeId[]): Map<string, Tensor> {
  const { graph } = all;
  const seen = new Set<NodeId>(ids);
  const stack = [...ids];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const parent of [graph.a[next] ?? -1, graph.b[next] ?? -1, graph.c[next] ?? -1]) {
      if (parent >= 0 && !seen.has(parent)) {
        seen.add(parent);
        stack.push(parent);
      }
    }
  }
  const names = new Map<string, Tensor>();
  for (const [name, tensor] of all.interpreter.symbols) {
    if (tensor.data.some((node) => seen.has(node) && !graph.isConstant(node)))
      names.set(name.replace(/@\d+$|<values>$/, ''), tensor);
  }
  return names;
}
