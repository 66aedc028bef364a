import { isLiteral } from '../claim/literal.js';
import { keysIn } from '../claim/reading.js';
import type { Expr } from '../expression/node.js';
import { differentiatedBy } from './asVariable.js';
import type { Equality } from './equality.js';
import { Reader } from './judge.js';

/** Ids that no definition has. */
const GIVEN_ID = 2_000_000;

/**
 * The reading in which names are the numbers that the text gave them, where a claim goes on with those: `\nabla J =
 * X^\top (X w - y) + 4 w` after `\lambda = 4`. Null where no number took the place of a name.
 */
export function readerOfNumbers(reader: Reader, claim: Equality): Reader | null {
  const { names, book, ranks } = reader;
  const { left, right } = claim;
  if (names.naming.isNumber(right)) return null;
  const written = keysIn(right, names.naming);
  const by = [left, right].flatMap(differentiatedBy);
  const varies = new Set(by.map((name) => names.naming.readName(name)?.key));
  const variables = new Map(book.variables);
  for (const key of reachedFrom(reader, left)) {
    const value = book.values.get(key);
    if (!value || written.has(key) || varies.has(key) || variables.has(key)) continue;
    if (isNumeral(value) && !book.functions.has(key))
      variables.set(key, { ...PLAIN, id: GIVEN_ID + variables.size, key, body: value });
  }
  return variables.size > book.variables.size
    ? new Reader(names, ranks, { ...book, variables })
    : null;
}

const PLAIN = { family: [], indices: [], args: null } as const;

function isNumeral(node: Expr): boolean {
  return isLiteral(node) && ['num', 'neg', 'div'].includes(node.kind);
}

/** The names of an expression, and those that its definitions lead to. */
function reachedFrom({ names, book }: Reader, node: Expr): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [node];
  for (let next = open.pop(); next; next = open.pop())
    for (const key of keysIn(next, names.naming)) {
      if (found.has(key)) continue;
      found.add(key);
      // `f'(x)` is made of what `f(x)` is.
      const whole = key.replace(/'+$/, '');
      const body = (book.variables.get(key) ?? book.functions.get(whole))?.body;
      if (body) open.push(body);
    }
  return found;
}
