import type { MelSettings } from './spectrogram.js';

/** One band: a triangle over neighbouring frequencies of the transform. */
export interface Band {
  /** The first frequency with a weight, counted in steps of rate / size. */
  readonly first: number;
  readonly weights: Float64Array;
  /** Hz, where the triangle is highest. */
  readonly centre: number;
}

type Scale = MelSettings['scale'];

/**
 * `librosa.filters.mel`: triangles whose corners are evenly spaced in mel. A band between two
 * neighbouring frequencies has no weights, which librosa warns of.
 */
export function bandsOf(
  rate: number,
  { fftSize, bands, lowest, highest, scale, norm }: MelSettings,
): readonly Band[] {
  const top = highest > 0 ? highest : rate / 2;
  const [from, to] = [hzToMel(lowest, scale), hzToMel(top, scale)];
  const corners = Array.from({ length: bands + 2 }, (_, at) =>
    melToHz(from + ((to - from) * at) / (bands + 1), scale),
  );
  return Array.from({ length: bands }, (_, band) => {
    const [left = 0, centre = 0, right = 0] = corners.slice(band, band + 3);
    const first = Math.max(0, Math.floor((left * fftSize) / rate) + 1);
    const last = Math.min(fftSize / 2, Math.ceil((right * fftSize) / rate) - 1);
    const height = norm === 'slaney' ? 2 / (right - left) : 1;
    const weights = Float64Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
      const hz = ((first + at) * rate) / fftSize;
      const slope = Math.min((hz - left) / (centre - left), (right - hz) / (right - centre));
      return Math.max(0, slope) * height;
    });
    return { first, weights, centre };
  });
}

/** Slaney's Auditory Toolbox (1998): linear up to 1000 Hz, then 27 steps to a factor of 6.4. */
const LINEAR = 200 / 3;
const CORNER_HZ = 1000;
const CORNER_MEL = CORNER_HZ / LINEAR;
const STEP = Math.log(6.4) / 27;

function hzToMel(hz: number, scale: Scale): number {
  // Young et al., The HTK Book (2006), section 5.4; O'Shaughnessy's formula.
  if (scale === 'htk') return 2595 * Math.log10(1 + hz / 700);
  return hz < CORNER_HZ ? hz / LINEAR : CORNER_MEL + Math.log(hz / CORNER_HZ) / STEP;
}

function melToHz(mel: number, scale: Scale): number {
  if (scale === 'htk') return 700 * (10 ** (mel / 2595) - 1);
  return mel < CORNER_MEL ? mel * LINEAR : CORNER_HZ * Math.exp(STEP * (mel - CORNER_MEL));
}
