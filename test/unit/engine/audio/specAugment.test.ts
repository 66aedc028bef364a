import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specAugment, type MaskSettings } from '../../../../src/engine/audio/specAugment.js';

const picture = {
  bands: 20,
  frames: 50,
  values: Float32Array.from({ length: 1000 }, (_, at) => at % 37),
};
const settings: MaskSettings = {
  bands: 6,
  bandMasks: 2,
  frames: 30,
  frameMasks: 2,
  share: 0.4,
  fill: 'mean',
  seed: 1,
};

describe('SpecAugment', () => {
  it('hides strips no wider than asked, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (seed, name) => {
        const { masks, values } = specAugment(picture, { ...settings, seed }, name);
        expect(masks.map(({ kind }) => kind)).toEqual(['bands', 'bands', 'frames', 'frames']);
        for (const { kind, from, count } of masks) {
          expect(count).toBeLessThanOrEqual(kind === 'bands' ? 6 : 20);
          expect(from + count).toBeLessThanOrEqual(kind === 'bands' ? 20 : 50);
        }
        values.forEach((value, at) => {
          const hidden = masks.some(({ kind, from, count }) => {
            const place = kind === 'bands' ? Math.floor(at / 50) : at % 50;
            return place >= from && place < from + count;
          });
          if (hidden) expect(value).toBeCloseTo(mean, 4);
          else expect(value).toBe(picture.values[at]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('repeats itself for the same seed and clip, and for no other', () => {
    const masks = (seed: number, name: string) =>
      specAugment(picture, { ...settings, seed }, name).masks;
    expect(masks(1, 'a.wav')).toEqual(masks(1, 'a.wav'));
    expect(masks(1, 'a.wav')).not.toEqual(masks(2, 'a.wav'));
    expect(masks(1, 'a.wav')).not.toEqual(masks(1, 'b.wav'));
  });

  it('draws every width from none to the limit', () => {
    const widths = new Set(
      Array.from({ length: 200 }, (_, seed) => {
        const [mask] = specAugment(picture, { ...settings, seed }, '').masks;
        return mask?.count;
      }),
    );
    expect([...widths].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('fills with silence where asked', () => {
    const all = { ...settings, bands: 20, bandMasks: 40, fill: 'least' } as const;
    expect(Math.max(...specAugment(picture, all, '').values.slice(-50))).toBe(0);
  });
});

const mean = picture.values.reduce((sum, value) => sum + value, 0) / 1000;
