import type { NodeId } from '../evaluate/graph.js';
import type { Expr } from '../expression/node.js';
import { isScalar, sumOf } from './arithmetic.js';
import type { Definition, Env, NameUse } from './context.js';
import type { Interpreting } from './interpreting.js';
import { definedValue } from './name.js';
import { CURRENT_STEP, indexValue, LAST_LAYER } from './indices.js';
import { lastStep } from './steps.js';
import { Unreadable } from './problem.js';
import type { Tensor } from './tensor.js';

/** Names that losses go by. */
const LOSS =
  /^(?:[LJEC]|\\ell|l|\\mathcal\{[LJEC]\}|loss|cost|error|p[eé]rdida|costo)(?:_\{[^{}]*\})?$/i;

const NO_USE: NameUse = { key: '', family: [], indices: [] };

/** A derivative that a short name stands for. A loss that is no number was read otherwise than it is meant. */
export function adjointValue(it: Interpreting, node: Expr, env: Env): Tensor {
  const top = node.kind === 'deriv' ? node.top : null;
  const use = top && it.context.readName(top);
  const loss = use && isLossName(use.key) ? it.attempt(() => it.value(top, env)) : null;
  if (loss && !isScalar(loss)) throw new Unreadable('unlinked', node.span);
  return it.value(node, env);
}

/** Is this what a loss is called? */
export function isLossName(key: string): boolean {
  return LOSS.test(key);
}

/**
 * A loss that the document differentiates but never defines: some function of the outcomes in force. One that is
 * linear in them has every chain rule of the general one, and its weights are what the document calls
 * `\partial L / \partial y`. Null where the name is defined, or is not a loss's.
 */
export function openLoss(it: Interpreting, node: Expr, env: Env): Tensor | null {
  const use = it.context.readName(node);
  if (!use || use.family.length > 0 || use.indices.length > 0 || !LOSS.test(use.key)) return null;
  const { context } = it;
  if (context.definition(use.key, null) || context.bound(use.key)) return null;
  if (context.isFunction(use.key) || context.dims(use.key, use.key, null).length > 0) return null;
  const { graph } = it.space;
  if (!graph) return it.constant(0);
  // Where it depends on the current step alone, sums over all steps are beyond it.
  const whole = context.allSteps || context.layout !== null;
  if (!whole && (env.indices.get('t')?.value ?? CURRENT_STEP) !== CURRENT_STEP)
    throw new Unreadable('unlinked', node.span);
  const memo = `loss ${use.key}`;
  const known = it.memo.get(memo);
  if (known) return known;
  const terms = context
    .outcomes(use.key)
    .flatMap((outcome) =>
      membersOf(it, outcome).flatMap((member) => weighted(it, use.key, outcome, member)),
    );
  if (terms.length === 0) return null;
  const value: Tensor = { dims: [], data: [sumOf(graph, terms)] };
  it.memo.set(memo, value);
  return value;
}

/** The `\ell_t` of `L = \sum_t \ell_t`: some function of what this step gives. */
export function stepLoss(it: Interpreting, node: Expr, env: Env): Tensor | null {
  const { context } = it;
  const { key, family, indices } = context.readName(node) ?? NO_USE;
  const [step, ...more] = family;
  if (!step || more.length + indices.length > 0 || !LOSS.test(key)) return null;
  if (context.horizon === null || context.isFunction(key)) return null;
  if (context.definition(key, null) || context.dims(key, key, null).length > 0) return null;
  const { graph } = it.space;
  if (!graph) return it.constant(0);
  // What it has to do with the loss of all steps nobody said.
  if (context.allSteps) throw new Unreadable('unlinked', node.span);
  const member = indexValue(it, step, env).value;
  const memo = `loss ${key} ${String(member)}`;
  const known = it.memo.get(memo);
  if (known) return known;
  const terms = context
    .outcomes(key)
    .flatMap((outcome) => weighted(it, key, outcome, member, `<${String(member)}>`));
  if (terms.length === 0) return null;
  const value: Tensor = { dims: [], data: [sumOf(graph, terms)] };
  it.memo.set(memo, value);
  return value;
}

/** The current step or all of them, or the last layer. */
function membersOf(it: Interpreting, { family }: Definition): readonly number[] {
  if (family[0] !== 't') return [LAST_LAYER];
  const last = it.context.allSteps ? lastStep(it, 't') : null;
  if (last !== null && it.context.lastStepOnly) return [last];
  return last === null ? [CURRENT_STEP] : Array.from({ length: last }, (_, at) => at + 1);
}

/** Every entry of an outcome with a weight of its own. */
function weighted(
  it: Interpreting,
  loss: string,
  outcome: Definition,
  member: number,
  step = it.context.allSteps ? `<${String(member)}>` : '',
): NodeId[] {
  const value = it.attempt(() => definedValue(it, outcome, member));
  const { graph } = it.space;
  if (!graph || !value) return [];
  const weights = value.data.map((_, index) =>
    graph.variable({ domain: 'real', group: 0, index, size: value.data.length }),
  );
  it.symbols.set(lossWeight(loss, outcome.key + step), { dims: value.dims, data: weights });
  return value.data.map((id, k) => graph.mul(id, weights[k] ?? id));
}

/** What a loss's weight is called where its values are shown: the derivative that it is. */
function lossWeight(loss: string, key: string): string {
  return `\\partial ${loss}/\\partial ${key}`;
}

/** The name behind a symbol's, where it is a loss's weight. */
export function weighedName(symbol: string): string {
  return symbol.replace(/^\\partial .*\/\\partial /, '');
}
