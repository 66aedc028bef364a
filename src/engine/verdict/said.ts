import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';

/** Where the sentence stands that nobody wrote. */
export const NOWHERE = { start: -1, end: -1 };

/** `name = \partial top / \partial by`, as if it were said right before a statement. */
export function saidBefore(placed: Placed, name: Expr, top: Expr, by: Expr): Placed {
  const wrt = [{ name: by, order: 1 }];
  const slope: Expr = { kind: 'deriv', style: 'partial', top, wrt, span: NOWHERE };
  return {
    ...placed,
    cues: [],
    conditions: [],
    first: false,
    order: placed.order - 0.5,
    statement: {
      ...placed.statement,
      items: [{ ...name, span: NOWHERE }, slope],
      relations: [{ sign: '=', span: NOWHERE }],
      link: 'start',
      words: '',
      span: NOWHERE,
    },
  };
}
