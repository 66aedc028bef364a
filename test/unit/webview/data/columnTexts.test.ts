import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/shared/dataProtocol.js';
import { columnTexts } from '../../../../src/webview/data/table/columnTexts.js';
import { headingsOf } from '../../../../src/webview/data/table/headings.js';
import { sourceOfRows } from '../../../../src/webview/data/table/source.js';

const words = { label: 'Table', missing: 'missing', emptyText: 'empty text', row: 'Row' };

const columns: readonly Column[] = [
  { name: 'track_id', path: ['track_id'], kind: 'integer' },
  { name: 'mfcc.mean', path: ['mfcc', 'mean'], kind: 'real' },
  { name: 'note', path: ['note'], kind: 'text' },
];

function textsOf(rows: readonly (readonly (string | null)[])[]): readonly string[] {
  const source = sourceOfRows(columns, rows);
  return columnTexts(source, headingsOf(source.columns), words).map(
    ({ heading, cell }) => `${heading}: ${cell}`,
  );
}

describe('what the widths of columns are taken from', () => {
  it('is the last line of each heading and the longest cell, the columns at the left first', () => {
    const rows = [
      ['2', '-0.25', 'short'],
      ['1305', '7', 'a longer one'],
    ];
    expect(textsOf(rows)).toEqual([
      'Row: 2',
      'track_id: 1305',
      'mean: -0.25',
      'note: a longer one',
    ]);
  });

  it('is what is seen of a cell: the word for a missing one, the beginning of a long one', () => {
    const rows = [['3', null, 'x'.repeat(500)]];
    const [, , mean, note] = textsOf(rows);
    expect(mean).toBe('mean: missing');
    expect(note).toBe(`note: ${'x'.repeat(79)}…`);
  });
});
