import type { Fact } from '../document/outline.js';
import type { Expr } from '../expression/node.js';
import type { MacroTable } from '../latex/macros.js';
import { parseFormula } from '../latex/statement.js';
import type { Declarations } from './declared.js';
import { baseKey, labelText } from './key.js';

/** `V_k`, said to be the first k columns of `V`: keys of such names, each with the key of the whole. */
export function partsIn(facts: readonly Fact[], macros: MacroTable): ReadonlyMap<string, string> {
  const read = (latex: string): Expr | null => parseFormula(latex, 0, macros)[0]?.items[0] ?? null;
  return new Map(
    facts.flatMap(({ kind, latex, detail }) => {
      const part = kind === 'first-columns' ? read(latex) : null;
      const whole = part && read(detail ?? '');
      if (part?.kind !== 'sub' || part.target.kind !== 'sym' || whole?.kind !== 'sym') return [];
      const label = part.indices.map(labelText).join(',');
      return [[`${baseKey(part.target)}_{${label}}`, baseKey(whole)] as const];
    }),
  );
}

/** Those that elder sections know. */
export function partsBefore(declarations: Declarations): readonly string[] {
  const known = [...declarations].filter(([, { structure }]) => structure === 'orthonormal');
  return known.map(([key]) => key).filter((key) => /^[A-Z]_\{[a-z]\}$/.test(key));
}

/** Columns of a matrix with orthonormal columns are orthonormal; k of them are what `V_k` has. */
export function declareParts(parts: ReadonlyMap<string, string>, declarations: Declarations): void {
  for (const [key, whole] of parts) {
    const { structure, sizes } = declarations.get(whole) ?? {};
    if (structure !== 'orthogonal' && structure !== 'orthonormal') continue;
    const count = /_\{([a-z])\}$/.exec(key)?.[1] ?? null;
    const rows = sizes?.length === 2 ? (sizes[0] ?? null) : null;
    const known = declarations.get(key) ?? { sizes: null, domain: null, structure: null };
    known.sizes ??= [rows, count];
    known.structure ??= 'orthonormal';
    known.part = whole;
    declarations.set(key, known);
  }
}
