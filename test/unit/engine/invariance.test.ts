import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/engine/index.js';
import type { SourceDocument } from '../../../src/engine/index.js';
import { readCoursework } from '../../bench/coursework.js';
import { findIds, onlySection } from '../../bench/formulas.js';
import { mutantsOf, mutate } from '../../bench/mutants.js';
import { REWRITINGS } from '../../bench/rewrite/all.js';
import { compareReports } from '../../bench/rewrite/compare.js';
import { asWritten, rewrite } from '../../bench/rewrite/rewriting.js';

/** A sample of what `npm run bench:invariance` does with the whole bank. */
const bank = await readCoursework(join(import.meta.dirname, '..', '..', 'bank'));

/** A derivation whose sections stand alone, and one way to write it otherwise. */
interface Sample {
  readonly where: string;
  readonly document: SourceDocument;
  readonly rewriting: number;
}

/** What is shown one way and taken as given another is no contradiction. */
const GOOD: ReadonlySet<string> = new Set(['holds', 'given']);

/** Which of the rewritings is tried: a stride without a common divisor comes to all of them. */
const STRIDE = 11;

const right = bank
  .flatMap(({ name, document }) => findIds(document).map((id) => ({ name, document, id })))
  .filter((_, at) => at % 2 === 0)
  .map(({ name, document, id }, at) => ({
    where: `${name} ${id}`,
    document: onlySection(document, id),
    rewriting: at * STRIDE,
  }));

describe.each(bank.map((work) => [work.name, work] as const))(
  '%s',
  { timeout: 60_000 },
  (name, work) => {
    const own = right.filter(({ where }) => where.startsWith(`${name} `));

    it('is judged the same however it is written', () => {
      expect(own.flatMap(changes)).toEqual([]);
    });

    it('with mistakes in it, too', () => {
      const wrong = mutantsOf(work, 1)
        .filter((_, at) => at % 12 === 0)
        .map((mutant) => ({
          where: `${work.name} ${mutant.id} ${mutant.kind}`,
          document: mutate(onlySection(work.document, mutant.id), mutant),
        }))
        .filter(({ document }) => isFlagged(document));
      expect(
        wrong.flatMap((one, at) => changes({ ...one, rewriting: (name.length + at) * STRIDE })),
      ).toEqual([]);
    });
  },
);

it('tries every rewriting', () => {
  const tried = new Set(right.map(({ rewriting }) => rewriting % REWRITINGS.length));
  expect(tried.size).toBe(REWRITINGS.length);
});

function isFlagged(document: SourceDocument): boolean {
  return checkDocument(document).steps.some(({ verdict }) => verdict === 'fails');
}

/** What is said otherwise of the derivation under the next rewriting that applies to it. */
function changes({ where, document, rewriting }: Sample): readonly string[] {
  for (let next = rewriting; next < rewriting + REWRITINGS.length; next++) {
    const one = REWRITINGS[next % REWRITINGS.length];
    const other = one && rewrite(document, one);
    if (!other) continue;
    const { differences } = compareReports(
      asWritten(document),
      checkDocument(document),
      other,
      checkDocument(other.document),
    );
    return differences
      .filter(({ before, after }) => !GOOD.has(before) || !GOOD.has(after))
      .map(
        ({ before, after, latex }) => `${where}, ${one.title}: ${before} -> ${after} in ${latex}`,
      );
  }
  return [];
}
