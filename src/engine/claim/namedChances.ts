import { isChance } from '../expression/forms.js';
import type { Expr } from '../expression/node.js';
import { printLatex } from '../latex/print.js';
import type { Naming } from './naming.js';
import type { Placed } from './zone.js';

/** Reads equations between a name and `P(y_i = 1 | x_i)`, which nothing but the text says anything of. */
export class NamedChances {
  /** What the text says of every chance that it speaks of. */
  private readonly forms = new Map<string, Expr>();

  constructor(
    statements: readonly Placed[],
    private readonly naming: Naming,
  ) {
    for (const { statement } of statements) {
      const [left, right] = statement.items;
      if (!left || !right || statement.relations[0]?.sign !== '=') continue;
      const chance = isSpoken(left) && !isSpoken(right) && !naming.readName(right);
      if (chance && !this.forms.has(printLatex(left))) this.forms.set(printLatex(left), right);
    }
  }

  /** `p_i = P(y_i = 1 | x_i) = \sigma(\eta_i)`, in either order, or with the form in a sentence of its own: without the chance. */
  told(placed: Placed, functions: ReadonlyMap<string, unknown>): Placed {
    const { items, relations } = placed.statement;
    const [left, right, third, ...more] = items;
    const without = (first: Expr, second: Expr): Placed => {
      const rest = { items: [first, second, ...more], relations: relations.slice(third ? 1 : 0) };
      return { ...placed, statement: { ...placed.statement, ...rest } };
    };
    if (!left || !right) return placed;
    const chained = third && relations[1]?.sign === '=';
    if (chained && this.isOpen(left, functions) && this.naming.readName(right))
      return without(right, third);
    if (!this.isOpen(right, functions)) return placed;
    if (chained) return without(left, third);
    const form = third ? null : this.forms.get(printLatex(right));
    return form ? without(left, form) : placed;
  }

  /** Is this a chance of which no definition says what it is? */
  private isOpen(node: Expr, functions: ReadonlyMap<string, unknown>): boolean {
    if (node.kind !== 'call' || !isSpoken(node)) return false;
    const use = this.naming.readName(node.fn);
    return use !== null && !functions.has(use.key);
  }
}

/** `P(w | c)`, `P(y = 1)`. */
function isSpoken(node: Expr): boolean {
  if (node.kind !== 'call' || node.fn.kind !== 'sym') return false;
  return node.fn.base.endsWith('|') || isChance(node);
}
