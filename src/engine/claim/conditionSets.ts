import type { Bound, Expr, Rel } from '../expression/node.js';
import { mapChildren, replaceLetter } from '../expression/replace.js';
import type { Statement } from '../latex/statement.js';
import { printLatex } from '../latex/print.js';

/** `M = \{i : y_i f(x_i) < 1\}`: the letter for any member, and what those have in common. */
interface ConditionSet {
  readonly letter: string;
  readonly condition: Rel;
}

/** The sets of indices that a document gives by a condition, by name; what is given twice is neither. */
export function conditionSetsIn(
  statements: readonly Statement[],
): ReadonlyMap<string, ConditionSet> {
  const found = new Map<string, ConditionSet>();
  const told = new Map<string, string>();
  for (const { items, relations } of statements) {
    const [name, set] = items;
    if (!name || !set || !isName(name) || !/^:?=$/.test(relations[0]?.sign ?? '')) continue;
    const one = readSet(set);
    if (!one) continue;
    const key = printLatex(name);
    const other = told.get(key);
    told.set(key, printLatex(set));
    if (other === undefined) found.set(key, one);
    else if (other !== printLatex(set)) found.delete(key);
  }
  return found;
}

/** The statement with the condition in the place of the set, wherever a sum runs over its members. */
export function withConditionSets(
  statement: Statement,
  sets: ReadonlyMap<string, ConditionSet>,
): Statement {
  if (sets.size === 0) return statement;
  const map = (node: Expr): Expr => {
    const inner = mapChildren(node, map);
    if (inner.kind !== 'big') return inner;
    const bounds = inner.bounds.map((bound) => spelledOut(bound, sets));
    return bounds.every((bound, at) => bound === inner.bounds[at]) ? inner : { ...inner, bounds };
  };
  return { ...statement, items: statement.items.map((item) => item && map(item)) };
}

function spelledOut(bound: Bound, sets: ReadonlyMap<string, ConditionSet>): Bound {
  const { index, set, condition } = bound;
  if (!set || condition || !isName(set) || index.kind !== 'sym') return bound;
  const one = sets.get(printLatex(set));
  if (!one) return bound;
  return { index, condition: replaceLetter(one.condition, one.letter, index), named: set };
}

function isName(node: Expr): boolean {
  return node.kind === 'sym' || (node.kind === 'mark' && node.target.kind === 'sym');
}

/** An equality is of labels, which have a meaning of their own. */
const COMPARED: ReadonlySet<string> = new Set(['<', '>', '<=', '>=']);

function readSet(node: Expr): ConditionSet | null {
  if (node.kind !== 'tuple' || node.fence !== '{' || node.items.length !== 2) return null;
  const [letter, condition] = node.items;
  if (letter?.kind !== 'sym' || condition?.kind !== 'rel') return null;
  return condition.signs.every((sign) => COMPARED.has(sign))
    ? { letter: letter.base, condition }
    : null;
}
