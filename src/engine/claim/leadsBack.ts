import type { Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import type { Entry } from './book.js';
import type { Proposal } from './define.js';
import { labelText } from './key.js';
import type { Naming } from './naming.js';

/**
 * `\lambda_j = \sigma_j^2 / n`, "that is, $\sigma_j = \sqrt{n \lambda_j}$": of what others are made of by them, which
 * says the same again. Through other entries or steps a recursion may lead back. What it leads back to; undefined
 * where it does not.
 */
export function leadsBack(
  rule: Proposal,
  others: readonly Entry[],
  naming: Naming,
): Entry | undefined {
  if (!isPlain(rule)) return undefined;
  const made = sameEntries(rule, naming);
  return others.find(
    ({ definition }) =>
      made.has(definition.key) &&
      isPlain(definition) &&
      sameEntries(definition, naming).has(rule.key),
  );
}

/** Of numbers, and neither a function, a member of a family nor a list of parts. */
function isPlain({ args, family, body }: Rule): boolean {
  return !args && family.length === 0 && !some(body, ({ kind }) => LISTS.has(kind));
}

const LISTS: ReadonlySet<Expr['kind']> = new Set(['matrix', 'tuple']);

type Rule = Pick<Proposal, 'args' | 'family' | 'indices' | 'body'>;

/** The names that a definition is made of as wholes, or at its own indices. */
function sameEntries({ body, indices }: Rule, naming: Naming): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (node: Expr): void => {
    const use = naming.readName(node);
    if (!use) children(node).forEach(visit);
    else if (
      use.family.length === 0 &&
      use.indices.every((index) => indices.includes(labelText(index)))
    )
      keys.add(use.key);
  };
  visit(body);
  return keys;
}
