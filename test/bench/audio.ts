import { bilateral } from '../../src/engine/audio/bilateral.js';
import { readWave } from '../../src/engine/audio/readWave.js';
import { specAugment } from '../../src/engine/audio/specAugment.js';
import { logMel } from '../../src/engine/audio/spectrogram.js';
import { USUAL } from '../../src/engine/audio/variants.js';
import { writeWave } from '../../src/engine/audio/writeWave.js';
import { createFourier } from '../../src/worker/audio/fourier.js';
import { besidePython } from './python.js';

const RATE = 48_000;
const ROUNDS = 40;

/** Times what becomes of a clip of one second, the median of many rounds, beside the same in NumPy. */
export function timeAudio(): Promise<string> {
  const wave = Float32Array.from({ length: RATE }, (_, at) => Math.sin(at * at * 1e-6) * 0.5);
  const bytes = writeWave(wave, RATE);
  const mel = { ...USUAL.mel, fftSize: 1024, hop: 256, bands: 128 };
  const fourier = createFourier(mel.fftSize);
  const decode = (): Float32Array => {
    const outcome = readWave(bytes);
    return outcome.ok ? outcome.value.samples : wave;
  };
  const picture = logMel(wave, RATE, mel, fourier);
  const rows: readonly (readonly [string, () => unknown])[] = [
    ['decode', decode],
    ['decode and log-mel', () => logMel(decode(), RATE, mel, fourier)],
    ['bilateral, d = 9', () => bilateral(picture, USUAL.bilateral)],
    ['SpecAugment', () => specAugment(picture, USUAL.mask, 'a')],
  ];
  const lines = rows.map(([name, run]) => `${name.padEnd(20)} ${median(run).toFixed(2)} ms`);
  const numpy = besidePython(NUMPY, []);
  lines.push(`${'log-mel in NumPy'.padEnd(20)} ${numpy === undefined ? 'absent' : `${numpy} ms`}`);
  const title = `a clip of 1 s at 48 kHz, ${picture.bands} × ${picture.frames}`;
  return Promise.resolve([title, ...lines].join('\n'));
}

function median(run: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
}

const NUMPY = `
import time, numpy as np
from numpy.lib.stride_tricks import sliding_window_view
y = np.sin(np.arange(48000.0) ** 2 * 1e-6).astype(np.float32)
w = np.hanning(1025)[:1024].astype(np.float32)
bank = np.random.rand(128, 513).astype(np.float32)
times = []
for _ in range(40):
    t = time.perf_counter()
    p = np.pad(y, 512)
    frames = sliding_window_view(p, 1024)[::256] * w
    power = np.abs(np.fft.rfft(frames)) ** 2
    db = 10 * np.log10(np.maximum(1e-10, bank @ power.T))
    db = np.maximum(db, db.max() - 80)
    times.append(time.perf_counter() - t)
print(f"{1000 * sorted(times)[20]:.2f}")
`;
