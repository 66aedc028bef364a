import type { Declarations } from '../claim/declared.js';
import { isLiteral } from '../claim/literal.js';
import type { Expr } from '../expression/node.js';
import { sameTree } from '../expression/sameTree.js';
import { walk } from '../expression/walk.js';
import type { Equality } from './equality.js';
import { Reader } from './judge.js';
import type { Setting } from './setting.js';

/**
 * The reading in which what a claim differentiates by varies, though the document gives it as numbers:
 * `\frac{\partial L}{\partial v} = \delta h` after `v = (0.7, -0.5)^\top`. Null where nothing of the kind is there.
 */
export function readerOfVariables({ names, reader }: Setting, claim: Equality): Reader | null {
  const variables = new Map(reader.book.variables);
  const declarations: Declarations = new Map(names.declarations);
  for (const name of [claim.left, claim.right].flatMap(differentiatedBy)) {
    const key = names.naming.readName(name)?.key ?? '';
    const body = variables.get(key)?.body;
    const shape = body && isLiteral(body) ? shapeOf(body) : null;
    if (!body || !shape) continue;
    variables.delete(key);
    const known = declarations.get(key) ?? { domain: null, structure: null };
    const structure =
      known.structure ?? (shape.length > 1 && isSymmetric(body) ? 'symmetric' : null);
    declarations.set(key, { ...known, structure, sizes: shape });
  }
  if (variables.size === reader.book.variables.size) return null;
  const book = { ...reader.book, variables };
  return new Reader({ ...names, declarations }, reader.ranks, book);
}

export function differentiatedBy(side: Expr): Expr[] {
  const found: Expr[] = [];
  walk(side, (node) => {
    if (node.kind === 'differential')
      found.push(node.target.kind === 'transpose' ? node.target.target : node.target);
    if (node.kind === 'nabla' && node.wrt) found.push(node.wrt);
    if (node.kind === 'deriv') found.push(...node.wrt.map(({ name }) => name));
  });
  return found;
}

/** A column is a vector. */
function shapeOf(body: Expr): number[] | null {
  if (body.kind === 'transpose' && body.target.kind === 'tuple') return shapeOf(body.target);
  if (body.kind === 'tuple') return [body.items.length];
  if (body.kind !== 'matrix') return null;
  const columns = body.rows[0]?.length ?? 1;
  return columns === 1 ? [body.rows.length] : [body.rows.length, columns];
}

function isSymmetric(body: Expr): boolean {
  const rows = body.kind === 'matrix' ? body.rows : [];
  return rows.every((row, i) => row.every((entry, j) => sameTree(entry, rows[j]?.[i] ?? body)));
}
