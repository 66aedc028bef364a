import type { Big, Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';

/** What a sum over labels adds up, as `U_f^\top a_f + U_i^\top a_i`; null for other sums. */
export function summandsOf({ bounds, body }: Big): readonly Expr[] | null {
  const [{ index, set } = { index: null, set: undefined }, ...more] = bounds;
  if (index?.kind !== 'sym' || set?.kind !== 'tuple' || more.length > 0) return null;
  const labels = set.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
  if (labels.length !== set.items.length) return null;
  return labels.map(({ text }) => labelled(body, index.base, labelOf({ ...index, base: text })));
}

/** A letter that is a label wherever it stands. `written`: what the source has in its place. */
export function labelOf(letter: Sym, written = letter.base): Sym {
  return { ...letter, font: 'upright', written };
}

/** With a label in the place of a letter; sums over the letter as they are said to be. */
export function labelled(
  node: Expr,
  letter: string,
  label: Sym,
  sum: (node: Big) => Expr = (own) => own,
): Expr {
  if (node.kind === 'sym' && node.base === letter) {
    // `\hat{\kappa}_t`: a name, and no label of one.
    if (node.accents.length > 0) return { ...node, base: label.base };
    return { ...label, span: node.span };
  }
  const own =
    node.kind === 'big' &&
    node.bounds.some(({ index }) => index.kind === 'sym' && index.base === letter);
  return own ? sum(node) : mapChildren(node, (child) => labelled(child, letter, label, sum));
}
