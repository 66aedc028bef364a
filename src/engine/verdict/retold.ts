import { membersIn, type Entry } from '../claim/book.js';
import { isLiteral } from '../claim/literal.js';
import type { Book } from '../claim/meaning.js';
import type { Naming } from '../claim/naming.js';
import { inferRanks, keysIn, type Names, type Pair } from '../claim/reading.js';
import type { Definition } from '../interpret/context.js';
import { Reader } from './judge.js';

/**
 * `S = e^2 + e + 1` where `S = \sum_k e^{z_k}` and this zone says that `z = (2, 1, 0)`: what is worked out for an
 * example, and defines nothing.
 */
export function workedOut(
  entries: readonly Entry[],
  inherited: readonly Definition[],
  given: ReadonlySet<string>,
  naming: Naming,
): ReadonlySet<Entry> {
  const elder = new Map(inherited.map((definition) => [definition.key, definition]));
  const isGiven = ({ body }: Definition, depth = 0): boolean =>
    [...keysIn(body, naming), ...membersIn(body, naming)].some((key) => {
      const made = depth < DEEPEST ? elder.get(key) : undefined;
      return given.has(key) || (made !== undefined && isGiven(made, depth + 1));
    });
  return new Set(
    entries.filter(({ definition: { key, args, body } }) => {
      const general = elder.get(key);
      return !args && naming.isNumber(body) && general !== undefined && isGiven(general);
    }),
  );
}

/** `f(x_1) = 28.8` where an elder zone says what `f(x)` is for any x: its value there, which takes nothing from what it is. */
export function valuesAtPoints(
  entries: readonly Entry[],
  inherited: readonly Definition[],
  naming: Naming,
): ReadonlySet<Entry> {
  const isOfAny = ({ args, body }: Definition): boolean =>
    args?.length === 1 && args.some((arg) => keysIn(body, naming).has(arg));
  const general = new Set(inherited.filter(isOfAny).map(({ key }) => key));
  return new Set(
    entries.filter(
      ({ definition: { key, args, body } }) =>
        args?.length === 1 && general.has(key) && naming.isNumber(body),
    ),
  );
}

/** How many definitions an example's numbers are followed through. */
const DEEPEST = 5;

/** Definitions that only say again what elder zones defined, in other words: claims, and no definitions of their own. */
export function retoldAmong(
  entries: readonly Entry[],
  inherited: readonly Definition[],
  names: Names,
  pairs: readonly Pair[],
  bookOf: (definitions: readonly Definition[]) => Book,
): ReadonlySet<Entry> {
  const elder = new Set(inherited.map((definition) => definition.key));
  const again = entries.filter(
    ({ definition: { key, args, body } }) => !args && elder.has(key) && !isLiteral(body),
  );
  if (again.length === 0) return new Set();
  const fresh = entries.filter((entry) => !again.includes(entry));
  const book = bookOf([...inherited, ...fresh.map((entry) => entry.definition)]);
  const reader = new Reader(names, inferRanks(names, book, pairs), book);
  return new Set(
    again.filter(({ placed: { statement } }) => {
      const [left, right] = statement.items;
      return left && right && reader.compare(left, right, []).kind === 'equal';
    }),
  );
}
