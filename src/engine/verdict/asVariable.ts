import type { Declarations } from '../claim/declared.js';
import { isLiteral } from '../claim/literal.js';
import type { Expr } from '../expression/node.js';
import { sameTree } from '../expression/sameTree.js';
import { walk } from '../expression/walk.js';
import { withoutIndices } from '../interpret/range.js';
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
    const use = names.naming.readName(name);
    const whole = use && use.indices.length > 0 ? withoutIndices(name, use.indices) : name;
    const key = use && names.naming.readName(whole)?.key;
    const body = key !== null && key !== undefined ? variables.get(key)?.body : undefined;
    const shape = body && isLiteral(body) ? shapeOf(body) : null;
    if (!body || !shape || key === null || key === undefined) continue;
    variables.delete(key);
    const known = declarations.get(key) ?? { domain: null, structure: null };
    const structure = known.structure ?? (isSymmetric(body) ? 'symmetric' : null);
    declarations.set(key, { ...known, structure, sizes: shape });
  }
  if (variables.size === reader.book.variables.size) return null;
  const book = { ...reader.book, variables };
  return new Reader({ ...names, declarations }, reader.ranks, book);
}

function differentiatedBy(side: Expr): Expr[] {
  const found: Expr[] = [];
  walk(side, (node) => {
    if (node.kind === 'differential')
      found.push(node.target.kind === 'transpose' ? node.target.target : node.target);
    if (node.kind === 'nabla' && node.wrt) found.push(node.wrt);
    if (node.kind === 'nabla' && node.target.kind === 'call') found.push(...node.target.args);
    if (node.kind === 'deriv') found.push(...node.wrt.map(({ name }) => name));
  });
  return found;
}

/** A column is a vector. */
function shapeOf(body: Expr): number[] | null {
  if (body.kind === 'transpose') {
    const inner = shapeOf(body.target);
    if (body.target.kind === 'tuple' || !inner) return inner;
    const [m, n = 1] = inner;
    return m === 1 ? [n] : [n, m ?? 1];
  }
  if (body.kind === 'tuple') return [body.items.length];
  const columns = body.kind === 'matrix' ? body.rows[0]?.length : undefined;
  if (body.kind !== 'matrix' || columns === undefined) return null;
  return columns === 1 ? [body.rows.length] : [body.rows.length, columns];
}

function isSymmetric(body: Expr): boolean {
  return (
    body.kind === 'matrix' &&
    body.rows.length > 1 &&
    body.rows.every((row, i) =>
      row.every((entry, j) => {
        const mirror = body.rows[j]?.[i];
        return mirror !== undefined && sameTree(entry, mirror);
      }),
    )
  );
}
