import { describe, expect, it } from 'vitest';
import { chanceRows } from '../../../src/engine/document/phrases/chanceRows.js';
import { cueRows } from '../../../src/engine/document/phrases/cueRows.js';
import { factRows } from '../../../src/engine/document/phrases/factRows.js';
import type { PhraseRow } from '../../../src/engine/document/phrases/row.js';
import { chancesIn } from '../../../src/engine/document/sentence/chances.js';
import { chanceExamples, cueExamples, factExamples, type Examples } from './phraseExamples.js';
import { formulasOf, outlineOf } from './reading.js';

const languages = ['es', 'en'] as const;

/** Every row's kind with its example; a row without one fails. */
function examples<Kind extends string>(
  rows: readonly PhraseRow<Kind>[],
  said: Examples,
  language: 'es' | 'en',
): (readonly [Kind, string])[] {
  return rows.map(({ kind }) => [kind, said[kind]?.[language] ?? ''] as const);
}

describe('phrases', () => {
  describe.each(languages)('in %s', (language) => {
    it.each(examples(cueRows, cueExamples, language))('cue: %s in "%s"', (kind, example) => {
      const cues = formulasOf(example)[0]?.cues ?? formulasOf(example)[1]?.cues ?? [];
      expect(cues.map((cue) => cue.kind)).toContain(kind);
      const places = cues.map((cue) => example.slice(cue.place.start, cue.place.end));
      expect(places.every((words) => words.trim().length > 1)).toBe(true);
    });

    it.each(examples(factRows, factExamples, language))('fact: %s in "%s"', (kind, example) => {
      const said = outlineOf(example).facts.filter((fact) => fact.kind === kind);
      const [first] = formulasOf(example);
      expect(said.map((fact) => fact.latex)).toContain(first?.latex.split(/ \\in|,/)[0]);
    });

    it.each(examples(chanceRows, chanceExamples, language))(
      'chance: %s in "%s"',
      (kind, example) => {
        expect(chancesIn(outlineOf(example)).map((chance) => chance.kind)).toContain(kind);
      },
    );

    it.each(examples(factRows, factExamples, language))(
      'fact: %s survives capitals and missing accents in "%s"',
      (kind, example) => {
        const [latex = ''] = formulasOf(example).map((formula) => formula.latex);
        const shouted = example.split(`$${latex}$`).map((words) =>
          words
            .normalize('NFD')
            .replace(/[\u0300-\u036f]/g, '')
            .toUpperCase(),
        );
        const facts = outlineOf(
          shouted.join(`$${latex}$`).replace(/\$[A-Z]\$/g, (name) => name),
        ).facts;
        expect(facts.map((fact) => fact.kind)).toContain(kind);
      },
    );
  });
});
