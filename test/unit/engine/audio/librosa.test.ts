import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clipCode } from '../../../../src/engine/audio/clipCode.js';
import { readWave } from '../../../../src/engine/audio/readWave.js';
import { logMel, LIBROSA, type MelSettings } from '../../../../src/engine/audio/spectrogram.js';
import { writeWave } from '../../../../src/engine/audio/writeWave.js';
import { createFourier } from '../../../../src/worker/audio/fourier.js';
import { clipCodeWords } from '../../../../src/shared/audioWords.js';
import { runScripts } from '../../../bench/pandas.js';
import { without } from '../../../bench/python.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const RATE = 8000;
const NAME = "7_d'a ñ_0.wav";
const clip = writeWave(
  Float32Array.from({ length: 6000 }, (_, at) => {
    const noise = ((at * at * 7919 + at * 104729) % 1009) / 1009 - 0.5;
    return 0.4 * Math.sin((at * at) / 9000) + 0.1 * noise;
  }),
  RATE,
);

const other: MelSettings = {
  fftSize: 256,
  hop: 100,
  bands: 20,
  lowest: 50,
  highest: 3500,
  scale: 'htk',
  norm: 'none',
  padding: 'reflect',
  reference: 'one',
  topDb: null,
};
const cases: readonly (readonly [string, MelSettings, number])[] = [
  ["librosa's own", LIBROSA, 0],
  ['others', other, 0],
  ['longer than the clip', LIBROSA, 1],
  ['shorter than the clip', other, 0.5],
];

/** dB: less than any plot could show. */
const TOLERANCE = 1e-3;
/** Milliseconds: librosa compiles itself when it is first used. */
const SLOWLY = 120_000;

describe.skipIf(without('librosa, matplotlib'))(
  'beside librosa (skipped where it is absent)',
  () => {
    it.each(cases)(
      'the code for a clip gives what the page shows: %s',
      (_, mel, seconds) => {
        const code = clipCode({ fileName: NAME, rate: RATE, mel, seconds }, clipCodeWords);
        const [answer] = runScripts(root, [{ name: NAME, text: clip }], [{ code, show: SHOWN }]);
        expect(answer).toBeInstanceOf(Array);
        const [shape, values] = answer as [readonly number[], readonly number[]];
        const picture = logMel(samplesOf(seconds), RATE, mel, createFourier(mel.fftSize));
        expect(shape).toEqual([picture.bands, picture.frames]);
        const apart = values.map((value, at) => Math.abs(value - (picture.values[at] ?? NaN)));
        expect(Math.max(...apart)).toBeLessThan(TOLERANCE);
      },
      SLOWLY,
    );
  },
);

const SHOWN = ['log_mel.shape', 'log_mel.ravel()'];

/** As the page takes them: cut, or filled with silence. */
function samplesOf(seconds: number): Float32Array {
  const wave = readWave(clip);
  if (!wave.ok) throw new Error(wave.problem.code);
  const { samples } = wave.value;
  if (seconds === 0) return samples;
  const fitted = new Float32Array(seconds * RATE);
  fitted.set(samples.subarray(0, fitted.length));
  return fitted;
}
