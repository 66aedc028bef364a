import { describe, expect, it } from 'vitest';
import { formatBytes, formatNumber, formatShare } from '../../../../src/webview/data/numbers.js';

describe('figures', () => {
  it('keep four digits, whatever the scale', () => {
    const figures = [0, 1234.567, -0.001234, 2.5e9, 3.21e-7, Infinity, -Infinity, NaN];
    expect(figures.map(formatNumber)).toEqual([
      '0',
      '1,235',
      '-0.001234',
      '2.500e+9',
      '3.210e-7',
      '∞',
      '-∞',
      '–',
    ]);
  });

  it('do not call a small share nothing, nor the share of nothing a number', () => {
    expect([0, 0.0004, 0.1234, 1, 0 / 0].map(formatShare)).toEqual([
      '0 %',
      '< 0.1 %',
      '12.3 %',
      '100 %',
      '–',
    ]);
  });

  it('give sizes in three digits', () => {
    const sizes = [0, 999, 1300, 99_960, 52_000_000, 2e9];
    expect(sizes.map(formatBytes)).toEqual(['0 B', '999 B', '1.3 kB', '100 kB', '52 MB', '2 GB']);
  });
});
