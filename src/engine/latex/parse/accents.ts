import type { Sym } from '../../expression/node.js';
import type { Token } from '../token.js';

/** What stands above or below a name. */
export const ACCENTS: ReadonlySet<string> = new Set([
  '\\hat',
  '\\bar',
  '\\tilde',
  '\\dot',
  '\\ddot',
  '\\check',
  '\\breve',
  '\\underline',
  '\\acute',
  '\\grave',
]);

/** The kinds of letters. */
export const FONTS: Readonly<Record<string, Sym['font']>> = {
  '\\mathbf': 'bold',
  '\\mathcal': 'cal',
  '\\mathscr': 'cal',
  '\\mathfrak': 'cal',
  '\\mathbb': 'bb',
  '\\mathds': 'bb',
  '\\mathbbm': 'bb',
};

/** `\hat\mathbf{x}`: with its argument it is one argument of what stands before it, braces or not. */
export function dresses({ kind, text }: Token): boolean {
  return kind === 'command' && (ACCENTS.has(text) || Object.hasOwn(FONTS, text));
}
