import type { Expr } from '../expression/node.js';
import { children, some } from '../expression/walk.js';
import type { Definition } from '../interpret/context.js';
import { labelText } from './key.js';
import { isLiteral } from './literal.js';
import type { Naming } from './naming.js';
import type { Shorthand } from './shorthand.js';

type Variables = ReadonlyMap<string, Definition>;

/** One use of a defined name in a body. `same`: of the very member that is being defined. */
interface Use {
  readonly key: string;
  readonly same: boolean;
}

/**
 * What a loss that the document leaves open depends on: the definitions that nothing else is made of. Definitions
 * that hold a derivative, or are made of such, come after the loss and do not count.
 */
export function outcomesOf(
  variables: Variables,
  naming: Naming,
  shorthand: Shorthand,
  loss: string,
): Definition[] {
  const uses = new Map([...variables.values()].map((one) => [one, usesIn(one, variables, naming)]));
  const late = (definition: Definition, seen: Set<Definition>): boolean => {
    if (seen.has(definition)) return false;
    seen.add(definition);
    if (definition.key === loss || isBackward(definition.body, naming, loss)) return true;
    if (some(definition.body, (node) => shorthand.writtenOut(node) !== null)) return true;
    return (uses.get(definition) ?? []).some((use) => {
      const next = variables.get(use.key);
      return next !== undefined && late(next, seen);
    });
  };
  const forward = [...variables.values()].filter(
    (one) => one.args === null && !isLiteral(one.body) && !late(one, new Set()),
  );
  const used = new Set(
    forward
      .flatMap((one) => (uses.get(one) ?? []).filter((use) => use.same && use.key !== one.key))
      .map((use) => use.key),
  );
  const last = forward.filter((one) => !used.has(one.key) && !retold(one, variables));
  const made = new Map(last.map((one) => [one, sourcesOf(one, variables, naming)]));
  const within = (
    a: ReadonlySet<string> | undefined,
    b: ReadonlySet<string> | undefined,
  ): boolean =>
    a !== undefined && b !== undefined && a.size < b.size && [...a].every((key) => b.has(key));
  // `s = \sqrt{v + \epsilon}` beside what is made of v, \epsilon and more: shorthand, and no outcome.
  return last.filter((one) => !last.some((other) => within(made.get(one), made.get(other))));
}

/** The names without a definition that something is made of in the end. */
function sourcesOf(outcome: Definition, variables: Variables, naming: Naming): ReadonlySet<string> {
  const found = new Set<string>();
  const visited = new Set<Definition>([outcome]);
  const visit = (node: Expr, counters: ReadonlySet<string>): void => {
    const use = naming.readName(node);
    if (!use) {
      const own = node.kind === 'big' ? node.bounds.map(({ index }) => labelText(index)) : [];
      const inner = own.length > 0 ? new Set([...counters, ...own]) : counters;
      for (const child of children(node)) visit(child, inner);
      return;
    }
    const member = use.family.map(labelText).join();
    const next = variables.get(use.key);
    // `h_{t-1}` is where this step begins, whatever it was made of.
    const earlier = next && next.family.length > 0 && member !== own && !/^\d*$/.test(member);
    if (earlier) found.add(`${use.key}<${member}>`);
    else if (!next && !counters.has(use.key)) found.add(use.key);
    if (!next || earlier || visited.has(next)) return;
    visited.add(next);
    visit(next.body, new Set(next.indices));
  };
  const own = outcome.family.join();
  visit(outcome.body, new Set(outcome.indices));
  return found;
}

/** `o_i` beside `O`: the rows of what is defined as a whole. */
function retold(one: Definition, variables: Variables): boolean {
  const letter = /^((?:\\(?:hat|bar|tilde)\{)*)([a-z])(\}*)$/.exec(one.key);
  if (!letter || one.indices.length === 0) return false;
  const [, before = '', small = '', after = ''] = letter;
  const whole = small.toUpperCase();
  const { body } = one;
  const row = body.kind === 'sub' && body.target.kind === 'sym' && body.target.base === whole;
  return row || variables.has(`${before}${whole}${after}`);
}

/** Names whose definitions lead back to themselves, through other members of their family. */
export function recursiveKeys(variables: Variables, naming: Naming): ReadonlySet<string> {
  const uses = new Map(
    [...variables.values()].map((one) => [one.key, usesIn(one, variables, naming)] as const),
  );
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (uses.get(from) ?? []).some((use) => {
      if (use.key === goal) return true;
      if (seen.has(use.key)) return false;
      seen.add(use.key);
      return reaches(use.key, goal, seen);
    });
  return new Set([...uses.keys()].filter((key) => reaches(key, key, new Set())));
}

function usesIn(definition: Definition, variables: Variables, naming: Naming): Use[] {
  const found: Use[] = [];
  const own = definition.family.join();
  const visit = (node: Expr): void => {
    const use = naming.readName(node);
    if (!use) {
      for (const child of children(node)) visit(child);
      return;
    }
    const family = use.family.map(labelText).join();
    const member = `${use.key}<${family}>`;
    if (variables.has(member)) found.push({ key: member, same: true });
    else if (variables.has(use.key))
      found.push({ key: use.key, same: family === own || /^\d*$/.test(family) });
  };
  visit(definition.body);
  return found;
}

function isBackward(body: Expr, naming: Naming, loss: string): boolean {
  return some(
    body,
    (node) => node.kind === 'deriv' || node.kind === 'nabla' || naming.readName(node)?.key === loss,
  );
}
