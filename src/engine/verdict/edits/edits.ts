import type { Expr } from '../../expression/node.js';
import { replaceNode } from '../../expression/replace.js';
import { children, walk } from '../../expression/walk.js';
import type { FixCode } from '../report.js';
import type { Edit, Stock } from './edit.js';
import { exchangedLetters, exchangeEdits, nameEdits, renameEdits } from './names.js';
import { forgottenPowers } from './powers.js';
import { structureEdits } from './structure.js';
import { innerEdits } from './inner.js';
import { summedEdits, termEdits, wholeEdits } from './whole.js';

/** More candidates than this are not tried. */
const MAX_EDITS = 600;

/** All single edits of an expression, the likeliest first. */
export function editsOf(root: Expr, stock: Stock): Edit[] {
  const edits: Edit[] = [];
  const add = (code: FixCode, cost: number, node: Expr, change: Expr, bold = false): void => {
    if (bold && !stock.bold) return;
    edits.push({ code, cost, node, change, result: replaceNode(root, node, change), bold });
  };
  const skipped = new Set<Expr>();
  // A function is squared with what it is of.
  const functions = new Set<Expr>();
  walk(root, (node) => {
    if (node.kind === 'call' && node.certain) functions.add(node.fn);
    if (skipped.has(node)) return;
    for (const part of rangeParts(node)) walk(part, (inner) => skipped.add(inner));
    const use = stock.readName(node);
    if (use) {
      for (const child of children(node)) walk(child, (inner) => skipped.add(inner));
      nameEdits(node, use, stock, add);
      if (!isLetter(node, stock) && !functions.has(node))
        forgottenPowers(node, /^(\\math\w+\{)?\\?[A-Z]/.test(use.key), add);
      return;
    }
    structureEdits(node, stock, add);
    if (POWERED.has(node.kind)) forgottenPowers(node, false, add);
    for (const term of termsIn(node)) termEdits(term, stock, add);
    // `\frac{e^{z_j}}{e^{z_k}}`, `\log e^{z_k}`, `(x_i)^2`: a sum is left out below or within as well.
    const inner = innerOf(node);
    if (inner) summedEdits(inner, 1.6, stock, add);
  });
  wholeEdits(root, stock, add);
  innerEdits(root, add);
  renameEdits(root, stock, add);
  exchangeEdits(root, stock, add);
  exchangedLetters(root, stock, add);
  return edits.sort((a, b) => a.cost - b.cost).slice(0, MAX_EDITS);
}

/** What may have been squared, names and functions aside. */
const POWERED: ReadonlySet<Expr['kind']> = new Set(['num', 'abs', 'norm', 'add', 'big']);

/** Ranges are mended as a whole; a differentiated name stays what it is. */
function rangeParts(node: Expr): Expr[] {
  if (node.kind !== 'big') return [];
  return node.bounds.flatMap(({ index, from, to, set, condition }) =>
    [index, from, to, set, condition].filter((part) => part !== undefined),
  );
}

function isLetter(node: Expr, stock: Stock): boolean {
  return (
    node.kind === 'sym' &&
    stock.letters.some((letter) => letter.kind === 'sym' && letter.base === node.base)
  );
}

/** What stands below a fraction, or in brackets that are raised to a power. */
function innerOf(node: Expr): Expr | null {
  if (node.kind === 'div') return node.bottom;
  return node.kind === 'pow' && node.exponent.kind === 'num' ? node.base : null;
}

/** Terms of which each may lack a factor of its own. */
function termsIn(node: Expr): readonly Expr[] {
  switch (node.kind) {
    case 'add':
      return node.left.kind === 'add' ? [node.right] : [node.left, node.right];
    case 'call':
      return node.args;
    case 'pow':
      return node.exponent.kind === 'num' ? [] : [node.exponent];
    default:
      return [];
  }
}
