import { PLAIN } from './style.js';
import type { Style } from './style.js';
import { isScalar, shapeOf } from './tree.js';
import type { Tree } from './tree.js';

/** How tightly a piece of LaTeX holds together: a sum, a product, or one thing. */
type Strength = 0 | 1 | 2;

interface Printed {
  readonly latex: string;
  readonly strength: Strength;
}

/** The tree in LaTeX as a course would write it. */
export function printTree(tree: Tree, style: Style = PLAIN): string {
  return new Printer(style).print(tree).latex;
}

class Printer {
  constructor(private readonly style: Style) {}

  print(tree: Tree): Printed {
    const { style } = this;
    switch (tree.kind) {
      case 'name':
        return one(tree.name);
      case 'number':
        return { latex: String(tree.value), strength: tree.value < 0 ? 0 : 2 };
      case 'identity':
        return one('I');
      case 'ones':
        return one('\\mathbf{1}');
      case 'sum':
        return this.sum(tree);
      case 'scale':
        return this.scaled(tree.factor, tree.target);
      case 'divide':
        return {
          latex: `${style.fraction}{${this.latex(tree.top)}}{${this.latex(tree.bottom)}}`,
          strength: 1,
        };
      case 'hadamard':
        return this.hadamard(tree.left, tree.right);
      case 'product':
        return this.product(tree.left, tree.right);
      case 'transpose':
        return this.transposed(tree.target);
      case 'trace':
        return one(`${style.trace}(${this.latex(tree.target)})`);
      case 'inverse':
        return one(
          `${tree.target.kind === 'transpose' ? this.bracketed(this.latex(tree.target)) : this.wrapped(tree.target, 2)}^{-1}`,
        );
      case 'logdet':
        return one(`\\log \\det(${this.latex(tree.target)})`);
      case 'squares':
        return one(`${this.norm(tree.target)}^2`);
      case 'norm':
        return one(this.norm(tree.target));
      case 'apply': {
        const name = tree.fn === 'sigma' ? '\\sigma' : `\\${tree.fn}`;
        return one(`${name}(${this.latex(tree.target)})`);
      }
      case 'softmax':
        return one(`\\operatorname{softmax}(${this.latex(tree.target)})`);
      default:
        return tree satisfies never;
    }
  }

  private latex(tree: Tree): string {
    return this.print(tree).latex;
  }

  private sum(tree: Tree & { kind: 'sum' }): Printed {
    const right = this.latex(tree.right);
    const negative = tree.sign < 0 || right.startsWith('-');
    const after = negative ? this.wrapped(tree.right, 1) : right;
    return { latex: `${this.latex(tree.left)} ${tree.sign < 0 ? '-' : '+'} ${after}`, strength: 0 };
  }

  private transposed(target: Tree): Printed {
    const inner =
      target.kind === 'inverse' ? this.bracketed(this.latex(target)) : this.wrapped(target, 2);
    return one(`${inner}${this.style.transpose}`);
  }

  private norm(target: Tree): string {
    const [open, close] = this.style.norm;
    const kind = shapeOf(target)[1] === '1' ? this.style.euclidean : '_F';
    return `${open}${this.latex(target)}${close}${kind}`;
  }

  private hadamard(left: Tree, right: Tree): Printed {
    if (this.style.hadamard === 'diag' && isColumn(left) && isColumn(right))
      return {
        latex: `\\operatorname{diag}(${this.latex(left)}) ${this.wrapped(right, 1)}`,
        strength: 1,
      };
    const sign = this.style.hadamard === 'circ' ? '\\circ' : '\\odot';
    return { latex: `${this.wrapped(left, 2)} ${sign} ${this.wrapped(right, 2)}`, strength: 0 };
  }

  private product(left: Tree, right: Tree): Printed {
    const isInner = left.kind === 'transpose' && isColumn(left.target) && isColumn(right);
    if (isInner && this.style.inner === 'angle')
      return one(`\\langle ${this.latex(left.target)}, ${this.latex(right)} \\rangle`);
    return { latex: `${this.wrapped(left, 1)} ${this.wrapped(right, 1)}`, strength: 1 };
  }

  private scaled(factor: Tree, target: Tree): Printed {
    if (factor.kind === 'number' && factor.value === -1)
      return { latex: `-${this.wrapped(target, 1)}`, strength: 0 };
    const negative = factor.kind === 'number' && factor.value < 0;
    const first = negative ? this.latex(factor) : this.wrapped(factor, 1);
    const second = this.wrapped(target, 1);
    return {
      latex: `${first}${this.between(factor, target, second)}${second}`,
      strength: negative ? 0 : 1,
    };
  }

  private between(factor: Tree, target: Tree, second: string): string {
    if (/^\d/.test(second)) return ' \\cdot ';
    return factor.kind !== 'number' && isScalar(shapeOf(target)) ? this.style.times : ' ';
  }

  private wrapped(tree: Tree, least: Strength): string {
    const { latex, strength } = this.print(tree);
    return strength >= least ? latex : this.bracketed(latex);
  }

  private bracketed(latex: string): string {
    const [open, close] = this.style.brackets;
    return `${open}${latex}${close}`;
  }
}

function one(latex: string): Printed {
  return { latex, strength: 2 };
}

function isColumn(tree: Tree): boolean {
  const [rows, columns] = shapeOf(tree);
  return columns === '1' && rows !== '1';
}
