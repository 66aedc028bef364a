import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Definition, IndexValue } from './context.js';
import { CURRENT_STEP, FAMILY_SIZE, indexName } from './indices.js';
import type { Interpreting } from './interpreting.js';

/** Where a sum over all steps ends; null where nothing says, or the letter counts something else. */
export function lastStep(it: Interpreting, letter: string): number | null {
  const horizon = letter === 't' ? it.context.horizon : null;
  if (!horizon) return null;
  const { to } = horizon;
  if (!to) return FAMILY_SIZE;
  if (to.kind === 'num') return Number(to.text);
  const name = indexName(it, to);
  if (name === null) return null;
  const last = it.space.named(name);
  if (it.space.graph) return last;
  // The current step is one in the middle.
  it.space.atLeast(last, CURRENT_STEP + 1);
  return null;
}

/** `\delta_{T+1}` of a recursion that leads backwards in time: nothing comes back from after the last step. */
export function isAfterAll(
  it: Interpreting,
  definition: Definition,
  family: readonly IndexValue[],
): boolean {
  const [letter] = definition.family;
  const [member] = family;
  const last = letter === undefined ? null : lastStep(it, letter);
  if (letter === undefined || last === null || !member || member.value <= last) return false;
  if (!it.context.isRecursive(definition.key)) return false;
  return some(definition.body, (node) => isLater(node, letter));
}

/** `l + 1`. */
export function isLater(node: Expr, letter: string): boolean {
  return (
    node.kind === 'add' &&
    node.op === '+' &&
    node.left.kind === 'sym' &&
    node.left.base === letter &&
    node.right.kind === 'num'
  );
}
