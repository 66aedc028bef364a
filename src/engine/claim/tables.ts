import type { Expr } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, walk } from '../expression/walk.js';
import type { Statement } from '../latex/statement.js';

/**
 * `\pi(a) = \frac{e^{\theta_a}}{\sum_b e^{\theta_b}}`: functions of an index, which are only written as functions.
 * Every call of them has letters or numbers for arguments.
 */
export function tablesIn(statements: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { items, relations } of statements) {
    const [left, body] = items;
    if (left?.kind !== 'call' || left.fn.kind !== 'sym' || !body) continue;
    if (relations[0]?.sign !== '=' && relations[0]?.sign !== ':=') continue;
    const letters = left.args.flatMap((arg) => (isLetter(arg) ? [arg.base] : []));
    if (letters.length !== left.args.length || letters.length === 0) continue;
    if (letters.every((letter) => isIndexOnly(body, letter))) found.add(left.fn.base);
  }
  if (found.size === 0) return found;
  for (const { items } of statements)
    for (const item of items)
      if (item)
        walk(item, (node) => {
          if (node.kind !== 'call' || node.fn.kind !== 'sym') return;
          const plain = node.args.every((arg) => isLetter(arg) || arg.kind === 'num');
          if (!plain) found.delete(node.fn.base);
        });
  return found;
}

/** The statement with an index in the place of each such argument. */
export function withTables(statement: Statement, tables: ReadonlySet<string>): Statement {
  if (tables.size === 0) return statement;
  const map = (node: Expr): Expr => {
    const inner = mapChildren(node, map);
    const table = inner.kind === 'call' && inner.fn.kind === 'sym' && tables.has(inner.fn.base);
    return table
      ? { kind: 'sub', target: inner.fn, indices: inner.args, called: true, span: inner.span }
      : inner;
  };
  return { ...statement, items: statement.items.map((item) => (item ? map(item) : null)) };
}

function isLetter(node: Expr): node is Expr & { kind: 'sym' } {
  return node.kind === 'sym' && /^[a-z]$/.test(node.base) && node.accents.length === 0;
}

/** Does the letter stand there below names, and nowhere else? */
function isIndexOnly(body: Expr, letter: string): boolean {
  let below = false;
  const visit = (node: Expr): boolean => {
    if (node.kind === 'sym') return node.base !== letter;
    if (node.kind !== 'sub') return children(node).every(visit);
    const own = node.indices.some((index) => index.kind === 'sym' && index.base === letter);
    below ||= own;
    return visit(node.target);
  };
  return visit(body) && below;
}
