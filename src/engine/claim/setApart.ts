import type { Expr, Sym } from '../expression/node.js';
import { mapChildren } from '../expression/replace.js';
import { children, some } from '../expression/walk.js';
import { baseKey } from './key.js';
import type { Legacy } from './legacy.js';
import type { Placed, Zone } from './zone.js';

/**
 * "For one observation, $p = \sigma(a)$", where $p_i$ is defined too and $\mathbf{p}$ is the vector of all: the plain
 * letter without an index is a name of its own. So are the others of that kind, as $y$ beside $y_i$ and $\mathbf{y}$.
 */
export function withPlainApart(zone: Zone, { definitions }: Legacy): Zone {
  const use = new Uses();
  for (const { statement } of zone.statements)
    for (const item of statement.items) if (item) use.visit(item, false);
  const three = new Set([...use.bold].filter((key) => use.plain.has(key) && use.indexed.has(key)));
  const isSingle = (key: string): boolean =>
    zone.statements.some((placed) => defines(placed, key, false)) &&
    (definitions.some((one) => one.key === key && one.indices.length === 1) ||
      zone.statements.some((placed) => defines(placed, key, true)));
  if (![...three].some(isSingle)) return zone;
  const apart = (node: Expr): Expr => {
    if (node.kind === 'sub' && node.target.kind === 'sym')
      return { ...node, indices: node.indices.map(apart) };
    if (node.kind !== 'sym' || node.font !== 'plain' || !three.has(baseKey(node)))
      return mapChildren(node, apart);
    return { ...node, font: 'normal' };
  };
  const statements = zone.statements.map((placed) => {
    const items = placed.statement.items.map((item) => item && apart(item));
    return { ...placed, statement: { ...placed.statement, items } };
  });
  return { ...zone, statements };
}

/** Which letters stand in bold, in plain, and in plain with an index. */
class Uses {
  readonly bold = new Set<string>();
  readonly plain = new Set<string>();
  readonly indexed = new Set<string>();

  visit(node: Expr, isIndexed: boolean): void {
    if (node.kind === 'sym' && node.font === 'bold' && !isIndexed) this.bold.add(baseKey(node));
    if (node.kind === 'sym' && node.font === 'plain')
      (isIndexed ? this.indexed : this.plain).add(baseKey(node));
    for (const child of children(node))
      this.visit(child, node.kind === 'sub' && child === node.target);
  }
}

/** `p_i = \sigma(w^\top x_i)`, or `p = \sigma(a)` in numbers alone: no bold letters, no matrices, not itself. */
function defines({ statement }: Placed, key: string, indexed: boolean): boolean {
  const [left, body] = statement.items;
  if (!left || !body || !/^:?=$/.test(statement.relations[0]?.sign ?? '')) return false;
  const name = indexed && left.kind === 'sub' ? left.target : left;
  if (indexed !== (left.kind === 'sub') || name.kind !== 'sym' || name.font !== 'plain')
    return false;
  if (baseKey(name) !== key) return false;
  return indexed || (some(body, isLetter) && !some(body, (node) => isArray(node, key)));
}

function isLetter(node: Expr): boolean {
  return node.kind === 'sym' && node.font === 'plain';
}

function isArray(node: Expr, key: string): boolean {
  if (node.kind === 'sub') return true;
  return node.kind === 'sym' && (isOther(node) || baseKey(node) === key);
}

function isOther({ font, base }: Sym): boolean {
  return font === 'bold' || font === 'bb' || /^[A-Z]$/.test(base);
}
