import type { Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
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
      made.has(definition.key) && isPlain(definition) && isMadeOf(definition, rule, naming),
  );
}

/** "At the optimum $N_k = \lambda \pi_k$, so $\pi_k = N_k / N$", of an N_k that an elder section made of other names. */
export function isToldBefore(
  { definition }: Entry,
  rule: Proposal | null,
  inherited: readonly Definition[],
  naming: Naming,
): boolean {
  return inherited.some(
    (elder) => elder.key === definition.key && rule !== null && !isMadeOf(elder, rule, naming),
  );
}

/** Is the one made of the other's name, as a whole or at its own indices? */
function isMadeOf(rule: Rule, { key }: Pick<Proposal, 'key'>, naming: Naming): boolean {
  return sameEntries(rule, naming).has(key);
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
