import type { Expr, Sym } from '../expression/node.js';
import { some } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Span } from '../text/span.js';

/** A distribution's letter, with every variable that it has anywhere, and what it is called with. */
export interface Head {
  readonly key: string;
  readonly axes: string[];
  /** Its calls, each as variables before and after the bar. */
  readonly forms: Form[];
}

export interface Form {
  readonly of: readonly Variable[];
  readonly given: readonly Variable[];
}

/** What stands in a call: the axis of the table and which entry along it. */
export interface Variable {
  readonly axis: string;
  readonly index: Expr;
}

const HEAD = /^(p|q|P|Q|r|\\Pr)\|?$/;

/** The name of a distribution, or null. */
export function headKey(fn: Expr): string | null {
  const inner = fn.kind === 'sub' ? fn.target : fn;
  if (inner.kind !== 'sym' || !HEAD.test(inner.base) || /^(bb|cal)$/.test(inner.font)) return null;
  if (fn.kind === 'sub' && !fn.indices.every((index) => index.kind === 'sym')) return null;
  return printLatex(fn).replace('|', '');
}

/** `x`, `\mathbf{Z}`, `\theta^{old}`, `X = x`, `z = 1`. */
export function variableOf(arg: Expr): Variable | null {
  if (arg.kind === 'mark' && arg.mark !== 'layer' && arg.target.kind === 'sym') {
    const inner = variableOf(arg.target);
    const base = `${arg.target.base}${arg.mark}`;
    return inner && { axis: inner.axis, index: indexFor({ ...arg.target, base }) };
  }
  if (arg.kind === 'sym' && /^(?:[a-zA-Z]|\\[a-z]+)$/.test(arg.base) && arg.accents.length === 0)
    return { axis: arg.base.toLowerCase(), index: indexFor(arg) };
  if (arg.kind !== 'rel' || arg.signs.length !== 1 || arg.signs[0] !== '=') return null;
  const [name, value] = arg.items;
  const variable = name && variableOf(name);
  if (!variable || !value) return null;
  if (value.kind === 'num' && /^[12]$/.test(value.text)) return { ...variable, index: value };
  const letter = variableOf(value);
  return letter?.axis === variable.axis ? letter : null;
}

/** An index of its own, whatever the letter is elsewhere. */
function indexFor(letter: Sym): Expr {
  return { ...letter, base: indexBase(letter.base), font: 'plain' };
}

/** Written as a command, as whatever has more than one letter would else be a word. */
function indexBase(base: string): string {
  return `\\${base.replace('\\', '').toLowerCase()}#`;
}

export function isTableIndex(node: Expr): node is Sym {
  return node.kind === 'sym' && isTableKey(node.base);
}

/** `p#`, the joint table behind `p(x | z)`. */
export function isTableKey(key: string): boolean {
  return key.endsWith('#');
}

/** Has a step been read as one about tables? What is put right in them is not what the author wrote. */
export function speaksOfTables(node: Expr): boolean {
  return some(node, isTableIndex);
}

/** `p(x | z)`: the sum over all that is not spoken of, divided by the sum over what stands before the bar too. */
export function entryOf(head: Head, { of, given }: Form, span: Span): Expr {
  const top = marginOf(head, [...of, ...given], span);
  return { kind: 'div', top, bottom: marginOf(head, given, span), span };
}

function marginOf({ key, axes }: Head, kept: readonly Variable[], span: Span): Expr {
  const table: Sym = { kind: 'sym', base: `${key}#`, accents: [], font: 'plain', span };
  const rest = axes.filter((axis) => !kept.some((one) => one.axis === axis));
  const letter = (axis: string): Expr => ({ ...table, base: indexBase(`${axis}'`) });
  const indices = axes.map((axis) => kept.find((one) => one.axis === axis)?.index ?? letter(axis));
  const body: Expr = { kind: 'sub', target: table, indices, span };
  return rest.reduce<Expr>((inner, axis) => sumOver(letter(axis), inner, span), body);
}

export function sumOver(index: Expr, body: Expr, span: Span): Expr {
  return { kind: 'big', op: 'sum', bounds: [{ index }], swapped: false, body, head: span, span };
}
