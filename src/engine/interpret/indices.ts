import type { Expr } from '../expression/node.js';
import type { Env, IndexValue } from './context.js';
import type { Interpreting } from './interpreting.js';
import { Unreadable } from './problem.js';

/** How many members a family has where nothing says. */
export const FAMILY_SIZE = 3;

/** The last layer, where nothing says how many there are: what is said of layer l must not meet it at l + 1. */
export const LAST_LAYER = 4;

/** The member of a family of time steps that claims about step t are judged at. */
export const CURRENT_STEP = 2;

/** The letter an index is, or null for `2` or `i+1`. */
export function indexName(it: Pick<Interpreting, 'context'>, node: Expr): string | null {
  if (node.kind !== 'sym' && node.kind !== 'prime' && node.kind !== 'sub') return null;
  const use = it.context.readName(node);
  return use && use.family.length === 0 && use.indices.length === 0 ? use.key : null;
}

/** What a letter is bound to, here or everywhere. */
export function entryOf(it: Interpreting, name: string, env: Env): IndexValue | undefined {
  return env.indices.get(name) ?? (it.space.knows(name) ? undefined : it.fixed.get(name));
}

/** An index's number. Unbound letters are an error: the caller binds what is free. */
export function indexValue(it: Interpreting, node: Expr, env: Env): IndexValue {
  if (node.kind === 'num') return { value: Number(node.text), dim: null };
  const name = indexName(it, node);
  const bound = name === null ? undefined : entryOf(it, name, env);
  if (bound) return bound;
  if (name !== null && it.space.knows(name)) {
    // `x_n` or `a^{(L)}`: the last one.
    const dim = it.space.named(name);
    return it.space.graph ? { value: dim, dim } : { value: 2, dim };
  }
  const label = labelValue(it, node, env);
  if (label !== null) return { value: label, dim: null };
  // `\delta^f = \bar{c}_t \odot ...`: a name without the step's letter is meant at the current step.
  const usual = usualMember(name);
  if (usual !== null) return { value: usual, dim: null };
  const number = wholeNumber(it, node, env);
  if (number === null) throw new Unreadable('index', node.span, { name: name ?? '' });
  return { value: number, dim: null };
}

/** The class that `y_i` is: one of the first for each i. */
export function labelValue(it: Interpreting, node: Expr, env: Env): number | null {
  const use = it.context.readName(node);
  const [index, ...more] = use ? [...use.indices, ...use.family] : [];
  if (!use || !index || more.length > 0 || !it.context.isLabel(use.key)) return null;
  return it.space.graph ? ((indexValue(it, index, env).value + it.shift) % LABELS) + 1 : LABELS;
}

const LABELS = 2;

/** Which member a letter means that nothing binds: the current step, the last layer. */
function usualMember(name: string | null): number | null {
  if (name === 't') return CURRENT_STEP;
  return name !== null && isLastLetter(name) ? LAST_LAYER : null;
}

/** `a^{(L)}`, `W_K`: a capital letter over or below one of many layers means the last. */
export function isLastLetter(name: string): boolean {
  return /^[A-Z]$/.test(name);
}

/** Index arithmetic: sums, differences and products of whole numbers and bound letters. */
function wholeNumber(it: Interpreting, node: Expr, env: Env): number | null {
  const label = labelValue(it, node, env);
  if (label !== null) return label;
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
      const bound = name === null ? undefined : entryOf(it, name, env);
      if (bound) return bound.value;
      if (name !== null && it.space.knows(name)) return it.space.graph ? it.space.named(name) : 2;
      return usualMember(name);
    }
    default:
      return null;
  }
}
