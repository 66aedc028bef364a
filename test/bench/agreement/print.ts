import { isScalar, shapeOf } from './tree.js';
import type { Tree } from './tree.js';

/** How tightly a piece of LaTeX holds together: a sum, a product, or one thing. */
type Strength = 0 | 1 | 2;

interface Printed {
  readonly latex: string;
  readonly strength: Strength;
}

/** The tree in LaTeX as a course would write it. */
export function printTree(tree: Tree): string {
  return print(tree).latex;
}

function print(tree: Tree): Printed {
  switch (tree.kind) {
    case 'name':
      return { latex: tree.name, strength: 2 };
    case 'number':
      return { latex: String(tree.value), strength: tree.value < 0 ? 0 : 2 };
    case 'identity':
      return { latex: 'I', strength: 2 };
    case 'ones':
      return { latex: '\\mathbf{1}', strength: 2 };
    case 'sum': {
      const right = print(tree.right);
      const negative = tree.sign < 0 || right.latex.startsWith('-');
      const after = negative ? wrapped(tree.right, 1) : right.latex;
      return {
        latex: `${print(tree.left).latex} ${tree.sign < 0 ? '-' : '+'} ${after}`,
        strength: 0,
      };
    }
    case 'scale':
      return scaled(tree.factor, tree.target);
    case 'divide':
      return {
        latex: `\\frac{${print(tree.top).latex}}{${print(tree.bottom).latex}}`,
        strength: 1,
      };
    case 'hadamard':
      return { latex: `${wrapped(tree.left, 2)} \\odot ${wrapped(tree.right, 2)}`, strength: 0 };
    case 'product':
      return { latex: `${wrapped(tree.left, 1)} ${wrapped(tree.right, 1)}`, strength: 1 };
    case 'transpose':
      return { latex: `${wrapped(tree.target, 2)}^\\top`, strength: 2 };
    case 'trace':
      return { latex: `\\operatorname{tr}(${print(tree.target).latex})`, strength: 2 };
    case 'squares': {
      const frobenius = shapeOf(tree.target)[1] === '1' ? '' : '_F';
      return { latex: `\\|${print(tree.target).latex}\\|${frobenius}^2`, strength: 2 };
    }
    case 'norm':
      return { latex: `\\|${print(tree.target).latex}\\|`, strength: 2 };
    case 'apply': {
      const name = tree.fn === 'sigma' ? '\\sigma' : `\\${tree.fn}`;
      return { latex: `${name}(${print(tree.target).latex})`, strength: 2 };
    }
    case 'softmax':
      return { latex: `\\operatorname{softmax}(${print(tree.target).latex})`, strength: 2 };
    default:
      return tree satisfies never;
  }
}

function scaled(factor: Tree, target: Tree): Printed {
  if (factor.kind === 'number' && factor.value === -1)
    return { latex: `-${wrapped(target, 1)}`, strength: 0 };
  const negative = factor.kind === 'number' && factor.value < 0;
  const first = negative ? print(factor).latex : wrapped(factor, 1);
  const second = wrapped(target, 1);
  const dot = /^[\d]/.test(second) || isScalar(shapeOf(target)) ? ' \\cdot ' : ' ';
  const plainDot = factor.kind === 'number' && !/^\d/.test(second) ? ' ' : dot;
  return { latex: `${first}${plainDot}${second}`, strength: negative ? 0 : 1 };
}

function wrapped(tree: Tree, least: Strength): string {
  const { latex, strength } = print(tree);
  return strength >= least ? latex : `(${latex})`;
}
