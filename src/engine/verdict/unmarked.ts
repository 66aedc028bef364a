import type { Naming } from '../claim/naming.js';
import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import type { Equality } from './equality.js';
import type { Hypothesis } from './surface.js';

/** Both sides as written, and with `\hat{\mu}`, `w^*` and `w_{\text{ML}}` read as the unknown that the premises are solved for. */
export function plainForms(
  claim: Pick<Equality, 'left' | 'right'>,
  premises: readonly Hypothesis[],
  naming: Naming,
  isDefined: (key: string) => boolean,
): readonly { readonly left: Expr; readonly right: Expr }[] {
  const known = new Set(
    premises.flatMap(({ left, right }) => [...keysIn(left, naming), ...keysIn(right, naming)]),
  );
  const defined = new Set([...known, ...keysIn(claim.right, naming)].filter(isDefined));
  const left = unmarked(claim.left, known, naming);
  const right = unmarked(claim.right, known, naming);
  if (left === claim.left && right === claim.right) return [claim];
  // `\bar{x}` is what its definition says, and not the x of the premise.
  const apart = unmarked(claim.right, new Set([...known, ...defined]), naming);
  return [claim, { left, right: apart }, ...(apart === right ? [] : [{ left, right }])];
}

/** Names with a mark that the premises do not have, without it where the premises have that. */
export function unmarked(node: Expr, known: ReadonlySet<string>, naming: Naming): Expr {
  const use = naming.readName(node);
  if (!use) return mapChildren(node, (child) => unmarked(child, known, naming));
  if (known.has(use.key)) return node;
  for (const plain of without(node)) {
    const other = naming.readName(plain);
    if (other && known.has(other.key)) return plain;
  }
  return node;
}

/** The name with one or all of its marks taken off. */
function without(node: Expr): Expr[] {
  switch (node.kind) {
    case 'sym':
      return node.accents.length > 0 ? [{ ...node, accents: [] }] : [];
    case 'mark':
      return node.mark === 'layer' ? [] : [node.target, ...without(node.target)];
    case 'sub':
      return [
        ...without(node.target).map((target): Expr => ({ ...node, target })),
        node.target,
        ...without(node.target),
      ];
    default:
      return [];
  }
}
