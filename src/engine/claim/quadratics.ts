import type { Fact } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import { isUpper } from '../expression/letter.js';
import { walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Declarations } from './declared.js';
import type { Naming } from './naming.js';

/** "Since both matrices are symmetric", without their names: said of those in quadratic forms, traces and determinants. */
export function declareQuadratics(
  roots: readonly Expr[],
  facts: readonly Fact[],
  naming: Naming,
  declarations: Declarations,
): void {
  if (!facts.some(({ kind, latex }) => kind === 'symmetric' && latex === '')) return;
  for (const root of roots)
    walk(root, (node) => {
      for (const key of matricesOf(node, naming)) {
        const known = declarations.get(key);
        if (known) known.structure ??= 'symmetric';
        else declarations.set(key, { sizes: null, domain: null, structure: 'symmetric' });
      }
    });
}

/** The matrices that a form, a trace or a determinant is made of. */
function matricesOf(node: Expr, naming: Naming): readonly string[] {
  const key = matrixOfForm(node, naming);
  if (key !== null) return [key];
  const inner = ofSquare(node);
  const factors = inner?.kind === 'mul' ? inner.factors : inner ? [inner] : [];
  return factors.flatMap((factor) => {
    const use = naming.readName(factor);
    return use && isUpper(use.key) ? [use.key] : [];
  });
}

/** What a trace or a determinant is of. */
function ofSquare(node: Expr): Expr | null {
  if (node.kind === 'abs') return node.target;
  if (node.kind !== 'call' || node.fn.kind !== 'sym') return null;
  return /^\\?(?:tr|Tr|det)$/.test(node.fn.base) ? (node.args[0] ?? null) : null;
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
