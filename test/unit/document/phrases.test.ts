import { describe, expect, it } from 'vitest';
import { chanceRows } from '../../../src/engine/document/phrases/chanceRows.js';
import { cueRows } from '../../../src/engine/document/phrases/cueRows.js';
import { factRows } from '../../../src/engine/document/phrases/factRows.js';
import { chancesIn } from '../../../src/engine/document/sentence/chances.js';
import { formulasOf, outlineOf } from './reading.js';

const languages = ['es', 'en'] as const;

describe('phrases', () => {
  describe.each(languages)('in %s', (language) => {
    it.each(cueRows.map((row) => [row.kind, row.example[language]] as const))(
      'cue: %s in "%s"',
      (kind, example) => {
        const cues = formulasOf(example)[0]?.cues ?? formulasOf(example)[1]?.cues ?? [];
        expect(cues.map((cue) => cue.kind)).toContain(kind);
        const places = cues.map((cue) => example.slice(cue.place.start, cue.place.end));
        expect(places.every((words) => words.trim().length > 1)).toBe(true);
      },
    );

    it.each(factRows.map((row) => [row.kind, row.example[language]] as const))(
      'fact: %s in "%s"',
      (kind, example) => {
        const said = outlineOf(example).facts.filter((fact) => fact.kind === kind);
        const [first] = formulasOf(example);
        expect(said.map((fact) => fact.latex)).toContain(first?.latex.split(/ \\in|,/)[0]);
      },
    );

    it.each(chanceRows.map((row) => [row.kind, row.example[language]] as const))(
      'chance: %s in "%s"',
      (kind, example) => {
        expect(chancesIn(outlineOf(example)).map((chance) => chance.kind)).toContain(kind);
      },
    );

    it.each(factRows.map((row) => [row.kind, row.example[language]] as const))(
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
