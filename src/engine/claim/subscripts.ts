import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import type { Legacy } from './legacy.js';
import type { Placed, Zone } from './zone.js';

/**
 * A zone in which every gradient says by what it is taken. `\nabla L` is by the argument that the document gives L, by
 * the one name that it differentiates L by, or by the one name in L's formula that weights go by.
 */
export function withSubscripts(zone: Zone, legacy: Legacy): Zone {
  const open = zone.statements.some(({ statement }) =>
    statement.items.some((item) => item && some(item, isOpen)),
  );
  if (!open) return zone;
  const known = elderSubjects(legacy);
  const later = slopesIn(zone);
  const statements = zone.statements.map((placed): Placed => {
    noteDefinition(placed, known);
    const subjects = new Map([...later, ...known]);
    const items = placed.statement.items.map((item) => item && filled(item, subjects));
    return { ...placed, statement: { ...placed.statement, items } };
  });
  return { ...zone, statements };
}

/** By what something is differentiated; with `called`, what it is as a function of that. */
interface Subject {
  readonly by: Expr;
  readonly called: boolean;
}

function isOpen(node: Expr): boolean {
  return node.kind === 'nabla' && node.wrt === null && isTarget(node.target);
}

function filled(node: Expr, known: ReadonlyMap<string, Subject>): Expr {
  if (node.kind !== 'nabla' || node.wrt !== null || !isTarget(node.target))
    return mapChildren(node, (child) => filled(child, known));
  const { target, span } = node;
  const subject =
    known.get(printLatex(target)) ??
    (target.kind === 'sub' ? known.get(entriesOf(printLatex(target.target))) : undefined);
  if (!subject) return node;
  const by = { ...subject.by, span: target.span };
  if (!subject.called) return { ...node, wrt: by };
  return { ...node, target: { kind: 'call', fn: target, args: [by], certain: true, span } };
}

function elderSubjects({ definitions }: Legacy): Map<string, Subject> {
  const found = new Map<string, Subject>();
  for (const { key, args, body, indices } of definitions) {
    const [arg, ...more] = args ?? [];
    const by = args === null ? weightIn(body) : null;
    if (by) found.set(indices.length > 0 ? entriesOf(key) : key, { by, called: false });
    if (arg !== undefined && more.length === 0 && LETTER.test(arg))
      found.set(key, { by: letter(arg, body.span), called: true });
  }
  return found;
}

/** What the entries of an elder name are looked for as. */
function entriesOf(name: string): string {
  return `${name}[]`;
}

/** What a definition says of its own name holds until the next one. */
function noteDefinition({ statement }: Placed, known: Map<string, Subject>): void {
  const [left, right, ...further] = statement.items;
  if (!left || !right || !/^:?=$/.test(statement.relations[0]?.sign ?? '')) return;
  const [arg, ...more] = left.kind === 'call' ? left.args : [];
  if (left.kind === 'call' && arg && more.length === 0 && isName(left.fn) && isName(arg))
    known.set(printLatex(left.fn), { by: arg, called: true });
  const rights = isIndexed(left) ? [right, ...further] : [right];
  const by =
    isName(left) || isIndexed(left)
      ? rights.reduce<Expr | null>((one, body) => one ?? (body && weightIn(body)), null)
      : null;
  if (by) known.set(printLatex(left), { by, called: false });
}

/** What all the derivatives of a name are taken by, where that is one thing. */
function slopesIn({ statements }: Zone): Map<string, Subject> {
  const slopes = new Map<string, Map<string, Expr>>();
  for (const { statement } of statements)
    for (const item of statement.items)
      if (item)
        walk(item, (node) => {
          noteSlope(node, slopes);
        });
  const found = new Map<string, Subject>();
  for (const [name, by] of slopes) {
    const [only, ...more] = by.values();
    if (only && more.length === 0) found.set(name, { by: only, called: false });
  }
  return found;
}

function noteSlope(node: Expr, slopes: Map<string, Map<string, Expr>>): void {
  const target = node.kind === 'deriv' ? node.top : node.kind === 'nabla' ? node.target : null;
  const by =
    node.kind === 'nabla' ? node.wrt : node.kind === 'deriv' ? (node.wrt[0]?.name ?? null) : null;
  if (!target || !by || !isName(target) || !isName(by)) return;
  const name = printLatex(target);
  slopes.set(name, (slopes.get(name) ?? new Map<string, Expr>()).set(printLatex(by), by));
}

/** Names that what is learnt goes by. */
const WEIGHT = /^(?:w|W|\\theta|\\beta|\\Theta|\\omega)$/;

function weightIn(body: Expr): Expr | null {
  const found = new Map<string, Expr>();
  walk(body, (node) => {
    if (node.kind === 'sym' && WEIGHT.test(node.base)) found.set(printLatex(node), node);
  });
  const [only, ...more] = found.values();
  return only && more.length === 0 ? only : null;
}

const LETTER = /^(?:[A-Za-z]|\\[a-z]+)$/i;

function letter(base: string, span: Expr['span']): Expr {
  return { kind: 'sym', base, accents: [], font: 'plain', span };
}

/** `L`, and `p_i` of `\nabla p_i`. */
function isTarget(node: Expr): boolean {
  return isName(node) || isIndexed(node);
}

function isIndexed(node: Expr): boolean {
  return node.kind === 'sub' && isName(node.target) && node.called !== true;
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || node.kind === 'mark';
}
