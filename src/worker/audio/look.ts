import type { Wave } from '../../engine/audio/wave.js';
import {
  centresOf,
  fitSettings,
  variantsOf,
  type AudioSettings,
} from '../../engine/audio/variants.js';
import type { ClipLook } from '../../shared/audioProtocol.js';
import { fourierOf } from './fourier.js';

/** Stretches of the drawn wave; a screen is seldom wider. */
const STRETCHES = 900;

/** Numbers of one picture at most: a longer clip is drawn with longer hops. */
const MAX_CELLS = 2_000_000;

export function lookAt(name: string, { samples, format }: Wave, asked: AudioSettings): ClipLook {
  const { rate } = format;
  const settings = affordable(fitSettings(asked, rate), samples.length);
  const { pictures, masks } = variantsOf(
    samples,
    rate,
    settings,
    fourierOf(settings.mel.fftSize),
    name,
  );
  const { raw, bilateral, masked, both } = pictures;
  return {
    name,
    format,
    settings,
    peaks: peaksOf(samples),
    bands: raw.bands,
    frames: raw.frames,
    pictures: {
      raw: raw.values,
      bilateral: bilateral.values,
      masked: masked.values,
      both: both.values,
    },
    masks,
    centres: centresOf(rate, settings.mel),
    seconds: ((raw.frames - 1) * settings.mel.hop) / rate,
  };
}

function affordable(settings: AudioSettings, samples: number): AudioSettings {
  const { mel } = settings;
  const least = Math.ceil((samples * mel.bands) / MAX_CELLS);
  return mel.hop >= least ? settings : { ...settings, mel: { ...mel, hop: least } };
}

function peaksOf(samples: Float32Array): Float32Array {
  const count = Math.min(STRETCHES, samples.length);
  const peaks = new Float32Array(2 * count);
  for (let stretch = 0; stretch < count; stretch++) {
    const from = Math.floor((stretch * samples.length) / count);
    const to = Math.max(from + 1, Math.floor(((stretch + 1) * samples.length) / count));
    let [least, most] = [Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const sample = samples[at] ?? 0;
      least = Math.min(least, sample);
      most = Math.max(most, sample);
    }
    peaks.set([least, most], 2 * stretch);
  }
  return peaks;
}
