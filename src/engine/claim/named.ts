import type { Expr } from '../expression/node.js';
import type { Statement } from '../latex/statement.js';
import { isChance } from '../expression/forms.js';
import { walk } from '../expression/walk.js';
import { printLatex } from '../latex/print.js';
import { headOf } from './key.js';

/**
 * Definitions from right to left: `\nabla_z L = \hat{y} - y =: \delta`, and a derivative or a
 * chance that is said to equal a name nobody has met. They become a chain without the name, and the name's definition. `seen` holds the names met so
 * far, as LaTeX, and is added to.
 */
export function withNamed(statement: Statement, seen: Set<string>): Statement[] {
  const { items, relations } = statement;
  const named = items.at(-1);
  const body = items.at(-2);
  const relation = relations.at(-1);
  noteNames(items.slice(0, -1), seen);
  const defines =
    named &&
    body &&
    relation &&
    isNameLike(named) &&
    !(relation.sign === '=' && (isIdentity(named) || isKronecker(named))) &&
    definesName(statement, nameOf(named), seen);
  noteNames(items.slice(-1), seen);
  if (!defines) return [statement];
  const definition: Statement = {
    ...statement,
    items: [named, body],
    relations: [{ ...relation, sign: ':=' }],
    broken: false,
  };
  if (relations.length === 1) return [definition];
  const chain = { ...statement, items: items.slice(0, -1), relations: relations.slice(0, -1) };
  return [chain, { ...definition, link: 'comma', words: '' }];
}

function definesName(
  { items, relations, broken }: Statement,
  name: string,
  seen: ReadonlySet<string>,
): boolean {
  if (broken) return false;
  if (relations.at(-1)?.sign === '=:') return true;
  const [left] = items;
  // `P(y = 1 | x) = \sigma(z) = p`
  const said = left?.kind === 'deriv' || left?.kind === 'nabla' || (left && isChance(left));
  return said === true && relations.every(({ sign }) => sign === '=') && !seen.has(name);
}

function isNameLike(node: Expr): boolean {
  return (
    (node.kind === 'sym' || node.kind === 'sub' || node.kind === 'mark') && headOf(node) !== null
  );
}

/** `\nabla_X \operatorname{tr} X = I`: the identity needs no definition. */
function isIdentity(node: Expr): boolean {
  const head = node.kind === 'sub' ? node.target : node;
  return head.kind === 'sym' && head.base === 'I' && head.accents.length === 0;
}

/** `\delta_{ij}`, which nobody defines. */
function isKronecker(node: Expr): boolean {
  const [first, second] = node.kind === 'sub' ? node.indices : [];
  return headOf(node)?.base === '\\delta' && first?.kind === 'sym' && second?.kind === 'sym';
}

/** The name without indices, with its labels: `W_{2}` of `W_{2,ij}`. */
function nameOf(node: Expr): string {
  if (node.kind !== 'sub') return printLatex(node);
  const labels = node.indices.filter((index) => index.kind !== 'sym' || index.font === 'upright');
  return labels.length === 0 ? nameOf(node.target) : printLatex({ ...node, indices: labels });
}

function noteNames(items: Statement['items'], seen: Set<string>): void {
  for (const item of items) {
    if (item)
      walk(item, (node) => {
        if (isNameLike(node)) seen.add(nameOf(node));
      });
  }
}
