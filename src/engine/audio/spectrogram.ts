import { bandsOf, type Band } from './mel.js';

/** How a clip becomes a picture; the words are librosa's. */
export interface MelSettings {
  /** `n_fft`: numbers per window, a power of two. */
  readonly fftSize: number;
  /** `hop_length`: numbers from one window to the next. */
  readonly hop: number;
  /** `n_mels`. */
  readonly bands: number;
  /** Hz. */
  readonly lowest: number;
  /** Hz; 0 stands for half the rate. */
  readonly highest: number;
  /** `htk=False` is Slaney's scale. */
  readonly scale: 'slaney' | 'htk';
  /** `norm='slaney'`: each band's triangle has the area 1. `none`: its height is 1. */
  readonly norm: 'slaney' | 'none';
  /** What stands before and after the clip where a window reaches beyond it. */
  readonly padding: 'constant' | 'reflect';
  /** `ref` of `power_to_db`: the loudest place, or 1. */
  readonly reference: 'max' | 'one';
  /** `top_db`: what lies further below the loudest place is cut; null for no cut. */
  readonly topDb: number | null;
}

/**
 * What librosa 0.10 and later do unless they are told otherwise, but for the reference, which
 * students set to `np.max`. (Before 0.10 the padding was `reflect`.)
 */
export const LIBROSA: MelSettings = {
  fftSize: 2048,
  hop: 512,
  bands: 128,
  lowest: 0,
  highest: 0,
  scale: 'slaney',
  norm: 'slaney',
  padding: 'constant',
  reference: 'max',
  topDb: 80,
};

/** Values band by band, the lowest band first; each band's `frames` together. */
export interface Picture {
  readonly bands: number;
  readonly frames: number;
  readonly values: Float32Array;
}

/**
 * The transform of a real window of `size` numbers: real and imaginary parts in turn, from
 * frequency 0 to half the rate at least. It may use `window` as it likes.
 */
export interface Fourier {
  readonly size: number;
  readonly transform: (window: Float64Array) => ArrayLike<number>;
}

/**
 * `librosa.feature.melspectrogram` with `power=2`, then `power_to_db`: windows centred on every
 * `hop`-th number, a periodic Hann window, mel bands, decibels. The FFT is given, of `fftSize`.
 */
export function logMel(
  samples: Float32Array,
  rate: number,
  settings: MelSettings,
  fourier: Fourier,
): Picture {
  const power = melPower(samples, rate, settings, fourier);
  return { ...power, values: decibels(power.values, settings) };
}

function melPower(
  samples: Float32Array,
  rate: number,
  settings: MelSettings,
  fourier: Fourier,
): Picture {
  const { fftSize, hop } = settings;
  const { bands, hann } = preparedFor(rate, settings);
  const frames = 1 + Math.floor(samples.length / hop);
  const values = new Float32Array(bands.length * frames);
  const window = new Float64Array(fftSize);
  const power = new Float64Array(fftSize / 2 + 1);
  for (let frame = 0; frame < frames; frame++) {
    cut(samples, frame * hop - fftSize / 2, settings.padding, hann, window);
    const spectrum = fourier.transform(window);
    for (let bin = 0; bin < power.length; bin++) {
      const real = spectrum[2 * bin] ?? 0;
      const imaginary = spectrum[2 * bin + 1] ?? 0;
      power[bin] = real * real + imaginary * imaginary;
    }
    bands.forEach(({ first, weights }, band) => {
      values[band * frames + frame] = weighed(weights, power, first);
    });
  }
  return { bands: bands.length, frames, values };
}

function weighed(weights: Float64Array, power: Float64Array, first: number): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (power[first + at] ?? 0);
  return sum;
}

interface Prepared {
  readonly rate: number;
  readonly bands: readonly Band[];
  readonly hann: Float64Array;
}

/** Clips of a folder have one rate: what is made of it and of the settings is made once. */
function preparedFor(rate: number, settings: MelSettings): Prepared {
  const known = prepared.get(settings);
  if (known?.rate === rate) return known;
  const fresh = { rate, bands: bandsOf(rate, settings), hann: hannWindow(settings.fftSize) };
  prepared.set(settings, fresh);
  return fresh;
}

const prepared = new WeakMap<MelSettings, Prepared>();

/** Numbers from `from` on, which may lie before the beginning, under the window. */
function cut(
  samples: Float32Array,
  from: number,
  padding: MelSettings['padding'],
  hann: Float64Array,
  window: Float64Array,
): void {
  const { length } = samples;
  if (from >= 0 && from + window.length <= length) {
    for (let at = 0; at < window.length; at++) {
      window[at] = (samples[from + at] ?? 0) * (hann[at] ?? 0);
    }
    return;
  }
  for (let at = 0; at < window.length; at++) {
    const place = from + at;
    const within = place >= 0 && place < length;
    const beyond = padding === 'constant' ? 0 : (samples[mirrored(place, length)] ?? 0);
    window[at] = (within ? (samples[place] ?? 0) : beyond) * (hann[at] ?? 0);
  }
}

/** The place that lies as far on this side of the edge; the edge itself is not repeated. */
export function mirrored(place: number, length: number): number {
  if (length === 1) return 0;
  const period = 2 * (length - 1);
  const phase = ((place % period) + period) % period;
  return phase < length ? phase : period - phase;
}

/** With the period `size`, as `scipy.signal.get_window('hann', size)` gives it. */
function hannWindow(size: number): Float64Array {
  return Float64Array.from(
    { length: size },
    (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size),
  );
}

/** `amin` of `power_to_db`: below it there is only rounding. */
const LEAST_POWER = 1e-10;

function decibels(power: Float32Array, { reference, topDb }: MelSettings): Float32Array {
  let greatest = 0;
  for (const value of power) greatest = Math.max(greatest, value);
  const zero = reference === 'max' ? 10 * Math.log10(Math.max(LEAST_POWER, greatest)) : 0;
  const loudest = 10 * Math.log10(Math.max(LEAST_POWER, greatest)) - zero;
  const floor = topDb === null ? -Infinity : loudest - topDb;
  const levels = new Float32Array(power.length);
  for (let at = 0; at < power.length; at++) {
    const level = 10 * Math.log10(Math.max(LEAST_POWER, power[at] ?? 0)) - zero;
    levels[at] = level < floor ? floor : level;
  }
  return levels;
}
