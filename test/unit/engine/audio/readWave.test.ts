import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWave, readWaveHeader } from '../../../../src/engine/audio/readWave.js';
import { writeWave } from '../../../../src/engine/audio/writeWave.js';

interface Made {
  readonly tag?: number;
  readonly channels?: number;
  readonly rate?: number;
  readonly bits?: number;
  readonly data: readonly number[];
  /** What the header says of the length, where that is not the truth. */
  readonly said?: number;
  /** Chunks between the format and the numbers. */
  readonly between?: readonly (readonly number[])[];
  readonly extensible?: boolean;
}

/** A file byte by byte, as the specification lays it out. */
function make({ tag = 1, channels = 1, rate = 8000, bits = 16, data, ...rest }: Made): Uint8Array {
  const { said = data.length, between = [], extensible = false } = rest;
  const width = (channels * bits) / 8;
  const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
  const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
  const text = (letters: string): number[] => Array.from(Buffer.from(letters, 'latin1'));
  const plain = [...u16(extensible ? 0xfffe : tag), ...u16(channels), ...u32(rate)];
  const format = [...plain, ...u32(rate * width), ...u16(width), ...u16(bits)];
  const more = extensible
    ? [...u16(22), ...u16(bits), ...u32(0), ...u16(tag), ...new Array<number>(14).fill(0)]
    : [];
  const chunks = between.flatMap((body) => [
    ...text('LIST'),
    ...u32(body.length),
    ...body,
    ...(body.length % 2 === 1 ? [0] : []),
  ]);
  const inside = [
    ...text('WAVEfmt '),
    ...u32(format.length + more.length),
    ...format,
    ...more,
    ...chunks,
    ...text('data'),
    ...u32(said),
    ...data,
  ];
  return Uint8Array.from([...text('RIFF'), ...u32(inside.length), ...inside]);
}

function samplesOf(bytes: Uint8Array): readonly number[] {
  const outcome = readWave(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return [...outcome.value.samples];
}

function codeOf(bytes: Uint8Array): string {
  const outcome = readWave(bytes);
  return outcome.ok ? 'ok' : outcome.problem.code;
}

const floats = (...values: number[]): number[] => [
  ...new Uint8Array(Float32Array.from(values).buffer),
];

describe('reading a .wav file', () => {
  it.each([
    ['8 bits, unsigned', make({ bits: 8, data: [0, 128, 192] }), [-1, 0, 0.5]],
    ['16 bits', make({ data: [0, 128, 0, 0, 0, 64] }), [-1, 0, 0.5]],
    [
      '24 bits',
      make({ bits: 24, data: [0, 0, 128, 0, 0, 64, 255, 255, 255] }),
      [-1, 0.5, -(2 ** -23)],
    ],
    ['32 bits', make({ bits: 32, data: [0, 0, 0, 128, 0, 0, 0, 64] }), [-1, 0.5]],
    ['floats', make({ tag: 3, bits: 32, data: floats(-1, 0.25) }), [-1, 0.25]],
    ['a float that is no number', make({ tag: 3, bits: 32, data: floats(NaN, 1) }), [0, 1]],
    ['two channels, mixed', make({ channels: 2, data: [0, 128, 0, 0, 0, 64, 0, 64] }), [-0.5, 0.5]],
    ['an extensible format', make({ extensible: true, data: [0, 64] }), [0.5]],
    ['chunks of odd length before', make({ between: [[1, 2, 3], []], data: [0, 64] }), [0.5]],
    ['a length that was not known in advance', make({ said: 0xffffffff, data: [0, 64] }), [0.5]],
    ['half a number at the end', make({ data: [0, 64, 7] }), [0.5]],
  ])('understands %s', (_what, bytes, samples) => {
    expect(samplesOf(bytes)).toEqual(samples);
  });

  it.each([
    ['wave.notWave', new Uint8Array(0)],
    ['wave.notWave', Uint8Array.from({ length: 100 }, (_, at) => at)],
    ['wave.truncated', make({ said: 500, data: [0, 64] })],
    ['wave.noData', make({ data: [] })],
    ['wave.noData', make({ data: [0, 0] }).slice(0, 36)],
    [
      'wave.noFormat',
      Uint8Array.from([
        ...make({ data: [0, 0] }).slice(0, 12),
        ...make({ data: [0, 0] }).slice(36),
      ]),
    ],
    ['wave.encoding', make({ tag: 2, data: [0, 0] })],
    ['wave.bits', make({ bits: 12, data: [0, 0, 0] })],
    ['wave.channels', make({ channels: 0, data: [0, 0] })],
    ['wave.rate', make({ rate: 0, data: [0, 0] })],
  ])('says %s', (code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('says how much is missing of a file that was cut', () => {
    const whole = make({ data: new Array<number>(100).fill(1) });
    const outcome = readWave(whole.slice(0, -30));
    expect(outcome).toMatchObject({ problem: { code: 'wave.truncated', args: { missing: 30 } } });
  });

  it('knows the length from the header alone, and asks for more where that is not enough', () => {
    const whole = make({ between: [new Array<number>(90).fill(0)], data: [0, 64, 0, 64] });
    expect(readWaveHeader(whole.slice(0, 60), whole.length)).toBe('more');
    expect(readWaveHeader(whole.slice(0, 150), whole.length)).toMatchObject({
      value: { format: { rate: 8000, channels: 1, bits: 16, encoding: 'integer', frames: 2 } },
    });
  });

  it('reads back what was written', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 1, min: -1, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 192_000 }),
        (samples, rate) => {
          const outcome = readWave(writeWave(samples, rate));
          if (!outcome.ok) throw new Error(outcome.problem.code);
          expect(outcome.value.format.rate).toBe(rate);
          outcome.value.samples.forEach((sample, at) => {
            expect(Math.abs(sample - (samples[at] ?? NaN))).toBeLessThanOrEqual(1 / 32_768);
          });
        },
      ),
    );
  });

  it('has an answer to whatever it is given', () => {
    const start = [...make({ data: [0, 64] })];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 255 }))),
        fc.nat(46),
        (changes, length) => {
          const bytes = Uint8Array.from(start);
          for (const [at, value] of changes) bytes[at] = value;
          expect(typeof codeOf(bytes.slice(0, length))).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });
});
