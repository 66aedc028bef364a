import { describe, expect, it } from 'vitest';
import { checkPredictions } from '../../../src/engine/table/predictions/checkPredictions.js';
import { describeFault, describeFaultRemedy } from '../../../src/shared/describeFault.js';
import { speaker } from '../../../src/shared/say.js';
import { spanish } from '../../../src/shared/spanish.js';

const wanted = {
  idColumn: 'track_id',
  labelColumn: 'genre',
  ids: ['2', '5', '10'],
  labels: ['Hip-Hop', 'Rock'],
};

function said(text: string, language: 'en' | 'es' = 'en'): readonly string[] {
  const say = speaker(language === 'es' ? spanish : {});
  return checkPredictions(new TextEncoder().encode(text), wanted).flatMap((fault) =>
    fault.spots.map((spot) => describeFault(fault, spot, say)),
  );
}

describe('a fault of the predictions in words', () => {
  it('speaks of the place where it stands', () => {
    expect(said('track_id,genre\n2,rock\n5,hip hop\n10,3\n')).toEqual([
      '“rock” is written “Rock” in the training data.',
      '“hip hop” is written “Hip-Hop” in the training data.',
      '“3” is the number of a class, and its name is asked for: Hip-Hop, Rock.',
    ]);
  });

  it('shows spaces where they are all that is wrong', () => {
    expect(said('track_id,genre\n2, Rock\n5,Rock\n10,Hip-Hop  \n')).toEqual([
      '“␣Rock” is written “Rock” in the training data.',
      '“Hip-Hop␣␣” is written “Hip-Hop” in the training data.',
    ]);
  });

  it('names ids, lines and columns', () => {
    expect(said('id,genre\n2,Rock\n2.0,Rock\n7,Rock\n')).toEqual([
      'This column is called “id” and should be called “track_id”.',
      '“2.0” is written 2 in the test file.',
      '2.0 has a prediction on line 2 already.',
      '“7” is not in the test file.',
      '2 rows of the test file have no prediction: 5, 10.',
    ]);
  });

  it('is said in Spanish', () => {
    expect(said('genre,track_id\nRock,2\nRock,5\nHip-Hop,10\n', 'es')).toEqual([
      'track_id debería ir antes que genre.',
    ]);
  });

  it('comes with what to do', () => {
    const [fault] = checkPredictions(new TextEncoder().encode(''), wanted);
    expect(fault && describeFaultRemedy(fault, speaker({}))).toMatch(
      /^Write the predictions again/,
    );
  });
});
