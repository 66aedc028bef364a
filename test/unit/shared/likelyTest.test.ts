import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../../src/engine/table/grouping.js';
import { likelyTest } from '../../../src/shared/likelyTest.js';

const music = [
  'fma/tracks_train_metadata.csv',
  'fma/tracks_train_features.csv',
  'fma/tracks_test_metadata.csv',
  'fma/tracks_test_features.csv',
  'fma/artists.csv',
];

const likely = (
  files: readonly string[],
  folder: readonly string[],
): readonly string[] | undefined =>
  likelyTest(files, groupFiles(folder.map((path) => ({ path, bytes: 1 }))));

describe('what a table is likely to be compared with', () => {
  it('is the test file to a training file, of the same part', () => {
    expect(likely([music[1] ?? ''], music)).toEqual([music[3]]);
    expect(likely([music[3] ?? ''], music)).toBeUndefined();
  });

  it('is the join of the test files to a join of training files, in its order', () => {
    expect(likely(music.slice(0, 2), music)).toEqual(music.slice(2, 4));
    expect(likely([music[1] ?? '', music[0] ?? ''], music)).toEqual([music[3], music[2]]);
    expect(likely(music.slice(2, 4), music)).toBeUndefined();
  });

  it('takes a file that is of no part for both', () => {
    expect(likely([music[0] ?? '', music[4] ?? ''], music)).toEqual([music[2], music[4]]);
    expect(likely([music[4] ?? '', music[0] ?? ''], music)).toEqual([music[4], music[2]]);
  });

  it('is nothing where one side has no test data, or the names say nothing', () => {
    expect(likely(music.slice(0, 2), music.slice(0, 3))).toBeUndefined();
    expect(likely(['a.csv', 'b.csv'], ['a.csv', 'b.csv'])).toBeUndefined();
    expect(likely(['elsewhere.csv'], music)).toBeUndefined();
  });

  it('is the validation file where there is no test file', () => {
    const folder = ['train.csv', 'validation.csv'];
    expect(likely(['train.csv'], folder)).toEqual(['validation.csv']);
  });
});
