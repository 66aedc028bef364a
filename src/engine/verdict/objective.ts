import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Naming } from '../claim/naming.js';
import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';

export type Sense = 'min' | 'max';

/** What is made as small or as large as can be. */
export interface Objective {
  readonly value: Expr;
  /** Names that it may be optimised by. */
  readonly unknowns: ReadonlySet<string>;
  /** Null where the words do not say. */
  readonly sense: Sense | null;
  /** Its constraints are in it. */
  readonly lagrangian?: boolean;
}

/** The objective that a statement states or defines, or null. */
export function objectiveIn(placed: Placed, naming: Naming): Objective | null {
  const { items, relations } = placed.statement;
  for (const item of items) {
    const optimum = item ? optimumIn(item, naming) : null;
    if (optimum) return optimum;
  }
  const [left, right] = items;
  const sense = senseOf(placed);
  if (!left) return null;
  const best = placed.cues.some((cue) => cue.kind === 'optimum');
  // "Minimising over the weights $w$": what is least depends on it, and is something else.
  if (
    relations.length === 0 &&
    left.kind === 'sym' &&
    !/^[A-Z]$/.test(left.base) &&
    !LOSS.test(left.base)
  )
    return null;
  if (relations.length === 0)
    return sense || best ? { value: left, unknowns: keysIn(left, naming), sense } : null;
  if (relations[0]?.sign !== '=' || !right) return null;
  // "The minimiser solves $\sigma(z) = \frac14$": an equation.
  if (isLiteral(right) && placed.cues.some((cue) => cue.kind === 'solve')) return null;
  if (left.kind === 'call' && left.fn.kind !== 'prime') {
    const unknowns = new Set(left.args.flatMap((arg) => [...keysIn(arg, naming)]));
    return { value: left, unknowns, sense };
  }
  const use = naming.readName(left);
  const named = use !== null && use.indices.length === 0 && LOSS.test(use.key);
  return named || (use && sense) ? { value: left, unknowns: keysIn(right, naming), sense } : null;
}

/** Letters that losses and likelihoods go by. */
const LOSS = /^(L|J|E|F|Q|f|g|\\ell|\\mathcal\{[LJ]\}|\\hat\{[LJ]\})$/;

/** `\arg\min_u f(u)`, `\min_u f(u)`, `\operatorname{argmin}_u f(u)`. */
export function optimumIn(node: Expr, naming: Naming): Objective | null {
  if (node.kind === 'big') {
    const [bound, ...more] = node.bounds;
    const sense = /^(?:arg)?(min|max)$/.exec(node.op)?.[1];
    const name = bound && more.length === 0 && !bound.from && !bound.set ? bound.index : null;
    return sense && name ? { value: node.body, ...about(name, sense, naming) } : null;
  }
  if (node.kind !== 'call' || node.fn.kind !== 'sub' || node.fn.target.kind !== 'sym') return null;
  const sense = /^arg ?(min|max)$/.exec(node.fn.target.base)?.[1];
  const [name] = node.fn.indices;
  const [value] = node.args;
  return sense && name && value ? { value, ...about(name, sense, naming) } : null;
}

function about(name: Expr, sense: string, naming: Naming): Pick<Objective, 'unknowns' | 'sense'> {
  return { unknowns: keysIn(name, naming), sense: sense === 'max' ? 'max' : 'min' };
}

/** What the words before a statement ask for, the nearest last. */
function senseOf(placed: Placed): Sense | null {
  const said = placed.cues.filter((cue) => cue.kind === 'minimise' || cue.kind === 'maximise');
  const last = said.at(-1);
  return last ? (last.kind === 'minimise' ? 'min' : 'max') : null;
}
