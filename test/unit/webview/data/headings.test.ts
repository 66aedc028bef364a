import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/shared/dataProtocol.js';
import { headingsOf } from '../../../../src/webview/data/table/headings.js';

function columns(...paths: readonly (readonly string[])[]): readonly Column[] {
  return paths.map((path) => ({ name: path.join('.') || 'unnamed', path, kind: 'real' }));
}

describe('the headings of columns', () => {
  it('are as many for all, the short ones at the bottom', () => {
    expect(headingsOf(columns(['track_id'], ['mfcc', 'mean', '01'], []))).toEqual([
      ['', '', 'track_id'],
      ['mfcc', 'mean', '01'],
      ['', '', 'unnamed'],
    ]);
  });

  it('of two groups with one name are not the same', () => {
    const [first, second, third] = headingsOf(
      columns(['chroma', 'mean', '01'], ['mfcc', 'mean', '01'], ['mfcc', 'mean', '02']),
    );
    expect(first?.[1]).not.toBe(second?.[1]);
    expect(second?.[1]).toBe(third?.[1]);
    expect([first, second].map((levels) => levels?.[1]?.replace('\u200B', ''))).toEqual([
      'mean',
      'mean',
    ]);
  });
});
