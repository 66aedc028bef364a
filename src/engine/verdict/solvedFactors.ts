import { numberAt } from '../expression/numberAt.js';
import type { Expr } from '../expression/node.js';
import { replaceNode } from '../expression/replace.js';
import { timesFirst, type Edit } from './edits/edit.js';
import type { Reader } from './judge.js';
import { differences, roots } from './solve.js';

/** Factors that people leave out: small numbers and parts of them. */
const LARGEST = 100;
const PARTS: readonly number[] = [1, 2, 3, 4, 6, 8];

/** A side has seldom more terms that may each lack a factor. */
const MOST_TERMS = 8;

/** Likelier than a factor that must be taken from elsewhere. */
const COST = 3.05;

/** What single terms and entries of one side lack: a number as a factor, with which both sides agree where they were computed. */
export function solvedFactors(reader: Reader, fixed: Expr, side: Expr): Edit[] {
  const start = differences(reader, fixed, side);
  // One equation alone can be solved for any factor.
  if (!start || start.length < 2) return [];
  return termsOf(side)
    .slice(0, MOST_TERMS)
    .flatMap((term) => {
      const doubled = replaceNode(side, term, timesFirst(numberAt('2', term), term));
      const moved = differences(reader, fixed, doubled);
      if (moved?.length !== start.length) return [];
      return roots(start, moved, 1).flatMap((root): Edit[] => {
        const factor = factorOf(root, term);
        if (!factor) return [];
        const change = timesFirst(factor, term);
        const result = replaceNode(side, term, change);
        return [{ code: 'fix.factor', cost: COST, node: term, change, result, bold: true }];
      });
    });
}

/** The side itself, its terms, the entries of its arrays and theirs. */
function termsOf(node: Expr): Expr[] {
  switch (node.kind) {
    case 'add':
      return [...termsOf(node.left), ...termsOf(node.right)];
    case 'neg':
      return termsOf(node.target);
    case 'matrix':
      return node.rows.flat().flatMap(termsOf);
    case 'tuple':
      return node.items.flatMap(termsOf);
    default:
      return [node];
  }
}

/** The number as it would be written; null for what nobody leaves out. */
function factorOf(value: number, at: Expr): Expr | null {
  if (Math.abs(value - 1) < 1e-9 || !(value > 0)) return null;
  for (const bottom of PARTS) {
    const top = Math.round(value * bottom);
    if (top === 0 || top > LARGEST || Math.abs(value * bottom - top) > 1e-7 * top) continue;
    const whole = numberAt(String(top), at);
    if (bottom === 1) return whole;
    return { kind: 'div', top: whole, bottom: numberAt(String(bottom), at), span: at.span };
  }
  return null;
}
