import { freeVariablesOf } from '../evaluate/ancestors.js';
import { Runner } from '../evaluate/run.js';
import type { Definition } from './context.js';
import type { Interpreting } from './interpreting.js';
import type { Tensor } from './tensor.js';

/** How far a printed number may be from what its name's formula gives, as a part of the largest entry. */
const CLOSE = 0.02;

/**
 * `z = W x + b` and then `z = (1, -0.5)`: the numbers as they were printed, which change with W as the formula says, so
 * that a derivative goes through them. Null where the formula gives something else, or no number.
 */
export function madeOfOthers(
  it: Interpreting,
  key: string,
  printed: Tensor,
  valueOf: (definition: Definition) => Tensor,
): Tensor | null {
  const { graph } = it.space;
  const definition = it.context.definition(key, null);
  if (!graph || !definition || definition.args || definition.family.length > 0) return null;
  if (it.open.includes(key)) return null;
  const made = it.attempt(() => valueOf(definition));
  if (made?.data.length !== printed.data.length) return null;
  if (freeVariablesOf(graph, [...made.data]).length > 0) return null;
  const runner = new Runner(graph, 1, 1);
  const computed = made.data.map((id) => runner.at(id, 0));
  const shown = printed.data.map((id) => runner.at(id, 0));
  const largest = Math.max(...shown.map(Math.abs));
  const far = computed.some((x, k) => !(Math.abs(x - (shown[k] ?? 0)) <= CLOSE * largest));
  if (far) return null;
  const data = made.data.map((id, k) =>
    graph.wrap(graph.add(id, graph.sub(printed.data[k] ?? id, graph.constant(computed[k] ?? 0)))),
  );
  return { dims: printed.dims, data };
}
