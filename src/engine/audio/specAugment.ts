import { randomFrom } from '../random.js';
import type { Picture } from './spectrogram.js';

/** The letters in brackets are those of Park et al. (2019), "SpecAugment". */
export interface MaskSettings {
  /** Bands hidden at most by one mask (F), and how many such masks (mF). */
  readonly bands: number;
  readonly bandMasks: number;
  /** Frames hidden at most by one mask (T), and how many such masks (mT). */
  readonly frames: number;
  readonly frameMasks: number;
  /** A mask hides at most this share of the frames (p). */
  readonly share: number;
  /** What stands in a mask: the picture's mean, or its least value, which is silence. */
  readonly fill: 'mean' | 'least';
  readonly seed: number;
}

/** One hidden strip. */
export interface Mask {
  readonly kind: 'bands' | 'frames';
  readonly from: number;
  readonly count: number;
}

export interface Masked extends Picture {
  readonly masks: readonly Mask[];
}

/**
 * Hides strips of a spectrogram. Widths are drawn from 0 to the limit and places from what is left,
 * both evenly, as in sections 2 of the paper; time is not warped, which its authors found to matter
 * least. `name` goes into the draw, so that each clip gets masks of its own.
 */
export function specAugment(picture: Picture, settings: MaskSettings, name: string): Masked {
  const { bands, frames } = picture;
  const random = randomFrom(settings.seed ^ hashOf(name));
  const draw = (kind: Mask['kind'], limit: number, size: number): Mask => {
    const count = Math.min(size, random.below(Math.floor(limit) + 1));
    return { kind, from: random.below(size - count + 1), count };
  };
  const longest = Math.min(settings.frames, Math.floor(settings.share * frames));
  const masks = [
    ...Array.from({ length: settings.bandMasks }, () => draw('bands', settings.bands, bands)),
    ...Array.from({ length: settings.frameMasks }, () => draw('frames', longest, frames)),
  ];
  const values = Float32Array.from(picture.values);
  const fill = fillOf(picture, settings.fill);
  for (const { kind, from, count } of masks) {
    if (kind === 'bands') values.fill(fill, from * frames, (from + count) * frames);
    else
      for (let b = 0; b < bands; b++)
        values.fill(fill, b * frames + from, b * frames + from + count);
  }
  return { bands, frames, values, masks };
}

function fillOf({ values }: Picture, fill: MaskSettings['fill']): number {
  let sum = 0;
  let least = Infinity;
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
  }
  return fill === 'mean' ? sum / values.length : least;
}

/** FNV-1a (Fowler, Noll and Vo). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}
