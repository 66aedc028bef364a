import type { Expr, Tuple } from '../expression/node.js';

/** `x \in [a, b]` and `x \in c\,[a, b]` as `a \le x \le b`; null for other sets. */
export function withinInterval(item: Expr, set: Expr): Expr | null {
  const [interval, ...factors] = set.kind === 'mul' ? [...set.factors].reverse() : [set];
  const [low, high] = interval && isInterval(interval) ? interval.items : [];
  if (!low || !high) return null;
  const times = (end: Expr): Expr =>
    factors.length === 0
      ? end
      : {
          kind: 'mul',
          factors: [...factors].reverse().concat(end),
          signs: factors.map(() => ''),
          span: set.span,
        };
  return {
    kind: 'rel',
    items: [times(low), item, times(high)],
    signs: ['<=', '<='],
    span: set.span,
  };
}

function isInterval(node: Expr): node is Tuple {
  return node.kind === 'tuple' && node.items.length === 2 && /^[([]$/.test(node.fence);
}
