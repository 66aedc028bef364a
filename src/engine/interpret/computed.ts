import type { Expr } from '../expression/node.js';
import type { Env } from './context.js';
import type { Tensor } from './tensor.js';

/** What came of an expression, with what it took. */
export interface Outcome {
  readonly value: Tensor;
  /** Parts that were computed for it. */
  readonly work: number;
  /** All readings that were noted by then. */
  readonly notes: readonly string[];
}

/**
 * Values of expressions by the indices they were computed at: sides are compared with one another many times over, and
 * an edit of one leaves most of its parts as they are.
 */
export class Computed {
  private readonly outcomes = new WeakMap<Expr, Map<string, Outcome>>();

  get(node: Expr, key: string): Outcome | undefined {
    return this.outcomes.get(node)?.get(key);
  }

  set(node: Expr, key: string, outcome: Outcome): void {
    const known = this.outcomes.get(node);
    if (known) known.set(key, outcome);
    else this.outcomes.set(node, new Map([[key, outcome]]));
  }
}

/** The indices and notes that a value may depend on, as text. */
export function placeOf({ indices }: Env, notes: ReadonlySet<string>): string {
  let text = spelled.get(indices);
  if (text === undefined) {
    text = '';
    for (const [name, { value, dim }] of indices)
      text += `${name}=${String(value)}/${String(dim)},`;
    spelled.set(indices, text);
  }
  return notes.size === 0 ? text : `${text}|${[...notes].join()}`;
}

const spelled = new WeakMap<Env['indices'], string>();

/** Is it worth remembering? What has few parts is as soon computed. */
export function isCompound({ kind }: Expr): boolean {
  return COMPOUND.has(kind);
}

const COMPOUND: ReadonlySet<Expr['kind']> = new Set([
  'add',
  'mul',
  'div',
  'pow',
  'call',
  'big',
  'deriv',
  'nabla',
  'matrix',
]);
