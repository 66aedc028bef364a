import type { Fact } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Declarations } from './declared.js';
import type { Naming } from './naming.js';

/** "Since both matrices are symmetric", without their names: said of the matrices of quadratic forms. */
export function declareQuadratics(
  roots: readonly Expr[],
  facts: readonly Fact[],
  naming: Naming,
  declarations: Declarations,
): void {
  if (!facts.some(({ kind, latex }) => kind === 'symmetric' && latex === '')) return;
  for (const root of roots)
    walk(root, (node) => {
      const key = matrixOfForm(node, naming);
      if (key === null) return;
      const known = declarations.get(key);
      if (known) known.structure ??= 'symmetric';
      else declarations.set(key, { sizes: null, domain: null, structure: 'symmetric' });
    });
}

/** The A of `x^\top A x`. */
function matrixOfForm(node: Expr, naming: Naming): string | null {
  if (node.kind !== 'mul') return null;
  const [row, matrix, column, ...more] = node.factors;
  if (row?.kind !== 'transpose' || !matrix || !column || more.length > 0) return null;
  const use = naming.readName(matrix);
  const same = printLatex(row.target) === printLatex(column);
  return same && use && use.indices.length === 0 ? use.key : null;
}
