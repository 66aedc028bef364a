import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PartKind } from '../../../src/engine/document/source.js';
import { latexOf, outlineOf } from './reading.js';

/** Pieces of which documents are made, the broken ones too. */
const pieces = [
  '$',
  '$$',
  '\\(',
  '\\)',
  '\\[',
  '\\]',
  '\\\\[',
  '\\begin{align}',
  '\\end{align}',
  '\\begin{cases}',
  '\\end{cases}',
  '\\begin{enumerate}',
  '\\end{enumerate}',
  '\\item ',
  '\\section{',
  '}',
  '{',
  '```',
  '`',
  '~~~',
  '```math',
  '\n',
  '\n\n',
  '\r\n',
  '    ',
  '\t',
  '# ',
  '## Ejercicio 1',
  '- ',
  '1. Calcule ',
  '(a) ',
  '> ',
  '|',
  '|---|---|',
  '<!--',
  '-->',
  '%',
  '\\%',
  '&',
  '\\text{',
  '\\newcommand{\\R}{',
  '\\def\\a#1',
  '\\verb|',
  'x',
  'W_1',
  '5',
  ' y ',
  'Sea ',
  'es simétrica',
  'si ',
  'Caso 1: ',
  'donde ',
  'x = 1',
  'a \\ne b',
  '.',
  ':',
  '*',
  '_',
  'é',
  'e\u0301',
  '\ud835\udc00',
  '\\begin{verbatim}',
  '\\end{verbatim}',
  '\\begin{document}',
  '\\footnote{',
  "\\'a",
  '---\n',
  '===',
];
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((list) => list.join('')),
);
const kind = fc.constantFrom<PartKind>('tex', 'markdown');

describe('an outline of any text', () => {
  it('has places that are true, in order and apart', () => {
    fc.assert(
      fc.property(text, kind, (source, part) => {
        const outline = outlineOf(source, part);
        let last = 0;
        for (const block of outline.blocks) {
          const { start, end } = block.place;
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(source.length);
          if (block.kind === 'prose') {
            expect(start).toBeGreaterThanOrEqual(last);
            last = end;
            continue;
          }
          expect(block.outer.start).toBeGreaterThanOrEqual(last);
          expect(source.slice(start, end)).toBe(block.latex);
          expect(block.latex).toBe(block.latex.trim());
          expect(block.latex).not.toBe('');
          expect(block.outer.start).toBeLessThan(start);
          expect(block.outer.end).toBeGreaterThan(end);
          last = block.outer.end;
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('has scopes, cues and facts that are within it', () => {
    fc.assert(
      fc.property(text, kind, (source, part) => {
        const { scopes, blocks, facts } = outlineOf(source, part);
        scopes.forEach((scope, id) => {
          expect(scope.id).toBe(id);
          if (id > 0) expect(scope.parent).toBeLessThan(id);
        });
        const cues = blocks.flatMap((block) => (block.kind === 'formula' ? block.cues : []));
        for (const { place } of [...cues, ...facts]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.start).toBeLessThan(place.end);
          expect(place.end).toBeLessThanOrEqual(source.length);
        }
        for (const { scope } of [...blocks, ...facts]) expect(scopes[scope]).toBeDefined();
        for (const { until, place } of facts) {
          if (until !== undefined) expect(until).toBeGreaterThanOrEqual(place.end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('only shifts when a paragraph of prose comes before it', () => {
    const paragraph = 'Una línea de prosa, nada más.\n\n';
    const wellFormed = fc
      .array(
        fc.constantFrom(
          'Sea $x$ así.',
          '$$a = b$$',
          '# Título',
          '- punto $y$',
          'Caso 1: $w > 0$',
          '```\n$c$\n```',
        ),
      )
      .map((list) => list.join('\n\n'));
    fc.assert(
      fc.property(wellFormed, (source) => {
        const plain = outlineOf(source).blocks.filter((block) => block.kind === 'formula');
        const shifted = outlineOf(paragraph + source).blocks.filter(
          (block) => block.kind === 'formula',
        );
        expect(shifted.map((block) => [block.latex, block.place.start - paragraph.length])).toEqual(
          plain.map((block) => [block.latex, block.place.start]),
        );
      }),
    );
  });

  it('has the same formulas with either kind of line break', () => {
    fc.assert(
      fc.property(text, kind, (source, part) => {
        const unix = source.replace(/\r\n?/g, '\n');
        const windows = unix.replace(/\n/g, '\r\n');
        const latex = latexOf(windows, part).map((formula) => formula.replace(/\r\n/g, '\n'));
        expect(latex).toEqual(latexOf(unix, part));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an outline of a hostile text', () => {
  const units = [
    '$',
    '$$',
    '$ ',
    '$a ',
    '$\\text{',
    '\\(',
    '\\[',
    '\\[ \\\\] ',
    '\\\\[',
    '\\begin{',
    '\\begin{align}',
    '\\begin{align}\\begin{gather}',
    '`',
    '` `` ',
    '```\n',
    '<!--',
    '<pre>',
    '#',
    '# a\n',
    '- ',
    '1. a\n\nb\n\n',
    '| ',
    '> ',
    '\\section{',
    '\\item',
    '\\newcommand',
    '\\def\\a{',
    '\\verb|',
    '%',
    '{',
    '\n',
    '\t',
    'a ',
    'Sea $x$ simétrica ',
    'si $x=1$ ',
    '\\footnote{',
    'x_1 ',
    '(a) ',
    'Ejercicio 1\n\n',
    '*',
    '\\',
  ];

  it.each(units)('of nothing but %j ends', (unit) => {
    const source = unit.repeat(Math.ceil(200_000 / unit.length));
    for (const part of ['markdown', 'tex'] as const) {
      const outline = outlineOf(source, part);
      expect(outline.blocks.filter((block) => block.kind === 'formula').length).toBeLessThanOrEqual(
        5000,
      );
      expect(outline.facts.length).toBeLessThanOrEqual(5000);
    }
  });
});
