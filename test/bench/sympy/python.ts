import type { Expr } from '../../../src/engine/expression/node.js';

const FUNCTIONS = /^\\?(exp|log|ln|sin|cos|tan|tanh|sinh|cosh|sqrt)$/;

/** A scalar expression in Python, as SymPy reads it without LaTeX; null for what has no such form. */
export function pythonOf(node: Expr): string | null {
  switch (node.kind) {
    case 'num':
      return node.text;
    case 'sym':
      return nameOf(node.base + node.accents.join(''));
    case 'sub': {
      const parts = [node.target, ...node.indices].map(pythonOf);
      return parts.every((part) => part !== null && /^\w+$/.test(part)) ? parts.join('_') : null;
    }
    case 'neg':
      return joined`(-${node.target})`;
    case 'add':
      return node.op === '+'
        ? joined`(${node.left}+${node.right})`
        : joined`(${node.left}-${node.right})`;
    case 'mul': {
      if (node.signs.some((sign) => sign === 'odot' || sign === 'otimes')) return null;
      const factors = node.factors.map(pythonOf);
      return factors.every((factor) => factor !== null) ? `(${factors.join('*')})` : null;
    }
    case 'div':
      return joined`(${node.top}/${node.bottom})`;
    case 'pow':
      return joined`(${node.base}**${node.exponent})`;
    case 'call': {
      const [only] = node.args;
      const name = node.fn.kind === 'sym' ? FUNCTIONS.exec(node.fn.base)?.[1] : undefined;
      const inner = only && node.args.length === 1 ? pythonOf(only) : null;
      if (inner === null) return null;
      if (name !== undefined) return `${name}(${inner})`;
      const fn = node.certain ? null : pythonOf(node.fn);
      return fn === null ? null : `(${fn}*${inner})`;
    }
    default:
      return null;
  }
}

/** `\theta` is a name as `theta`; words that mean something to Python get a tail. */
function nameOf(base: string): string | null {
  const plain = base.replace(/^\\/, '');
  if (!/^[A-Za-z]\w*$/.test(plain)) return null;
  return /^(?:lambda|is|in|or|and|not|if|for|as|[EINOQS])$/.test(plain) ? `${plain}_` : plain;
}

function joined(texts: TemplateStringsArray, ...nodes: readonly Expr[]): string | null {
  const inner = nodes.map(pythonOf);
  if (inner.some((one) => one === null)) return null;
  return texts.reduce((out, text, at) => `${out}${inner[at - 1] ?? ''}${text}`);
}
