/**
 * Synthesises the clips of `examples/audio`: digits as four imaginary people might say them. A pulse
 * at the pitch of the voice, and noise where a sound hisses, go through three resonances that glide
 * from sound to sound. Nobody would take it for speech; what a network sees in it is much like it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './bundles.mjs';

const folder = `${root}examples/audio/`;

const RATE = 8000;
const SECONDS = 0.3;

/** First three formants in Hz of the sounds used, rounded from Peterson and Barney (1952), and how much hiss. */
const sounds = {
  i: [270, 2290, 3010, 0],
  e: [530, 1840, 2480, 0],
  a: [730, 1090, 2440, 0],
  o: [570, 840, 2410, 0],
  u: [300, 870, 2240, 0],
  r: [490, 1350, 1690, 0],
  n: [280, 1700, 2600, 0.05],
  s: [400, 2600, 3500, 0.9],
  f: [400, 1500, 2800, 0.7],
  t: [400, 1900, 2900, 0.8],
  v: [300, 1200, 2400, 0.3],
};

/** The sounds of each digit in English, one after the other. */
const digits = ['siro', 'van', 'tu', 'tri', 'for', 'faiv', 'siks', 'seven', 'eit', 'nain'].map(
  (word) => [...word].filter((letter) => letter in sounds),
);

/** Pitch in Hz, how long the throat is beside the usual one, how strong, how breathy. */
const speakers = [
  { name: 'ana', pitch: 210, throat: 1.12, level: 0.5, breath: 0.03 },
  { name: 'beto', pitch: 110, throat: 0.94, level: 0.6, breath: 0.01 },
  { name: 'carla', pitch: 185, throat: 1.06, level: 0.4, breath: 0.06 },
  { name: 'diego', pitch: 135, throat: 1, level: 0.55, breath: 0.02 },
];

/** @param {number} seed @returns {() => number} in [0, 1), the same on every machine */
function chance(seed) {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** @returns {Float64Array} */
export function speak(digit, speaker, seed, rate = RATE, seconds = SECONDS) {
  const random = chance(seed);
  const count = Math.round(rate * seconds);
  const word = digits[digit].map((letter) => sounds[letter]);
  const memory = [0, 1, 2].map(() => [0, 0]);
  const pitch = speaker.pitch * (0.95 + 0.1 * random());
  const samples = new Float64Array(count);
  let phase = 0;
  for (let at = 0; at < count; at++) {
    const place = (at / count) * (word.length - 1);
    const [f1, f2, f3, hiss] = glide(word, place);
    phase += (pitch * (1.05 - (0.1 * at) / count)) / rate;
    const pulse = phase >= 1 ? 1 : 0;
    phase -= pulse;
    const noise = (random() - 0.5) * 2;
    const source = pulse * (1 - hiss) * 3 + noise * (hiss * 0.25 + speaker.breath);
    samples[at] = [f1, f2, f3].reduce((sound, hz, band) => {
      const width = 60 + 40 * band;
      return resonate(sound, Math.min(hz * speaker.throat, rate * 0.46), width, memory[band], rate);
    }, source);
    samples[at] *= Math.min(1, at / (0.02 * rate), (count - 1 - at) / (0.05 * rate));
  }
  const peak = samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1;
  return samples.map((each) => (each / peak) * speaker.level * (0.9 + 0.2 * random() * 0.5));
}

/** The sound at a place between two of a word's sounds. */
function glide(word, place) {
  const first = Math.min(Math.floor(place), word.length - 1);
  const [low, high] = [word[first], word[Math.min(first + 1, word.length - 1)]];
  // Sounds hold for a while and then change quickly.
  const share = Math.min(1, Math.max(0, (place - first - 0.3) / 0.4));
  return low.map((value, at) => value + share * (high[at] - value));
}

/** A resonance with two poles (Klatt, 1980). */
function resonate(input, hz, width, memory, rate) {
  const c = -Math.exp((-2 * Math.PI * width) / rate);
  const b = 2 * Math.exp((-Math.PI * width) / rate) * Math.cos((2 * Math.PI * hz) / rate);
  const output = (1 - b - c) * input + b * memory[0] + c * memory[1];
  memory[1] = memory[0];
  memory[0] = output;
  return output;
}

/** @returns {Buffer} PCM of 16 bits, one channel */
function wave(samples, rate) {
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + samples.length * 2, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length * 2, 40);
  return Buffer.concat([header, Buffer.from(Int16Array.from(samples, (s) => s * 32767).buffer)]);
}

/** Every clip by its name; three of them are wrong on purpose. */
export function clips() {
  const made = new Map();
  speakers.forEach((speaker, who) => {
    digits.forEach((_, digit) => {
      const seed = 1000 * who + digit;
      made.set(`${digit}_${speaker.name}_0.wav`, wave(speak(digit, speaker, seed), RATE));
    });
  });
  const [ana, beto, carla] = speakers;
  made.set('1_ana_1.wav', wave(speak(1, ana, 7001, 16_000), 16_000));
  made.set('2_beto_1.wav', wave(speak(2, beto, 7002, RATE, 0.06), RATE));
  made.set('3_carla_1.wav', wave(speak(3, carla, 7003), RATE).subarray(0, 3000));
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of clips()) {
    await rm(path.join(folder, name), { force: true });
    await writeFile(path.join(folder, name), bytes);
  }
}
