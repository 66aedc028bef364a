import type { Expr } from '../expression/node.js';
import { walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Names } from '../claim/reading.js';
import type { Equality } from './equality.js';
import { editsOf, type Edit, type Stock } from './edits.js';
import type { Reader } from './judge.js';
import type { FixCode } from './report.js';

/** How many edits may still be tried in this document; repairs are a help, never worth a wait. */
export interface Budget {
  left: number;
  /** True when what is left is not wanted any more. */
  readonly interrupted: () => boolean;
}

/** How many edits are tried for one step. */
const PER_STEP = 260;

/**
 * The smallest single edit of the right side that makes the equality hold. Of several just as small the last:
 * in `p_i (\delta_{ij} - p_i)` either p could be p_j, and the slip is made where the term is long already.
 */
export function findRepair(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
): Edit | null {
  return firstThatHolds(reader, claim, editsOf(claim.right, stock), budget);
}

/**
 * The same of the left side, for a claim that begins there: `v^\top u` where `u v^\top` was meant. Only slips of
 * notation: what a right side lacks is looked for there.
 */
export function findLeftRepair(
  reader: Reader,
  claim: Equality,
  stock: Stock,
  budget: Budget,
): Edit | null {
  // What is differentiated by stays: whether its shape is meant upright or lying is a matter of layout.
  const fixed = new Set<Expr>();
  walk(claim.left, (node) => {
    if (node.kind === 'deriv')
      for (const { name } of node.wrt) walk(name, (inner) => fixed.add(inner));
  });
  const edits = editsOf(claim.left, stock).filter(
    ({ code, cost, node }) => cost <= LEFT_COST && LEFT_CODES.has(code) && !fixed.has(node),
  );
  const turned = { ...claim, left: claim.right, right: claim.left };
  return firstThatHolds(reader, turned, edits, budget);
}

const LEFT_COST = 3;
const LEFT_CODES: ReadonlySet<FixCode> = new Set([
  'fix.transpose',
  'fix.order',
  'fix.product',
  'fix.derivative',
  'fix.index',
  'fix.bounds',
]);

function firstThatHolds(
  reader: Reader,
  claim: Equality,
  edits: readonly Edit[],
  budget: Budget,
): Edit | null {
  let best: Edit | null = null;
  let tried = 0;
  for (const edit of edits) {
    if (best && edit.cost > best.cost) return best;
    if (budget.left <= 0 || tried >= PER_STEP) return best;
    tried++;
    budget.left--;
    if (!reader.mayAgree(claim.left, edit.result, claim.conditions)) continue;
    // `a = a` mends everything.
    if (printLatex(edit.result) === printLatex(claim.left)) continue;
    const outcome = reader.compare(claim.left, edit.result, claim.conditions);
    if (outcome.kind !== 'equal' || outcome.trivial) continue;
    if (!best || edit.node.span.start > best.node.span.start) best = edit;
  }
  return best;
}

/** Names and letters that a repair may bring into a claim: those of the claim and of what surrounds it. */
export function stockFor(names: Names, claim: readonly Expr[], around: readonly Expr[]): Stock {
  const found = new Map<string, Expr>();
  const letters = new Map<string, Expr>();
  const sizes = new Map<string, Expr>();
  const collect = (root: Expr): void => {
    walk(root, (node) => {
      const use = names.naming.readName(node);
      if (node.kind === 'big') {
        for (const bound of node.bounds) {
          if (bound.index.kind === 'sym') letters.set(bound.index.base, bound.index);
          if (bound.to?.kind === 'sym') sizes.set(bound.to.base, bound.to);
        }
      }
      if (!use) return;
      if (use.family.length === 0 && !found.has(use.key))
        found.set(use.key, bareName(node, use.indices));
      for (const index of use.indices) if (index.kind === 'sym') letters.set(index.base, index);
    });
  };
  for (const root of [...claim, ...around]) collect(root);
  for (const letter of letters.keys()) found.delete(letter);
  return {
    readName: (node) => names.naming.readName(node),
    names: [...found.values()].slice(0, 14),
    letters: [...letters.values()].slice(0, 5),
    sizes: [...sizes.values()].slice(0, 3),
  };
}

function bareName(node: Expr, indices: readonly Expr[]): Expr {
  if (node.kind !== 'sub') return node;
  const rest = node.indices.filter((index) => !indices.includes(index));
  return rest.length === 0 ? node.target : { ...node, indices: rest };
}

/** The edit's new text, in brackets where what stands around binds more tightly. */
export function editText(edit: Edit): string {
  if (edit.text !== undefined) return edit.text;
  const text = printLatex(edit.change);
  const loose = (node: Expr): boolean =>
    node.kind === 'add' || node.kind === 'neg' || node.kind === 'rel';
  return loose(edit.change) && !loose(edit.node) && edit.result !== edit.change
    ? `\\left(${text}\\right)`
    : text;
}
