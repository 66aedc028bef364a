import { describe, expect, it } from 'vitest';
import { readPreview } from '../../../../src/engine/table/preview.js';

function header(text: string): unknown {
  const result = readPreview(new TextEncoder().encode(text), true);
  return result.ok ? result.block.dialect.header : result.problem;
}

describe('a line with one cell below the names', () => {
  it('names the index where it is a word', () => {
    expect(header('feature,chroma\ntrack_id,\n2,0.5\n3,0.25\n')).toMatchObject({ indexLine: true });
  });

  it('is a row without other values where it is a number', () => {
    expect(header('n,x\n0,\n1,0.25\n2,0.5\n')).toMatchObject({ levels: 1, indexLine: false });
    expect(header('a,b\n1,\n2,\n')).toMatchObject({ levels: 1, indexLine: false });
  });
});
