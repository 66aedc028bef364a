import { describe, expect, it } from 'vitest';
import type { Expr } from '../../../../src/engine/expression/node.js';
import {
  mapChildren,
  replaceLetter,
  replaceNode,
} from '../../../../src/engine/expression/replace.js';
import { hasTrait, Trait } from '../../../../src/engine/expression/traits.js';
import { walk } from '../../../../src/engine/expression/walk.js';
import { printLatex } from '../../../../src/engine/latex/print.js';
import { parseFormula } from '../../../../src/engine/latex/statement.js';

const FORMULAS = [
  'x',
  'x_i^{(l)} + 2',
  '-\\frac{a}{b} c^\\top',
  '\\sum_{i=1}^n f(x_i) \\, y_i',
  '\\frac{\\partial L}{\\partial w} + \\nabla f',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} |x| \\|y\\|',
  '\\begin{cases} x & x > 0 \\\\ 0 & x < 0 \\end{cases}',
  "f'(x)|_{x=0} + (a, b)",
  '\\int x \\, dx + O(h^2) + dW',
];

describe('a tree whose parts are mapped', () => {
  it.each(FORMULAS)('%s is the tree itself where no part changes', (latex) => {
    walk(read(latex), (node) => {
      expect(mapChildren(node, (child) => child)).toBe(node);
      expect(replaceLetter(node, 'none', node)).toBe(node);
    });
  });

  it.each(FORMULAS)('%s is a copy where one changes, and itself stays', (latex) => {
    const root = read(latex);
    const [before, other] = [printLatex(root), read('\\omega')];
    walk(root, (node) => {
      if (node === root) return;
      expect(replaceNode(root, node, other)).not.toBe(root);
      expect(printLatex(root)).toBe(before);
    });
  });
});

describe('what stands somewhere in a tree', () => {
  it.each([
    ['x + y_i', []],
    ['\\int x \\, dx', ['openIntegral']],
    ['2 \\int_0^1 x \\, dx', []],
    ['1 + x + O(x^2)', ['landau']],
    ['\\frac{1 + \\cdots}{2}', ['dots']],
    ['\\operatorname{tr}(A \\, dX)', ['differential']],
  ] as const)('%s: %j', (latex, traits) => {
    const root = differentiated(read(latex));
    const found = Object.entries(Trait).filter(([, bit]) => hasTrait(root, bit));
    expect(found.map(([name]) => name)).toEqual(traits);
  });
});

function read(latex: string): Expr {
  const root = parseFormula(latex, 0, new Map())[0]?.items[0];
  if (!root) throw new Error(latex);
  return root;
}

/** `dX` as the differential that a document may mean by it. */
function differentiated(node: Expr): Expr {
  const [first, second] = node.kind === 'mul' ? node.factors.slice(-2) : [];
  if (first?.kind === 'sym' && first.base === 'd' && second)
    return { kind: 'differential', target: second, sign: 'd', sure: true, span: node.span };
  return mapChildren(node, differentiated);
}
