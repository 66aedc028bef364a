import { bilateral, type BilateralSettings } from './bilateral.js';
import { bandsOf } from './mel.js';
import { specAugment, type Mask, type MaskSettings } from './specAugment.js';
import { LIBROSA, logMel, type Fourier, type MelSettings, type Picture } from './spectrogram.js';

/** What becomes of a clip for training. */
export type Variant = 'raw' | 'bilateral' | 'masked' | 'both';

export const VARIANTS: readonly Variant[] = ['raw', 'bilateral', 'masked', 'both'];

export interface AudioSettings {
  readonly mel: MelSettings;
  readonly bilateral: BilateralSettings;
  readonly mask: MaskSettings;
  /** Every clip is cut or filled with silence to so many seconds; 0 leaves it as long as it is. */
  readonly seconds: number;
}

/** For speech in CD quality; the masks are those of a clip of about a second. */
export const USUAL: AudioSettings = {
  mel: { ...LIBROSA, fftSize: 1024, hop: 256, bands: 64 },
  bilateral: { diameter: 9, sigmaColor: 15, sigmaSpace: 3 },
  mask: {
    bands: 10,
    bandMasks: 2,
    frames: 20,
    frameMasks: 2,
    share: 0.3,
    fill: 'mean',
    seed: 1,
  },
  seconds: 0,
};

/** Milliseconds that a window for speech takes at least: shorter ones tell no two pitches apart. */
const WINDOW = 20;

/** The usual settings for a rate: a window of 20 to 40 ms, of which the next begins after a quarter. */
export function usualAt(rate: number): AudioSettings {
  const fftSize = 2 ** Math.ceil(Math.log2((rate * WINDOW) / 1000));
  const bands = Math.min(USUAL.mel.bands, fftSize / 8);
  return fitSettings({ ...USUAL, mel: { ...USUAL.mel, fftSize, hop: fftSize / 4, bands } }, rate);
}

export interface Variants {
  readonly pictures: Readonly<Record<Variant, Picture>>;
  readonly masks: readonly Mask[];
}

/** All four; `both` is smoothed first and then masked, with the same masks. `fourier` has the size `mel.fftSize`. */
export function variantsOf(
  samples: Float32Array,
  rate: number,
  settings: AudioSettings,
  fourier: Fourier,
  name: string,
): Variants {
  const raw = logMel(ofLength(samples, rate, settings.seconds), rate, settings.mel, fourier);
  const smooth = bilateral(raw, settings.bilateral);
  const masked = specAugment(raw, settings.mask, name);
  const both = specAugment(smooth, settings.mask, name);
  return { pictures: { raw, bilateral: smooth, masked, both }, masks: masked.masks };
}

/** How many frames a clip of so many numbers gives. */
export function framesOf(count: number, rate: number, { mel, seconds }: AudioSettings): number {
  const kept = seconds > 0 ? Math.round(seconds * rate) : count;
  return 1 + Math.floor(kept / mel.hop);
}

/** Hz of each band's centre, the lowest first. */
export function centresOf(rate: number, mel: MelSettings): readonly number[] {
  return bandsOf(rate, mel).map(({ centre }) => centre);
}

/** What was asked for, within what can be computed and means something at this rate. */
export function fitSettings(asked: AudioSettings, rate: number): AudioSettings {
  const { mel, bilateral: filter, mask } = asked;
  const fftSize = 2 ** Math.round(Math.log2(within(mel.fftSize, 64, 8192)));
  const highest = mel.highest > 0 ? within(mel.highest, 100, rate / 2) : 0;
  const top = highest > 0 ? highest : rate / 2;
  return {
    mel: {
      ...mel,
      fftSize,
      hop: Math.round(within(mel.hop, 16, fftSize)),
      bands: Math.round(within(mel.bands, 4, 512)),
      lowest: within(mel.lowest, 0, top / 2),
      highest,
      topDb: mel.topDb === null ? null : within(mel.topDb, 10, 200),
    },
    bilateral: {
      diameter: Math.round(within(filter.diameter, 3, 31)),
      sigmaColor: within(filter.sigmaColor, 0.1, 200),
      sigmaSpace: within(filter.sigmaSpace, 0.1, 200),
    },
    mask: {
      ...mask,
      bands: Math.round(within(mask.bands, 0, 512)),
      bandMasks: Math.round(within(mask.bandMasks, 0, 20)),
      frames: Math.round(within(mask.frames, 0, 10_000)),
      frameMasks: Math.round(within(mask.frameMasks, 0, 20)),
      share: within(mask.share, 0, 1),
      seed: Math.round(within(mask.seed, 0, 2 ** 31 - 1)),
    },
    seconds: within(asked.seconds, 0, 600),
  };
}

function within(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, low), high) : low;
}

function ofLength(samples: Float32Array, rate: number, seconds: number): Float32Array {
  if (seconds === 0) return samples;
  const fixed = new Float32Array(Math.round(seconds * rate));
  fixed.set(samples.subarray(0, fixed.length));
  return fixed;
}
