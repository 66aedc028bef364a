import { describe, expect, it } from 'vitest';
import { readOutline } from '../../../src/engine/document/build.js';
import { readSource } from '../../../src/engine/document/read.js';

function notebook(cells: readonly object[]): string {
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

describe('reading files', () => {
  it('makes one part of a plain file and drops its byte order mark', () => {
    expect(readSource('tex', '\uFEFF$x$')).toEqual({
      ok: true,
      document: { parts: [{ kind: 'tex', text: '$x$' }] },
    });
  });

  it('makes a part of every cell, so that a part has the index of its cell', () => {
    const result = readSource(
      'notebook',
      `\uFEFF${notebook([
        { cell_type: 'markdown', source: ['Sea $x$\n', 'y $y$'] },
        { cell_type: 'code', source: 'print("$z$")' },
        { cell_type: 'raw', source: '$r$' },
        { cell_type: 'markdown', source: '$$w$$' },
        null as unknown as object,
      ])}`,
    );
    if (!result.ok) throw new Error(result.problem.code);
    expect(result.document.parts).toEqual([
      { kind: 'markdown', text: 'Sea $x$\ny $y$' },
      { kind: 'code', text: 'print("$z$")' },
      { kind: 'code', text: '$r$' },
      { kind: 'markdown', text: '$$w$$' },
      { kind: 'code', text: '' },
    ]);
    const formulas = readOutline(result.document).blocks.filter(
      (block) => block.kind === 'formula',
    );
    expect(formulas.map(({ latex, place }) => [latex, place.part])).toEqual([
      ['x', 0],
      ['y', 0],
      ['w', 3],
    ]);
  });

  it('reads worksheets of nbformat 3', () => {
    const text = JSON.stringify({
      nbformat: 3,
      worksheets: [
        {
          cells: [
            { cell_type: 'markdown', source: '$x$' },
            { cell_type: 'code', input: 'a' },
          ],
        },
      ],
    });
    expect(readSource('notebook', text)).toMatchObject({
      document: {
        parts: [
          { kind: 'markdown', text: '$x$' },
          { kind: 'code', text: 'a' },
        ],
      },
    });
  });

  it.each([
    ['nothing', ''],
    ['a cut file', '{"cells": [{"cell_type": "markdown", "source": "$x'],
    ['another document', '{"a": 1}'],
    ['a list', '[]'],
    ['brackets without end', '['.repeat(100_000)],
    [
      'too many cells',
      notebook(Array.from({ length: 6000 }, () => ({ cell_type: 'code', source: '' }))),
    ],
    ['inherited cells', '{"__proto__": {"cells": []}}'],
  ])('says that %s is no notebook', (_what, text) => {
    expect(readSource('notebook', text)).toEqual({
      ok: false,
      problem: { code: 'file.not-a-notebook', args: {} },
    });
  });

  it('says that a file is too large, and a notebook whose text is', () => {
    const tooLarge = { ok: false, problem: { code: 'file.too-large' } };
    expect(readSource('markdown', 'x'.repeat(4_000_001))).toMatchObject(tooLarge);
    const cell = { cell_type: 'markdown', source: 'x'.repeat(4_000_001) };
    expect(readSource('notebook', notebook([cell]))).toMatchObject(tooLarge);
  });

  it('is not led astray by __proto__ in a cell', () => {
    const text = '{"cells": [{"__proto__": {"cell_type": "markdown"}, "source": "$x$"}]}';
    expect(readSource('notebook', text)).toMatchObject({
      document: { parts: [{ kind: 'code', text: '$x$' }] },
    });
  });
});
