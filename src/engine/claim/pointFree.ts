import type { Expr, Mul, Prime } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { some, walk } from '../expression/walk.js';
import { elementwise } from '../functions/elementwise.js';
import { printLatex } from '../latex/print.js';
import type { Placed, Zone } from './zone.js';

/** A zone in which `\sigma' = \sigma(1 - \sigma)`, an equation of functions, is one of their values anywhere. */
export function withPoints(zone: Zone): Zone {
  const called = calledIn(zone);
  return { ...zone, statements: zone.statements.map((placed) => pointed(placed, called)) };
}

/** What the formulas call. */
function calledIn({ statements }: Zone): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { statement } of statements)
    for (const item of statement.items)
      if (item)
        walk(item, (node) => {
          if (node.kind === 'call' && !some(node, (inner) => inner.kind === 'prime'))
            names.add(printLatex(node.fn));
        });
  return names;
}

function pointed(placed: Placed, called: ReadonlySet<string>): Placed {
  const { items, relations } = placed.statement;
  const [left, ...rights] = items;
  const fn = left?.kind === 'prime' ? functionOf(left, called) : null;
  if (!fn || rights.length === 0 || !relations.every(({ sign }) => sign === '=')) return placed;
  if (!rights.every((right) => right !== null && speaksOnlyOf(right, fn))) return placed;
  const written = items.map((item) => item && atPoint(asProducts(item, fn), fn));
  return { ...placed, statement: { ...placed.statement, items: written } };
}

/** The function whose derivative it is: one that everybody knows, or one that the zone calls. */
function functionOf({ target }: Prime, called: ReadonlySet<string>): string | null {
  if (target.kind !== 'sym') return null;
  const known = target.base === '\\sigma' || elementwise(target.base.replace(/^\\/, ''));
  const name = printLatex(target);
  return known || (called.has(name) && /^(?:[fgh]|\\phi|\\varphi|\\psi)$/.test(name)) ? name : null;
}

/** Numbers and the function alone. */
function speaksOnlyOf(node: Expr, fn: string): boolean {
  let own = 0;
  let others = 0;
  walk(node, (inner) => {
    if (isNamed(inner, fn)) own++;
    else if (!CARRIERS.test(inner.kind)) others++;
  });
  return own > 0 && others === 0;
}

const CARRIERS = /^(?:num|add|mul|neg|div|pow|call|prime)$/;

function isNamed(node: Expr, fn: string): boolean {
  return node.kind === 'sym' && printLatex(node) === fn;
}

/** `\sigma(1 - \sigma)` as the product that it is. */
function asProducts(node: Expr, fn: string): Expr {
  const inner = mapChildren(node, (child) => asProducts(child, fn));
  if (inner.kind !== 'call' || inner.args.length !== 1) return inner;
  const { args, span } = inner;
  return { kind: 'mul', factors: [inner.fn, ...args], signs: [''], span } satisfies Mul;
}

/** Every one of its names called at the same number, and written as before. */
function atPoint(node: Expr, fn: string): Expr {
  const bare = node.kind === 'prime' ? node.target : node;
  if (!isNamed(bare, fn)) return mapChildren(node, (child) => atPoint(child, fn));
  const { span } = node;
  const point: Expr = {
    kind: 'sym',
    base: 'z',
    accents: ['check'],
    font: 'plain',
    written: '',
    span,
  };
  return { kind: 'call', fn: node, args: [point], certain: true, span };
}
