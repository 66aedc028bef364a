import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writers, type TableText } from '../../../src/shared/tableText.js';

const sample: TableText = {
  header: ['id', 'a|b'],
  numeric: [true, false],
  rows: [
    ['1', '<b>bold</b>'],
    ['2', null],
    ['3', ''],
    ['4', 'two\nlines, "quoted"'],
  ],
};

/** Cells that are hard to write, beside any other text. */
const cell = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    '',
    ',',
    '"',
    '""',
    '\n',
    '\r\n',
    '|',
    '\\',
    '\\\\',
    '&',
    '%',
    '$x_1^2$',
    '[a]',
    '=1+1',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);

const table: fc.Arbitrary<TableText> = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    header: fc.array(fc.string(), { minLength: columns, maxLength: columns }),
    numeric: fc.array(fc.boolean(), { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 5 }),
  }),
);

/** Reads what RFC 4180 allows; a cell that was not quoted and is empty is missing. */
function readCsv(text: string): readonly (readonly (string | null)[])[] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    let value: string | null = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        value += text[at] ?? '';
        if (text[at] === '"') at++;
      }
      at++;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\n') value += text[at++] ?? '';
      if (value === '') value = null;
    }
    row.push(value);
    if (text[at] === '\n') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}

describe('a table as CSV', () => {
  it('tells a missing value from a text of no letters', () => {
    expect(writers.csv(sample)).toBe(
      'id,a|b\n1,<b>bold</b>\n2,\n3,""\n4,"two\nlines, ""quoted"""\n',
    );
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(table, (given) => {
        expect(readCsv(writers.csv(given))).toEqual([given.header, ...given.rows]);
      }),
    );
  });
});

describe('a table in Markdown', () => {
  it('shows markup as text and sets numbers to the right', () => {
    expect(writers.markdown(sample)).toBe(
      [
        '| id | a\\|b |',
        '| ---: | --- |',
        '| 1 | &lt;b>bold&lt;/b> |',
        '| 2 |  |',
        '| 3 |  |',
        '| 4 | two lines, "quoted" |',
        '',
      ].join('\n'),
    );
  });

  it('has a line for each row and a bar between any two cells', () => {
    fc.assert(
      fc.property(table, (given) => {
        const lines = writers.markdown(given).split('\n').slice(0, -1);
        expect(lines).toHaveLength(given.rows.length + 2);
        const bars = lines.map((line) => line.replace(/\\[^]/g, '').match(/\|/g)?.length);
        expect(new Set(bars)).toEqual(new Set([given.header.length + 1]));
      }),
    );
  });
});

describe('a table in LaTeX', () => {
  it('is a tabular that needs no package', () => {
    expect(writers.latex({ header: ['x_1'], numeric: [true], rows: [['50%'], ['[2]']] })).toBe(
      [
        '\\begin{tabular}{r}',
        '  \\hline',
        '  x\\_1 \\\\',
        '  \\hline',
        '  50\\% \\\\',
        '  {[}2] \\\\',
        '  \\hline',
        '\\end{tabular}',
        '',
      ].join('\n'),
    );
  });

  it('keeps every sign of the cells from being read as a command', () => {
    fc.assert(
      fc.property(table, (given) => {
        const lines = writers.latex(given).split('\n').slice(2, -3);
        const rows = lines.filter((line) => line !== '  \\hline');
        expect(rows).toHaveLength(given.rows.length + 1);
        for (const row of rows) {
          expect(row.endsWith(' \\\\')).toBe(true);
          const bare = row.slice(0, -2).replace(/\\text[a-z]+\{\}|\\[{}$&#_%]|\{\[\}/g, '');
          expect(bare.match(/&/g)?.length ?? 0).toBe(given.header.length - 1);
          expect(bare).not.toMatch(/[\\{}$#_%~^]/);
        }
      }),
    );
  });
});
