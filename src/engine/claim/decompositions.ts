import type { Expr } from '../expression/node.js';
import type { Structure } from '../interpret/context.js';
import type { Declarations } from './declared.js';
import { letterOf } from '../expression/letter.js';
import type { Naming } from './naming.js';
import type { Placed } from './zone.js';

/**
 * `A = U \Sigma V^\top` and `C = Q \Lambda Q^\top`: by these letters every book means singular values and eigenvalues,
 * with orthonormal vectors on both sides.
 */
export function declareDecompositions(
  statements: readonly Placed[],
  naming: Naming,
  declarations: Declarations,
): void {
  const declare = (key: string, structure: Structure, domain: 'positive' | null): void => {
    const known = declarations.get(key);
    if (!known) declarations.set(key, { sizes: null, domain, structure });
    else {
      known.structure ??= structure;
      known.domain ??= domain;
    }
  };
  const turned = new Set(statements.flatMap((placed) => turnedBack(placed, naming)));
  for (const { statement } of statements) {
    for (const item of statement.items) {
      const found = item ? readFactors(item, naming) : null;
      if (!found) continue;
      const [left, middle, right] = found;
      const [outer, inner, other] = found.map(letterOf);
      if (left !== right) {
        if (outer !== 'U' || other !== 'V' || !/^(\\Sigma|S|D)$/.test(inner ?? '')) continue;
        const whole = statement.items.some((name) => isSquare(name, naming, declarations));
        for (const key of [left, right])
          declare(key, whole || turned.has(key) ? 'orthogonal' : 'orthonormal', null);
        declare(middle, 'diagonal', 'positive');
      } else if (/^[QUVPE]$/.test(outer ?? '') && /^(\\Lambda|D)$/.test(inner ?? '')) {
        declare(left, 'orthogonal', null);
        declare(middle, 'diagonal', null);
      }
    }
  }
}

/** The names of `A B C^\top`. */
function readFactors(item: Expr, naming: Naming): readonly [string, string, string] | null {
  if (item.kind !== 'mul' || item.factors.length !== 3) return null;
  const [a, b, last] = item.factors;
  const turned = transposed(last, naming);
  if (!a || !b || !turned) return null;
  const uses = [a, b, turned].map((factor) => naming.readName(factor));
  const [left, middle, right] = uses.map((use) => (use?.indices.length === 0 ? use.key : null));
  return left && middle && right ? [left, middle, right] : null;
}

function isSquare(item: Expr | null, naming: Naming, declarations: Declarations): boolean {
  const use = item ? naming.readName(item) : null;
  const sizes = use ? declarations.get(use.key)?.sizes : null;
  return sizes?.length === 2 && sizes[0] !== null && sizes[0] === sizes[1];
}

/** What `V^\top` and `V'` are the transpose of. */
function transposed(node: Expr | undefined, naming: Naming): Expr | null {
  if (node?.kind === 'transpose') return node.target;
  return node?.kind === 'prime' && node.order === 1 && !naming.readName(node) ? node.target : null;
}

/** `U U^\top = I`: of so many columns as rows. */
function turnedBack({ statement }: Placed, naming: Naming): string[] {
  const identity = statement.items.some((item) => item && naming.readName(item)?.key[0] === 'I');
  if (!identity) return [];
  return statement.items.flatMap((item) => {
    const [a, b] = item?.kind === 'mul' && item.factors.length === 2 ? item.factors : [];
    const turned = transposed(b, naming);
    const use = a && turned ? naming.readName(a) : null;
    const back = turned ? naming.readName(turned) : null;
    return use && use.key === back?.key ? [use.key] : [];
  });
}
