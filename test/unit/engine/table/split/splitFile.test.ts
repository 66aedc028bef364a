import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSplit, writeSplit } from '../../../../../src/engine/table/split/splitFile.js';

const made = {
  source: { name: 'tracks_fma_train.csv', bytes: 1234, sha256: 'ab'.repeat(32) },
  rows: 5,
  seed: 42,
  shares: { train: 0.6, validation: 0.4 },
  target: 'track.genre1',
  stratify: 'track.genre1',
  group: null,
  parts: { train: [0, 2, 4], validation: [1, 3] },
};

/** The written file with one thing in it changed. */
function changed(name: string, value: unknown): string {
  const file = JSON.parse(writeSplit(made)) as Record<string, unknown>;
  return JSON.stringify({ ...file, [name]: value });
}

describe('the file of a split', () => {
  it('is read back as it was written', () => {
    const read = readSplit(writeSplit(made), made.source);
    expect(read.ok && read.file).toMatchObject(made);
  });

  it('is read back whatever the columns and parts are called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (column, part) => {
        fc.pre(part !== 'b');
        const each = { ...made, stratify: column, parts: { [part]: [0, 1, 2, 3], b: [4] } };
        const read = readSplit(writeSplit(each));
        expect(read.ok && [read.file.stratify, Object.keys(read.file.parts).toSorted()]).toEqual([
          column,
          [part, 'b'].toSorted(),
        ]);
      }),
    );
  });

  it('says what is to be trained with, where somebody said so', () => {
    const training = {
      data: { files: ['features.csv', '../metadata.csv'], on: 'track_id' },
      test: null,
      features: ['mfcc.mean.01'],
    };
    const read = readSplit(writeSplit(made, training));
    expect(read.ok && read.file).toMatchObject({ ...made, training });
    const plain = readSplit(writeSplit(made));
    expect(plain.ok && 'training' in plain.file).toBe(false);
  });

  it.each([
    { data: { files: ['a.csv'], on: 'id' }, test: null, features: [] },
    { data: { files: ['a.csv', 'b.csv'], on: null }, test: null, features: [] },
    { data: { files: ['a.csv'], on: null }, test: 'b.csv', features: [] },
    { data: { files: ['a.csv'], on: null }, test: null, features: [1] },
    'a.csv',
  ])('is refused when what is to be trained with is %j', (training) => {
    expect(readSplit(changed('training', training))).toEqual({
      ok: false,
      code: 'split.unreadable',
    });
  });

  it('belongs to one file of data, under whatever name', () => {
    const moved = { ...made.source, name: 'train.csv' };
    expect(readSplit(writeSplit(made), moved).ok).toBe(true);
    const other = { ...made.source, sha256: 'cd'.repeat(32) };
    expect(readSplit(writeSplit(made), other)).toEqual({ ok: false, code: 'split.source' });
  });

  it.each([
    ['{', 'split.unreadable'],
    ['[]', 'split.unreadable'],
    [changed('format', 'other'), 'split.unreadable'],
    [changed('version', 2), 'split.version'],
    [changed('seed', 'x'), 'split.unreadable'],
    [changed('target', 3), 'split.unreadable'],
    [changed('source', null), 'split.unreadable'],
    [changed('parts', { train: [0, 1, 2, 3] }), 'split.rows'],
    [changed('parts', { train: [0, 1, 2, 3, 3] }), 'split.rows'],
    [changed('parts', { train: [0, 1, 2, 3, 5] }), 'split.rows'],
    [changed('parts', { train: [0, 1, 2, 3, '4'] }), 'split.rows'],
    [changed('parts', { train: 5 }), 'split.unreadable'],
    [changed('rows', 1e18), 'split.unreadable'],
  ])('is refused when it is %s', (text, code) => {
    expect(readSplit(text)).toEqual({ ok: false, code });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readSplit(text).ok).toBe(false);
      }),
    );
  });
});
