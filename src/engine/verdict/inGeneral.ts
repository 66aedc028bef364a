import type { Equality } from './equality.js';
import { keysIn } from '../claim/reading.js';
import { Reader } from './judge.js';
import { reachedFrom } from './reached.js';
import type { Setting } from './setting.js';

/**
 * The reading of a general case beside an example that says `y = 1` of what has an index here: there it is no number.
 * Null where a claim has nothing of the kind.
 */
export function readerInGeneral(setting: Setting, { left, right }: Equality): Reader | null {
  const { names, reader, kept } = setting;
  const { book, ranks } = reader;
  const { declarations, evidence } = names;
  const examples = reachedFrom(reader, [left, right]).filter(
    (key) =>
      setting.isValued(key) &&
      ranks.get(key) === 0 &&
      (evidence.get(key)?.indexed ?? 0) > 0 &&
      !declarations.get(key)?.sizes,
  );
  if (examples.length === 0) return null;
  return kept.get(`general ${examples.join()}`, () => {
    const values = new Map([...book.values].filter(([key]) => !examples.includes(key)));
    return new Reader(names, setting.ranksInGeneral(), { ...book, values });
  });
}

/**
 * The readings in which the letters of a claim are open, whatever numbers the text gave, and in which all that the claim
 * is made of is; none where it has no such letters.
 */
export function readersWithoutNumbers(
  setting: Setting,
  { left, right }: Equality,
): readonly Reader[] {
  const { names, reader, kept } = setting;
  const { book } = reader;
  const letters = keysIn(right, names.naming);
  const given = reachedFrom(reader, [left, right]).filter((key) => book.values.has(key));
  const own = given.filter((key) => letters.has(key));
  const sets = own.length === 0 ? [] : own.length < given.length ? [given, own] : [given];
  return sets.map((keys) =>
    kept.get(`numberless ${keys.join()}`, () => {
      const values = new Map([...book.values].filter(([key]) => !keys.includes(key)));
      return new Reader(names, setting.ranksInGeneral(), { ...book, values });
    }),
  );
}
