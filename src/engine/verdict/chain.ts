import type { Naming } from '../claim/naming.js';
import type { Expr } from '../expression/node.js';
import { found, type Found } from './found.js';
import { unchecked } from './judge.js';

/** A chain of equalities on its way: what is known to be right, and what was found wrong. */
export interface Chain {
  good: Expr;
  /** Conditions that the text put on its beginning hold to its end. */
  readonly conditions: readonly Expr[];
  /** Its first member. */
  readonly subject: Expr;
  wrong: { readonly expr: Expr; readonly step: number } | null;
  /** The member before, where it held. */
  last?: Expr;
  /** An earlier step held only with another shape for a name: what disagrees later may take the name otherwise. */
  loose?: boolean;
  /** It began with an equation that is only given: a number at its end is part of what is given. */
  given?: boolean;
  /** Its last member, where numbers were rounded on the way there. */
  rounded?: Expr | null;
}

/** The right side as it must be meant; null where what is wrong is not there. */
export function mendedRight({ edit }: Found, right: Expr): Expr | null {
  const { start, end } = edit?.result.span ?? right.span;
  return edit && start >= right.span.start && end <= right.span.end ? edit.result : null;
}

/** What fails after a member that held only with another shape for a name is left open, unless an edit mends it. */
export function doubted(result: Found, chain: Chain): Found {
  const { judgement, edit } = result;
  const sure = edit !== null && edit.bold !== true;
  const doubtful = judgement.verdict === 'fails' && !sure && chain.loose === true;
  return doubtful ? found(unchecked(judgement.kind, 'unchecked.shape')) : result;
}

/** What the next step of a chain is compared with: never something that is known to be badly written. */
export function nextGood(
  naming: Naming,
  good: Expr,
  right: Expr,
  { judgement, edit }: Found,
): Expr {
  if (judgement.verdict === 'slip') return edit?.result ?? good;
  return judgement.verdict === 'holds' ? better(naming, good, right) : right;
}

/** Of two equal things the one that later steps are better compared with: the one without rounded decimals. */
function better(naming: Naming, left: Expr, right: Expr): Expr {
  return naming.isNumber(right) && !naming.isNumber(left) ? right : left;
}
