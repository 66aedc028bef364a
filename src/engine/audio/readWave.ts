import { waveProblem, type Wave, type WaveFormat, type WaveOutcome } from './wave.js';

/** Where the numbers of a file are, and how they are written. */
export interface WaveHeader {
  readonly format: WaveFormat;
  /** Bytes before the first number. */
  readonly start: number;
  /** Bytes of numbers. */
  readonly length: number;
}

/** Ten minutes at 48 kHz: more is no clip, and would take minutes to look at. */
const MAX_FRAMES = 28_800_000;

/**
 * The header of a RIFF/WAVE file (Microsoft, "Multimedia Programming Interface and Data
 * Specifications", 1991; WAVE_FORMAT_EXTENSIBLE of 2001). `bytes` may be only the first part of
 * the file, `size` is all of it. `more` asks for further bytes: a chunk before the numbers is longer
 * than what was given.
 */
export function readWaveHeader(bytes: Uint8Array, size: number): WaveOutcome<WaveHeader> | 'more' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size < 12 || nameAt(view, 0) !== 'RIFF' || nameAt(view, 8) !== 'WAVE') {
    return waveProblem('wave.notWave');
  }
  let encoded: Encoded | undefined;
  for (let at = 12; at + 8 <= size;) {
    if (at + 8 > bytes.length) return 'more';
    const name = nameAt(view, at);
    const length = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 'fmt ') {
      if (body + Math.min(length, 40) > bytes.length) {
        return body + length > size
          ? waveProblem('wave.truncated', { missing: body + length - size })
          : 'more';
      }
      if (length < 16) return waveProblem('wave.noFormat');
      encoded = readFormat(view, body, length);
    }
    if (name === 'data')
      return encoded ? joined(encoded, body, length, size) : waveProblem('wave.noFormat');
    // Chunks begin at even places; a chunk of odd length is followed by a byte that means nothing.
    at = body + length + (length % 2);
  }
  return waveProblem(encoded ? 'wave.noData' : 'wave.noFormat');
}

/** Mixes all channels to one. Integers are divided by the greatest that their width holds, as librosa and soundfile do. */
export function readWave(bytes: Uint8Array): WaveOutcome<Wave> {
  const outcome = readWaveHeader(bytes, bytes.length);
  // With all bytes given there are no more.
  if (outcome === 'more') return waveProblem('wave.truncated', { missing: 0 });
  if (!outcome.ok) return outcome;
  const { format, start } = outcome.value;
  if (format.frames > MAX_FRAMES) {
    return waveProblem('wave.tooLong', { frames: format.frames, limit: MAX_FRAMES });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = readers[`${format.encoding}${format.bits}`];
  if (read === undefined) return waveProblem('wave.bits', { bits: format.bits });
  const { channels, frames } = format;
  const width = format.bits / 8;
  const samples = new Float32Array(frames);
  for (let frame = 0, at = start; frame < frames; frame++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++, at += width) sum += read(view, at);
    samples[frame] = sum / channels;
  }
  return { ok: true, value: { format, samples } };
}

type Encoded = Omit<WaveFormat, 'frames' | 'encoding'> & {
  readonly tag: number;
  readonly unit: number;
};

/** Format tags of the specification. */
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/** A program that could not know the length in advance writes one of these. */
const UNKNOWN_LENGTHS = [0, 0xffffffff];

const MAX_CHANNELS = 64;
const MAX_RATE = 768_000;

/** One row per width and kind: the number at a place, scaled to [-1, 1]. */
const readers: Readonly<Record<string, ((view: DataView, at: number) => number) | undefined>> = {
  integer8: (view, at) => (view.getUint8(at) - 128) / 128,
  integer16: (view, at) => view.getInt16(at, true) / 32_768,
  integer24: (view, at) => (view.getUint16(at, true) | (view.getInt8(at + 2) << 16)) / 8_388_608,
  integer32: (view, at) => view.getInt32(at, true) / 2_147_483_648,
  float32: (view, at) => finite(view.getFloat32(at, true)),
  float64: (view, at) => finite(view.getFloat64(at, true)),
};

function readFormat(view: DataView, body: number, length: number): Encoded {
  const tag = view.getUint16(body, true);
  return {
    // The real tag of an extensible format is the beginning of a long name further on.
    tag: tag === EXTENSIBLE && length >= 26 ? view.getUint16(body + 24, true) : tag,
    channels: view.getUint16(body + 2, true),
    rate: view.getUint32(body + 4, true),
    unit: view.getUint16(body + 12, true),
    bits: view.getUint16(body + 14, true),
  };
}

function joined(
  { tag, channels, rate, bits, unit }: Encoded,
  start: number,
  said: number,
  size: number,
): WaveOutcome<WaveHeader> {
  if (tag !== PCM && tag !== FLOAT) return waveProblem('wave.encoding', { tag });
  if (channels < 1 || channels > MAX_CHANNELS) return waveProblem('wave.channels', { channels });
  if (rate < 1 || rate > MAX_RATE) return waveProblem('wave.rate', { rate });
  const encoding = tag === PCM ? 'integer' : 'float';
  const width = (bits / 8) * channels;
  if (readers[`${encoding}${bits}`] === undefined || (unit !== 0 && unit !== width)) {
    return waveProblem('wave.bits', { bits });
  }
  const there = size - start;
  const length = UNKNOWN_LENGTHS.includes(said) ? there : said;
  if (length > there) return waveProblem('wave.truncated', { missing: length - there });
  const frames = Math.floor(length / width);
  if (frames === 0) return waveProblem('wave.noData');
  return { ok: true, value: { format: { rate, channels, bits, encoding, frames }, start, length } };
}

function nameAt(view: DataView, at: number): string {
  return at + 4 > view.byteLength
    ? ''
    : String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

/** A number that is none would spread through every transform. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
