import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../src/engine/document/build.js';
import type { Outline } from '../../../src/engine/document/outline.js';
import { readSource } from '../../../src/engine/document/read.js';
import type { SourceDocument } from '../../../src/engine/document/source.js';
import { positionAt } from '../../../src/engine/text/position.js';
import expected from '../../fixtures/examples.json' with { type: 'json' };

const folder = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** The LaTeX report and the notebook of the sample coursework; its README quotes mistakes out of context. */
const files = readdirSync(`${folder}tarea1`)
  .filter((name) => /\.(?:tex|ipynb)$/.test(name))
  .map((name) => `tarea1/${name}`);

function read(file: string): { readonly document: SourceDocument; readonly outline: Outline } {
  const format = file.endsWith('.tex') ? 'tex' : 'notebook';
  const result = readSource(format, readFileSync(folder + file, 'utf8'));
  if (!result.ok) throw new Error(result.problem.code);
  return { document: result.document, outline: readOutline(result.document) };
}

describe('the sample coursework', () => {
  it.each(files)('%s is written in LaTeX that typesets', (file) => {
    const { outline } = read(file);
    const macros = Object.fromEntries(
      outline.macros.map(({ name, body, operator }) => [
        name,
        operator ? `\\operatorname{${body}}` : body,
      ]),
    );
    const formulas = outline.blocks.filter((block) => block.kind === 'formula');
    expect(formulas.length).toBeGreaterThan(30);
    for (const { latex, environment, display } of formulas) {
      const inner = environment?.startsWith('align') === true ? 'aligned' : undefined;
      const source = inner === undefined ? latex : `\\begin{${inner}}${latex}\\end{${inner}}`;
      const text = source.replace(/\\label\{[^}]*\}/g, '');
      expect(() =>
        katex.renderToString(text, { macros: { ...macros }, displayMode: display }),
      ).not.toThrow();
    }
  });

  it.each(expected)(
    '$file:$line has the planned mistake $latex',
    ({ file, cell, line, latex, at }) => {
      const part = cell ?? 0;
      const { document, outline } = read(file);
      const text = document.parts[part]?.text ?? '';
      const formula = outline.blocks.find(
        (block) =>
          block.kind === 'formula' &&
          block.place.part === part &&
          block.latex.includes(latex) &&
          line >= positionAt(text, block.place.start).line &&
          line <= positionAt(text, block.place.end).line,
      );
      expect(formula).toBeDefined();
      expect(latex).toContain(at);
    },
  );
});
