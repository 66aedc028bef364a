import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPredictions } from '../../../../../src/engine/table/predictions/checkPredictions.js';
import {
  isSubmissionName,
  readSubmissionName,
  submissionName,
} from '../../../../../src/engine/table/predictions/fileName.js';
import {
  isFault,
  readPredictions,
} from '../../../../../src/engine/table/predictions/readPredictions.js';
import {
  mendPredictions,
  writePredictions,
} from '../../../../../src/engine/table/predictions/writePredictions.js';

const columns = { idColumn: 'track_id', labelColumn: 'track.genre1' };

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Text that a file can hold: characters that are none cannot be written, and zeros are no text. */
const label = fc.oneof(
  fc.constantFrom('Rock', 'Hip-Hop', 'Old-Time / Historic', 'a,b', 'say "x"', 'é; ñ', 'two\nlines'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
);
const predictions = fc
  .uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 30 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(String(id)), label))));

describe('the writer', () => {
  it('writes what is read back, cell by cell', () => {
    fc.assert(
      fc.property(predictions, (rows) => {
        const read = readPredictions(bytesOf(writePredictions(columns, rows)));
        expect(
          !isFault(read) && read.rows.map(({ cells }) => cells.map(({ text }) => text)),
        ).toEqual([[columns.idColumn, columns.labelColumn], ...rows]);
      }),
    );
  });

  it('writes what the checker has nothing to say about', () => {
    const genre = fc.constantFrom('Rock', 'Hip-Hop', 'Old-Time / Historic', 'Música, "nueva"');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }),
        fc.array(genre, { minLength: 100, maxLength: 100 }),
        (ids, genres) => {
          const rows = ids.map((id, at) => [String(id), genres[at] ?? 'Rock'] as const);
          const labels = ['Rock', 'Hip-Hop', 'Old-Time / Historic', 'Música, "nueva"'];
          const wanted = { ...columns, ids: ids.map(String), labels };
          const codes = checkPredictions(bytesOf(writePredictions(columns, rows)), wanted)
            .map(({ code }) => code)
            .filter((code) => code !== 'label.constant');
          expect(codes).toEqual([]);
        },
      ),
    );
  });
});

describe('mending', () => {
  const wanted = { ...columns, ids: ['2', '5', '10'], labels: ['Rock', 'Hip-Hop'] };
  const mend = (text: string): string | undefined => mendPredictions(bytesOf(text), wanted);

  it('puts right what needs no decision', () => {
    const faulty = '\ufeff;genre;id\r\n0;hip hop;5.0\r\n1; Rock;2\r\n2;ROCK;10\r\n';
    expect(mend(faulty)).toBe('track_id,track.genre1\n2,Rock\n5,Hip-Hop\n10,Rock\n');
  });

  it('invents nothing', () => {
    expect(mend('track_id,track.genre1\n2,Polka\n7,Rock\n2,Rock\n')).toBe(
      'track_id,track.genre1\n2,Polka\n',
    );
    expect(mend('')).toBeUndefined();
    expect(mend('track_id\n2\n5\n10\n')).toBeUndefined();
  });

  it('changes nothing that is right', () => {
    const right = 'track_id,track.genre1\n2,Rock\n5,Hip-Hop\n10,Rock\n';
    expect(mend(right)).toBe(right);
  });
});

describe('the name of what is handed in', () => {
  it.each([
    [{ assignment: 1, first: 'Ana', last: 'Solís' }, 'Tarea001_Ana_Solis.csv'],
    [{ assignment: 12, first: 'María José', last: 'Núñez' }, 'Tarea012_MariaJose_Nunez.csv'],
    [{ assignment: 3, first: 'luis', last: 'de la O' }, 'Tarea003_Luis_DeLaO.csv'],
  ])('of %j is %s', (name, expected) => {
    expect(submissionName(name, 'csv')).toBe(expected);
    expect(isSubmissionName(expected, 'csv')).toBe(true);
  });

  it('is read from another file', () => {
    expect(readSubmissionName('Tarea001_Ana_Solis.ipynb')).toEqual({
      assignment: 1,
      first: 'Ana',
      last: 'Solis',
    });
    expect(readSubmissionName('tarea1.ipynb')).toBeUndefined();
  });
});
