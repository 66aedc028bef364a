import { describe, expect, it } from 'vitest';
import {
  centresOf,
  fitSettings,
  framesOf,
  usualAt,
  USUAL,
  variantsOf,
} from '../../../../src/engine/audio/variants.js';
import { createFourier } from '../../../../src/worker/audio/fourier.js';

const samples = Float32Array.from({ length: 4000 }, (_, at) => Math.sin(at * at * 1e-4));

describe('the usual settings', () => {
  it.each([8000, 16_000, 22_050, 44_100, 48_000])('fit %i Hz', (rate) => {
    const usual = usualAt(rate);
    const milliseconds = (1000 * usual.mel.fftSize) / rate;
    expect(milliseconds).toBeGreaterThanOrEqual(20);
    expect(milliseconds).toBeLessThan(50);
    expect(fitSettings(usual, rate)).toEqual(usual);
  });
});

describe('the variants of a clip', () => {
  const settings = usualAt(8000);
  const fourier = createFourier(settings.mel.fftSize);
  const { pictures, masks } = variantsOf(samples, 8000, settings, fourier, 'a.wav');

  it('have one size, and the same masks where they have any', () => {
    const frames = framesOf(samples.length, 8000, settings);
    for (const picture of Object.values(pictures)) {
      expect([picture.bands, picture.frames]).toEqual([settings.mel.bands, frames]);
    }
    const band = masks.find(({ kind, count }) => kind === 'bands' && count > 0);
    const at = (band?.from ?? NaN) * frames;
    expect(pictures.masked.values[at]).toBe(pictures.masked.values[at + 1]);
    expect(pictures.both.values[at]).toBe(pictures.both.values[at + 1]);
    expect(pictures.both.values[at]).not.toBe(pictures.bilateral.values[at]);
  });

  it('are cut, or filled with silence, to the length that was asked for', () => {
    const long = variantsOf(samples, 8000, { ...settings, seconds: 1 }, fourier, 'a.wav');
    expect(long.pictures.raw.frames).toBe(framesOf(4000, 8000, { ...settings, seconds: 1 }));
    expect(long.pictures.raw.values.at(-1)).toBe(Math.min(...long.pictures.raw.values));
  });
});

describe('settings that make no sense', () => {
  it('are brought within what can be computed', () => {
    const mad = {
      ...USUAL,
      mel: { ...USUAL.mel, fftSize: 1000, hop: -5, bands: NaN, highest: 1e9, lowest: 1e9 },
      seconds: -1,
    };
    const { mel, seconds } = fitSettings(mad, 8000);
    expect(mel).toMatchObject({ fftSize: 1024, hop: 16, bands: 4, highest: 4000, lowest: 2000 });
    expect(seconds).toBe(0);
    expect(centresOf(8000, mel).every((hz) => hz > 2000 && hz < 4000)).toBe(true);
  });
});
