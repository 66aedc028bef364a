import type { Expr } from '../expression/node.js';
import { some } from '../expression/walk.js';
import type { Definition, NameUse } from '../interpret/context.js';
import { isLiteral } from './literal.js';

/** The first letters of errors that the text calls `\delta_{nk}`, as in `\delta_{nk} = y_{nk} - t_{nk}`; its own and those it takes over. */
export function errorsIn(
  equalities: readonly { readonly left: Expr; readonly right: Expr }[],
  elders: readonly Definition[],
): ReadonlySet<string> {
  const own = equalities.flatMap(({ left, right }) => {
    const [first, second] = left.kind === 'sub' && isDelta(left.target) ? left.indices : [];
    if (first?.kind !== 'sym' || second?.kind !== 'sym') return [];
    return isReminder(right, first.base) ? [] : [first.base];
  });
  const taken = elders.flatMap(({ key, indices }) =>
    key === '\\delta' ? indices.slice(0, 1) : [],
  );
  return new Set([...own, ...taken]);
}

/** Is it Kronecker's delta? Of a layer it never is, nor with the first letter of an error. */
export function isKronecker(use: NameUse, errors: ReadonlySet<string>): boolean {
  const [first] = use.indices;
  if (use.key !== '\\delta' || use.indices.length !== 2 || use.family.length > 0) return false;
  return errors.size === 0 || (first?.kind === 'sym' && !errors.has(first.base));
}

/** What is written of Kronecker's delta itself: a number for each case, `\mathbb 1[i = j]`, `\partial x_i / \partial x_j`. */
function isReminder(body: Expr, first: string): boolean {
  if (isLiteral(body) || some(body, ({ kind }) => kind === 'cases' || kind === 'rel')) return true;
  const has = (node: Expr): boolean =>
    some(node, (inner) => inner.kind === 'sym' && inner.base === first);
  return body.kind === 'deriv' && !body.wrt.some(({ name }) => has(name));
}

function isDelta(node: Expr): boolean {
  return node.kind === 'sym' && node.base === '\\delta' && node.accents.length === 0;
}
