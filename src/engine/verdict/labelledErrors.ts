import { baseKey, headOf, isIndexLetter, labelText } from '../claim/key.js';
import type { Legacy } from '../claim/legacy.js';
import type { Zone } from '../claim/zone.js';
import type { Deriv, Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import { NOWHERE, saidBefore } from './said.js';

/**
 * The zone with `\delta_a = \partial L / \partial a` said before the first line for `\delta_a`, where it introduces
 * another error so, as `\delta_z = \partial L / \partial z`; null where it does not, or has no more of them.
 */
export function withLabelledErrors(zone: Zone, inherited: Legacy): Zone | null {
  const rules = new Map<string, Expr>();
  const known = new Set<string>();
  for (const { statement } of zone.statements) {
    const [left, right] = statement.items;
    const error = left ? errorOf(left) : null;
    if (!left || !error || right?.kind !== 'deriv') continue;
    const loss = lossBy(right, error.label);
    if (loss) rules.set(error.sign, loss);
    known.add(nameOf(left));
  }
  for (const { key, body } of inherited.definitions) {
    const [, sign, label] = /^(\\?[a-zA-Z]+)_\{(.+)\}$/.exec(key) ?? [];
    const by = body.kind === 'deriv' && body.wrt.length === 1 ? body.wrt[0]?.name : undefined;
    if (sign === undefined || body.kind !== 'deriv' || body.top?.kind !== 'sym' || !by) continue;
    if (isLabel(by) && labelText(by) === label) rules.set(sign, body.top);
  }
  if (rules.size === 0) return null;
  const statements = zone.statements.flatMap((placed) => {
    const left = placed.statement.items[0];
    const error = left ? errorOf(left) : null;
    const loss = error ? rules.get(error.sign) : undefined;
    const name = left ? nameOf(left) : '';
    if (!left || !error || !loss || known.has(name) || placed.statement.relations[0]?.sign !== '=')
      return [placed];
    if (!isSpokenOf(error.label, zone, inherited)) return [placed];
    known.add(name);
    return [saidBefore(placed, left, loss, { ...error.label, span: NOWHERE }), placed];
  });
  return statements.length > zone.statements.length ? { ...zone, statements } : null;
}

/** `\delta` and `a` of `\delta_a`. */
function errorOf(node: Expr): { readonly sign: string; readonly label: Expr } | null {
  if (node.kind !== 'sub' || node.target.kind !== 'sym') return null;
  const [label, ...more] = node.indices;
  if (!label || more.length > 0 || !isLabel(label)) return null;
  return { sign: nameOf(node.target), label };
}

/** `a`, `z_1` or `z^{(1)}`: the name of an array, and no index. */
function isLabel(node: Expr): boolean {
  if (node.kind === 'mark') return node.mark === 'layer' && node.target.kind === 'sym';
  const numbered = node.kind === 'sub' && node.indices.every(({ kind }) => kind === 'num');
  const letter = numbered ? node.target : node;
  return (
    letter.kind === 'sym' && /^(?:[a-zA-Z]|\\[a-z]+)$/.test(letter.base) && !isIndexLetter(letter)
  );
}

/** The L of `\partial L / \partial a`, where it is by that name. */
function lossBy({ top, wrt }: Deriv, label: Expr): Expr | null {
  const [by, ...more] = wrt;
  if (!by || more.length > 0 || top?.kind !== 'sym') return null;
  return nameOf(by.name) === nameOf(label) ? top : null;
}

/** A name in whatever font it is written: `\mathbf{a}` and `a` are one. */
function nameOf(node: Expr): string {
  const plain = (one: Expr): Expr =>
    one.kind === 'sym' ? { ...one, font: 'plain' } : mapChildren(one, plain);
  return printLatex(plain(node));
}

/** Is the name defined, or used by itself? */
function isSpokenOf(label: Expr, { statements }: Zone, { definitions }: Legacy): boolean {
  const name = nameOf(label);
  const head = headOf(label);
  if (!head) return false;
  const key =
    label.kind === 'sub'
      ? `${baseKey(head)}_{${label.indices.map(labelText).join(',')}}`
      : baseKey(head);
  if (definitions.some((one) => one.key === key)) return true;
  const stands = (node: Expr): boolean => {
    if (node.kind === label.kind && nameOf(node) === name) return true;
    return node.kind === 'sub' ? stands(node.target) : children(node).some(stands);
  };
  return statements.some(({ statement }) => statement.items.some((item) => item && stands(item)));
}
