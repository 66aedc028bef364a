import type { SourceDocument } from '../../../src/engine/index.js';
import type { Expr } from '../../../src/engine/expression/node.js';
import { some } from '../../../src/engine/expression/walk.js';
import { parseFormula } from '../../../src/engine/latex/statement.js';
import { findFormulas } from '../formulas.js';
import type { Chain } from './peer.js';
import { pythonOf } from './python.js';

export interface Equation extends Chain {
  /** The whole chain as it is written. */
  readonly text: string;
  /** Whether our own reader takes all of it in. */
  readonly ours: boolean;
}

/** The equalities in a document's formulas, each chain cut into its sides. */
export function equationsOf(document: SourceDocument): readonly Equation[] {
  return findFormulas(document).flatMap(({ latex }) =>
    parseFormula(latex, 0, new Map()).flatMap(({ items, relations, broken }) => {
      const sides = items.filter((item) => item !== null);
      const [first, last] = [sides[0], sides.at(-1)];
      if (sides.length < 2 || !first || !last) return [];
      if (!relations.every(({ sign }) => sign === '=')) return [];
      const python = sides.map(pythonOf);
      return [
        {
          text: bare(latex.slice(first.span.start, last.span.end)),
          latex: sides.map(({ span }) => bare(latex.slice(span.start, span.end))),
          python: python.every((side) => side !== null) ? python : null,
          ours: !broken && !sides.some((side) => some(side, isHole)),
        },
      ];
    }),
  );
}

/** Without what only lays out an aligned row. */
function bare(latex: string): string {
  return latex.replace(/&|\\\\|\\(?:quad|qquad|[,;!:])/g, ' ').trim();
}

function isHole(node: Expr): boolean {
  return node.kind === 'hole';
}
