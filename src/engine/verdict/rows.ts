import type { Book } from '../claim/meaning.js';
import { replaced, rowCandidates, type RowCandidate } from '../claim/implied.js';
import type { Naming } from '../claim/naming.js';
import { inferRanks, keysIn, openSession, USUAL, type Names, type Pair } from '../claim/reading.js';
import type { Placed } from '../claim/zone.js';
import type { Expr } from '../expression/node.js';
import type { Definition } from '../interpret/context.js';

/** What of a zone's names are rows or columns of its matrices. */
export interface Rows {
  readonly chosen: readonly Definition[];
  /** Those for which both are possible. */
  readonly spare: readonly RowCandidate[];
}

/** `x_i` beside `X`: rows or columns of it, where the zone's relations fit as well with that. */
export function rowsAmong(
  names: Names,
  samples: ReadonlyMap<string, Expr>,
  written: readonly Definition[],
  pairs: readonly Pair[],
  bookOf: (definitions: readonly Definition[]) => Book,
  statements: readonly Placed[],
): Rows {
  const keys = new Set(written.map((definition) => definition.key));
  const candidates = rowCandidates(names, samples, keys, valuedIn(statements, names.naming)).filter(
    // `X = [x_1, \dots, x_n]^\top` says it the other way round.
    ({ whole, forms: [form] }) =>
      !written.some(
        ({ key, body }) =>
          key === whole && form !== undefined && keysIn(body, names.naming).has(form.key),
      ),
  );
  if (candidates.length === 0) return { chosen: [], spare: [] };
  const ranks = inferRanks(names, bookOf(written), pairs);
  const score = (definitions: readonly Definition[], whole: string): [number, boolean] => {
    const session = openSession(names, ranks, bookOf(definitions), USUAL);
    const misfits = pairs.filter(([left, right]) => !session.fits(left, right)).length;
    return [misfits, session.staysOblong(whole, pairs)];
  };
  const chosen: Definition[] = [];
  const spare: RowCandidate[] = [];
  for (const candidate of candidates) {
    const { certain, whole, forms } = candidate;
    const [before, oblong] = score(replaced(written, chosen), whole);
    const form = forms.find((one) => {
      const [after, still] = score(replaced(written, [...chosen, one]), whole);
      return !(oblong && !still) && (after < before || (after === before && certain));
    });
    if (form) chosen.push(form);
    else spare.push(candidate);
  }
  return { chosen, spare };
}

/** `\sigma_1 = \sqrt{45}`: names of which the text gives entries as numbers. */
function valuedIn(statements: readonly Placed[], naming: Naming): ReadonlySet<string> {
  const uses = statements.map(({ statement: { items } }) => {
    const [left, right] = items;
    const use = left && right && naming.isNumber(right) ? naming.readName(left) : null;
    return use?.indices.some(({ kind }) => kind === 'num') ? use.key : null;
  });
  return new Set(uses.filter((key) => key !== null));
}
