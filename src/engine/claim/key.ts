import type { Expr, Sym } from '../expression/node.js';

/** A symbol's identity before its scripts: accents and letter, as LaTeX. Bold, upright and plain letters are one. */
export function baseKey(node: Sym): string {
  const letter =
    node.font === 'cal'
      ? `\\mathcal{${node.base}}`
      : node.font === 'bb'
        ? `\\mathbb{${node.base}}`
        : node.font === 'normal'
          ? `\\mathnormal{${node.base}}`
          : node.base;
  return accented(node, letter);
}

function accented({ accents }: Sym, letter: string): string {
  return accents.reduceRight((inner, accent) => `\\${accent}{${inner}}`, letter);
}

/** The symbol at the heart of a name with scripts, or null. */
export function headOf(node: Expr): Sym | null {
  switch (node.kind) {
    case 'sym':
      return node;
    case 'sub':
    case 'mark':
    case 'prime':
    case 'transpose':
      return headOf(node.target);
    case 'pow':
      return headOf(node.base);
    default:
      return null;
  }
}

/** A label as it is written in a key: `2`, `out`. */
export function labelText(node: Expr): string {
  switch (node.kind) {
    case 'num':
    case 'text':
      return node.text;
    case 'sym':
      return accented(node, node.base);
    case 'mul':
      return node.factors.map(labelText).join('');
    case 'add':
      return `${labelText(node.left)}${node.op}${labelText(node.right)}`;
    case 'mark':
      return `${labelText(node.target)}^${node.mark}`;
    case 'sub':
      return `${labelText(node.target)}_${node.indices.map(labelText).join('')}`;
    case 'neg':
      return `-${labelText(node.target)}`;
    case 'tuple':
      return node.items.map(labelText).join(',');
    default:
      return '?';
  }
}

/** `\delta_{z_1}`: the error of an array with a number. */
export function isErrorLabel(base: string, item: Expr): boolean {
  if (item.kind !== 'sub' || item.target.kind !== 'sym' || base !== '\\delta') return false;
  return item.indices.every(({ kind }) => kind === 'num') && !isIndexLetter(item.target);
}

/** `j_1`, `n_2`: an index that has a number. */
export function isIndexLetter({ base }: Sym): boolean {
  return /^(?:[ijklmnt]|\\ell)$/.test(base);
}
