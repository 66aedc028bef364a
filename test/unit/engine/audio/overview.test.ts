import { describe, expect, it } from 'vitest';
import { readClipName, type Clip } from '../../../../src/engine/audio/clip.js';
import { overviewOf } from '../../../../src/engine/audio/overview.js';
import { checkSpeakers } from '../../../../src/engine/audio/speakers.js';

const clip = (name: string, frames = 8000, rate = 8000, channels = 1): Clip => ({
  name,
  bytes: frames * 2,
  format: { rate, channels, bits: 16, encoding: 'integer', frames },
});
const digits = ['0', '1', '2'];
const speakers = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'];
const clips = digits.flatMap((digit) =>
  speakers.flatMap((speaker) =>
    [0, 1].map((take) => clip(`${speaker}/${digit}_${speaker}_${take}.wav`)),
  ),
);

describe('the name of a clip', () => {
  it('says class, speaker and take', () => {
    expect(readClipName('audio/03/7_03_12.wav')).toEqual({ label: '7', speaker: '03', take: '12' });
  });

  it.each(['noise.wav', '7_03.wav', '7_03_12_1.wav', '7_03_12.mp3', '__.wav'])(
    '%s says nothing',
    (name) => {
      expect(readClipName(name)).toBeUndefined();
    },
  );
});

describe('a folder of clips', () => {
  it('is counted by class and by speaker, numbers in their order', () => {
    const {
      classes,
      speakers: heard,
      unnamed,
    } = overviewOf([...clips, clip('10_01_0.wav'), clip('hum.wav')]);
    expect(classes.map(({ name, count }) => `${name}:${String(count)}`)).toEqual([
      '0:20',
      '1:20',
      '2:20',
      '10:1',
    ]);
    expect(heard).toHaveLength(10);
    expect(unnamed).toBe(1);
  });

  it('shows what is not like the rest', () => {
    const odd = [
      clip('9_01_0.wav', 8000, 16_000),
      clip('9_01_1.wav', 8000, 8000, 2),
      clip('9_01_2.wav', 200),
      clip('9_01_3.wav', 80_000),
      { name: '9_01_4.wav', bytes: 3, problem: { code: 'wave.notWave', args: {} } } as const,
    ];
    const overview = overviewOf([...clips, ...odd]);
    const reasons = overview.odd.map(({ name, reason }) => `${name} ${reason}`);
    expect(reasons).toEqual([
      '9_01_0.wav rate',
      '9_01_1.wav channels',
      '9_01_2.wav short',
      '9_01_3.wav long',
      '9_01_4.wav unreadable',
    ]);
    expect(overview.formats[0]).toEqual({ rate: 8000, channels: 1, bits: 16, count: 62 });
    expect(overview.lengths).toEqual({ shortest: 0.025, median: 1, longest: 10 });
  });

  it('that is empty has nothing to say and nothing wrong', () => {
    expect(overviewOf([])).toMatchObject({ clips: 0, seconds: 0, odd: [], lengths: undefined });
  });
});

describe('the check of the speakers', () => {
  const names = clips.map(({ name }) => name);

  it('proposes parts that share no voice, and says what a random split would share', () => {
    const check = checkSpeakers(names, 1);
    expect(check?.kind).toBe('proposed');
    expect(check?.random).toBeGreaterThan(3);
    const heard = check?.parts.flatMap((part) => part.speakers) ?? [];
    expect(heard.toSorted()).toEqual(speakers);
    expect(check?.parts.map(({ name, clips: part }) => [name, part.length])).toEqual([
      ['train', 48],
      ['validation', 6],
      ['test', 6],
    ]);
    expect(checkSpeakers(names, 1)).toEqual(check);
  });

  it('finds a voice that is on both sides of folders that are there', () => {
    const split = names.map((name, at) => `${at % 20 === 0 ? 'test' : 'train'}/${name}`);
    const check = checkSpeakers(split, 1);
    expect(check).toMatchObject({ kind: 'folders', shared: ['01'] });
  });

  it('finds nothing in folders that share none', () => {
    const split = names.map(
      (name) => `${name.startsWith('01') ? 'Prueba' : 'Entrenamiento'}/${name}`,
    );
    expect(checkSpeakers(split, 1)).toMatchObject({ kind: 'folders', shared: [] });
  });

  it('needs two speakers', () => {
    expect(checkSpeakers(['1_01_0.wav', '2_01_0.wav'], 1)).toBeUndefined();
  });
});
