import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipFolders, groupFiles, type DataFile } from '../../../../src/engine/table/grouping.js';

function files(...paths: readonly string[]): readonly DataFile[] {
  return paths.map((path) => ({ path, bytes: 10 }));
}

/** Each group as its name and its members' file names. */
function grouped(...paths: readonly string[]): readonly string[] {
  return groupFiles(files(...paths)).map(
    ({ name, members }) =>
      `${name}: ${members.map(({ file }) => file.path.split('/').at(-1)).join(', ')}`,
  );
}

describe('the grouping of data files', () => {
  it('puts the four files of a train and test assignment together, training first', () => {
    const [group] = groupFiles(
      files(
        'tracks_fma_test_features.csv',
        'tracks_fma_test_metadata.csv',
        'tracks_fma_train_features.csv',
        'tracks_fma_train_metadata.csv',
      ),
    );
    expect(group?.name).toBe('tracks_fma');
    expect(group?.members.map(({ role, part }) => [role, part])).toEqual([
      ['train', 'features'],
      ['train', 'metadata'],
      ['test', 'features'],
      ['test', 'metadata'],
    ]);
  });

  it('reads roles in Spanish, with accents and capitals', () => {
    expect(grouped('notas_Entrenamiento.csv', 'notas_Validación.csv', 'notas_prueba.csv')).toEqual([
      'notas: notas_Entrenamiento.csv, notas_Validación.csv, notas_prueba.csv',
    ]);
  });

  it('calls files that are named for their roles alone after their folder', () => {
    expect(grouped('digits/train.csv', 'digits/test.csv')).toEqual(['digits: train.csv, test.csv']);
  });

  it('keeps apart what differs in another word, in its folder or in its format', () => {
    expect(grouped('a_train.csv', 'b_test.csv')).toEqual([
      'a_train.csv: a_train.csv',
      'b_test.csv: b_test.csv',
    ]);
    expect(groupFiles(files('x/t_train.csv', 'y/t_test.csv'))).toHaveLength(2);
    expect(groupFiles(files('t_train.csv', 't_test.parquet'))).toHaveLength(2);
  });

  it('does not take a part of a word for a role', () => {
    expect(grouped('trainers.csv', 'testament.csv')).toHaveLength(2);
  });

  it('bears names that objects have by themselves', () => {
    expect(grouped('constructor_train.csv', '__proto__.csv', 'toString.csv')).toHaveLength(3);
  });

  it('loses no file and invents none', () => {
    const path = fc.array(fc.constantFrom('train', 'test', 'a', 'B', '_', '-', '.', '/', 'ñ'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(path), (paths) => {
        const given = [...new Set(paths.map((parts) => parts.join('')))].toSorted();
        const kept = groupFiles(files(...given)).flatMap(({ members }) =>
          members.map(({ file }) => file.path),
        );
        expect(kept.toSorted()).toEqual(given);
      }),
    );
  });
});

describe('folders of clips', () => {
  it('are told with how many clips they hold', () => {
    expect(clipFolders(files('clips/a.wav', 'clips/b.wav', 'other/c.wav'))).toEqual([
      { path: 'clips', bytes: 20, clips: 2 },
      { path: 'other', bytes: 10, clips: 1 },
    ]);
  });

  it('are one set where each speaker has a folder', () => {
    const speakers = Array.from({ length: 12 }, (_, index) => `audio/${index}/0_${index}_0.wav`);
    expect(clipFolders(files(...speakers))).toEqual([{ path: 'audio', bytes: 120, clips: 12 }]);
  });
});
