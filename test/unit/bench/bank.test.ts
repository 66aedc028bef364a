import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCoursework } from '../../bench/coursework.js';
import { findFormulas, findIds, onlySection } from '../../bench/formulas.js';
import { MUTANT_KINDS, mutantsOf, mutate } from '../../bench/mutants.js';

const bank = await readCoursework(join(import.meta.dirname, '..', '..', 'bank'));

describe('the bank', () => {
  test('has at least 250 derivations, each with an id of its own and a source', () => {
    const ids = bank.flatMap((work) => findIds(work.document));
    expect(ids.length).toBeGreaterThanOrEqual(250);
    expect(ids.filter((id, index) => id === '' || ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(bank.map((work) => [work.name, work] as const))('%s is short', (_name, work) => {
    const lines = work.document.parts.flatMap((part) => part.text.split('\n'));
    expect(lines.length).toBeLessThanOrEqual(300);
  });

  test.each(bank.map((work) => [work.name, work] as const))(
    '%s has formulas in every section, all with their braces paired',
    (_name, work) => {
      const formulas = findFormulas(work.document);
      const used = new Set(formulas.map((formula) => formula.id));
      expect(findIds(work.document).filter((id) => !used.has(id))).toEqual([]);
      expect(formulas.filter(({ latex }) => depthOf(latex) !== 0)).toEqual([]);
    },
  );
});

describe('mutants of the bank', () => {
  const mutants = bank.flatMap((work) => mutantsOf(work, 3).map((mutant) => ({ work, mutant })));

  test('are of at least twenty kinds, none of them unused', () => {
    const used = new Set(mutants.map(({ mutant }) => mutant.kind));
    expect(MUTANT_KINDS.length).toBeGreaterThanOrEqual(20);
    expect(MUTANT_KINDS.filter((kind) => !used.has(kind))).toEqual([]);
  });

  test('are the same each time', () => {
    const again = bank.flatMap((work) => mutantsOf(work, 3));
    expect(again).toEqual(mutants.map(({ mutant }) => mutant));
  });

  test('differ from the right document in one span, inside one formula', () => {
    const strays = mutants.filter(({ work, mutant }) => {
      const { place, text, formula } = mutant;
      const before = work.document.parts[place.part]?.text ?? '';
      const after = mutate(work.document, mutant).parts[place.part]?.text ?? '';
      const isInside =
        formula.start <= place.start && place.end <= formula.start + formula.latex.length;
      return (
        !isInside ||
        after === before ||
        after.length - before.length !== text.length - (place.end - place.start) ||
        after.slice(0, place.start) !== before.slice(0, place.start)
      );
    });
    expect(strays).toEqual([]);
  });

  test('keep the braces paired, so that they are mistakes of mathematics and not of typing', () => {
    const broken = mutants.filter(({ work, mutant }) => {
      const after = mutate(work.document, mutant).parts[mutant.place.part]?.text ?? '';
      const shift = mutant.text.length - (mutant.place.end - mutant.place.start);
      const { start, latex } = mutant.formula;
      return depthOf(after.slice(start, start + latex.length + shift)) !== 0;
    });
    expect(broken.map(({ mutant }) => mutant)).toEqual([]);
  });
});

test('a section alone keeps every place', () => {
  const work = bank.find(({ name }) => name === 'matrices-a-mano.md');
  if (work === undefined) throw new Error('matrices-a-mano.md is missing');
  const alone = onlySection(work.document, 'mano-hadamard');
  const kept = findFormulas(work.document).filter(({ id }) => id === 'mano-hadamard');
  expect(kept.length).toBeGreaterThan(0);
  expect(findFormulas(alone).map(({ start, latex }) => ({ start, latex }))).toEqual(
    kept.map(({ start, latex }) => ({ start, latex })),
  );
});

function depthOf(latex: string): number {
  const bare = latex.replace(/\\[{}]/g, '');
  return bare.split('{').length - bare.split('}').length;
}
