import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bilateral, type BilateralSettings } from '../../../../src/engine/audio/bilateral.js';
import { logMel, type MelSettings } from '../../../../src/engine/audio/spectrogram.js';
import { createFourier } from '../../../../src/worker/audio/fourier.js';

interface Golden {
  readonly mel: readonly {
    readonly rate: number;
    readonly count: number;
    readonly settings: MelSettings;
    readonly shape: readonly [number, number];
    readonly values: readonly number[];
  }[];
  readonly bilateral: {
    readonly shape: readonly [number, number];
    readonly picture: readonly number[];
    readonly results: readonly (BilateralSettings & { readonly values: readonly number[] })[];
  };
}

const golden = JSON.parse(readFileSync('test/fixtures/audio/golden.json', 'utf8')) as Golden;

/** dB: less than any plot could show. */
const TOLERANCE = 1e-3;

describe('the log-mel spectrogram', () => {
  it.each(golden.mel)('agrees with the published formulas: $settings', (row) => {
    const { rate, count, settings, shape, values } = row;
    const picture = logMel(signal(rate, count), rate, settings, createFourier(settings.fftSize));
    expect([picture.bands, picture.frames]).toEqual(shape);
    expect(furthest(picture.values, values)).toBeLessThan(TOLERANCE);
  });
});

describe('the bilateral filter', () => {
  const [bands, frames] = golden.bilateral.shape;
  const picture = { bands, frames, values: Float32Array.from(golden.bilateral.picture) };

  it.each(golden.bilateral.results)(
    'agrees with the formula: diameter $diameter',
    ({ values, ...settings }) => {
      expect(furthest(bilateral(picture, settings).values, values)).toBeLessThan(TOLERANCE);
    },
  );

  it('leaves a flat picture as it is', () => {
    const flat = { bands: 3, frames: 4, values: new Float32Array(12).fill(-40) };
    const settings = { diameter: 5, sigmaColor: 10, sigmaSpace: 3 };
    expect(furthest(bilateral(flat, settings).values, [...flat.values])).toBeLessThan(1e-5);
  });
});

/** The same numbers as in golden.py. */
function signal(rate: number, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, n) => {
    const t = n / rate;
    const noise = ((n * n * 7919 + n * 104729) % 1009) / 1009 - 0.5;
    const wave =
      0.5 * Math.sin(2 * Math.PI * (200 * t + 900 * t * t)) +
      0.2 * Math.sin(2 * Math.PI * 1234 * t);
    return wave + 0.01 * noise;
  });
}

function furthest(ours: Float32Array, theirs: readonly number[]): number {
  return ours.reduce((most, value, at) => Math.max(most, Math.abs(value - (theirs[at] ?? NaN))), 0);
}
